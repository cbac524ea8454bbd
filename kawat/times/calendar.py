"""Reckoning with days, weeks, months and years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from kawat.languages.times import Unit

Part = Literal["early", "middle", "late"]
FIRST, LAST = 1800, 2100  # years
Days = tuple[date, date]  # first and last, both inclusive


def span(day: date, unit: Unit, count: int) -> Days | None:
    """Return the day, week (from Monday), month or year ``count`` units from ``day``; None out of all bounds."""
    if abs(count) > (LAST - FIRST) * 366:
        return None
    if unit == "day":
        moved = day + timedelta(days=count)
        return (moved, moved) if FIRST <= moved.year <= LAST else None
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=count)
        return (monday, monday + timedelta(days=6)) if FIRST <= monday.year <= LAST else None
    if unit == "weekend":
        sunday = weekday(day, 7) + timedelta(weeks=count)
        return (sunday - timedelta(days=1), sunday) if FIRST <= sunday.year <= LAST else None
    if unit == "year":
        return year(day.year + count)
    months = day.year * 12 + day.month - 1 + count
    return month(months // 12, months % 12 + 1)


def year(number: int) -> Days | None:
    """Return the days of a year."""
    return (date(number, 1, 1), date(number, 12, 31)) if FIRST <= number <= LAST else None


def month(year: int, number: int) -> Days | None:
    """Return the days of a month."""
    if not FIRST <= year <= LAST:
        return None
    after = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1), after - timedelta(days=1)


def weekday(day: date, number: int, ahead: bool = False) -> date:
    """Return the last weekday ``number`` (1 is Monday) up to ``day``, or the next one after it."""
    if ahead:
        return day + timedelta(days=(number - day.isoweekday()) % 7 or 7)
    return day - timedelta(days=(day.isoweekday() - number) % 7)


def nearest_weekday(day: date, number: int) -> date:
    """Return the weekday ``number`` that is nearest to ``day``."""
    before = weekday(day, number)
    return min(before, before + timedelta(days=7), key=lambda d: abs((d - day).days))


def part(days: Days, which: Part) -> Days:
    """Return the first, middle or last third of a month or year, in whole tens of days or fours of months."""
    first, last = days
    if first.month == last.month:
        bounds = {"early": (1, 10), "middle": (11, 20), "late": (21, last.day)}[which]
        return first.replace(day=bounds[0]), first.replace(day=bounds[1])
    months = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}[which]
    return date(first.year, months[0], 1), (month(first.year, months[1]) or days)[1]
