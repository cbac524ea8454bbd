"""Where it happened: a place that the event's sentence names, else the dateline's."""

from __future__ import annotations

from kawat.actors.gazetteer import GazetteerPlace, place_named
from kawat.actors.registry import Registry
from kawat.encoder.clauses import Clauses
from kawat.languages.grammar import Grammar
from kawat.records import Article, Place

MAX_WORDS = 3  # of a place name


class Map:
    """The places of one article."""

    def __init__(self, article: Article, registry: Registry, language: str, dateline_country: str | None) -> None:
        self.article = article
        self.registry = registry
        self.near = dateline_country or ("IDN" if language == "id" else None)
        self.dateline_country = dateline_country

    def where(self, clauses: Clauses, trigger: int, words: Grammar, countries: set[str]) -> Place | None:
        """Return the place nearest to the trigger behind a locative word of its sentence.

        Else the dateline's, where its country takes part in the event (``countries``, ISO alpha-3) or where nobody's
        country is known: an agency's desk in Jakarta does not move a war to Indonesia.
        """
        found = self._in_sentence(clauses, trigger, words)
        if found is not None:
            return found
        if self.dateline_country is None or (countries and self.dateline_country not in countries):
            return None
        name = self.article.dateline.place or ""
        return self._place(name.title() if name.isupper() else name, None, self.dateline_country)

    def _in_sentence(self, clauses: Clauses, trigger: int, words: Grammar) -> Place | None:
        best: tuple[int, Place] | None = None
        items = clauses.items
        for i, item in enumerate(items[:-1]):
            if item.mention is not None or item.lower not in words.locatives:
                continue
            j = i + 1
            while j < len(items) - 1 and items[j].lower in words.articles:
                j += 1
            start = items[j].start
            place = self._named_at(start)
            distance = abs(item.start - trigger)
            if place is not None and (best is None or distance < best[0]):
                best = distance, place
        return best[1] if best is not None else None

    def _named_at(self, start: int) -> Place | None:
        """Return the place whose name begins at ``start``, the longest name first."""
        text = self.article.text
        words = text[start : start + 60].split()
        for count in range(min(MAX_WORDS, len(words)), 0, -1):
            name = " ".join(words[:count]).rstrip(".,;:!?)\"”'’")
            if name and name[0].isupper() and text.startswith(name, start):
                place = self._place(name, (start, start + len(name)), None)
                if place is not None:
                    return place
        return None

    def _place(self, name: str, span: tuple[int, int] | None, country: str | None) -> Place | None:
        start, end = span if span else (None, None)
        found: GazetteerPlace | None = place_named(name, near=country or self.near)
        if found is not None and (country is None or found.country == country):
            return Place(
                name=found.name,
                country=found.country,
                admin1=found.admin1,
                latitude=found.latitude,
                longitude=found.longitude,
                geonames_id=found.geonames_id,
                start=start,
                end=end,
            )
        known = self.registry.place_country(name)
        if known is not None:
            return Place(name=name, country=known, start=start, end=end)
        return Place(name=name, country=country) if country is not None else None
