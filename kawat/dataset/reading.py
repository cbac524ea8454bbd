"""A dataset opened for reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa

from kawat.dataset.files import interruptible, open_read
from kawat.dataset.resolve import is_resolved
from kawat.dataset.schema import KEYS, TABLES, ordered

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl


BATCH = 1000


class Dataset:
    """A Kawat dataset, read-only: whole tables as Arrow, pandas or polars, and SQL over them.

    Tables come ordered by their keys, so that two datasets with the same content compare equal.
    """

    tables: tuple[str, ...] = TABLES

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection

    @property
    def resolved(self) -> bool:
        """Whether events and stories are up to date; they are not after an interrupted run."""
        return is_resolved(self._connection)

    def arrow(self, table: str) -> pa.Table:
        """Return a table's rows. Raises KeyError for a name that is not in ``tables``."""
        if table not in KEYS:
            raise KeyError(f"no table {table!r}; there are {', '.join(TABLES)}")
        return self.sql(ordered(table))

    def pandas(self, table: str) -> pd.DataFrame:
        """Return a table as a pandas data frame; pandas must be installed."""
        return self.arrow(table).to_pandas()

    def polars(self, table: str) -> pl.DataFrame:
        """Return a table as a polars data frame; polars must be installed."""
        import polars

        frame = polars.from_arrow(self.arrow(table))
        assert isinstance(frame, polars.DataFrame)
        return frame

    def sql(self, query: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> pa.Table:
        """Return the rows of a query as Arrow; ``params`` fill its ``?`` or ``$name``."""
        relation = self._connection.sql(query, params=params)
        return relation.to_arrow_table() if relation is not None else pa.table({})

    def stream(
        self, query: str, params: Sequence[Any] | Mapping[str, Any] | None = None, size: int = BATCH
    ) -> Iterator[pa.RecordBatch]:
        """Yield the rows of a query as Arrow batches of ``size``, without holding them all; several may run at once."""
        with interruptible(), self._connection.cursor() as cursor:
            relation = cursor.sql(query, params=params)
            # DuckDB 2 calls it to_arrow_reader, 1.4 only fetch_record_batch.
            read = getattr(relation, "to_arrow_reader", None) or relation.fetch_record_batch
            yield from read(size)

    def copy(self, query: str, path: Path, format: str, metadata: Mapping[str, str] | None = None) -> None:
        """Write the rows of a query to a file, in a format that DuckDB writes, without holding them all.

        ``metadata`` is written into a Parquet file as keys and values.
        """
        options = "FORMAT csv, HEADER" if format == "csv" else f"FORMAT {format}"
        if metadata:
            pairs = ", ".join(f"{_quoted(key)}: {_quoted(value)}" for key, value in metadata.items())
            options += f", KV_METADATA {{{pairs}}}"
        self._connection.execute(f"COPY ({query}) TO {_quoted(str(path))} ({options})")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Dataset({str(self.path)!r})"


def open_dataset(path: str | Path) -> Dataset:
    """Open a dataset for reading.

    Raises DatasetError, a ValueError, where the file is missing, is no Kawat dataset, was written with
    another schema version, or is being written by another process.
    """
    path = Path(path)
    return Dataset(path, open_read(path))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
