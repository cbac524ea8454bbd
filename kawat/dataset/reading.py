"""A dataset opened for reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa

from kawat.dataset.files import open_read
from kawat.dataset.schema import KEYS, TABLES, ordered

if TYPE_CHECKING:
    import duckdb
    import pandas as pd
    import polars as pl


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
        return self._connection.execute("SELECT resolved_by FROM kawat_internal.dataset").fetchall()[0][0] is not None

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

    def copy(self, query: str, path: Path, format: str) -> None:
        """Write the rows of a query to a file, in a format that DuckDB writes, without holding them all."""
        quoted = str(path).replace("'", "''")
        options = "FORMAT csv, HEADER" if format == "csv" else f"FORMAT {format}"
        self._connection.execute(f"COPY ({query}) TO '{quoted}' ({options})")

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
