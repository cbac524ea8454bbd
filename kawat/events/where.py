"""Where it happened: a place that the event's sentence names, else the dateline's."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.encoder.clauses import Clauses
from kawat.languages.places import place_words
from kawat.places import PlaceMention, Places
from kawat.records import Article, Place, Span

FAR = {"at": 0.0, "none": 2.0, "to": 3.0, "origin": 4.0}  # words that a place's role keeps it away from an act
BARRIER = 6.0  # the same for each clause that opens between
BEFORE = 2.0  # the same where the place stands before the act: what follows a verb is rather its own


class Map:
    """Where the acts of one article happened."""

    def __init__(self, article: Article, language: str, places: Places) -> None:
        self._dateline = article.dateline.place or ""
        self._words = place_words(language)
        self._places = places

    def where(
        self, clauses: Clauses, trigger: int, number: int, countries: set[str], taken: Sequence[Span] = ()
    ) -> Place | None:
        """Return the place of the act whose trigger starts at ``trigger`` in the sentence with index ``number``.

        Of the places of its sentence the one that stands nearest to it, words behind it and words that say "at" first;
        else the dateline's, where its country takes part in the event (``countries``, ISO alpha-3) or where nobody's
        country is known: an agency's desk in Jakarta does not move a war to Indonesia. ``taken``: the event's sides.
        """
        near = [
            (self._far(clauses, trigger, mention), k, mention)
            for k, mention in self._places.in_sentence(number)
            if mention.role == "at" or Span(mention.start, mention.end) not in taken
        ]
        if near:
            return self._exact(min(near, key=lambda found: found[:2])[2])
        desk = self._places.dateline
        if desk is None or (countries and desk.country not in countries):
            return None
        return _place(desk, None)

    def _far(self, clauses: Clauses, trigger: int, mention: PlaceMention) -> float:
        """Return how far a place stands from an act, in words."""
        first, last = sorted((trigger, mention.start))
        between = [i for i, item in enumerate(clauses.items) if first <= item.start < last]
        arrives = any(clauses.items[i].lower in self._words.arrivals for i in between)
        far = 0.0 if arrives and mention.role == "to" else FAR[mention.role]
        far += BARRIER * sum(clauses.is_barrier(i) for i in between)
        return far + len(between) / 2 + (BEFORE if mention.start < trigger else 0.0)

    def _exact(self, mention: PlaceMention) -> Place:
        """Return the place that a mention names; where it is not on the map, what it is said to lie in is."""
        known = mention
        while known.place is None and known.part_of is not None:
            known = self._places.mentions[known.part_of]
        return _place(known if known.place is not None else mention, Span(mention.start, mention.end))


def _place(mention: PlaceMention, span: Span | None) -> Place:
    start, end = (span.start, span.end) if span is not None else (None, None)
    place = mention.place
    if place is None:
        return Place(name=mention.name, country=mention.country, start=start, end=end)
    return Place(
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.geonames_id,
        start=start,
        end=end,
    )
