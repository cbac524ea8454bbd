"""Which of the given answers are which of the wanted ones: one to one, by words that they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, product
from typing import NamedTuple, TypeVar

from training.measure.words import WordSet

Wanted = TypeVar("Wanted")
Given = TypeVar("Given")


class Triple(NamedTuple):
    """Who does what to whom, the sides as words, None where nobody is named. ``together``: in no order."""

    type: str
    actor: WordSet | None
    recipient: WordSet | None
    together: bool = False


class Told(NamedTuple):
    """An event as somebody tells it, by words: the gold's, a model's or a coder's. ``together``: what both sides do."""

    type: str
    trigger: WordSet
    actors: tuple[WordSet, ...] = ()
    recipients: tuple[WordSet, ...] = ()
    together: bool = False
    status: str = ""
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    confidence: float = 1.0

    def triples(self) -> list[Triple]:
        """Return each actor with each recipient; of what is done together, each two sides once.

        Nobody does something to himself, unless one mention alone ("both sides agreed") stands on both sides.
        """
        if self.together:
            sides = dict.fromkeys((*self.actors, *self.recipients))
            return [Triple(self.type, one, two, True) for one, two in combinations(sides, 2)]
        pairs = list(dict.fromkeys(product(self.actors or (None,), self.recipients or (None,))))
        apart = [pair for pair in pairs if pair[0] != pair[1] or pair[0] is None]
        return [Triple(self.type, one, two) for one, two in apart or pairs]


def match(
    wanted: Sequence[Wanted], given: Sequence[Given], fit: Callable[[Wanted, Given], int]
) -> list[tuple[int, int]]:
    """Return pairs (wanted, given) of indices, each used once: those that fit best first, 0 being no fit at all."""
    fits = [(fit(one, two), k, m) for k, one in enumerate(wanted) for m, two in enumerate(given)]
    left, right = set(range(len(wanted))), set(range(len(given)))
    pairs = []
    for how, k, m in sorted(fits, key=lambda found: (-found[0], *found[1:])):
        if how and k in left and m in right:
            left.remove(k)
            right.remove(m)
            pairs.append((k, m))
    return sorted(pairs)


def shared(one: WordSet | None, two: WordSet | None) -> int:
    """Return how many words two sides share; nobody fits nobody alone."""
    if one is None or two is None:
        return int(one is two)
    return len(one & two)


def triples_fit(one: Triple, two: Triple) -> int:
    """Return how well two triples fit: the words that both sides share, 0 where type or a side is another.

    Where either is told as done together, there is no order between the sides.
    """
    if one.type != two.type:
        return 0
    ways = [(shared(one.actor, two.actor), shared(one.recipient, two.recipient))]
    if one.together or two.together:
        ways.append((shared(one.actor, two.recipient), shared(one.recipient, two.actor)))
    return max((sum(way) for way in ways if all(way)), default=0)


def triggers_fit(one: Told, two: Told) -> int:
    """Return how many words the triggers of two events share."""
    return len(one.trigger & two.trigger)


def events_fit(one: Told, two: Told) -> int:
    """Return how many words the triggers of two events of one type share."""
    return triggers_fit(one, two) if one.type == two.type else 0
