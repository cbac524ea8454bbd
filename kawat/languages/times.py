"""Time words relative to the day of the report (``times.toml``), and words that tell a context (``contexts.toml``)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from kawat.languages import Strict, load


class Relative(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words for a span of time: ``count`` ``unit``s before (negative) or after the day of the report."""

    forms: tuple[str, ...]
    unit: Literal["day", "week", "month", "year"]
    count: int


class Times(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``times.toml``. ``before_weekday``: words that make a weekday a date ("pada Kamis", "on Tuesday")."""

    relative: tuple[Relative, ...]
    before_weekday: tuple[str, ...]
    next_weekday: tuple[str, ...]  # "depan", "mendatang", "next"
    before_year: tuple[str, ...]  # "pada", "tahun", "sejak", "in", "since"


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
