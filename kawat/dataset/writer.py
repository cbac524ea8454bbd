"""Writing coded articles into a dataset: batches, each stored whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

import duckdb
import pyarrow as pa

from kawat.dataset.entries import Entry, Written
from kawat.dataset.files import open_write, transaction
from kawat.dataset.resolve import resolve
from kawat.dataset.rows import Row, article_rows, printable, reject_row, run_id, run_row
from kawat.dataset.schema import PER_ARTICLE, arrow_schemas
from kawat.records import CodedArticle, Reject, Run

USED = "id already used by another article: {id}"


class Writer:
    """A dataset opened for one run.

    Within the run an id belongs to the first article that has it; an article of an earlier run is replaced
    by one with the same id and other content. Writing what is already stored changes nothing.
    """

    def __init__(self, path: str | Path) -> None:
        """Open or make the file. Raises DatasetError."""
        self.path = Path(path)
        self._connection = open_write(self.path)
        # What this run has met, kept by DuckDB and not in memory: a run may meet millions.
        self._connection.execute("CREATE TEMP TABLE met_articles (id VARCHAR, digest VARCHAR)")
        self._connection.execute("CREATE TEMP TABLE met_sources (source VARCHAR)")

    def stored(self, input_digests: Sequence[str], run: Run) -> set[str]:
        """Return those of ``input_digests`` whose articles are stored as ``run`` codes them."""
        rows = self._rows(
            "SELECT input_digest FROM articles WHERE run_id = ? AND input_digest IN (SELECT unnest(?))",
            [run_id(run), list(input_digests)],
        )
        return {digest for (digest,) in rows}

    def write(self, entries: Sequence[Entry]) -> Written:
        """Store a batch in one transaction and say what became of it."""
        written, rows, met = self._sort(entries)
        with transaction(self._connection):
            self._replace(rows)
            self._insert("met_articles", [{"id": id, "digest": digest} for id, digest in met.items()])
            self._write_rejects([printable(entry.source) for entry in entries], written.rejects)
        return written

    def decide(self, decision: Callable[[duckdb.DuckDBPyConnection], None]) -> None:
        """Record in one transaction what a person decides (`kawat.dataset.corrections`)."""
        with transaction(self._connection):
            decision(self._connection)

    def finish(self) -> None:
        """Bring events and stories up to date with the articles."""
        resolve(self._connection)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # -------------------------------------------------------------- sorting

    def _sort(self, entries: Sequence[Entry]) -> tuple[Written, dict[str, list[Row]], dict[str, str]]:
        """Return what becomes of a batch, the rows to store, and the articles that the run newly meets."""
        written = Written()
        rows: dict[str, list[Row]] = {}
        met: dict[str, str] = {}
        coded = [entry.outcome.article.id for entry in entries if isinstance(entry.outcome, CodedArticle)]
        known = self._pairs("SELECT id, digest FROM met_articles WHERE id IN (SELECT unnest(?))", coded)
        kept = self._pairs("SELECT id, digest FROM articles WHERE id IN (SELECT unnest(?))", coded)
        skipped = [entry.input_digest for entry in entries if entry.outcome is None]
        skipped_ids = {
            digest: (id, content)
            for digest, id, content in self._rows(
                "SELECT input_digest, id, digest FROM articles WHERE input_digest IN (SELECT unnest(?))", [skipped]
            )
        }
        for entry in entries:
            outcome = entry.outcome
            if outcome is None:
                # It was stored when the run looked; an article before it may have taken its id since.
                id, digest = skipped_ids.get(entry.input_digest, ("", ""))
                if not id or (known.get(id) or met.get(id, digest)) != digest:
                    written.rejects.append(Reject(source=entry.source, reason=USED.format(id=id).rstrip(": ")))
                    continue
                met[id] = digest
                written.unchanged += 1
                continue
            if isinstance(outcome, Reject):
                written.rejects.append(outcome)
                continue
            try:
                new = article_rows(outcome, entry.input_digest)
            except ValueError as error:
                written.rejects.append(_reject(entry, outcome, f"cannot be stored: {error}"))
                continue
            id, digest = new["articles"][0]["id"], new["articles"][0]["digest"]
            before = known.get(id) or met.get(id)
            if before is not None and before != digest:
                written.rejects.append(_reject(entry, outcome, USED.format(id=id)))
            elif before == digest or kept.get(id) == digest:
                met[id] = digest
                written.unchanged += 1
            else:
                met[id] = digest
                written.coded += 1
                written.reports += len(new["reports"])
                new["runs"] = [run_row(outcome.run)]
                for table, more in new.items():
                    rows.setdefault(table, []).extend(more)
        return written, rows, {id: digest for id, digest in met.items() if id not in known}

    # -------------------------------------------------------------- storing

    def _replace(self, rows: dict[str, list[Row]]) -> None:
        ids = [row["id"] for row in rows.get("articles", ())]
        if not ids:
            return
        days = [row["published"] for row in rows["articles"]]
        self._connection.execute(
            """INSERT INTO kawat_internal.changed SELECT published FROM articles WHERE id IN (SELECT unnest($ids))
            UNION SELECT unnest($days::DATE[])""",
            {"ids": ids, "days": days},
        )
        self._connection.execute("DELETE FROM articles WHERE id IN (SELECT unnest(?))", [ids])
        for table in PER_ARTICLE:
            self._connection.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT unnest(?))", [ids])
        for table in ("articles", *PER_ARTICLE):
            self._insert(table, rows[table])
        runs = {row["id"]: row for row in rows["runs"]}
        here = self._rows("SELECT id FROM runs WHERE id IN (SELECT unnest(?))", [list(runs)])
        self._insert("runs", [runs[id] for id in runs.keys() - {id for (id,) in here}])

    def _write_rejects(self, sources: list[str], rejects: Sequence[Reject]) -> None:
        # An input is judged anew in each run: what an earlier run said of it goes.
        self._connection.execute(
            "DELETE FROM rejects WHERE source IN (SELECT unnest(?) EXCEPT SELECT source FROM met_sources)",
            [sources],
        )
        self._connection.execute(
            "INSERT INTO met_sources SELECT unnest(?) EXCEPT SELECT source FROM met_sources", [sources]
        )
        new = {row["id"]: row for row in map(reject_row, rejects)}
        here = self._rows("SELECT id FROM rejects WHERE id IN (SELECT unnest(?))", [list(new)])
        for (id,) in here:
            del new[id]
        self._insert("rejects", list(new.values()))

    def _insert(self, table: str, rows: list[Row]) -> None:
        if not rows:
            return
        schema = arrow_schemas().get(table)
        self._connection.register("incoming", pa.Table.from_pylist(rows, schema=schema))
        try:
            self._connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
        finally:
            self._connection.unregister("incoming")

    def _rows(self, query: str, params: list[Any]) -> list[tuple]:
        return self._connection.execute(query, params).fetchall()

    def _pairs(self, query: str, ids: list[str]) -> dict[str, str]:
        return dict(self._rows(query, [ids]))


def _reject(entry: Entry, coded: CodedArticle, reason: str) -> Reject:
    return Reject(source=entry.source, reason=reason, sample=coded.article.text[:200])
