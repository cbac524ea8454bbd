"""Where it happened: a place that the event's sentence names, else its paragraph's, else the dateline's."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.encoder.clauses import Clauses
from kawat.languages.places import place_words
from kawat.places import PlaceMention, Places
from kawat.records import Article, Place, Side, Span

FAR = {"none": 2.0, "to": 3.0}  # words that a place's role keeps it away from an act
MEETING = "CONSULT"
SPEECH = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})
OBJECT = 2.5  # the same: further behind a word of speech a place is rather that of what is spoken of
REACH = 60  # characters before a name in which words that belong to it stand
CLOSE = 2  # words between a verb and its goal
BARRIER = 6.0  # the same for each clause that opens between
BEFORE = 2.0  # the same where the place stands before the act: what follows a verb is rather its own


class Map:
    """Where the acts of one article happened."""

    def __init__(self, article: Article, language: str, places: Places) -> None:
        self._text = article.text
        self._words = place_words(language)
        self._places = places
        self._meetings: list[tuple[int, Place, frozenset[str]]] = []  # trigger, where, and who took part

    def where(
        self, clauses: Clauses, trigger: int, number: int, type_: str, countries: set[str], sides: Sequence[Side] = ()
    ) -> Place | None:
        """Return the place of the act whose trigger starts at ``trigger`` in the sentence with index ``number``.

        Of the places of its sentence the one that stands nearest to it, words behind it and words that say "at" first;
        else the town told last, where a word refers back to it ("the same city"), or the place told last in its
        paragraph, unless the act is one of speech (``type_`` in `SPEECH`), for reactions may come from anywhere; else
        where those on its ``sides`` met; else the dateline's, where its country takes part in the event
        (``countries``, ISO alpha-3) or where nobody's country is known: an agency's desk in Jakarta does not move a
        war to Indonesia.
        """
        mention = self._in_sentence(clauses, trigger, number, type_, [Span(side.start, side.end) for side in sides])
        if mention is None and self._refers_back(clauses):
            mention = self._scene_before(trigger, anywhere=True)
        if mention is None and type_ not in SPEECH:
            mention = self._scene_before(trigger)
        if mention is not None:
            place = self._exact(self._more_exact(self._first_of_chain(mention)))
            if type_ == MEETING:
                self._meetings.append((trigger, place, frozenset(side.actor_id for side in sides)))
            return place
        met = self._where_they_met(trigger, sides)
        desk = self._places.dateline
        if met is not None or desk is None or (countries and desk.country not in countries):
            return met
        return _place(desk, None)

    def _in_sentence(
        self, clauses: Clauses, trigger: int, number: int, type_: str, taken: Sequence[Span]
    ) -> PlaceMention | None:
        near = [
            (far, k, mention)
            for k, mention in self._places.in_sentence(number)
            if (far := self._far(clauses, trigger, type_, mention, taken)) is not None
            and not (type_ in SPEECH and mention.start > trigger and far > OBJECT)
        ]
        return min(near, key=lambda found: found[:2])[2] if near else None

    def _refers_back(self, clauses: Clauses) -> bool:
        """Whether a sentence speaks of a place told before: "di kota itu", "in the same city"."""
        words = " ".join(item.lower for item in clauses.items)
        return any(f" {phrase} " in f" {words} " for phrase in self._words.again)

    def _where_they_met(self, trigger: int, sides: Sequence[Side]) -> Place | None:
        """Return where those on the ``sides`` of an act met, if its paragraph tells of it before."""
        paragraph = self._text.rfind("\n\n", 0, trigger)
        taking_part = {side.actor_id for side in sides}
        met = (
            place
            for at, place, present in reversed(self._meetings)
            if paragraph < at < trigger and present & taking_part
        )
        return next(met, None)

    def _far(
        self, clauses: Clauses, trigger: int, type_: str, mention: PlaceMention, taken: Sequence[Span]
    ) -> float | None:
        """Return how far a place stands from an act, in words; None for one that cannot be where it happened."""
        if mention.country is None and mention.part_of is None:
            return None
        first, last = sorted((trigger, mention.start))
        between = [i for i, item in enumerate(clauses.items) if first <= item.start < last]
        words = {clauses.items[i].lower for i in between}
        moves = words & set(self._words.arrivals if mention.role == "to" else self._words.departures)
        if mention.role == "none" and not self._is_scene(mention, trigger, type_, len(between), taken):
            return None
        if mention.role == "origin" and not moves and type_ not in SPEECH:
            return None
        far = FAR[mention.role] if mention.role in ("none", "to") and not moves else 0.0
        far += BARRIER * sum(clauses.is_barrier(i) for i in between)
        return far + len(between) / 2 + (BEFORE if mention.start < trigger else 0.0)

    def _is_scene(self, mention: PlaceMention, trigger: int, type_: str, between: int, taken: Sequence[Span]) -> bool:
        """Whether a town without a word of place is where it happened: in a list, or right behind a verb of attack or
        arrival ("di RSCM, Jakarta", "menyerbu Caracas", "visited Portland")."""
        if mention.place is None:
            return False
        if self._before(mention).endswith((",", "(")) and Span(mention.start, mention.end) not in taken:
            return True
        word = self._text[trigger : trigger + 24].split()
        goes = type_ == "ASSAULT" or (bool(word) and word[0].lower() in self._words.arrivals)
        return goes and mention.start > trigger and between <= CLOSE

    def _sets_scene(self, mention: PlaceMention) -> bool:
        """Whether what is told next happens at this place: something happened at it, or somebody came to it."""
        if mention.country is None:
            return False
        if mention.role == "at":
            return True
        before = self._before(mention)
        comes = bool(set(before.lower().split()[-4:]) & set(self._words.arrivals))
        listed = before.endswith((",", "(")) and mention.role == "none"
        return mention.place is not None and ((mention.role in ("to", "none") and comes) or listed)

    def _before(self, mention: PlaceMention) -> str:
        return self._text[max(0, mention.start - REACH) : mention.start].rstrip()

    def _scene_before(self, trigger: int, anywhere: bool = False) -> PlaceMention | None:
        """Return the place told last before an act, in its paragraph or (a town) ``anywhere``, where things happen."""
        paragraph = 0 if anywhere else self._text.rfind("\n\n", 0, trigger)
        told = (m for m in reversed(self._places.mentions) if paragraph <= m.start < trigger)
        return next((m for m in told if self._sets_scene(m) and not (anywhere and m.place is None)), None)

    def _first_of_chain(self, mention: PlaceMention) -> PlaceMention:
        """Return the most exact place of those that lie in one another and end in ``mention``."""
        k = self._places.mentions.index(mention)
        while k > 0 and self._places.mentions[k - 1].part_of == k:
            k -= 1
        return self._places.mentions[k]

    def _more_exact(self, mention: PlaceMention) -> PlaceMention:
        """Return for a country the town of it that its paragraph names, if it names just one."""
        if mention.place is not None or mention.part_of is not None:
            return mention
        start = self._text.rfind("\n\n", 0, mention.start)
        end = self._text.find("\n\n", mention.start)
        inside = [
            m
            for m in self._places.mentions
            if m.role == "at" and m.place is not None and m.country == mention.country
            and start < m.start and (end < 0 or m.start < end)
        ]  # fmt: skip
        return inside[0] if len({m.place for m in inside}) == 1 else mention

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
