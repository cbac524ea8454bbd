"""What people have said of reports: which of them tell one event, and what is coded wrongly.

Both live in tables of their own that no run overwrites. They are laid over the reports whenever events are resolved.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any, get_args

import duckdb

from kawat.codebook import load_codebook
from kawat.records import Status
from kawat.stories import Locks

FIELDS = ("type", "status", "date_start", "date_end", "rejected")
Row = dict[str, Any]


class CorrectionError(ValueError):
    """A correction or lock cannot be made; the message says why."""


class Corrections:
    """The corrections that count: of each report and field the latest."""

    def __init__(self, rows: list[tuple[str, str, str | None]]) -> None:
        self._by_report: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
        for report, field, value in rows:
            self._by_report[report][field] = value

    def is_rejected(self, report: str) -> bool:
        """Return whether a person has said that a report tells no event."""
        return report in self._by_report and self._by_report[report].get("rejected") == "true"

    def applied(self, row: Row) -> Row:
        """Return a row of ``reports`` with what was corrected in it."""
        if row["id"] not in self._by_report:
            return row
        row = dict(row)
        for field, value in self._by_report[row["id"]].items():
            if value is None or field == "rejected":
                continue
            row[field] = date.fromisoformat(value) if field.startswith("date_") else value
            if field == "type":
                event = load_codebook().types[value]
                row |= {"quad": event.quad, "score": event.score, "modes": []}
        return row


def read_corrections(connection: duckdb.DuckDBPyConnection) -> Corrections:
    """Return the corrections of a dataset."""
    query = "SELECT report_id, field, value FROM review.corrections ORDER BY decided"
    return Corrections(connection.execute(query).fetchall())


def read_locks(connection: duckdb.DuckDBPyConnection) -> Locks:
    """Return the locks of a dataset: of each pair what was decided last."""
    query = """SELECT least(report_id, other_id), greatest(report_id, other_id), together
        FROM review.locks ORDER BY decided"""
    last = {(one, other): together for one, other, together in connection.execute(query).fetchall()}
    joined = frozenset(pair for pair, together in last.items() if together)
    return Locks(joined, frozenset(last) - joined)


def lock(connection: duckdb.DuckDBPyConnection, report: str, other: str, together: bool, reviewer: str) -> None:
    """Record that two reports tell one event, or do not. Raises CorrectionError for unknown or equal reports."""
    if report == other:
        raise CorrectionError(f"{report} cannot be locked to itself")
    _touch(connection, [report, other])
    connection.execute("INSERT INTO review.locks VALUES (?, ?, ?, ?, ?)", [report, other, together, reviewer, _now()])


def correct(connection: duckdb.DuckDBPyConnection, report: str, field: str, value: str | None, reviewer: str) -> None:
    """Record the right ``value`` of a report's field (None: as it was coded). Raises CorrectionError for a bad one."""
    _check(field, value)
    _touch(connection, [report])
    row = [report, field, value, reviewer, _now()]
    connection.execute("INSERT INTO review.corrections VALUES (?, ?, ?, ?, ?)", row)


def _check(field: str, value: str | None) -> None:
    if field not in FIELDS:
        raise CorrectionError(f"no field {field!r} to correct; there are {', '.join(FIELDS)}")
    if value is None:
        return
    choices = {"type": tuple(load_codebook().types), "status": get_args(Status), "rejected": ("true", "false")}
    allowed = choices.get(field)
    if allowed is not None and value not in allowed:
        raise CorrectionError(f"{value!r} is no {field}; there are {', '.join(allowed)}")
    if allowed is None:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise CorrectionError(f"{value!r} is no day, such as 2024-03-11") from None


def _touch(connection: duckdb.DuckDBPyConnection, reports: list[str]) -> None:
    """Have the days of these reports resolved anew."""
    query = """SELECT r.id, a.published FROM reports r JOIN articles a ON a.id = r.article_id
        WHERE r.id IN (SELECT unnest(?))"""
    known = connection.execute(query, [reports]).fetchall()
    if missing := sorted(set(reports) - {id for id, _ in known}):
        raise CorrectionError(f"no report {', '.join(missing)} in this dataset")
    connection.executemany("INSERT INTO kawat_internal.changed VALUES (?)", [[published] for _, published in known])


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
