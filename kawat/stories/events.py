"""Events in the world: which reports tell of the same one.

Two articles tell of one event where type, countries on both sides and days (to within one) agree, and the
articles belong to one story, or else the very actors and most words of the sentence agree. Within one
article two reports are two events unless everything says that one repeats the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kawat.stories.reports import Report, likeness

DAYS_APART = timedelta(days=1)
ALIKE = 0.5  # the share of common words from which two sentences say the same
COMPARED = 3  # members of a group that a report is compared with
CANDIDATES = 50  # groups of one story, or of the same actors, that a report is compared with: the latest

Group = list[Report]


def block(report: Report) -> str:
    """Return the key outside which no report is the same event: the type and the countries of both sides."""
    countries = {country for country in (*report.actor_countries, *report.recipient_countries) if country}
    return "|".join((report.type, *sorted(countries)))


def merge(reports: Iterable[Report]) -> Iterator[Group]:
    """Yield the reports of each event, the earliest article's first.

    ``reports`` come ordered by block, then first day (none first), then article. Only the groups of a
    block that a coming report can still join are held in memory.
    """
    current: str | None = None
    groups = _Open()
    for report in reports:
        if (here := block(report)) != current:
            yield from groups.close_all()
            current = here
        yield from groups.close_before(report)
        groups.add(report)
    yield from groups.close_all()


class _Open:
    """Groups that may still grow, found by story or by actors, so that not all pairs are compared."""

    def __init__(self) -> None:
        self.day: date | None = None
        self.groups: list[Group] = []
        self.index: dict[int | frozenset[str], list[Group]] = defaultdict(list)

    def add(self, report: Report) -> None:
        everyone = frozenset((*report.actor_ids, *report.recipient_ids))
        indexes = [self.index[key] for key in (report.story, everyone) if key != frozenset()]
        best, best_rank = None, (-1.0, -1.0)
        for candidate in (group for index in indexes for group in index[-CANDIDATES:]):
            rank = _rank(report, candidate)
            if rank is not None and rank > best_rank:
                best, best_rank = candidate, rank
        if best is None:
            best = []
            self.groups.append(best)
        best.append(report)
        for index in indexes:
            if not any(known is best for known in index):
                index.append(best)

    def close_before(self, report: Report) -> Iterator[Group]:
        days = report.days
        if days is None or days[0] == self.day:
            return
        day = self.day = days[0]
        closed = [group for group in self.groups if not _joinable(group, day)]
        self.groups = [group for group in self.groups if _joinable(group, day)]
        kept = {key: [group for group in found if _joinable(group, day)] for key, found in self.index.items()}
        self.index = defaultdict(list, {key: groups for key, groups in kept.items() if groups})
        yield from map(_sorted, closed)

    def close_all(self) -> Iterator[Group]:
        groups, self.groups, self.day = self.groups, [], None
        self.index.clear()
        yield from map(_sorted, groups)


def _sorted(group: Group) -> Group:
    return sorted(group, key=lambda report: report.article)


def _joinable(group: Group, day: date) -> bool:
    first = group[0].days
    return first is not None and day - first[0] <= DAYS_APART


def _rank(report: Report, group: Group) -> tuple[float, float] | None:
    """Return how well a report fits a group, or None where it is another event."""
    same_article = [member for member in group if member.article == report.article]
    if any(not _repeats(report, member) for member in same_article):
        return None
    head = group[0]
    if not (_sides_agree(report, head) and _days_agree(report, head) and _manners_agree(report, head)):
        return None
    alike = max(likeness(report.words, member.words) for member in group[:COMPARED])
    known_story = any(member.story == report.story for member in group[:COMPARED])
    same_actors = any(_actors_agree(report, member) for member in group[:COMPARED])
    dated = report.days is not None
    if (known_story and dated) or (same_actors and alike >= ALIKE and (dated or known_story)):
        return float(same_actors), alike
    return None


def _repeats(one: Report, other: Report) -> bool:
    """Whether two reports of one article are a mention and its repetition."""
    return (
        one.sentence_start != other.sentence_start  # the coder has told apart what one sentence says
        and one.date_start is not None
        and (one.date_start, one.date_end) == (other.date_start, other.date_end)
        and (one.actor_ids, one.recipient_ids) == (other.actor_ids, other.recipient_ids)
        and (one.symmetric, one.status, one.modes) == (other.symmetric, other.status, other.modes)
        and likeness(one.words, other.words) >= ALIKE
    )


def _days_agree(one: Report, other: Report) -> bool:
    if one.days is None or other.days is None:
        return one.days == other.days
    return all(abs(a - b) <= DAYS_APART for a, b in zip(one.days, other.days, strict=True))


def _manners_agree(one: Report, other: Report) -> bool:
    """Whether nothing in mode or status says that these are two events."""
    if (one.status == "hypothetical") != (other.status == "hypothetical"):
        return False
    return not one.modes or not other.modes or bool(set(one.modes) & set(other.modes))


def _sides_agree(one: Report, other: Report) -> bool:
    if not any((*one.actor_countries, *one.recipient_countries)):
        return _actors_agree(one, other)
    return _match(
        one, other, one.actor_countries, one.recipient_countries, other.actor_countries, other.recipient_countries
    )


def _actors_agree(one: Report, other: Report) -> bool:
    return _match(one, other, one.actor_ids, one.recipient_ids, other.actor_ids, other.recipient_ids)


def _match(one: Report, other: Report, a: tuple, b: tuple, c: tuple, d: tuple) -> bool:
    """Whether actors ``a`` and recipients ``b`` are actors ``c`` and recipients ``d``, or mutually so."""
    if one.symmetric or other.symmetric:
        return {*a, *b} == {*c, *d}
    return set(a) == set(c) and set(b) == set(d)
