"""Parquet tables to pages, a small batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.parquet

from kawat.readers.rows import FIELDS, page_from_row
from kawat.records import Page, Reject

_BATCH = 32


def read_parquet(path: Path, source: str) -> Iterator[Page | Reject]:
    """Yield a page or a Reject per row; one Reject where the file cannot be read (further)."""
    try:
        with pyarrow.parquet.ParquetFile(path) as table:
            columns = [name for name in table.schema_arrow.names if name in FIELDS]
            if not {"text", "html"} & set(columns):
                reason = "the table has neither a text nor an html column; rename the column that has the articles"
                yield Reject(source=source, reason=reason, sample=", ".join(table.schema_arrow.names)[:120])
                return
            number = 0
            for batch in table.iter_batches(batch_size=_BATCH, columns=columns):
                for index in range(batch.num_rows):
                    number += 1
                    yield _row(batch, index, f"{source}#{number}")
    except (pyarrow.ArrowException, OSError, ValueError, MemoryError) as error:
        first = str(error).partition("\n")[0][:200]
        yield Reject(source=source, reason=f"not a readable Parquet file ({first})")


def _row(batch: pyarrow.RecordBatch, index: int, source: str) -> Page | Reject:
    row = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            row[name] = column[index].as_py()
        except (UnicodeDecodeError, ValueError, OverflowError):
            return Reject(source=source, reason=f"the field {name} is not valid UTF-8 or not a valid value")
    return page_from_row(row, source)
