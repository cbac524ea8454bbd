"""Near-copies: articles of the same days that share most of their runs of three words, found by MinHash.

Signatures (Broder, 1997) are cut into bands; two articles that agree in a band are compared. With 64 bands of 2 values,
articles that share 30 % of their runs meet with a probability of 99 %, those that share 3 % with 6 %. A copy that was
cut short shares few of the longer one's runs and most of its own: what counts is the share of the shorter one's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

import numpy as np
from rensa import RMinHash  # ty: ignore[missing-module-member]

PERMUTATIONS = 128
BANDS = 64
SHINGLE = 3
CONTAINED = 0.4  # share of the shorter one's runs from which on two articles are copies
COMMON = 0.15  # and the least share of all runs of both
SEED = 7
COPY_SPAN = timedelta(days=7)  # between an article and a copy of it

_WORD = re.compile(r"\w+")
_MULTIPLIERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], "u8")


def signatures(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the MinHash signatures of ``texts``, one row each (uint32), and of how many runs they are (int64).

    Texts without words get zeros.
    """
    shingles = [_shingles(text) for text in texts]
    if not shingles:
        return np.zeros((0, PERMUTATIONS), "u4"), np.zeros(0, "i8")
    rows = np.array(RMinHash.digests_from_token_sets([list(each) for each in shingles], PERMUTATIONS, SEED), "u4")
    rows[[not each for each in shingles]] = 0
    return rows, np.array([len(each) for each in shingles], "i8")


def signature_bands(rows: np.ndarray) -> np.ndarray:
    """Return one uint64 for each signature and band; articles that agree in one are worth comparing."""
    parts = rows.reshape(len(rows), BANDS, PERMUTATIONS // BANDS).astype("u8")
    mixed = parts * _MULTIPLIERS  # wraps around, as a hash may
    mixed ^= mixed >> np.uint64(29)
    return mixed.sum(axis=2, dtype="u8")


def are_copies(one: np.ndarray, other: np.ndarray, runs_one: np.ndarray, runs_other: np.ndarray) -> np.ndarray:
    """Return for each pair of rows whether one is a near-copy of the other, by the estimated share of common runs."""
    common = (one == other).mean(axis=1)
    shared = common / (1 + common) * (runs_one + runs_other)
    return (common >= COMMON) & (shared >= CONTAINED * np.minimum(runs_one, runs_other))


def find_copies(links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return, for each article that copies, the earliest article that its chain of copying leads to.

    ``links`` are pairs of articles found similar enough, by their numbers in the order of publication.
    """
    parent: dict[int, int] = {}

    def root(article: int) -> int:
        top = article
        while parent.get(top, top) != top:
            top = parent[top]
        while parent.get(article, article) != top:
            parent[article], article = top, parent[article]
        return top

    for one, other in links:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    return {article: root(article) for article in parent if root(article) != article}


def _shingles(text: str) -> set[str]:
    found = _WORD.findall(text.casefold())
    if len(found) <= SHINGLE:
        return {" ".join(found)} if found else set()
    return {" ".join(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1)}
