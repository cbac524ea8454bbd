"""All tables as CSV, one file for each; lists are JSON arrays."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.types as pt

from kawat.dataset.exports.files import Note, whole
from kawat.dataset.reading import Dataset
from kawat.dataset.schema import TABLES, ordered


def write(dataset: Dataset, folder: Path, note: Note) -> list[Path]:
    """Write one file for each table."""
    paths = [folder / f"{table}.csv" for table in TABLES]
    for table, path in zip(TABLES, paths, strict=True):
        with whole(path) as part:
            dataset.copy(_lists_as_json(dataset, table), part, "csv")
    return paths


def _lists_as_json(dataset: Dataset, table: str) -> str:
    schema: pa.Schema = dataset.sql(f"SELECT * FROM {table} LIMIT 0").schema
    nested = [f'"{field.name}"' for field in schema if pt.is_nested(field.type)]
    replaced = ", ".join(f"to_json({name})::VARCHAR AS {name}" for name in nested)
    return f"SELECT * {f'REPLACE ({replaced})' if nested else ''} FROM ({ordered(table)})"
