"""Bringing events and stories of a dataset up to date: its rows through ``kawat.stories`` and back.

Only what can have changed is done anew: from the first day on of which articles were added or replaced, with the days
before it in sight. Nothing here grows with the dataset but DuckDB's own tables, which go to disk where they do not fit:
texts and reports pass through as streams, and rows that can belong together are brought together by sorting.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import duckdb
import numpy as np
import pyarrow as pa

from kawat import stories
from kawat.dataset.corrections import Corrections, read_corrections, read_locks
from kawat.dataset.files import interruptible, transaction
from kawat.dataset.schema import arrow_schemas
from kawat.stories import Event, Locks, Report, Told
from kawat.stories.copies import COPY_SPAN, PERMUTATIONS
from kawat.stories.grouping import GAP, Placed
from kawat.version import __version__

BATCH = 1000
IN_SIGHT = 2 * GAP.days  # before the first changed day: what its stories are compared with, and what weighs their names

# Columns of reports: all that sums them up ("words" and "names" come of the sentence), and what pairs are weighed by.
SUMMED = tuple(name for name in Report.__struct_fields__ if name not in ("words", "names"))
WEIGHED = (
    "id", "article", "original", "story", "type", "quad", "score", "status", "confidence", "modes", "symmetric",
    "actor_ids", "actor_countries", "recipient_ids", "recipient_countries", "date_start", "date_end", "published",
    "place_latitude", "place_longitude", "sentence_start", "sentence", "language",
)  # fmt: skip

T = TypeVar("T")


def is_resolved(connection: duckdb.DuckDBPyConnection) -> bool:
    """Return whether events and stories are up to date with the articles, by whatever version."""
    (changed,) = connection.execute("SELECT count(*) FROM kawat_internal.changed").fetchall()[0]
    return _resolved_by(connection) is not None and not changed


def resolve(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring near-copies, stories and events up to date where articles, locks or corrections have changed.

    What is computed goes into a scratch database, and from there into the dataset in one transaction.
    """
    since, same_version = None, _resolved_by(connection) == __version__
    if same_version:
        if is_resolved(connection):
            return
        (since,) = connection.execute(_queries()["changed"]).fetchall()[0]
    while True:
        earlier = _resolve_since(connection, since)
        if earlier is None:
            return
        since = earlier


def _resolved_by(connection: duckdb.DuckDBPyConnection) -> str | None:
    return connection.execute("SELECT resolved_by FROM kawat_internal.dataset").fetchall()[0][0]


def _resolve_since(connection: duckdb.DuckDBPyConnection, since: date | None) -> date | None:
    """Do all anew from ``since`` on, or at all (None); return an earlier day where it has to be from that on."""
    connection.execute("ATTACH ':memory:' AS scratch")
    try:
        # A stream is read through one cursor while the other writes; a single one could do but one thing.
        with interruptible(), connection.cursor() as reader, connection.cursor() as writer:
            run = _Resolution(reader, writer, since)
            earlier = run.find_copies()
            if earlier is not None:
                return earlier
            run.find_stories()
            run.find_events()
        with transaction(connection):
            for name in ("articles", "reports", "events", "stories"):
                connection.execute(_queries()[name])
            connection.execute("DELETE FROM kawat_internal.changed")
            connection.execute("UPDATE kawat_internal.dataset SET resolved_by = ?", [__version__])
    finally:
        connection.execute("DETACH scratch")
    return None


