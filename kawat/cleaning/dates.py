"""Absolute dates: finding them in running text, and reading one from a page's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import chain
from typing import NamedTuple

from kawat.cleaning.data import alternatives, load_dates

FIRST_YEAR, LAST_YEAR = 1800, 2100
_YEAR = 366  # days
_NUMBER = re.compile(r"[0-9]+")
_BEFORE, _BEHIND = 48, 48  # characters of a date before and behind its first and last number, at the most
_SOON = 60  # days: "(2/3)" without weekday and year is a date only this near to the day of publication


class FoundDate(NamedTuple):
    """A date in a text: its characters, its ISO day, and how it is written.

    ``weekday``: the weekday that stands with it (1 is Monday); ``bracketed``: it stands in brackets, as
    report dates do in Indonesian; ``full``: it names its year.
    """

    start: int
    end: int
    day: str
    weekday: int | None
    bracketed: bool
    full: bool


def find_dates(text: str, language: str | None, published: str | None) -> list[tuple[int, int, str]]:
    """Return (start, end, ISO day) of every absolute date in ``text``, in order and without overlaps.

    ``published`` (an ISO day) gives the year of dates that have none, and decides between day-first and
    month-first where both are possible; without it, dates without a year are left out. The span takes in a
    weekday and the brackets: "Kamis (27/7/2023)".
    """
    anchor = date.fromisoformat(published) if published else None
    return [(found.start, found.end, found.day) for found in iter_dates(text, language, anchor)]


def iter_dates(text: str, language: str | None, anchor: date | None) -> Iterator[FoundDate]:
    """Yield the absolute dates of ``text`` in order, with what is known of how they are written."""
    data = load_dates(language or "")
    finder = _finder(language or "")
    for match in chain.from_iterable(finder.finditer(text, start, end) for start, end in _around_numbers(text)):
        weekday = match["weekday"]
        wanted = data.weekdays[weekday.lower()] if weekday else None
        opened, closed = match["open"] is not None, text[match.end() : match.end() + 1] == ")"
        bracketed = opened and closed
        full = any(match[name] for name in ("year", "year2", "iso_year", "num_year"))
        if not full and not (bracketed or match["month"] or match["month2"]):
            continue
        day = _resolve(match, data.months, data.ambiguous, anchor, wanted)
        if day is None:
            continue
        numbers_only = not (full or weekday or match["month"] or match["month2"])
        if numbers_only and (anchor is None or abs((day - anchor).days) > _SOON):
            continue
        start = match.start() if weekday or bracketed else match.start("body")
        end = match.end() + 1 if bracketed else match.end()
        yield FoundDate(start, end, day.isoformat(), wanted, bracketed, full)


def _around_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a text in which dates may stand: around its numbers."""
    start = end = 0
    for number in _NUMBER.finditer(text):
        if number.start() - _BEFORE > end:
            if end:
                yield start, min(end, len(text))
            start = number.start() - _BEFORE
        end = number.end() + _BEHIND
    if end:
        yield start, min(end, len(text))


@cache
def _finder(language: str) -> re.Pattern[str]:
    data = load_dates(language)
    months = alternatives(_cases(data.months))
    weekdays = alternatives(_cases(data.weekdays))
    parts = alternatives(data.dayparts)
    connectors = alternatives(data.connectors)
    return re.compile(
        rf"""(?<![\w/])(?<!\d[.,])
        (?:(?P<weekday>{weekdays})\b\.?(?:\s+(?:{parts}))?,?\s*)?
        (?P<open>\()?\s?
        (?:(?:{connectors})\s+)?
        (?P<body>
            (?<!-)(?P<iso_year>1[89]\d\d|20\d\d)(?P<iso_sep>[-/.])
                (?P<iso_month>\d\d?)(?P=iso_sep)(?P<iso_day>\d\d?)(?!\d)
          | (?<!-)(?P<num_a>\d\d?)(?P<sep>[/.-])(?P<num_b>\d\d?)
                (?:(?P=sep)(?P<num_year>1[89]\d\d|20\d\d|\d\d(?=\))))?(?![\w/-]|[.,]\d|\s(?:{months})\b)
          | (?P<day>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{months})\b\.?
                (?:,?\s+(?P<year>1[89]\d\d|20\d\d)(?!\d(?!\d?(?::\d\d|[ ][A-Z]))))?
          | (?P<month2>{months})\b\.?\s+(?P<day2>\d\d?)(?:st|nd|rd|th)?(?![\w:]|[.,]\d)
                (?:,?\s+(?P<year2>1[89]\d\d|20\d\d)(?!\d(?!\d?(?::\d\d|[ ][A-Z]))))?
        )""",
        re.X,
    )


def _cases(names: dict[str, int]) -> list[str]:
    """Names of months and days as texts write them: with a capital, or in capitals ("may" is no month)."""
    return [form for name in names for form in (name.capitalize(), name.upper())]


