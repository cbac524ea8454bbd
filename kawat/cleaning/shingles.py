"""Runs of words by which texts are compared: two texts that share most of theirs say the same in the same words."""

from __future__ import annotations

import re
from collections import Counter

SIZE = 5  # words
_HOLDERS = 4  # texts that are remembered for one run
_WORD = re.compile(r"[^\W_]+")
_CUT_OFF = re.compile(r"\W*(?:\.\.\.|…)\W*$")

Shingles = list[tuple[str, ...]]


def shingles(text: str) -> Shingles:
    """Return the runs of ``SIZE`` words of a text, in order; of a text that was cut off, without its last word."""
    words = _WORD.findall(text.casefold())
    if _CUT_OFF.search(text, max(len(text) - 12, 0)):
        words = words[:-1]
    return list(zip(*(words[start:] for start in range(SIZE)), strict=False))


def twice(texts: list[Shingles]) -> int:
    """Return how many runs of words stand in the texts again."""
    return sum(map(len, texts)) - len(set().union(*texts))


class Seen:
    """Which texts each run of words was seen in: the first few of them, so that a common run costs no more."""

    def __init__(self) -> None:
        self._holders: dict[tuple[str, ...], list[int]] = {}

    def add(self, where: int, runs: Shingles) -> None:
        """Remember the runs of text ``where``."""
        for run in runs:
            holders = self._holders.setdefault(run, [])
            if len(holders) < _HOLDERS and where not in holders:
                holders.append(where)

    def count(self, runs: Shingles) -> Counter[int]:
        """Return how many of the runs were seen in which text."""
        holders = self._holders
        return Counter(where for run in runs if run in holders for where in holders[run])

    def share(self, runs: Shingles) -> float:
        """Return the share of the runs that were seen at all."""
        return sum(run in self._holders for run in runs) / len(runs) if runs else 0.0
