"""Marks over a text: spans that may overlap, made into pieces that do not."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Mark(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of a text, what they are, and where they lead, if anywhere."""

    start: int
    end: int
    kind: str
    link: str | None = None


class Segment(NamedTuple):
    """A piece of text with all the marks that cover it."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def kinds(self) -> str:
        """The kinds of its marks, each once, as a list of classes."""
        return " ".join(dict.fromkeys(mark.kind for mark in self.marks))

    @property
    def link(self) -> str | None:
        """Where it leads: as the last of its marks that lead anywhere, which lies on top of the others."""
        return next((mark.link for mark in reversed(self.marks) if mark.link), None)


def segments(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Segment]:
    """Cut ``text[start:end]`` wherever a mark begins or ends.

    The segments' texts, joined, are ``text[start:end]``. What of a mark lies outside is left out. Marks of
    a segment keep the order in which they were given.
    """
    end = len(text) if end is None else min(end, len(text))
    clipped = [
        (max(mark.start, start), min(mark.end, end), number, mark)
        for number, mark in enumerate(marks)
        if max(mark.start, start) < min(mark.end, end)
    ]
    cuts = sorted({start, end, *(c[0] for c in clipped), *(c[1] for c in clipped)}) if start < end else []
    clipped.sort(key=lambda c: c[0])
    found: list[Segment] = []
    active: list[tuple[int, int, int, Mark]] = []
    following = 0
    for left, right in itertools.pairwise(cuts):
        active = [each for each in active if each[1] > left]
        while following < len(clipped) and clipped[following][0] == left:
            active.append(clipped[following])
            following += 1
        found.append(Segment(text[left:right], _marks(active)))
    return found


def _marks(active: Sequence[tuple[int, int, int, Mark]]) -> tuple[Mark, ...]:
    return tuple(mark for _, _, _, mark in sorted(active, key=lambda each: each[2]))
