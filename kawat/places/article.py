"""The places of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from kawat.places.find import PlaceFinder, PlaceMention
from kawat.records import Actor, Article, Encoding


class Places(msgspec.Struct, frozen=True):
    """All places that an article names in text order, and the place of its dateline (``outside`` the text)."""

    mentions: tuple[PlaceMention, ...] = ()
    dateline: PlaceMention | None = None

    def in_sentence(self, number: int) -> list[tuple[int, PlaceMention]]:
        """Return the places that the sentence with this index names, each with its own index."""
        return [(k, mention) for k, mention in enumerate(self.mentions) if mention.sentence == number]


def find_places(finder: PlaceFinder, article: Article, encoding: Encoding, actors: Sequence[Actor]) -> Places:
    """Return the places of ``article``; its actors' countries help to tell places of one name apart."""
    told = Counter({a.country: len(a.mentions) for a in actors if a.country is not None and len(a.country) == 3})
    dateline = finder.named(article.dateline.place, None, told) if article.dateline.place else None
    read = [(name.start, name.end) for r in encoding.readings for name in r.names if name.kind in ("GPE", "LOC")]
    found = finder.find(article.text, encoding.sentences, dateline.country if dateline else None, told, read)
    return Places(mentions=found, dateline=dateline)
