"""The tables of a dataset as files of other formats, one file for each table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.types as pt

from kawat.dataset.reading import Dataset
from kawat.dataset.schema import TABLES, ordered


def export(dataset: Dataset, format: str, folder: str | Path) -> list[Path]:
    """Write all tables into ``folder``, which is made if need be, and return the files.

    A file takes its name once it is whole. In CSV, lists are JSON arrays. Raises ValueError for an unknown
    format and OSError where a file cannot be written.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    folder = Path(folder)
    folder.mkdir(exist_ok=True)
    return [_write(dataset, table, format, folder) for table in TABLES]


def _write(dataset: Dataset, table: str, format: str, folder: Path) -> Path:
    path = folder / f"{table}.{format}"
    part = path.with_name(f"{path.name}.part")
    query = FORMATS[format](dataset, table)
    try:
        dataset.copy(query, part, format)
        part.replace(path)
    except duckdb.IOException as error:
        raise OSError(f"{path} cannot be written: {error}") from error
    finally:
        with suppress(OSError):
            part.unlink()
    return path


def _as_it_is(dataset: Dataset, table: str) -> str:
    return ordered(table)


def _lists_as_json(dataset: Dataset, table: str) -> str:
    schema: pa.Schema = dataset.sql(f"SELECT * FROM {table} LIMIT 0").schema
    lists = [field.name for field in schema if pt.is_list(field.type)]
    replaced = ", ".join(f"to_json({name})::VARCHAR AS {name}" for name in lists)
    return f"SELECT * {f'REPLACE ({replaced})' if lists else ''} FROM ({ordered(table)})"


FORMATS: dict[str, Callable[[Dataset, str], str]] = {"csv": _lists_as_json, "parquet": _as_it_is}
"""The formats, each with the query that gives its rows."""
