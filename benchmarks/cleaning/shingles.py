"""How much of a body was found: the measure of article-extraction-benchmark (Zyte), shingles of four words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

SIZE = 4
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Precision, recall (means over pages) and the F1 of these two means."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def page_score(truth: str, found: str) -> tuple[float | None, float | None]:
    """Return (precision, recall) of one page; None where nothing was found or there was nothing to find."""
    wanted, got = _shingles(truth), _shingles(found)
    hits = (wanted & got).total()
    return (hits / got.total() if got else None), (hits / wanted.total() if wanted else None)


def score(pairs: Iterable[tuple[str, str]]) -> Score:
    """Return the score over (truth, found) pairs, as the benchmark sums it up."""
    pages = [page_score(*pair) for pair in pairs]
    return Score(_mean(p for p, _ in pages), _mean(r for _, r in pages))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[k : k + SIZE]) for k in range(max(len(words) - SIZE + 1, 1)))


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0
