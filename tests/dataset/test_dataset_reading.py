"""Opening a dataset, and what is said where it cannot be opened."""

from __future__ import annotations

import subprocess
import sys

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from made_articles import entry, made

import kawat
from kawat.dataset import DatasetError, Writer, export, open_dataset


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "events.duckdb"
    with Writer(path) as writer:
        writer.write([entry(made("a", title='Tuduhan, "tuduhan"\ndan')), entry(made("b"))])
        writer.finish()
    return path


def test_tables_come_as_arrow_pandas_and_polars(path):
    with kawat.open_dataset(path) as dataset:
        assert set(dataset.tables) == {
            "articles", "actors", "mentions", "statements", "reports", "events", "stories", "rejects", "runs",
        }  # fmt: skip
        for table in dataset.tables:
            arrow, pandas, polars = dataset.arrow(table), dataset.pandas(table), dataset.polars(table)
            assert isinstance(arrow, pa.Table)
            assert isinstance(pandas, pd.DataFrame)
            assert isinstance(polars, pl.DataFrame)
            assert len(arrow) == len(pandas) == len(polars)


def test_sql_takes_parameters(path):
    with open_dataset(path) as dataset:
        assert dataset.sql("SELECT id FROM articles WHERE id = $id", {"id": "b"}).to_pylist() == [{"id": "b"}]


def test_every_table_and_column_is_described_in_the_file(path):
    with open_dataset(path) as dataset:
        described = dataset.sql(
            "SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE schema_name IN ('main', 'review') AND comment IS NULL "
            "AND table_name IN (SELECT table_name FROM duckdb_tables()) "
            "UNION ALL SELECT view_name, '' FROM duckdb_views() WHERE NOT internal AND comment IS NULL"
        )
    assert described.to_pylist() == []


def test_a_table_that_is_not_there_is_named(path):
    with open_dataset(path) as dataset, pytest.raises(KeyError, match="no table 'event'; there are articles"):
        dataset.arrow("event")


def test_a_dataset_cannot_be_changed_through_it(path):
    with open_dataset(path) as dataset, pytest.raises(duckdb.Error, match="read-only"):
        dataset.sql("DELETE FROM articles")


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(DatasetError, match="does not exist"):
        open_dataset(tmp_path / "nothing.duckdb")


def test_a_folder_is_no_dataset(tmp_path):
    with pytest.raises(DatasetError, match="cannot be read"):
        open_dataset(tmp_path)


def test_another_schema_version_is_named_with_the_remedy(path):
    with duckdb.connect(path) as connection:
        connection.execute("UPDATE kawat_internal.dataset SET schema_version = 99")
    with pytest.raises(DatasetError, match=r"schema version 99.*code the input again"):
        open_dataset(path)


def test_a_file_in_use_by_another_process_is_said_to_be_so(path):
    script = "import sys; from kawat.dataset import Writer; w = Writer(sys.argv[1]); print('open', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", script, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(DatasetError, match=r"in use by another process \(PID \d+\)"):
            open_dataset(path)
        other.communicate(b"\n")
    open_dataset(path).close()


def test_exported_tables_hold_what_the_dataset_holds(path, tmp_path):
    with open_dataset(path) as dataset:
        for format in ("csv", "parquet"):
            files = export(dataset, format, tmp_path / format)
            assert sorted(file.name for file in files) == sorted(f"{table}.{format}" for table in dataset.tables)
            assert sorted((tmp_path / format).iterdir()) == sorted(files)
        for table in dataset.tables:
            assert pl.read_parquet(tmp_path / "parquet" / f"{table}.parquet").equals(dataset.polars(table))
            assert len(pd.read_csv(tmp_path / "csv" / f"{table}.csv")) == len(dataset.arrow(table))
    articles = pd.read_csv(tmp_path / "csv" / "articles.csv")
    assert articles["title"][0] == 'Tuduhan, "tuduhan"\ndan'
    reports = pd.read_csv(tmp_path / "csv" / "reports.csv")
    assert reports["actor_names"][0] == '["Rusia"]'


def test_an_unknown_format_is_refused_with_those_there_are(path, tmp_path):
    with open_dataset(path) as dataset, pytest.raises(ValueError, match="there are csv, parquet"):
        export(dataset, "dbase", tmp_path)
