"""Two who were named together: "Kim dan Putin ... keduanya", "A met B. Both ..."."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

from kawat.actors.cast import Member
from kawat.actors.said import Said

PAIR = 2
Place = tuple[int, int, Member]


def last_pair(
    said: Said, index: int, start: int, reach: int, fits: Callable[[Place], bool] = lambda _: True
) -> list[Member]:
    """Return the two alike who fit and were named last in one sentence before ``start``, in their order; or nobody.

    Of several in one sentence those joined by "and" go first, then people, states, crowds and bodies; neither may be
    the country of the other.
    """
    for i in range(index, max(-1, index - 1 - reach), -1):
        pair = _pair_of(said, [p for p in said.placed[i] if p[1] <= start and fits(p)])
        if pair:
            return pair
    return []


def _pair_of(said: Said, placed: list[Place]) -> list[Member]:
    """Return the two of one sentence who belong together best; of several alike the last two."""
    joined = [[a[2], b[2]] for a, b in pairwise(placed) if is_joined(said, a, b)]
    if joined:
        return joined[-1]
    seen = list({p[2].id: p for p in placed}.values())
    alike = [(a, b) for a, b in combinations(seen, PAIR) if sort_of(said, a) == sort_of(said, b)]
    for sort in ("person", "country", "people", "body"):
        of_sort = [[a[2], b[2]] for a, b in alike if sort_of(said, a) == sort and not _is_part(a[2], b[2])]
        if of_sort:
            return of_sort[-1]
    return []


def is_joined(said: Said, one: Place, two: Place) -> bool:
    """Whether two mentions are joined by "and" alone, with a title at most."""
    gap = said.text[one[1] : two[0]].strip().lower().split()
    return bool(gap) and gap[0] in said.words.coordination and len(gap) <= 2 and one[2] is not two[2]


def sort_of(said: Said, place: Place) -> str:
    """Return of what sort somebody is, where like is joined with like."""
    start, end, member = place
    if said.is_one(start, end, member):
        return "person"
    if member.many:
        return "people"
    return "country" if member.kind == "country" else "body"


def _is_part(one: Member, two: Member) -> bool:
    return (one.kind == "country") != (two.kind == "country") and one.country == two.country
