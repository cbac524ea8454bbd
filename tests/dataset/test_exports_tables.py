"""All tables as CSV and Parquet, and what holds for every format."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from odd_articles import ODD_ID, TEXT, make

from kawat.dataset import FORMATS, export, open_dataset
from kawat.dataset.exports.tabbed import joined, line
from kawat.dataset.schema import SCHEMA_VERSION


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return make(tmp_path_factory.mktemp("exports") / "events.duckdb")


def written(path: Path, format: str, folder: Path) -> list[Path]:
    with open_dataset(path) as dataset:
        return export(dataset, format, folder)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_dataset_gives_the_same_bytes(path, tmp_path, format):
    files = written(path, format, tmp_path / "one")
    again = written(path, format, tmp_path / "two")
    assert [file.name for file in files] == [file.name for file in again]
    assert [file.read_bytes() for file in files] == [file.read_bytes() for file in again]
    assert sorted(files) == sorted((tmp_path / "one").iterdir())


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_dataset_can_be_written(tmp_path, format):
    from kawat.dataset import Writer

    with Writer(tmp_path / "events.duckdb") as writer:
        writer.finish()
    assert all(file.exists() for file in written(tmp_path / "events.duckdb", format, tmp_path / "out"))


@pytest.mark.parametrize("format", FORMATS)
def test_a_run_that_was_interrupted_can_be_written(path, tmp_path, format):
    copy = tmp_path / "events.duckdb"
    copy.write_bytes(path.read_bytes())
    with duckdb.connect(copy) as connection:
        connection.execute("DELETE FROM reports; DELETE FROM articles; DELETE FROM runs")
    assert all(file.exists() for file in written(copy, format, tmp_path / "out"))


@pytest.mark.parametrize("format", FORMATS)
def test_more_columns_are_no_hindrance(path, tmp_path, format):
    copy = tmp_path / "events.duckdb"
    copy.write_bytes(path.read_bytes())
    with duckdb.connect(copy) as connection:
        for table in ("articles", "actors", "statements", "reports", "events"):
            connection.execute(f"ALTER TABLE {table} ADD COLUMN words VARCHAR[]")
            connection.execute(f"ALTER TABLE {table} ADD COLUMN nth INTEGER")
            connection.execute(f"ALTER TABLE {table} ADD COLUMN together STRUCT(a VARCHAR, b DATE)")
    files, more = written(path, format, tmp_path / "one"), written(copy, format, tmp_path / "two")
    if format in ("polecat", "cameo", "annotations"):
        assert [file.read_bytes() for file in files] == [file.read_bytes() for file in more]


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_cannot_be_written_leaves_nothing(path, tmp_path, format):
    folder = tmp_path / "out"
    first = written(path, format, folder)[0]
    before = first.stat().st_size
    first.unlink()
    (folder / f"{first.name}.part").mkdir()
    with pytest.raises(OSError, match="part"):
        written(path, format, folder)
    assert before
    assert not first.exists()


def test_csv_comes_back_as_it_was(path, tmp_path):
    written(path, "csv", tmp_path)
    csv.field_size_limit(10**6)
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as file:
        articles = {row["id"]: row for row in csv.DictReader(file)}
    assert articles[ODD_ID]["text"] == TEXT
    assert json.loads(articles[ODD_ID]["paragraph_start"])[0] == 0


def test_parquet_files_say_what_their_columns_are(path, tmp_path):
    with open_dataset(path) as dataset:
        for file in export(dataset, "parquet", tmp_path):
            metadata = {key.decode(): value.decode() for key, value in pq.ParquetFile(file).metadata.metadata.items()}
            dictionary = json.loads(metadata["kawat.dictionary"])
            assert list(dictionary) == pq.read_schema(file).names
            assert all(dictionary.values())
            assert metadata["kawat.schema_version"] == str(SCHEMA_VERSION)
            assert metadata["kawat.table"]
    assert (
        "PLOVER's conflict-cooperation scale"
        in json.loads(pq.ParquetFile(tmp_path / "events.parquet").metadata.metadata[b"kawat.dictionary"])["score"]
    )


def test_a_line_with_tabs_is_one_line():
    cells = "\t", "\n", "\r", "\\", "\\t", None, 1.5, "\u2028\u200f"
    assert line(cells) == "\\t\t\\n\t\\r\t\\\\\t\\\\t\t\t1.5\t\u2028\u200f\n"
    assert joined(["a;b", None, "c"]) == "a b;c"
