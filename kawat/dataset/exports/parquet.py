"""All tables as Parquet, one file for each, with a data dictionary in its metadata."""

from __future__ import annotations

import json
from pathlib import Path

from kawat.dataset.exports.files import Note, whole
from kawat.dataset.reading import Dataset
from kawat.dataset.schema import SCHEMA_VERSION, TABLES, ordered

DESCRIBED = """
SELECT column_name, comment FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'main' AND table_name = $table
ORDER BY column_index
"""
TABLE = """
SELECT comment FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = 'main' AND table_name = $table
"""


def write(dataset: Dataset, folder: Path, note: Note) -> list[Path]:
    """Write one file for each table."""
    paths = [folder / f"{table}.parquet" for table in TABLES]
    for table, path in zip(TABLES, paths, strict=True):
        with whole(path) as part:
            dataset.copy(ordered(table), part, "parquet", metadata(dataset, table))
    return paths


def metadata(dataset: Dataset, table: str) -> dict[str, str]:
    """Return what is written into the file's metadata: what the table and its columns are."""
    columns = {row["column_name"]: row["comment"] for row in dataset.sql(DESCRIBED, {"table": table}).to_pylist()}
    (about,) = dataset.sql(TABLE, {"table": table})["comment"].to_pylist()
    return {
        "kawat.dictionary": json.dumps(columns, ensure_ascii=False),
        "kawat.schema_version": str(SCHEMA_VERSION),
        "kawat.table": about or "",
    }
