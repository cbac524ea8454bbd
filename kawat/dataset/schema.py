"""The tables of a dataset: their names, their keys and their Arrow schemas, all read from ``schema.sql``."""

from __future__ import annotations

from functools import cache
from importlib import resources

import duckdb
import pyarrow as pa

SCHEMA_VERSION = 4

KEYS = {
    "articles": ("id",),
    "actors": ("article_id", "id"),
    "mentions": ("article_id", "mention_start", "mention_end", "actor_id"),
    "statements": ("article_id", "content_start", "content_end", "id"),
    "reports": ("article_id", "trigger_start", "trigger_end", "id"),
    "events": ("date_start", "type", "id"),
    "stories": ("published_first", "id"),
    "rejects": ("source", "id"),
    "runs": ("id",),
}
"""The tables, each with the columns that it is ordered by wherever it is given out."""

TABLES = tuple(KEYS)
PER_ARTICLE = ("actors", "mentions", "statements", "reports")
"""Tables whose rows belong to an article, by ``article_id``, and go when it goes."""


def ddl() -> str:
    """Return the statements that make an empty dataset."""
    return (resources.files("kawat.dataset") / "schema.sql").read_text(encoding="utf-8")


@cache
def arrow_schemas() -> dict[str, pa.Schema]:
    """Return the Arrow schema of each table."""
    with duckdb.connect() as connection:
        connection.execute(ddl())
        return {name: connection.sql(f"SELECT * FROM {name} LIMIT 0").to_arrow_table().schema for name in TABLES}


def ordered(table: str) -> str:
    """Return the query for all rows of ``table`` in the order of its key."""
    return f"SELECT * FROM {table} ORDER BY {', '.join(KEYS[table])}"
