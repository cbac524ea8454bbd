"""The places of one article."""

from __future__ import annotations

from collections import Counter

from kawat.places.find import PlaceFinder, PlaceMention
from kawat.records import Article, Encoding


class Places:
    """All places that an article names in text order (``mentions``), and the place of its ``dateline``, if known."""

    def __init__(self, mentions: tuple[PlaceMention, ...] = (), dateline: PlaceMention | None = None) -> None:
        self.mentions = mentions
        self.dateline = dateline
        self._at = {mention.start: mention for mention in reversed(mentions)}
        self._in: dict[int, list[tuple[int, PlaceMention]]] = {}
        for k, mention in enumerate(mentions):
            self._in.setdefault(mention.sentence, []).append((k, mention))

    def at(self, start: int) -> PlaceMention | None:
        """Return the place whose name begins at ``start``."""
        return self._at.get(start)

    def in_sentence(self, number: int) -> list[tuple[int, PlaceMention]]:
        """Return the places that the sentence with this index names, each with its own index."""
        return self._in.get(number, [])


def find_places(finder: PlaceFinder, article: Article, encoding: Encoding, told: Counter[str]) -> Places:
    """Return the places of ``article``. ``told``: how often it names countries, which helps to tell places apart."""
    dateline = finder.named(article.dateline.place, told) if article.dateline.place else None
    read = {name.start for r in encoding.readings for name in r.names if name.kind in ("GPE", "LOC")}
    found = finder.find(article.text, encoding.sentences, dateline.country if dateline else None, told, read)
    return Places(mentions=found, dateline=dateline)
