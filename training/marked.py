"""Sentences with their labels written into them, so that a span cannot miss its words.

``[a:Menlu Retno Marsudi] [1:mengecam] [b:militer Israel]``: a key, a colon, the words. Marks may stand inside one
another. Small letters mark mentions, numbers triggers, ``q1`` the cue of statement 1 and ``s1`` its content. Square
brackets stand for nothing else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN = re.compile(r"\[([a-z]|\d{1,2}|[qs]\d{1,2}):")


class MarkError(ValueError):
    """The marks of a text do not fit together; the message says which."""


class Marked(NamedTuple):
    """A text without its marks, and the characters (start, end) that each key marks, in order; a key may return."""

    text: str
    spans: dict[str, list[tuple[int, int]]]


def read_marks(marked: str) -> Marked:
    """Return a text and its marked spans. Raises MarkError for brackets that open or close nothing."""
    parts: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, int]] = []
    spans: dict[str, list[tuple[int, int]]] = {}
    while at < len(marked):
        if match := _OPEN.match(marked, at):
            open_marks.append((match[1], length))
            at = match.end()
        elif marked[at] == "]":
            if not open_marks:
                raise MarkError(f"a bracket closes nothing at character {at}")
            key, start = open_marks.pop()
            if start == length:
                raise MarkError(f"{key} marks no words")
            spans.setdefault(key, []).append((start, length))
            at += 1
        elif marked[at] == "[":
            raise MarkError(f"a bracket opens no mark at character {at}: {marked[at : at + 12]!r}")
        else:
            parts.append(marked[at])
            length += 1
            at += 1
    if open_marks:
        raise MarkError(f"{open_marks[-1][0]} is never closed")
    text = "".join(parts)
    for key, found in spans.items():
        for start, end in found:
            if text[start].isspace() or text[end - 1].isspace():
                raise MarkError(f"{key} begins or ends with a blank: {text[start:end]!r}")
    return Marked(text, spans)
