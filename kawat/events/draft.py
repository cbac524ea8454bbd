"""An event while it is being put together."""

from __future__ import annotations

import msgspec

from kawat.records import EventDate, Place, Side, Span, Status


class Draft(msgspec.Struct):
    """An event without its id and without the links to other events."""

    type: str
    trigger: Span
    sentence: Span
    paragraph: int
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    symmetric: bool
    status: Status
    confidence: float
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    attributed_to: tuple[str, ...] = ()
    date: EventDate | None = None
    place: Place | None = None
    denies: bool = False  # a denial: what it denies is disputed by it

    def countries(self, of: dict[str, str | None]) -> tuple[frozenset[str], frozenset[str]]:
        """Return the countries of both sides; an actor without one counts by its id."""
        return (
            frozenset(of.get(side.actor_id) or side.actor_id for side in self.actors),
            frozenset(of.get(side.actor_id) or side.actor_id for side in self.recipients),
        )
