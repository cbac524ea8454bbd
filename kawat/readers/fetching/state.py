"""What a file of fetched pages holds, and what hosts said of it: a small SQLite file beside it.

The file of pages is the truth, the state an index of it: with the state lost, the addresses are read from the
pages again, and with the pages lost, the state is forgotten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import msgspec

_TABLES = """
CREATE TABLE IF NOT EXISTS seen
    (url TEXT PRIMARY KEY, listing INTEGER, etag TEXT, modified TEXT, digest TEXT, fetched TEXT);
CREATE TABLE IF NOT EXISTS output (bytes INTEGER);
"""


class StoreError(ValueError):
    """Pages cannot be kept in a file; the message says why and what helps, for people."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """An address that was answered before: its validators, the digest of its content, and when.

    ``listing``: it is a feed or sitemap, all of whose pages were fetched.
    """

    listing: bool = False
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    fetched: str | None = None

    def conditions(self) -> dict[str, str]:
        """Return the headers that ask for the content only if it has changed."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value}


class State:
    """The addresses that were answered, in a file, or in memory where ``path`` is None."""

    def __init__(self, path: Path | None) -> None:
        """Open the state and keep others from it. Raises StoreError where that cannot be."""
        self._path = path
        try:
            self._database = sqlite3.connect(path or ":memory:", timeout=0.5)
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.executescript(f"BEGIN EXCLUSIVE; {_TABLES} COMMIT;")
            self._database.execute("SELECT url, listing, etag, modified, digest, fetched FROM seen LIMIT 1")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StoreError(
                    f"{path} is in use by another process; wait for it or fetch into another file"
                ) from error
            raise StoreError(f"{path} cannot be opened ({error}); check its folder, or remove it") from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path} is not a file of kawat fetch, or damaged; remove it") from error

    def seen(self, url: str) -> Seen | None:
        """Return what is known of an address, if anything."""
        query = "SELECT listing, etag, modified, digest, fetched FROM seen WHERE url = ?"
        row = self._database.execute(query, (url,)).fetchone()
        return Seen(listing=bool(row[0]), etag=row[1], modified=row[2], digest=row[3], fetched=row[4]) if row else None

    def note(self, url: str, seen: Seen, output_bytes: int | None = None) -> None:
        """Keep what is known of an address, and with the same stroke how long the file of pages is now."""
        values = (url, seen.listing, seen.etag, seen.modified, seen.digest, seen.fetched)
        with self._database as transaction:
            transaction.execute("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?, ?, ?)", values)
            if output_bytes is not None:
                transaction.execute("DELETE FROM output")
                transaction.execute("INSERT INTO output VALUES (?)", (output_bytes,))

    def learn(self, found: Iterable[tuple[str, Seen]]) -> None:
        """Keep what is known of many addresses, all or none."""
        with self._database as transaction:
            values = ((url, seen.fetched) for url, seen in found)
            transaction.executemany("INSERT OR REPLACE INTO seen (url, listing, fetched) VALUES (?, 0, ?)", values)

    def output_bytes(self) -> int:
        """Return how much of the file of pages the state knows."""
        row = self._database.execute("SELECT bytes FROM output").fetchone()
        return row[0] if row else 0

    def forget(self) -> None:
        """Forget everything."""
        with self._database as transaction:
            transaction.execute("DELETE FROM seen")
            transaction.execute("DELETE FROM output")

    def close(self) -> None:
        """Let others open the state."""
        self._database.close()
