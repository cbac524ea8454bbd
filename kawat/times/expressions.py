"""The expressions of time of a text, with the days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from kawat.cleaning.data import load_dates
from kawat.cleaning.dates import iter_dates, make_day
from kawat.languages.times import Times, Unit, times
from kawat.records import Precision
from kawat.times import calendar
from kawat.times.patterns import Patterns, patterns

WORD = 12  # characters before a date in which a word that belongs to it stands
CLAUSE = 120  # characters before a weekday in which its verb stands


class Expression(msgspec.Struct, frozen=True):
    """Words at ``start`` to ``end`` that tell the days ``first`` to ``last``, both inclusive.

    ``precision``: the unit in which they are told. ``numbers``: it is told by numbers, not by how long ago it was.
    ``contradicts``: the weekday and the date that stand together are of different days; the days then go from one to
    the other. ``since``: it lasts until the report. ``aside``: it dates only what follows it: "two days after".
    ``back``: it is told from a day told before, and earlier than that one: "two days earlier".
    """

    start: int
    end: int
    first: date
    last: date
    precision: Precision = "day"
    numbers: bool = False
    contradicts: bool = False
    since: bool = False
    aside: bool = False
    back: bool = False


def find_expressions(
    text: str, language: str, published: date | None, said: list[tuple[int, int]] | None = None
) -> list[Expression]:
    """Return the expressions of time of ``text`` in order, none overlapping another.

    ``published``: the day that relative ones are reckoned from; without it they are left out. ``said``: the spans of
    direct quotations; in them it is the day on which the words were said, where one is told right beside them.
    """
    finder = _Finder(text, language, published)
    found = finder.absolute()
    found += finder.relative(found, said or [])
    return finder.ranges(sorted(found, key=lambda e: e.start))


class _Finder:
    def __init__(self, text: str, language: str, published: date | None) -> None:
        self.text = text
        self.language = language
        self.day = published
        self.words: Times = times(language)
        self.forms: Patterns = patterns(language)
        self._taken = bytearray(len(text))

    def _take(self, expressions: Iterable[Expression]) -> list[Expression]:
        """Return those of ``expressions`` that share no character with one taken before."""
        kept = []
        for expression in expressions:
            if not any(self._taken[expression.start : expression.end]):
                self._taken[expression.start : expression.end] = b"\1" * (expression.end - expression.start)
                kept.append(expression)
        return kept

    # -- absolute ---------------------------------------------------------------------

    def absolute(self) -> list[Expression]:
        """Return dates, months and years that need no other day to be known (but for their year)."""
        found = []
        for d in iter_dates(self.text, self.language, self.day):
            day = date.fromisoformat(d.day)
            first = last = day
            clash = d.weekday is not None and d.weekday != day.isoweekday()
            if clash and d.weekday is not None:
                first, last = sorted((day, calendar.nearest_weekday(day, d.weekday)))
            found.append(Expression(d.start, d.end, first, last, numbers=True, contradicts=clash))
        found = self._take(self._lasting(self._widened(expression)) for expression in found)
        found += self._take(self._months())
        found += self._take(self._years())
        return sorted(found, key=lambda e: e.start)

    def _widened(self, found: Expression) -> Expression:
        """Return a date with the first day of a range that ends in it, or the last of one that begins: "12-14 Mei"."""
        before = self.forms.range_before.search(self.text, max(0, found.start - 20), found.start)
        if before is not None and not found.contradicts:
            first = make_day(found.last.year, found.last.month, before["day"])
            if first is not None and first < found.last:
                return msgspec.structs.replace(found, start=before.start("day"), first=first)
        after = self.forms.range_after.match(self.text, found.end)
        if after is not None and not self.text[found.end - 1].isalpha() and after["day"] is not None:
            last = make_day(after["year"] or found.first.year, found.first.month, after["day"])
            if last is not None and found.first.day < last.day:
                first = found.first.replace(year=last.year)
                return msgspec.structs.replace(found, end=after.end(), first=first, last=last)
        return found

    def _lasting(self, found: Expression) -> Expression:
        """Return a date behind "since" with the days until the report, as something that lasts has them."""
        words = self.text[max(0, found.start - WORD) : found.start].lower().split()
        if not words or words[-1] not in self.words.since or self.day is None or found.last >= self.day:
            return found
        return msgspec.structs.replace(found, last=self.day, since=True)

    def _months(self) -> Iterator[Expression]:
        for match in self.forms.month.finditer(self.text):
            if not any(match[g] for g in ("before", "part", "year", "behind")):
                continue  # "Mei", "May": a name as well
            number = load_dates(self.language).months[match["month"].lower()]
            year = int(match["year"]) if match["year"] else self._year_of(match, number)
            days = calendar.month(year, number) if year is not None else None
            if days is None:
                continue
            yield self._coarse(match, match.start("month"), days, "month", numbers=match["year"] is not None)

    def _year_of(self, match: re.Match[str], month: int) -> int | None:
        """Return the year of a month told without one: the last such month up to the report, else the next one."""
        if self.day is None:
            return None
        behind = (match["behind"] or "").lower()
        entry = self.forms.entries.get(behind)
        if entry is not None and entry.unit == "year":
            return self.day.year + entry.count  # "Agustus tahun lalu"
        if behind in self.words.next or (match["before"] or "").lower() in self.words.next:
            return self.day.year + (month <= self.day.month)
        return self.day.year - (month > self.day.month)

    def _years(self) -> Iterator[Expression]:
        for match in self.forms.year.finditer(self.text):
            days = calendar.year(int(match["year"]))
            if days is None:
                continue
            yield self._coarse(match, match.start("year"), days, "year", numbers=True)

    def _coarse(
        self, match: re.Match[str], start: int, days: calendar.Days, precision: Precision, numbers: bool
    ) -> Expression:
        """Return a month or year that begins at ``start``, its part alone where one is told, until now if "since"."""
        part = self.words.parts.get((match["part"] or "").lower())
        first, last = calendar.part(days, part) if part is not None else days
        since = (match["before"] or "").lower() in self.words.since
        if since and self.day is not None and self.day > first:
            last = self.day
        begins = match.start("part") if match["part"] else start
        return Expression(begins, match.end(), first, last, precision, numbers=numbers, since=since)

    # -- relative -----------------------------------------------------------------------

    def relative(self, absolute: list[Expression], said: list[tuple[int, int]]) -> list[Expression]:
        """Return expressions told from the report, from the day of a quotation, or from the day told last."""
        if self.day is None:
            return []
        days = sorted((e.start, e.first) for e in absolute if e.first == e.last)
        told, at = None, 0  # the single day told last, and how many of the absolute ones are behind
        found: list[Expression] = []
        for match in self._matches():
            start, end = match.span("all")
            while at < len(days) and days[at][0] < start:
                told, at = days[at][1], at + 1
            anchor = self._said_on(start, absolute, said) or self.day
            expression = self._read(match, start, end, anchor, told or anchor)
            taken = self._take([expression]) if expression is not None else []
            found += taken
            if taken and taken[0].first == taken[0].last and not taken[0].aside:
                told = taken[0].first
        return found

    def _matches(self) -> list[re.Match[str]]:
        found = [
            m for p in (self.forms.relative, self.forms.counted, self.forms.weekday) for m in p.finditer(self.text)
        ]
        return sorted(found, key=lambda m: (m.start("all"), -m.end("all")))

    def _read(self, match: re.Match[str], start: int, end: int, anchor: date, told: date) -> Expression | None:
        groups = match.groupdict()
        if "weekday" in groups:
            return self._weekday(match, start, end, anchor)
        if "form" in groups:
            entry = self.forms.entries[match["form"].lower()]
            found = _spanned(start, end, told if entry.told else anchor, entry.unit, entry.count)
            return _back(found) if entry.told and entry.count < 0 else found
        unit: Unit
        if match["fused"]:
            unit, count = self.words.fused[match["fused"].lower()], 1
        else:
            unit, number = self.words.units[match["unit"].lower()], match["number"].lower()
            count = int(number) if number.isdecimal() else self.words.numbers[number]
        how = match["how"].lower()
        if how in self.words.ago:
            return _spanned(start, end, anchor, unit, -count)
        if how in self.words.before_told:
            return _back(_spanned(start, end, told, unit, -count))
        if how in self.words.then:
            before = _spanned(start, end, told, unit, -count)
            return msgspec.structs.replace(before, aside=True) if before is not None else None
        if how in self.words.after_told:
            return _spanned(start, end, told, unit, count)
        return _spanned(start, end, anchor, unit, count)

    def _weekday(self, match: re.Match[str], start: int, end: int, anchor: date) -> Expression:
        number = load_dates(self.language).weekdays[match["weekday"].lower()]
        before, behind = (match["before"] or "").lower(), (match["behind"] or "").lower()
        day = calendar.weekday(anchor, number)
        week = next((e for form, e in self.forms.entries.items() if e.unit == "week" and behind.endswith(form)), None)
        if week is not None and (days := calendar.span(anchor, "week", week.count)) is not None:
            day = days[0] + timedelta(days=number - 1)  # "Tuesday of last week"
        elif any(word in self.words.next for word in (before, behind)) or (day < anchor and self._is_ahead(start)):
            day = calendar.weekday(anchor, number, ahead=True)
        elif day == anchor and any(word in self.words.last for word in (before, behind)):
            day -= timedelta(days=7)  # "last Thursday" on a Thursday
        return Expression(start, end, day, day, since=before in self.words.since)

    def _is_ahead(self, start: int) -> bool:
        """Whether what happens on the weekday at ``start`` is told as still to come: "will meet on Friday"."""
        before = self.forms.clause.split(self.text[max(0, start - CLAUSE) : start].lower())[-1]
        return bool(self.forms.future.search(before))

    def _said_on(self, start: int, absolute: list[Expression], said: list[tuple[int, int]]) -> date | None:
        """Return the day on which the quotation around ``start`` was said, where it is told right beside it."""
        around = next(((s, e) for s, e in said if s <= start < e), None)
        if around is None:
            return None
        near = [e for e in absolute if e.first == e.last and (0 <= e.start - around[1] < 120)]
        return near[0].first if near else None

    # -- ranges ----------------------------------------------------------------------------

    def ranges(self, found: list[Expression]) -> list[Expression]:
        """Return the expressions with first and last day of a range made one: "Senin hingga Rabu"."""
        joined: list[Expression] = []
        for expression in found:
            before = joined[-1] if joined else None
            if before is not None and self._is_range(before, expression):
                joined[-1] = msgspec.structs.replace(
                    before, end=expression.end, first=min(before.first, expression.first), last=expression.last,
                    precision=max(before.precision, expression.precision, key=_COARSE.__getitem__),
                )  # fmt: skip
            else:
                joined.append(expression)
        return joined

    def _is_range(self, one: Expression, two: Expression) -> bool:
        gap = self.text[one.end : two.start].strip().lower()
        if len(gap) > 20 or one.first > two.last:
            return False
        words = gap.split()
        if words and words[-1] in self.words.before_weekday and " ".join(words[:-1]) in self.words.to:
            return True
        if gap in self.words.to:
            return True
        head = self.text[max(0, one.start - 20) : one.start].lower().split()
        return gap in self.words.and_ and bool(set(head[-2:]) & set(self.words.between))


def _back(found: Expression | None) -> Expression | None:
    return msgspec.structs.replace(found, back=True) if found is not None else None


_COARSE = {"day": 0, "week": 1, "month": 2, "year": 3}


def _spanned(start: int, end: int, day: date, unit: Unit, count: int) -> Expression | None:
    days = calendar.span(day, unit, count)
    return Expression(start, end, *days, "week" if unit == "weekend" else unit) if days is not None else None