def _resolve(
    match: re.Match[str], months: dict[str, int], ambiguous: str, anchor: date | None, weekday: int | None
) -> date | None:
    """Return the day that a match means, or None where it means none."""
    if match["iso_year"]:
        return make_day(match["iso_year"], match["iso_month"], match["iso_day"])
    if match["num_a"]:
        first, second, year = int(match["num_a"]), int(match["num_b"]), match["num_year"]
        orders = [(second, first)] if second <= 12 else []
        if first <= 12 and (not orders or ambiguous == "nearest") and first != second:
            orders.append((first, second))
    elif match["month"]:
        orders, year = [(months[match["month"].lower()], int(match["day"]))], match["year"]
    else:
        orders, year = [(months[match["month2"].lower()], int(match["day2"]))], match["year2"]
    days = [day for month, number in orders for day in _with_year(year, month, number, anchor, weekday)]
    if not days:
        return None
    if anchor is None or len(days) == 1:
        return days[0]
    return min(days, key=lambda day: abs((day - anchor).days))


def _with_year(year: str | None, month: int, number: int, anchor: date | None, weekday: int | None) -> list[date]:
    if year:
        found = make_day(year if len(year) == 4 else f"20{year}", month, number)
        return [found] if found else []
    if anchor is None:
        return []
    around = [make_day(anchor.year + step, month, number) for step in (0, -1, 1)]
    near = sorted((day for day in around if day), key=lambda day: abs((day - anchor).days))
    fitting = [day for day in near if day.isoweekday() == weekday and abs((day - anchor).days) < _YEAR]
    return (fitting or near)[:1]


def make_day(year: str | int, month: str | int, number: str | int) -> date | None:
    """Return the day, or None where there is none such or its year is out of all bounds."""
    try:
        found = date(int(year), int(month), int(number))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


_EPOCH = re.compile(r"\s*(\d{9,10}|\d{13})(?:\.\d+)?\s*")
_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?![\d])")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)")
_MAX_LENGTH = 120


@cache
def _named() -> re.Pattern[str]:
    months = alternatives(load_dates("").months)
    return re.compile(
        rf"(?<!\d)(\d\d?)(?:st|nd|rd|th)?[\s.,-]+(?:of\s+)?({months})\b[\s.,'-]+(\d{{4}})(?!\d)"
        rf"|\b({months})\b\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)",
        re.I,
    )


def parse_day(value: str) -> str | None:
    """Return the ISO day of a date given as metadata, in any usual form; None where it cannot be read.

    Numbers are taken day first, and month first only where day first is impossible. A time and its zone are
    left aside: the day is the one that the outlet itself wrote. Relative dates ("2 hours ago") give None, as
    they would depend on when the program is run.
    """
    value = value.strip()[:_MAX_LENGTH]
    found = _epoch(value) or _iso(value) or _written(value) or _anything(value)
    return found.isoformat() if found else None


def other_reading(value: str) -> str | None:
    """Return the month-first reading of a date like "3/4/2023", where it differs from what parse_day gives."""
    match = _NUMERIC.search(value.strip()[:_MAX_LENGTH])
    if not match or len(match[3]) != 4 or _ISO.match(value):
        return None
    day_first, month_first = make_day(match[3], match[2], match[1]), make_day(match[3], match[1], match[2])
    return month_first.isoformat() if day_first and month_first and day_first != month_first else None


def _epoch(value: str) -> date | None:
    match = _EPOCH.fullmatch(value)
    if not match:
        return None
    digits = match[1]
    seconds = int(digits) // (1000 if len(digits) == 13 else 1)
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()


def _iso(value: str) -> date | None:
    match = _ISO.match(value)
    return make_day(match[1], match[2], match[3]) if match else None


def _written(value: str) -> date | None:
    match = _YEAR_FIRST.search(value)
    if match:
        return make_day(match[1], match[2], match[3]) or make_day(match[1], match[3], match[2])
    match = _NUMERIC.search(value)
    if match:
        year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
        return make_day(year, match[2], match[1]) or make_day(year, match[1], match[2])
    match = _named().search(value)
    if not match:
        return None
    number, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    return make_day(year, load_dates("").months[month.lower()], number)


_COULD_BE = re.compile(r"(?:19|20)\d\d")


def _anything(value: str) -> date | None:
    """Read forms that the patterns above do not know, with the slow general parser."""
    if not _COULD_BE.search(value) or not any(char.isalpha() for char in value):
        return None
    import dateparser  # costs a third of a second to import, and few pages need it

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "DATE_ORDER": "DMY",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    try:
        found = dateparser.parse(value, settings=settings)
    except (ValueError, OverflowError, TypeError, RecursionError, KeyError, IndexError):
        return None  # the parser is not robust against every string that pages hold
    return make_day(found.year, found.month, found.day) if found else None
