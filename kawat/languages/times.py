"""Time words relative to the day of the report (``times.toml``), and words that tell a context (``contexts.toml``)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from kawat.languages import Strict, load

Unit = Literal["day", "weekend", "week", "month", "year"]


class Relative(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words for a span of time: ``count`` ``unit``s before (negative) or after the day of the report.

    ``told``: before or after the day told last, where the text tells one: "keesokan harinya".
    """

    forms: tuple[str, ...]
    unit: Unit
    count: int
    told: bool = False


class Times(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``times.toml``. All words lower-case."""

    relative: tuple[Relative, ...]
    units: dict[str, Unit]  # "hari", "pekan"; "days"
    numbers: dict[str, int]  # written out: "dua", "two"
    fused: dict[str, Unit]  # one of a unit in one word: "sepekan"
    ago: tuple[str, ...]  # behind a number of units: before the report
    before_told: tuple[str, ...]  # before the day told last
    after_told: tuple[str, ...]  # after the day told last
    own_clauses: tuple[str, ...]  # relatives: a day behind one dates what the clause tells, not the act before it
    then: tuple[str, ...]  # behind a number of units and before what happened so long before: "two days after"
    ahead: tuple[str, ...]  # after the report
    dayparts: tuple[str, ...]  # between a weekday and what follows: "malam"
    before_weekday: tuple[str, ...]  # words that make a weekday a date ("pada Kamis", "on Tuesday")
    last: tuple[str, ...]  # behind or before a weekday or month: the one before the report
    next: tuple[str, ...]  # the one after it
    before_month: tuple[str, ...]  # words that make a month's name without a day a date: "pada", "in"
    before_year: tuple[str, ...]
    until: tuple[str, ...]  # before the end of something, which dates no act
    since: tuple[str, ...]  # open a span that lasts until the report
    parts: dict[str, Literal["early", "middle", "late"]]  # of months and years: "awal", "mid"
    to: tuple[str, ...]  # between first and last day: "hingga", "to"
    and_: tuple[str, ...]  # the same, behind a word of ``between``
    between: tuple[str, ...]


class Contexts(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``contexts.toml``: for each context the lower-case words that tell it."""

    words: dict[str, tuple[str, ...]]


@cache
def times(language: str) -> Times:
    """Return the time words of ``language``."""
    return load(language, "times", Times)


@cache
def context_words(language: str) -> dict[str, str]:
    """Return every context word of ``language`` with its context."""
    found = load(language, "contexts", Contexts)
    return {word: context for context, words in found.words.items() for word in words}
