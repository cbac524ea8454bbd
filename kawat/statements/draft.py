"""A statement while its parts are being found."""

from __future__ import annotations

from kawat.records import Span, Stance, StatementKind


class Draft:
    """A statement without its id and chain yet. ``source`` may be known without its actor, and the other way round."""

    def __init__(self, kind: StatementKind, content: Span, sentence: int) -> None:
        self.kind = kind
        self.content = content
        self.sentence = sentence
        self.cue: Span | None = None
        self.stance: Stance = "asserts"
        self.source: Span | None = None
        self.actor_id: str | None = None
        self.goes_on: Draft | None = None  # with which it goes on, with the same speaker and the same mouths
        self.mouths: list[str] = []  # media that pass it on, from the outlet inwards

    @property
    def has_source(self) -> bool:
        """Whether it is known who said it, by words or by actor."""
        return self.source is not None or self.actor_id is not None