class _Resolution:
    """One pass over the articles from a day on."""

    def __init__(
        self, reader: duckdb.DuckDBPyConnection, writer: duckdb.DuckDBPyConnection, since: date | None
    ) -> None:
        self._reader, self._writer = reader, writer
        self._since = since or date.min
        self._locks: Locks = read_locks(reader)
        self._corrections: Corrections = read_corrections(reader)
        writer.execute(_queries()["numbered"])

    # ---------------------------------------------------------------- copies

    def find_copies(self) -> date | None:
        """Find near-copies; return a day before ``since`` on which an article copies another one than it did."""
        for rows in self._stream("texts", span=COPY_SPAN.days):
            signatures, runs = stories.signatures(rows["text"].to_pylist())
            bands = stories.signature_bands(signatures)
            worded = signatures.any(axis=1)
            articles = rows["article"].to_numpy()[worded]
            blobs = [signature.astype("<u4").tobytes() for signature in signatures[worded]]
            signed = {"article": articles, "signature": pa.array(blobs, pa.binary()), "runs": runs[worded]}
            self._insert("signatures", signed)
            hashes = bands[worded]
            count = hashes.shape[1]
            columns = {
                "article": np.repeat(articles, count),
                "band": np.tile(np.arange(count, dtype="u1"), len(articles)),
                "hash": hashes.ravel(),
            }
            self._insert("bands", columns)
        copies = stories.find_copies(itertools.chain(self._known_links(), self._links()))
        columns = {"article": pa.array(copies.keys(), pa.int64()), "original": pa.array(copies.values(), pa.int64())}
        self._insert("copies", columns)
        if self._since == date.min:
            return None
        (earlier,) = self._writer.execute(_queries()["changed originals"], {"since": self._since}).fetchall()[0]
        return earlier

    def _known_links(self) -> Iterator[tuple[int, int]]:
        if self._since != date.min:
            for rows in self._stream("known copies"):
                yield from zip(rows["article"].to_pylist(), rows["other"].to_pylist(), strict=True)

    def _links(self) -> Iterator[tuple[int, int]]:
        for rows in self._stream("similar", span=COPY_SPAN.days):
            one, two = (
                np.frombuffer(b"".join(rows[name].to_pylist()), "<u4").reshape(-1, PERMUTATIONS)
                for name in ("one", "two")
            )
            close = stories.are_copies(one, two, rows["runs_one"].to_numpy(), rows["runs_two"].to_numpy())
            pairs = zip(rows["article"].to_pylist(), rows["other"].to_pylist(), strict=True)
            yield from itertools.compress(pairs, close.tolist())

    # ---------------------------------------------------------------- stories

    def find_stories(self) -> None:
        """Give every article that copies no other a story."""
        for placed in _batched(self._grouped()):
            columns = {
                "original": [article for article, _ in placed],
                "story": [place.story for _, place in placed],
                "translation_of": pa.array([place.translation_of for _, place in placed], pa.int64()),
            }
            self._insert("stories", columns)
        self._writer.execute(_queries()["placed"])
        self._writer.execute(_queries()["touched"], {"since": self._since})

    def _grouped(self) -> Iterator[tuple[int, Placed]]:
        """Yield each article with its story, and the first of the articles that retell one another."""
        grouper = stories.Grouper()
        retold: dict[int, int] = {}
        for rows in self._stream("told", span=IN_SIGHT):
            for row in rows.to_pylist():
                terms = stories.article_terms(row["text"])
                terms.update(f"a:{id}" for id in row["actors"])
                terms.update(f"p:{id}" for id in row["places"])
                told = Told(article=row["article"], published=row["published"], terms=terms, language=row["language"])
                known = row["story"]
                story, original = grouper.add(told, known, row["story_first"])
                original = row["translation_of"] if known is not None else retold.get(original or 0, original)
                if original is not None:
                    retold[told.article] = original
                yield told.article, Placed(story, original)

    # ---------------------------------------------------------------- events

    def find_events(self) -> None:
        """Put reports together within stories, then across them."""
        for events in _batched(self._within_stories()):
            self._insert_drafts(events)
        self._writer.execute(_queries()["keys"])
        for joined in _batched(self._across_stories()):
            self._insert("joined", {"draft": [d for d, _ in joined], "event": [e for _, e in joined]})
        self._writer.execute(_queries()["finals"])
        told = self._rows("reports by event", ("event", *SUMMED))
        by_event = itertools.groupby(told, key=lambda row: row["event"])
        for some in _batched(list(rows) for _, rows in by_event):
            events = [stories.summarise([self._report(row) for row in rows]) for rows in some]
            _register(self._writer, "events", pa.Table.from_pylist(events, schema=arrow_schemas()["events"]))
        self._writer.execute(_queries()["gone"])

    def _within_stories(self) -> Iterator[Event]:
        for _, rows in itertools.groupby(self._rows("reports by story", WEIGHED), key=lambda row: row["story"]):
            told = [row for row in rows if not self._corrections.is_rejected(row["id"])]
            yield from stories.merge([self._report(row) for row in told], self._locks)

    def _across_stories(self) -> Iterator[tuple[str, str]]:
        """Yield (draft, the draft whose event it belongs to) for the events of several stories that may be one."""
        for events in stories.merge_across(self._shared(), self._locks):
            first = events[0].reports[0].id
            yield from ((event.reports[0].id, first) for event in events)

    def _shared(self) -> Iterator[Event]:
        told = self._rows("reports by key", ("key", "draft", "chance", *WEIGHED))
        by_draft = itertools.groupby(told, key=lambda row: (row["key"], row["draft"]))
        for (key, _), rows in by_draft:
            found = list(rows)
            yield Event(tuple(map(self._report, found)), tuple(row["chance"] for row in found), (), key)

    def _insert_drafts(self, events: list[Event]) -> None:
        rows = [
            {"report_id": report.id, "draft": event.reports[0].id, "key": event.key, "chance": chance, "why": why}
            for event in events
            for report, chance, why in zip(event.reports, event.chances, event.why, strict=True)
        ]
        schema = pa.schema(
            {"report_id": pa.string(), "draft": pa.string(), "key": pa.string(), "chance": pa.float64(),
             "why": pa.list_(pa.string())}
        )  # fmt: skip
        _register(self._writer, "drafts", pa.Table.from_pylist(rows, schema=schema))

    def _report(self, row: dict[str, Any]) -> Report:
        row = self._corrections.applied(row)
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in row.items()
            if name in Report.__struct_fields__
        }
        sentence = row.get("sentence") or ""
        return Report(**values, words=stories.words(sentence), names=stories.sentence_terms(sentence))

    # ---------------------------------------------------------------- DuckDB

    def _rows(self, name: str, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        for rows in self._stream(name):
            yield from rows.select(columns).to_pylist()

    def _stream(self, name: str, **params: Any) -> Iterator[pa.RecordBatch]:
        query = _queries()[name]
        if "$since" in query:
            params["since"] = self._since
        with self._reader.cursor() as cursor:
            relation = cursor.sql(query, params={k: v for k, v in params.items() if f"${k}" in query} or None)
            # DuckDB 2 calls it to_arrow_reader, 1.4 only fetch_record_batch.
            read = getattr(relation, "to_arrow_reader", None) or relation.fetch_record_batch
            yield from read(BATCH)

    def _insert(self, table: str, columns: dict[str, Any]) -> None:
        _register(self._writer, table, pa.table(columns))


@cache
def _queries() -> dict[str, str]:
    text = (resources.files("kawat.dataset") / "resolve.sql").read_text(encoding="utf-8")
    return dict(re.findall(r"^-- name: (.+)\n((?:(?!-- name:).*\n)*)", text, re.MULTILINE))


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
