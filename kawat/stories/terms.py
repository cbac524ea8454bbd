"""By what articles and sentences are compared in any language: the names and numbers in them."""

from __future__ import annotations

import re
from collections import Counter

_NAME = re.compile(r"\b[^\W\d_a-z]\w{2,}")  # begins with a capital, or with a letter of a script that has none
_NUMBER = re.compile(r"\b\d[\d.,]*\d\b")
_BETWEEN = " \"“”'‘’()[]"  # may stand between the end of a sentence and the next one
_ENDS = ".!?:\n"
WRITTEN = ("n:", "d:")  # how the terms begin that stand in the text itself
BEFORE = 4  # characters before a word that show whether it opens a sentence


def article_terms(text: str) -> Counter[str]:
    """Return how often each name (lower-case, "n:..." ) and number ("d:...") stands in ``text``.

    A word with a capital at the front of a sentence is no name by that.
    """
    names = (match.group().casefold() for match in _NAME.finditer(text) if not _opens(text, match.start()))
    found = Counter(f"n:{name}" for name in names)
    found.update(f"d:{number}" for number in _NUMBER.findall(text))
    return found


def sentence_terms(sentence: str) -> frozenset[str]:
    """Return the words with a capital and the numbers of a sentence, lower-case."""
    return frozenset((*(name.casefold() for name in _NAME.findall(sentence)), *_NUMBER.findall(sentence)))


def _opens(text: str, at: int) -> bool:
    before = text[max(0, at - BEFORE) : at].rstrip(_BETWEEN)
    return before[-1:] in _ENDS  # the empty string is in every one
