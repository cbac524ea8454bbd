"""Words by which lines are compared loosely: longer words and numbers, by their beginnings."""

from __future__ import annotations

import re

_STEM = 5  # letters
_WORD = re.compile(r"[^\W_]{4,}|\d+")


def stems(*texts: str) -> set[str]:
    """Return the beginnings of the longer words of the texts, so that "mengungsi" and "mengungsikan" are the same."""
    return {word[:_STEM] for text in texts for word in _WORD.findall(text.casefold())}
