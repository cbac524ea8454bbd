"""Near-copies: articles that share most of their runs of three words, found by MinHash.

Signatures are cut into bands; two articles that agree in a band are compared. With 32 bands of 4 values,
articles that share 60 % of their runs meet with a probability of 99 %, those that share 20 % with 5 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from rensa import RMinHash  # ty: ignore[missing-module-member]

PERMUTATIONS = 128
BANDS = 32
SHINGLE = 3
THRESHOLD = 0.6
SEED = 7

_WORD = re.compile(r"\w+")
_MULTIPLIERS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], "u8")


def signatures(texts: Sequence[str]) -> np.ndarray:
    """Return the MinHash signatures of ``texts``, one row each (uint32). Texts without words get zeros."""
    shingles = [_shingles(text) for text in texts]
    if not shingles:
        return np.zeros((0, PERMUTATIONS), "u4")
    rows = np.array(RMinHash.digests_from_token_sets(shingles, PERMUTATIONS, SEED), "u4")
    rows[[not each for each in shingles]] = 0
    return rows


def signature_bands(rows: np.ndarray) -> np.ndarray:
    """Return one uint64 for each signature and band; articles that agree in one are worth comparing."""
    parts = rows.reshape(len(rows), BANDS, PERMUTATIONS // BANDS).astype("u8")
    mixed = parts * _MULTIPLIERS  # wraps around, as a hash may
    mixed ^= mixed >> np.uint64(29)
    return mixed.sum(axis=2, dtype="u8")


def similarities(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the estimated share of common runs for each pair of rows."""
    return (one == other).mean(axis=1)


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


def _shingles(text: str) -> list[str]:
    found = _WORD.findall(text.casefold())
    if len(found) <= SHINGLE:
        return [" ".join(found)] if found else []
    return [" ".join(found[i : i + SHINGLE]) for i in range(len(found) - SHINGLE + 1)]
