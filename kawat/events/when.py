"""When it happened: absolute dates, weekdays and relative words in the sentence, else the day of the report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import msgspec

from kawat.cleaning.data import load_dates
from kawat.cleaning.dates import find_dates
from kawat.languages.grammar import grammar
from kawat.languages.times import Relative, times
from kawat.records import EventDate, Sentence

OLD = 60  # days before the report from which on an event is background


class When(msgspec.Struct, frozen=True):
    """The date of an event, whether it is clearly earlier than the report, or told and of the days before it."""

    date: EventDate | None
    background: bool = False
    recent: bool = False


class Clock:
    """The time expressions of one article, relative to its day of publication (None where that is unknown)."""

    def __init__(self, text: str, language: str, published: str | None) -> None:
        self.text = text
        self.language = language
        self.published = published
        self._day = date.fromisoformat(published) if published else None
        self._absolute = [(start, end, day, day) for start, end, day in find_dates(text, language, published)]

    def when(self, sentence: Sentence, trigger: int) -> When:
        """Return the date that the sentence gives the event whose trigger starts at ``trigger``: the nearest one."""
        found = [span for span in self._absolute if sentence.start <= span[0] < sentence.end]
        found = found or self._relative(sentence) or self._months(sentence) or self._years(sentence)
        background = self._is_background(sentence, trigger)
        if not found:
            if self.published is None or background:
                return When(None, background)
            return When(EventDate(start=self.published, end=self.published))
        start, end, first, last = min(found, key=lambda span: abs(span[0] - trigger))
        age = (self._day - date.fromisoformat(last)).days if self._day is not None else None
        old = age is not None and age > OLD
        recent = age is not None and 0 <= age <= OLD
        relative = not any(char.isdigit() for char in self.text[start:end])  # "tahun lalu": news may still be of it
        dated = EventDate(start=first, end=last, text_start=start, text_end=end)
        return When(dated, background or (old and not relative), recent)

    def _relative(self, sentence: Sentence) -> list[tuple[int, int, str, str]]:
        if self._day is None:
            return []
        found = []
        for match in _relative_pattern(self.language).finditer(self.text, sentence.start, sentence.end):
            entry = _relatives(self.language)[match.group().lower()]
            first, last = _span(self._day, entry)
            found.append((match.start(), match.end(), first.isoformat(), last.isoformat()))
        for match in _weekday_pattern(self.language).finditer(self.text, sentence.start, sentence.end):
            number = load_dates(self.language).weekdays[match["day"].lower()]
            ahead = match["next"] is not None or match.group().split()[0].lower() in times(self.language).next_weekday
            step = (number - self._day.isoweekday()) % 7 or 7 if ahead else -((self._day.isoweekday() - number) % 7)
            day = (self._day + timedelta(days=step)).isoformat()
            found.append((match.start("day"), match.end("day"), day, day))
        return found

    def _months(self, sentence: Sentence) -> list[tuple[int, int, str, str]]:
        found = []
        for match in _month_pattern(self.language).finditer(self.text, sentence.start, sentence.end):
            first = date(int(match["year"]), load_dates(self.language).months[match["month"].lower()], 1)
            after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            found.append((match.start(), match.end(), first.isoformat(), (after - timedelta(days=1)).isoformat()))
        return found

    def _years(self, sentence: Sentence) -> list[tuple[int, int, str, str]]:
        return [
            (match.start("year"), match.end("year"), f"{match['year']}-01-01", f"{match['year']}-12-31")
            for match in _year_pattern(self.language).finditer(self.text, sentence.start, sentence.end)
        ]

    def _is_background(self, sentence: Sentence, trigger: int) -> bool:
        words = self.text[sentence.start : sentence.end].lower()
        return any(re.search(rf"\b{re.escape(phrase)}\b", words) for phrase in grammar(self.language).background)


def _span(day: date, entry: Relative) -> tuple[date, date]:
    """Return first and last day of the day, week, month or year that is ``entry.count`` units from ``day``."""
    if entry.unit == "day":
        moved = day + timedelta(days=entry.count)
        return moved, moved
    if entry.unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=entry.count)
        return monday, monday + timedelta(days=6)
    if entry.unit == "year":
        return date(day.year + entry.count, 1, 1), date(day.year + entry.count, 12, 31)
    months = day.year * 12 + day.month - 1 + entry.count
    first = date(months // 12, months % 12 + 1, 1)
    after = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first, after - timedelta(days=1)


@cache
def _relatives(language: str) -> dict[str, Relative]:
    return {form: entry for entry in times(language).relative for form in entry.forms}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _relative_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(_relatives(language))})\b", re.IGNORECASE)


@cache
def _weekday_pattern(language: str) -> re.Pattern[str]:
    data = times(language)
    days = _any_of(name.capitalize() for name in load_dates(language).weekdays)
    return re.compile(
        rf"(?:\b(?:{_any_of(data.before_weekday)})\s+|^|[,(]\s?|\s)(?P<day>{days})\b(?P<next>\s+(?:{_any_of(data.next_weekday)})\b)?"
    )


@cache
def _month_pattern(language: str) -> re.Pattern[str]:
    months = _any_of(name.capitalize() for name in load_dates(language).months)
    return re.compile(rf"\b(?P<month>{months})\s+(?P<year>(?:19|20)\d\d)\b")


@cache
def _year_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(times(language).before_year)})\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
