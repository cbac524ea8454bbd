"""A dataset shared by the threads that answer requests: one read-only connection, one cursor a request."""

from __future__ import annotations

import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat.dataset import is_resolved
from kawat.dataset.files import open_read

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]


class Reader:
    """Queries of one request."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def rows(self, query: str, params: Mapping[str, Any] | None = None) -> list[Row]:
        """Return the rows of a query, by column; ``params`` fill its ``$name``."""
        self._cursor.execute(query, dict(params) if params else None)
        columns = [column[0] for column in self._cursor.description or ()]
        # All rows are fetched at once: DuckDB 2 takes no new query while a result is open.
        return [dict(zip(columns, values, strict=True)) for values in self._cursor.fetchall()]

    def row(self, query: str, params: Mapping[str, Any] | None = None) -> Row | None:
        """Return the first row, or None where there is none."""
        return next(iter(self.rows(query, params)), None)

    def count(self, query: str, params: Mapping[str, Any] | None = None) -> int:
        """Return the number that a query of one row and column gives."""
        row = self.row(query, params)
        return int(next(iter(row.values()))) if row else 0


class Database:
    """A dataset's file, open for reading. Raises DatasetError where it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._connection = open_read(path)
        self._lock = threading.Lock()

    @contextmanager
    def reader(self) -> Generator[Reader]:
        """Give a cursor of its own to whoever asks: cursors may run side by side, one cursor may not."""
        with self._lock:
            cursor = self._connection.cursor()
        try:
            yield Reader(cursor)
        finally:
            cursor.close()

    def resolved(self) -> bool:
        """Return whether events and stories are up to date with the articles."""
        with self._lock, self._connection.cursor() as cursor:
            return is_resolved(cursor)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
