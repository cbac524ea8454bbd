"""The places of one article."""

from __future__ import annotations

from collections import Counter

import msgspec

from kawat.places.find import PlaceFinder, PlaceMention
from kawat.records import Article, Encoding


class Places(msgspec.Struct, frozen=True):
    """All places that an article names in text order, and the place of its dateline (``outside`` the text)."""

    mentions: tuple[PlaceMention, ...] = ()
    dateline: PlaceMention | None = None

    def at(self, start: int) -> PlaceMention | None:
        """Return the place whose name begins at ``start``."""
        return next((mention for mention in self.mentions if mention.start == start), None)

    def in_sentence(self, number: int) -> list[tuple[int, PlaceMention]]:
        """Return the places that the sentence with this index names, each with its own index."""
        return [(k, mention) for k, mention in enumerate(self.mentions) if mention.sentence == number]


def find_places(finder: PlaceFinder, article: Article, encoding: Encoding, told: Counter[str]) -> Places:
    """Return the places of ``article``. ``told``: how often it names countries, which helps to tell places apart."""
    dateline = finder.named(article.dateline.place, None, told) if article.dateline.place else None
    read = [(name.start, name.end) for r in encoding.readings for name in r.names if name.kind in ("GPE", "LOC")]
    found = finder.find(article.text, encoding.sentences, dateline.country if dateline else None, told, read)
    return Places(mentions=found, dateline=dateline)
