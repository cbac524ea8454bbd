"""One stamp of time as pages write it, read for its day, its instant and the zone in which it was written."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from babel import Locale, UnknownLocaleError

from kawat.cleaning.data import alternatives
from kawat.cleaning.dates import make_day, other_reading, parse_day

EARLIEST = date(1990, 1, 1)  # there was no page before
_LONGEST = 120
_ISO = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?"
    r"\s*(Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d(?!\d)|[+-]\d\d?(?![\d:]))?",
    re.I,
)
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*(Z\b|[+-]\d\d:?\d\d)?\s*$", re.I)
# "Mon, 05 Aug 2024 12:47:21 GMT", "Fri Apr 28 2023 17:52:31 GMT+0000 (Coordinated Universal Time)"
_MAIL = re.compile(
    r"\s*[A-Z][a-z]{2},?\s+(?:(\d{1,2})\s+([A-Z][a-z]{2})|([A-Z][a-z]{2})\s+(\d{1,2})),?\s+(\d{4})"
    r"\s+(\d\d):(\d\d)(?::(\d\d))?\s*(?:(?:GMT|UTC)?([+-]\d{4})|(GMT|UTC|Z))?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EPOCH = re.compile(r"\s*(\d{9,10}|\d{13})(?:\.\d+)?\s*")
_EAST = re.compile(
    r"((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"
    r"|((?:19|20)\d\d)\.\s(\d{1,2})\.\s(\d{1,2})(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}(?!\d)")
_WEST, _EASTMOST = -12 * 3600, 14 * 3600


class Stamp(NamedTuple):
    """A moment as it was written. ``day`` is the day in the zone of the writing.

    ``seconds`` counts from the epoch, as if in UTC where ``zone`` is "none"; None where only the day is given.
    ``other`` is a second possible day, where day and month may be read either way.
    """

    day: date
    seconds: int | None = None
    zone: Literal["utc", "own", "none"] = "none"
    other: date | None = None


def read_stamp(text: str, language: str = "") -> Stamp | None:
    """Return what a stamp says, in any usual form; None where it says no plausible day.

    ``language`` is the page's own word for its language ("en-US"); it gives the names of months, and the order
    of numbers.
    """
    text = text.strip()[:_LONGEST]
    if len(text) < 6 or not any(char.isdigit() for char in text):
        return None
    found = _numeric(text) or _mail(text) or _epoch(text) or _worded(text, language)
    return found if found and found.day >= EARLIEST else None


def read_words(text: str, language: str = "") -> Stamp | None:
    """Return the day that words shown to readers tell; numbers without a mark of a date tell none."""
    if not _YEAR.search(text):
        return None
    found = _worded(text[:_LONGEST], language)
    return found if found and found.day >= EARLIEST else None


def _numeric(text: str) -> Stamp | None:
    match = _ISO.match(text) or _COMPACT.match(text)
    return _stamp(match.groups()) if match else None


def _stamp(parts: tuple[str | None, ...]) -> Stamp | None:
    year, month, number, hour, minute, second, zone = parts
    day = make_day(year or "", month or "", number or "")
    if day is None:
        return None
    if hour is None or int(hour) > 24 or int(minute or 0) > 59:
        return Stamp(day)
    midnight = (day - date(1970, 1, 1)).days * 86_400
    local = midnight + int(hour) * 3600 + int(minute or 0) * 60 + int(second or 0)
    if not zone:
        return Stamp(day, local)
    offset = _offset(zone)
    return Stamp(day, local - offset, "own" if offset else "utc")


def _offset(zone: str) -> int:
    digits = re.sub(r"\D", "", zone)
    if not digits:
        return 0
    hours, minutes = (int(digits[:2]), int(digits[2:] or 0)) if len(digits) != 3 else (int(digits[0]), int(digits[1:]))
    seconds = hours * 3600 + minutes * 60
    return (-seconds if zone.startswith("-") else seconds) if seconds <= _EASTMOST else 0


def _mail(text: str) -> Stamp | None:
    match = _MAIL.match(text)
    if not match:
        return None
    number, month, month2, number2, year, hour, minute, second, offset, gmt = match.groups()
    name = (month or month2).lower()
    if name not in _MONTHS:
        return None
    return _stamp((year, str(_MONTHS.index(name) + 1), number or number2, hour, minute, second, offset or gmt))


def _epoch(text: str) -> Stamp | None:
    match = _EPOCH.fullmatch(text)
    if not match:
        return None
    seconds = int(match[1]) // (1000 if len(match[1]) == 13 else 1)
    return Stamp((datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date(), seconds, "utc")


def _worded(text: str, language: str) -> Stamp | None:
    """Read a date as people write it: "26 Juli 2023 14:05 WIB", "09. mai 2024", "2025年1月14日"."""
    if match := _EAST.search(text):
        day = make_day(*(match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)))
        return Stamp(day) if day else None
    for tongue in (language, "en", "id"):
        if day := _of_language(text, tongue):
            return Stamp(day)
    if not _NUMBERS.search(text):
        return None
    found = parse_day(text)
    if found is None:
        return None
    day, second = date.fromisoformat(found), other_reading(text)
    other = date.fromisoformat(second) if second else None
    if other and language.lower().replace("_", "-") == "en-us":
        day, other = other, day
    return Stamp(day, other=other)


def _of_language(text: str, language: str) -> date | None:
    found = _finder(language.lower().replace("_", "-").split("-")[0][:3])
    if found is None:
        return None
    pattern, months = found
    match = pattern.search(text)
    if not match:
        return None
    number, month, year, month2, number2, year2 = match.groups()
    return make_day(year or year2, months[(month or month2).lower()], number or number2)


@lru_cache(maxsize=256)  # the language is the page's word: bounded
def _finder(language: str) -> tuple[re.Pattern[str], dict[str, int]] | None:
    """Return a pattern for dates with the names of months in a language, with their numbers."""
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError, TypeError):
        return None
    months: dict[str, int] = {}
    for where in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months.get(where, {}).get(width, {}).items():
                if any(char.isalpha() for char in name):
                    months.setdefault(name.lower(), number)
                    months.setdefault(name.lower().rstrip("."), number)
    if not months:
        return None
    names = alternatives(months)
    pattern = re.compile(
        rf"(?<!\d)(\d\d?)(?:st|nd|rd|th|er|º|ª)?[\s.,-]+(?:(?:of|de|d’|d')\s*)?({names})\b"
        rf"[\s.,'-]+(?:(?:de|del)\s+)?((?:19|20)\d\d)(?!\d)"
        rf"|(?<!\w)({names})\b\.?\s+(\d\d?)(?:st|nd|rd|th)?\s*,?\s+((?:19|20)\d\d)(?!\d)",
        re.I,
    )
    return pattern, months


def outlets_own_day(chosen: Stamp, others: list[Stamp]) -> date:
    """Return the day on which the outlet itself was when it published, for a stamp that may be in UTC.

    A stamp with an offset, or with none, already gives that day. One in UTC gives the instant alone; where the
    page writes the same instant in its own zone, or has a date that this instant can be somewhere on earth,
    that is the outlet's day.
    """
    if chosen.zone != "utc" or chosen.seconds is None:
        return chosen.day
    for other in others:
        if other.zone == "own" and other.seconds is not None and abs(other.seconds - chosen.seconds) < 60:
            return other.day
    for other in others:
        if other.zone == "none" and other.day != chosen.day and _same_instant(chosen.seconds, other):
            return other.day
    return chosen.day


def _same_instant(seconds: int, other: Stamp) -> bool:
    """Return whether a clock somewhere on earth shows ``other`` at the instant ``seconds``."""
    if other.seconds is None:
        begin = (other.day - date(1970, 1, 1)).days * 86_400
        return seconds + _WEST < begin + 86_400 and begin <= seconds + _EASTMOST
    apart = other.seconds - seconds
    rest = apart % 900
    return _WEST <= apart <= _EASTMOST and min(rest, 900 - rest) < 60
