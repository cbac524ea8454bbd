"""Bringing events and stories of a dataset up to date: its rows through ``kawat.stories`` and back.

Nothing here grows with the dataset but DuckDB's own tables, which go to disk where they do not fit: texts
and reports pass through as streams, and rows that can belong together are brought together by sorting.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import duckdb
import numpy as np
import pyarrow as pa

from kawat import stories
from kawat.dataset.files import interruptible, transaction
from kawat.dataset.schema import arrow_schemas
from kawat.stories import Report, Told
from kawat.stories.copies import PERMUTATIONS, THRESHOLD
from kawat.version import __version__

BATCH = 1000

T = TypeVar("T")


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Recompute near-copies, stories and events where articles have changed since.

    What is computed goes into a scratch database, and from there into the dataset in one transaction.
    """
    (resolved_by,) = connection.execute("SELECT resolved_by FROM kawat_internal.dataset").fetchall()[0]
    if resolved_by == __version__:
        return
    connection.execute("ATTACH ':memory:' AS scratch")
    try:
        # A stream is read through one cursor while the other writes; a single one could do but one thing.
        with interruptible(), connection.cursor() as reader, connection.cursor() as writer:
            writer.execute(_queries()["numbered"])
            writer.execute(_queries()["tables"])
            _find_copies(reader, writer)
            _find_stories(reader, writer)
            _find_events(reader, writer)
        with transaction(connection):
            connection.execute("DELETE FROM events; DELETE FROM stories")
            for name in ("articles", "reports", "events", "stories"):
                connection.execute(_queries()[name])
            connection.execute("UPDATE kawat_internal.dataset SET resolved_by = ?", [__version__])
    finally:
        connection.execute("DETACH scratch")


def _find_copies(reader: duckdb.DuckDBPyConnection, writer: duckdb.DuckDBPyConnection) -> None:
    for rows in _stream(reader, "texts"):
        signatures = stories.signatures(rows["text"].to_pylist())
        bands = stories.signature_bands(signatures)
        worded = signatures.any(axis=1)
        articles = rows["article"].to_numpy()[worded]
        blobs = [signature.astype("<u4").tobytes() for signature in signatures[worded]]
        _insert(writer, "signatures", {"article": articles, "signature": pa.array(blobs, pa.binary())})
        hashes = bands[worded]
        count = hashes.shape[1]
        columns = {
            "article": np.repeat(articles, count),
            "band": np.tile(np.arange(count, dtype="u1"), len(articles)),
            "hash": hashes.ravel(),
        }
        _insert(writer, "bands", columns)
    copies = stories.find_copies(_links(reader))
    columns = {"article": pa.array(copies.keys(), pa.int64()), "original": pa.array(copies.values(), pa.int64())}
    _insert(writer, "copies", columns)


def _links(reader: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, int]]:
    for rows in _stream(reader, "similar"):
        one, two = (
            np.frombuffer(b"".join(rows[name].to_pylist()), "<u4").reshape(-1, PERMUTATIONS) for name in ("one", "two")
        )
        close = stories.similarities(one, two) >= THRESHOLD
        pairs = zip(rows["article"].to_pylist(), rows["other"].to_pylist(), strict=True)
        yield from itertools.compress(pairs, close.tolist())


def _find_stories(reader: duckdb.DuckDBPyConnection, writer: duckdb.DuckDBPyConnection) -> None:
    with reader.cursor() as second:
        for pairs in _batched(stories.group(_told(reader, second))):
            _insert(writer, "stories", {"original": [a for a, _ in pairs], "story": [s for _, s in pairs]})
    writer.execute(_queries()["placed"])


def _told(reader: duckdb.DuckDBPyConnection, second: duckdb.DuckDBPyConnection) -> Iterator[Told]:
    """Yield the articles that copy no other, with their reports, in the order of publication."""
    by_article = itertools.groupby(_reports(second, "reports by article"), key=lambda report: report.article)
    number, reports = next(by_article, (None, iter(())))
    for rows in _stream(reader, "originals"):
        for article, published in zip(rows["article"].to_pylist(), rows["published"].to_pylist(), strict=True):
            mine: tuple[Report, ...] = ()
            if article == number:
                mine = tuple(reports)
                number, reports = next(by_article, (None, iter(())))
            yield Told(article=article, published=published, reports=mine)


def _find_events(reader: duckdb.DuckDBPyConnection, writer: duckdb.DuckDBPyConnection) -> None:
    for groups in _batched(stories.merge(_reports(reader, "reports by block"))):
        events = [stories.summarise(group) for group in groups]
        told = [(report, event["id"]) for event in events for report in event["reports"]]
        _insert(writer, "told", {"report_id": [r for r, _ in told], "event_id": [e for _, e in told]})
        _register(writer, "events", pa.Table.from_pylist(events, schema=arrow_schemas()["events"]))


def _reports(reader: duckdb.DuckDBPyConnection, name: str) -> Iterator[Report]:
    for rows in _stream(reader, name):
        for row in rows.to_pylist():
            yield _report(row)


def _report(row: dict[str, Any]) -> Report:
    values: dict[str, Any] = {name: row[name] for name in Report.__struct_fields__ if name != "words"}
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return Report(**values, words=stories.words(row.get("sentence") or ""))


# ------------------------------------------------------------------ DuckDB


@cache
def _queries() -> dict[str, str]:
    text = (resources.files("kawat.dataset") / "resolve.sql").read_text(encoding="utf-8")
    return dict(re.findall(r"^-- name: (.+)\n((?:(?!-- name:).*\n)*)", text, re.MULTILINE))


def _stream(reader: duckdb.DuckDBPyConnection, name: str) -> Iterator[pa.RecordBatch]:
    relation = reader.sql(_queries()[name])
    # DuckDB 2 calls it to_arrow_reader, 1.4 only fetch_record_batch.
    read = getattr(relation, "to_arrow_reader", None) or relation.fetch_record_batch
    yield from read(BATCH)


def _insert(writer: duckdb.DuckDBPyConnection, table: str, columns: dict[str, Any]) -> None:
    _register(writer, table, pa.table(columns))


def _register(writer: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    if not rows.num_rows:
        return
    writer.register("incoming", rows)
    writer.execute(f"INSERT INTO scratch.{table} BY NAME SELECT * FROM incoming")
    writer.unregister("incoming")


def _batched(items: Iterable[T]) -> Iterator[list[T]]:
    iterator = iter(items)
    take: Callable[[], list[T]] = lambda: list(itertools.islice(iterator, BATCH))  # noqa: E731
    yield from iter(take, [])
