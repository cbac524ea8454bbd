"""The patterns of time expressions, built from a language's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from kawat.cleaning.data import load_dates
from kawat.languages.grammar import grammar
from kawat.languages.times import Relative, times

SHORT = 3  # letters: shorter names of weekdays are names of people as well ("Min", "Sun")


class Patterns(msgspec.Struct, frozen=True):
    """Compiled patterns of one language. In those of relative expressions the group ``all`` is what counts."""

    relative: re.Pattern[str]  # form
    counted: re.Pattern[str]  # number and unit, or fused; how
    weekday: re.Pattern[str]  # before, weekday, behind
    month: re.Pattern[str]  # before, part, month, year, behind
    year: re.Pattern[str]  # before, part, year
    range_before: re.Pattern[str]  # day
    range_after: re.Pattern[str]  # day, year
    future: re.Pattern[str]  # a verb group that tells what is still to come
    clause: re.Pattern[str]  # between clauses
    entries: dict[str, Relative]


@cache
def patterns(language: str) -> Patterns:
    """Return the patterns of ``language``."""
    words, dates, closed = times(language), load_dates(language), grammar(language)
    entries = {form: entry for entry in words.relative for form in entry.forms}
    weekdays = _any(name.capitalize() for name in dates.weekdays if len(name) > SHORT)
    months = _any(name.capitalize() for name in dates.months if len(name) > 2)
    how = _any((*words.ago, *words.before_told, *words.after_told, *words.then, *words.ahead))
    fused = _any(words.fused) if words.fused else r"(?!)"
    to = _any(words.to)
    parts = _any(words.parts)
    before_month = _any(set(words.before_month) - set(words.parts))
    years = _any(form for form, entry in entries.items() if entry.unit == "year")
    week = _any((*words.last, *words.next))
    coming = _any(set(closed.future) & set(closed.auxiliaries))
    joints = _any((*closed.conjunctions, *closed.relatives, *closed.complementizers))
    return Patterns(
        relative=re.compile(rf"\b(?P<all>(?P<form>{_any(entries)}))\b", re.I),
        counted=re.compile(
            rf"\b(?P<all>(?:(?P<number>\d{{1,3}}|{_any(words.numbers)})\s+(?P<unit>{_any(words.units)})"
            rf"|(?P<fused>{fused}))\s+(?P<how>{how}))\b",
            re.I,
        ),
        weekday=re.compile(
            rf"(?:\b(?P<before>(?i:{_any((*words.before_weekday, *words.next, *words.last))}))\s+|^|[,(;]\s?|\s)"
            rf"(?P<all>(?P<weekday>{weekdays})\b(?:\s+(?:{_any(words.dayparts)})\b)?(?:\s+(?P<behind>{week})\b)?)",
        ),
        month=re.compile(
            rf"(?:\b(?P<before>(?i:{before_month}))\s+)?(?:\b(?P<part>(?i:{parts}))[\s-]+)?"
            rf"\b(?P<month>{months})\b(?:\s+(?P<year>(?:19|20)\d\d)\b|\s+(?P<behind>{week}|{years})\b)?"
            rf"(?<=[a-z0-9])(?!\s+\d)",
        ),
        year=re.compile(
            rf"\b(?P<before>(?i:{_any(words.before_year)}))\s+(?:(?:the\s+)?(?P<part>{parts})\s+)?"
            rf"(?:tahun\s+)?(?P<year>(?:19|20)\d\d)\b(?!\s?(?:-|–)\s?\d\d\b)",
        ),
        range_before=re.compile(rf"(?<![\d/.,])(?P<day>\d\d?)\s*(?:{to}|dan|and)\s*$"),
        range_after=re.compile(rf"\s?(?:-|–|{to})\s?(?P<day>\d\d?)(?!\d|[./:]\d)(?:,\s(?P<year>(?:19|20)\d\d))?"),
        future=re.compile(rf"\b(?:{coming}|(?:{_any(closed.future)})\s+(?:{_any(closed.infinitives)}))\b"),
        clause=re.compile(rf"[,.;:()\n\"“”]|\b(?:{joints})\b"),
        entries=entries,
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
