"""Opening a dataset's file, with a plain word about why where that cannot be."""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from kawat.dataset.schema import SCHEMA_VERSION, ddl

MAGIC = (8, b"DUCK")  # where a DuckDB file says what it is
MEMORY_LIMIT = "2GB"  # beyond it DuckDB works on disk, beside the file
STORAGE = "v1.2.0"  # the oldest DuckDB that is to read our files, in whatever language it is used from


class DatasetError(ValueError):
    """A file cannot be opened as a Kawat dataset; the message says why and what helps."""


def open_read(path: Path) -> duckdb.DuckDBPyConnection:
    """Open an existing dataset for reading. Raises DatasetError."""
    if not path.exists():
        raise DatasetError(f"{path} does not exist; `kawat code INPUT -o {path}` makes it")
    return _open(path, read_only=True)


def open_write(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a dataset for writing, making it where there is none.

    Raises DatasetError where the parent folder is missing or the file is something else, which is then
    left as it is.
    """
    if not path.parent.is_dir():
        raise DatasetError(f"the folder {path.parent} does not exist; make it first: mkdir -p {path.parent}")
    if not path.exists():
        _create(path)
    return _open(path, read_only=False)


@contextmanager
def interruptible() -> Generator[None]:
    """Raise KeyboardInterrupt where DuckDB was broken off by Ctrl-C, which it reports in its own way."""
    try:
        yield
    except (RuntimeError, OSError) as error:
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from error
        raise


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Generator[None]:
    """Do what follows whole or not at all. Raises KeyboardInterrupt where it was broken off by Ctrl-C."""
    with interruptible():
        connection.execute("BEGIN")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            with suppress(duckdb.Error):  # a failed COMMIT has rolled back already
                connection.execute("ROLLBACK")
            raise


def _create(path: Path) -> None:
    """Make an empty dataset. It is made beside ``path`` and moved there whole: a kill leaves no half of it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with duckdb.connect(draft, config={"storage_compatibility_version": STORAGE}) as connection:
            connection.execute(ddl())
            connection.execute("INSERT INTO kawat_internal.dataset VALUES (?, NULL)", [SCHEMA_VERSION])
        draft.replace(path)
    except (duckdb.Error, OSError) as error:
        raise DatasetError(f"{path} cannot be written: {_first_line(error)}") from error
    finally:
        with suppress(OSError):
            draft.unlink()


def _open(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    _check_magic(path)
    try:
        connection = duckdb.connect(
            path,
            read_only=read_only,
            config={"memory_limit": MEMORY_LIMIT, "storage_compatibility_version": STORAGE},
        )
    except duckdb.IOException as error:
        if "Could not set lock" in str(error):
            holder = re.search(r"PID \d+", str(error))
            who = f"another process ({holder[0]})" if holder else "another process"
            raise DatasetError(f"{path} is in use by {who}; try again when it has ended") from error
        raise DatasetError(f"{path} cannot be opened: {_first_line(error)}") from error
    except duckdb.Error as error:
        raise DatasetError(f"{path} cannot be opened: {_first_line(error)}") from error
    try:
        _check_version(path, connection)
    except DatasetError:
        connection.close()
        raise
    return connection


def _check_magic(path: Path) -> None:
    # DuckDB would open SQLite files too, and make a database of an empty file: look before it does.
    offset, magic = MAGIC
    try:
        with path.open("rb") as file:
            head = file.read(offset + len(magic))
    except OSError as error:
        raise DatasetError(f"{path} cannot be read: {error.strerror}") from error
    if head[offset:] != magic:
        raise DatasetError(f"{path} is not a Kawat dataset; it is left as it is")


def _check_version(path: Path, connection: duckdb.DuckDBPyConnection) -> None:
    try:
        rows = connection.execute("SELECT schema_version FROM kawat_internal.dataset").fetchall()
    except duckdb.CatalogException as error:
        raise DatasetError(f"{path} is a DuckDB file but not a Kawat dataset; it is left as it is") from error
    version = rows[0][0] if rows else None
    if version != SCHEMA_VERSION:
        raise DatasetError(
            f"{path} has schema version {version}, this Kawat reads {SCHEMA_VERSION}; "
            "code the input again into a new file, or use the Kawat that wrote it"
        )


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
