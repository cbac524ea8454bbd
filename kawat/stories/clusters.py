"""Clusters out of pairwise chances: average linkage, with pairs that must and must not be together."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]
LOOSE = 0.1  # chance below which two items are in no way connected


def clusters(
    chances: NDArray[np.float32], together: float, joined: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> list[list[int]]:
    """Return clusters of items 0 to n-1, each in order, the one with the lowest item first.

    Two clusters become one while the mean chance between their items is ``together`` or more, the surest first
    (average linkage, Sokal and Michener, 1958): unlike with single links, a row of near neighbours does not chain. Two
    items whose chance is 0 are never together. ``joined`` and ``apart``: pairs that a person has put together or told
    apart, in which the former yield to the latter.
    """
    chances, joined = chances.copy(), list(joined)
    for value, pairs in ((1.0, joined), (0.0, apart)):
        for one, other in pairs:
            chances[one, other] = chances[other, one] = value
    found = [
        part
        for component in _components(chances >= min(LOOSE, together))
        for part in _link(chances, component, together, joined)
    ]
    return sorted(map(sorted, found))


def _components(near: NDArray[np.bool_]) -> list[list[int]]:
    left = set(range(len(near)))
    found = []
    while left:
        part, new = set(), {min(left)}
        while new:
            part |= new
            new = set(np.flatnonzero(near[list(new)].any(0)).tolist()) - part
        left -= part
        found.append(sorted(part))
    return found


def _link(chances: NDArray[np.float32], items: list[int], together: float, joined: list[Pair]) -> list[list[int]]:
    """Cluster ``items``; ``sums`` holds the summed chances between clusters, -inf where they must stay apart."""
    if len(items) == 1:
        return [items]
    parts = [[item] for item in items]
    at = {item: number for number, item in enumerate(items)}
    sums = chances[np.ix_(items, items)].astype(np.float64)
    sums[sums == 0] = -np.inf
    sizes = np.ones(len(items))
    np.fill_diagonal(sums, -np.inf)

    def merge(one: int, other: int) -> None:
        parts[one] += parts[other]
        parts[other] = []
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        sums[one, one] = -np.inf
        sums[other] = sums[:, other] = -np.inf
        sizes[one] += sizes[other]

    for pair in joined:
        if set(pair) <= at.keys():
            one, other = sorted(next(k for k, part in enumerate(parts) if item in part) for item in pair)
            if one != other and np.isfinite(sums[one, other]):
                merge(one, other)
    while True:
        means = sums / np.outer(sizes, sizes)
        one, other = divmod(int(means.argmax()), len(items))
        if means[one, other] < together:
            break
        merge(*sorted((one, other)))
    return [part for part in parts if part]
