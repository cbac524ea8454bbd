"""Spans as sets of words: two spans overlap where they share one."""

from __future__ import annotations

from kawat.encoder.tokens import tokenize

Pair = tuple[int, int]
WordSet = frozenset[int]


class Words:
    """The words of a text, without its marks."""

    def __init__(self, text: str) -> None:
        self._places = [(t.start, t.end) for t in tokenize(text, 0, len(text)) if any(c.isalnum() for c in t.text)]

    def of(self, *spans: Pair) -> WordSet:
        """Return the words (their numbers) of which any of ``spans`` covers a character."""
        return frozenset(
            k for k, (start, end) in enumerate(self._places) if any(s < end and start < e for s, e in spans)
        )
