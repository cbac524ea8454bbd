"""The day of publication, from the most to the least trustworthy evidence: given, metadata, URL, text."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kawat.cleaning.dates import iter_dates, make_day, other_reading, parse_day
from kawat.records import PublishedCandidate

_IN_URL = (
    re.compile(r"[/=](?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?!\d)"),
    re.compile(r"[/_-](?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:\d{4,10})?(?=[/_.-]|$)"),
    re.compile(r"-(?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>20\d\d)(?=[/.-]|$)"),
)
_PARAGRAPHS = 12  # of the article that may tell the report's date
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_WITHOUT_YEAR = re.compile(r"\(\s?\d{1,2}[/.-]\d{1,2}\)")
_YEARS = 4  # named in the text that are tried
_URL_LENGTH = 2000


def day_of_url(url: str | None) -> str | None:
    """Return the ISO day that a URL's path carries, such as /2023/07/27/, or None."""
    for pattern in _IN_URL:
        for match in pattern.finditer((url or "")[:_URL_LENGTH]):
            day = make_day(match["y"], match["m"], match["d"])
            if day and day.year >= 1995:
                return day.isoformat()
    return None


class OnPage(NamedTuple):
    """What an HTML page's markup tells of its day: the reading to go by, all of them, and the day that the first
    may also mean, where it is written as "6/12/2025" and nothing in the markup decides."""

    day: PublishedCandidate | None = None
    all: tuple[PublishedCandidate, ...] = ()
    other: str | None = None


def find_published(
    *,
    given: str | None,
    field: str | None,
    markup: OnPage,
    url: str | None,
    lines: list[str],
    paragraphs: list[str],
) -> tuple[PublishedCandidate | None, tuple[PublishedCandidate, ...]]:
    """Return the day of publication with where it was found, and every place's reading, the most trusted first.

    ``given`` is the user's word, ``field`` what stood in the input beside the page. ``lines`` are lines of the page
    about itself (dates, credits, dateline), ``paragraphs`` the article's; they are read for want of better.
    """
    paragraphs = paragraphs[:_PARAGRAPHS]
    found: list[PublishedCandidate] = []
    if given is not None and (day := parse_day(given)):
        found.append(PublishedCandidate(day=day, from_="given", where="given"))
    if field is not None and (day := parse_day(field)):
        day = _settled(day, other_reading(field), url, paragraphs)
        found.append(PublishedCandidate(day=day, from_="metadata", where="field"))
    chosen = markup.day
    if chosen is not None:
        day = _settled(chosen.day, markup.other, url, paragraphs)
        chosen = PublishedCandidate(day=day, from_=chosen.from_, where=chosen.where)
    best = found[0] if found else chosen
    found += [chosen if chosen and item == markup.day else item for item in markup.all]
    if (day := day_of_url(url)) and all(item.from_ != "url" for item in found):
        found.append(PublishedCandidate(day=day, from_="url", where="url"))
    if day := _day_of_lines(lines):
        found.append(PublishedCandidate(day=day, from_="text", where="lines"))
    if not found and (day := _day_of_text(paragraphs)):
        found.append(PublishedCandidate(day=day, from_="text", where="paragraphs"))
    return best or next(iter(found), None), tuple(dict.fromkeys(found))


def _settled(day: str, other: str | None, url: str | None, paragraphs: list[str]) -> str:
    """Decide a date that may be read day first or month first ("6/12/2025") by what URL and text say."""
    if other is None:
        return day
    evidence = day_of_url(url) or _day_of_text(paragraphs)
    if evidence is None:
        return day
    return min((day, other), key=lambda reading: abs(_days(reading) - _days(evidence)))


def _days(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _day_of_lines(lines: list[str]) -> str | None:
    for line in lines:
        for found in iter_dates(line[:200], None, None):
            if found.full:
                return found.day
    return None


def _day_of_text(paragraphs: list[str]) -> str | None:
    """Return the report's day: the latest date that stands with its weekday and in brackets.

    That is how a report dates its own news; without such a date, one with its weekday or in brackets.
    """
    dates = [found for text in paragraphs for found in iter_dates(text, None, None) if found.full]
    report = [found.day for found in dates if found.weekday and found.bracketed]
    if not report:
        report = _by_weekday(paragraphs)
    if not report:
        report = [found.day for found in dates if found.weekday]
    return max(report, default=None)


def _by_weekday(paragraphs: list[str]) -> list[str]:
    """Return the days of "Senin (2/10)": the one year near those that the text names in which it fits."""
    text = "\n".join(paragraphs)
    if _WITHOUT_YEAR.search(text) is None:
        return []
    named = sorted({int(year) for year in _YEAR.findall(text)})[-_YEARS:]
    fitting: list[list[str]] = []
    for year in sorted({year + step for year in named for step in (-1, 0)}):
        dates = [
            found
            for found in iter_dates(text, None, date(year, 7, 1))
            if not found.full and found.weekday and found.bracketed and found.day.startswith(str(year))
        ]
        if dates and all(date.fromisoformat(found.day).isoweekday() == found.weekday for found in dates):
            fitting.append([found.day for found in dates])
    return fitting[0] if len(fitting) == 1 else []
