"""Dates as feeds and sitemaps write them, with the clock of the place that wrote them.

The day is the writer's own: 01.00 in Jakarta is the day before in UTC, and the article says "today".
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 60


def iso_time(written: object) -> str | None:
    """Return a date in ISO format; as it stands where it is written in another way than RSS and Atom ask."""
    if not isinstance(written, str) or not written.strip():
        return None
    written = written.strip()[:_LONGEST]
    moment = _moment(written)
    return moment.isoformat() if moment else written


def to_utc(written: str | None) -> datetime | None:
    """Return the moment that a date means, for comparing; None where it cannot be told."""
    moment = _moment(written) if written else None
    if moment is None:
        return None
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first or last day of the calendar
        return None


def day_of(written: str | None) -> date | None:
    """Return the day that a date means where it was written; None where it cannot be told."""
    moment = _moment(written) if written else None
    return moment.date() if moment else None


def _moment(written: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
