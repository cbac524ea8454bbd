"""Events in the world: which reports tell of the same one.

Within a story all pairs of reports are weighed and clustered. Across stories, events become one only where type, the
very actors on both sides and the day that the texts name are the same, and the pairs say so too: background is told
again for months, and a war is not one event.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from kawat.stories.clusters import clusters
from kawat.stories.likeness import Matrix, Weights, chances, pair_features, weights
from kawat.stories.reports import Report

AT_ONCE = 600  # reports of one story that are weighed against one another
SHOWN = 3  # reports of an event that stand for it across stories
REASONS = 3  # that are told of a report's place in its event
ACROSS = 0.5  # mean chance from which on events of two stories are one


class Locks(NamedTuple):
    """What people have said: pairs of ids of reports that tell one event, and of those that do not."""

    joined: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()


class Event(NamedTuple):
    """The reports of an event, the earliest article's first.

    ``chances``: the mean chance of each to belong to the others, None where there is none. ``why``: what speaks most
    for that, names of features. ``key``: what events of other stories must share to be this one, None where it does not
    tell enough.
    """

    reports: tuple[Report, ...]
    chances: tuple[float | None, ...]
    why: tuple[tuple[str, ...], ...]
    key: str | None


def merge(reports: Sequence[Report], locks: Locks = Locks(), learnt: Weights | None = None) -> list[Event]:
    """Return the events that the ``reports`` of one story tell, in the order of their first reports."""
    learnt = learnt or weights()
    order = sorted(reports, key=lambda r: (r.days is None, r.days, r.article, r.sentence_start, r.id))
    found: list[Event] = []
    for at in range(0, len(order), AT_ONCE):
        some = sorted(order[at : at + AT_ONCE], key=_place)
        features = pair_features(some)
        chance = chances(features, learnt)
        number = {report.id: k for k, report in enumerate(some)}
        parts = clusters(chance, learnt.together, _known(locks.joined, number), _known(locks.apart, number))
        found += [_event([some[k] for k in part], _Weighed(features, chance, learnt, part), locks) for part in parts]
    return sorted(found, key=lambda event: _place(event.reports[0]))


def merge_across(
    events: Iterable[Event], locks: Locks = Locks(), learnt: Weights | None = None
) -> Iterator[list[Event]]:
    """Yield which events of several stories are one, the earliest first; ``events`` come grouped by their keys."""
    learnt = learnt or weights()
    for key, group in itertools.groupby(events, key=lambda event: event.key):
        some = list(group)
        yield from ([event] for event in some) if key is None else _joined(some, locks, learnt)


def _joined(events: list[Event], locks: Locks, learnt: Weights) -> Iterator[list[Event]]:
    shown = [report for event in events for report in event.reports[:SHOWN]]
    owner = np.repeat(np.arange(len(events)), [min(SHOWN, len(event.reports)) for event in events])
    chance = chances(pair_features(shown), learnt)
    member = np.equal.outer(np.arange(len(events)), owner).astype(np.float32)
    means = member @ chance @ member.T / np.outer(member.sum(1), member.sum(1))
    number = {report.id: k for k, event in enumerate(events) for report in event.reports}
    for part in clusters(means, ACROSS, _known(locks.joined, number), _known(locks.apart, number)):
        yield sorted((events[k] for k in part), key=lambda event: _place(event.reports[0]))


class _Weighed(NamedTuple):
    """What was found out of some reports of which ``part`` is an event."""

    features: dict[str, Matrix]
    chance: Matrix
    learnt: Weights
    part: list[int]

    def chances(self) -> tuple[float | None, ...]:
        if len(self.part) == 1:
            return (None,)
        among = self.chance[np.ix_(self.part, self.part)]
        own = np.diag(among)
        return tuple(((among.sum(1) - own) / (len(self.part) - 1)).tolist())

    def why(self) -> tuple[tuple[str, ...], ...]:
        """Return for each report the features that speak most for its being one of these."""
        if len(self.part) == 1:
            return ((),)
        at = np.ix_(self.part, self.part)
        names = list(self.learnt.features)
        parts = np.stack([weight * self.features[name][at] for name, weight in self.learnt.features.items()])
        own = parts[:, np.arange(len(self.part)), np.arange(len(self.part))]
        mean = (parts.sum(2) - own) / (len(self.part) - 1)
        order = np.argsort(-mean, axis=0, kind="stable")[:REASONS]
        return tuple(
            tuple(names[row] for row in order[:, k] if mean[row, k] > 0) for k in range(len(self.part))
        )  # fmt: skip


def _event(reports: Sequence[Report], weighed: _Weighed, locks: Locks) -> Event:
    return Event(tuple(reports), weighed.chances(), weighed.why(), _key(reports, locks))


def _key(reports: Sequence[Report], locks: Locks) -> str | None:
    """Return what events of two stories must have in common, None where an event does not tell enough.

    Type, ids on both sides, and first and last day as the text of the first report tells them; a lock goes before.
    """
    roots = _roots(locks.joined)
    for report in reports:
        if report.id in roots:
            return f"lock {roots[report.id]}"
    first = reports[0]
    if not (first.actor_ids and first.recipient_ids and first.date_start):
        return None
    sides = [sorted(set(first.actor_ids)), sorted(set(first.recipient_ids))]
    if first.symmetric:
        sides = [sorted({*first.actor_ids, *first.recipient_ids})]
    days = (first.date_start.isoformat(), (first.date_end or first.date_start).isoformat())
    return " ".join((first.type, *days, *("|".join(side) for side in sides)))


@lru_cache(maxsize=2)
def _roots(joined: frozenset[tuple[str, str]]) -> dict[str, str]:
    """Return for each report that a person has put together with another the first of all of them."""
    root: dict[str, str] = {}
    for pair in sorted(joined):
        together = {report for report, first in root.items() if first in {root.get(id, id) for id in pair}} | {*pair}
        root.update(dict.fromkeys(together, min(together)))
    return root


def _known(pairs: Collection[tuple[str, str]], number: dict[str, int]) -> list[tuple[int, int]]:
    found = ((number[a], number[b]) for a, b in sorted(pairs) if a in number and b in number)
    return [(a, b) for a, b in found if a != b]


def _place(report: Report) -> tuple[int, int, str]:
    return report.article, report.sentence_start, report.id
