"""Encoding, actors and statements to Event[]: type, mode, context, sides, status, date, place.

`EventCoder` is the interface of every coder of this room: the lexicon's now, a model's beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kawat.places import Places
from kawat.records import Actor, Article, Encoding, Event, Statement

Pair = tuple[int, int]


class EventCoder(Protocol):
    """What codes the events of one article. ``name`` and ``digest`` identify it in a run's record."""

    name: str
    digest: str

    def code(
        self,
        article: Article,
        encoding: Encoding,
        actors: Sequence[Actor],
        statements: Sequence[Statement],
        places: Places,
    ) -> tuple[Event, ...]:
        """Return the events that the article tells, in text order."""
        ...

    def relate(self, sentence: str, language: str, actor: Pair | None, recipient: Pair | None) -> dict[str, float]:
        """Return the probability of each event type (or "NONE") from one span of ``sentence`` to another."""
        ...
