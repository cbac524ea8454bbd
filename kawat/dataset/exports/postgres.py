"""All tables and views in a schema of a PostgreSQL database.

They are filled in one transaction and in place: until it ends others read what was there before, and what people have
made on top of the tables (views, indexes, rights) stays. Rows go over as Arrow batches by ADBC, which is imported
only here.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pyarrow as pa

from kawat.dataset.reading import Dataset
from kawat.dataset.schema import TABLES, ordered

if TYPE_CHECKING:
    from adbc_driver_manager.dbapi import Cursor

SCHEMA = "kawat"
SCHEMES = ("postgresql://", "postgres://")
HOSTS = re.compile(r"(?:(?:\[[\w:.%]*\]|[^][:,]*)(?::\d*)?(?:,|$))*")
ADDRESS = (
    "write it as postgresql://USER@HOST/DATABASE, and special characters of a user or password so: "
    "@ is %40, / is %2F, ? is %3F, # is %23, : is %3A"
)
LONGEST_NAME = 63  # bytes; PostgreSQL cuts longer names off
TYPES = {
    "VARCHAR": "text",
    "DATE": "date",
    "INTEGER": "integer",
    "BIGINT": "bigint",
    "DOUBLE": "double precision",
    "BOOLEAN": "boolean",
}
"""Types of DuckDB and of PostgreSQL. Lists of them become arrays, everything else becomes jsonb."""

FOR_NUL = "\ufffd"  # PostgreSQL cannot store the character NUL; with one in its stead spans count the same
SOURCE = """
SELECT column_name AS name, data_type AS type, is_nullable AS nullable, comment FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'main' AND table_name = $name
ORDER BY column_index
"""
SOURCE_COMMENT = """
SELECT comment FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main'
    AND table_name = $name
UNION ALL SELECT comment FROM duckdb_views() WHERE database_name = current_database() AND schema_name = 'main'
    AND view_name = $name
"""
TARGET = """
SELECT a.attname::text, format_type(a.atttypid, a.atttypmod), col_description(c.oid, a.attnum)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = $1::text::regnamespace AND c.relname = $2
ORDER BY a.attnum
"""
TARGET_COMMENT = """
SELECT obj_description(oid, 'pg_class') FROM pg_class
WHERE relnamespace = $1::text::regnamespace AND relname = $2
"""


class PostgresError(ValueError):
    """A dataset cannot be written into a database; the message says why and what helps, and shows no password."""


def write(dataset: Dataset, url: str, schema: str = SCHEMA) -> list[str]:
    """Write all tables and views into ``schema`` of the database at ``url``, and return their names.

    The schema is made if need be. The rows of an earlier export are replaced; where a table of the same name is
    something else, nothing is touched. Raises PostgresError, and then nothing has changed.
    """
    target = Target(url)
    if not 0 < len(schema.encode()) <= LONGEST_NAME:
        raise PostgresError(f"the name of a schema has 1 to {LONGEST_NAME} bytes; give another with --schema")
    with target.cursor() as cursor:
        _open_schema(cursor, target, schema)
        for table in TABLES:
            _fill(dataset, cursor, target, schema, table)
        for view, query in views().items():
            cursor.execute(f"CREATE OR REPLACE VIEW {view} AS {query}")
            _comment(dataset, cursor, schema, view, "VIEW")
    return [*TABLES, *views()]


class Target:
    """A database by its address, and what may be shown of that."""

    def __init__(self, url: str) -> None:
        scheme, _, rest = url.partition("://")
        authority, *after = re.split("([/?#])", rest, maxsplit=1)
        user, at, hosts = authority.rpartition("@")
        # What follows a misplaced "@" or ":" may be a password: no word of it is shown, by us or by the driver.
        if f"{scheme}://" not in SCHEMES or rest.count("@") > len(at) or not HOSTS.fullmatch(hosts):
            raise PostgresError(f"the database's address cannot be read; {ADDRESS}")
        user, _, password = user.partition(":")
        path = "".join(after).partition("?")[0]
        self._url = url
        self._secrets = {password, *re.findall(r"[?&](?:ssl)?password=([^&]*)", rest)} - {""}
        self.shown = f"postgresql://{user}{at}{hosts}{path}"

    @contextmanager
    def cursor(self) -> Generator[Cursor]:
        """Connect; what is done with the cursor is done whole or not at all. Raises PostgresError."""
        try:
            from adbc_driver_manager.dbapi import Error
            from adbc_driver_postgresql import dbapi
        except ImportError:
            raise PostgresError("PostgreSQL needs an extra of Kawat: pip install 'kawat[postgres]'") from None
        try:
            connection = dbapi.connect(self._url)
        except Error as error:
            raise PostgresError(
                f"no connection to {self.shown}: {self._words(error)}; check host, port, database, user and password "
                "(PGPASSWORD or ~/.pgpass), and whether the server runs"
            ) from None
        with connection:
            try:
                with connection.cursor() as cursor:
                    yield cursor
                connection.commit()
            except Error as error:
                remedy = "nothing has changed there"
                if error.sqlstate == "42501":
                    remedy += "; let the user own the schema, or export as one who does"
                raise PostgresError(f"{self.shown}: {self._words(error)}; {remedy}") from None

    def _words(self, error: Exception) -> str:
        """Return the first line of what the server, or else the driver, says."""
        text = str(error)
        found = re.search(r"(?:ERROR|FATAL|PANIC): +(.+)", text) or re.search(r"\[libpq\] (.+)", text)
        words = (found[1] if found else text).strip().splitlines()[0].rstrip(" .:")
        for secret in self._secrets:
            words = words.replace(secret, "***").replace(unquote(secret), "***")
        return words


def _open_schema(cursor: Cursor, target: Target, schema: str) -> None:
    # Of two exports at once the other one waits; those who read do not.
    cursor.execute("SELECT 1 FROM pg_advisory_xact_lock(hashtext($1))", (f"kawat export {schema}",))
    ((encoding, there),) = _rows(
        cursor,
        "SELECT current_setting('server_encoding'), EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = $1)",
        schema,
    )
    if encoding != "UTF8":
        raise PostgresError(f"{target.shown} stores text as {encoding}, which has no room for all; make one in UTF8")
    if not there:
        cursor.execute(f"CREATE SCHEMA {_quoted(schema)}")
    cursor.execute(f"SET LOCAL search_path TO {_quoted(schema)}")


def _fill(dataset: Dataset, cursor: Cursor, target: Target, schema: str, table: str) -> None:
    columns = dataset.sql(SOURCE, {"name": table}).to_pylist()
    wanted = [(column["name"], _type(column["type"])) for column in columns]
    found = [(name, type) for name, type, _ in _rows(cursor, TARGET, _quoted(schema), table)]
    if found and not set(wanted) <= set(found):
        raise PostgresError(
            f"{schema}.{table} in {target.shown} has other columns and is left as it is: give another --schema, "
            "or drop that table if an earlier Kawat wrote it"
        )
    if not found:
        parts = [
            f"{_quoted(name)} {type}{'' if column['nullable'] else ' NOT NULL'}"
            for (name, type), column in zip(wanted, columns, strict=True)
        ]
        cursor.execute(f"CREATE TABLE {table} ({', '.join(parts)})")
    _comment(dataset, cursor, schema, table, "TABLE")
    cursor.execute(f"DELETE FROM {table}")
    values = ", ".join(f"{_value(column)} AS {_quoted(column['name'])}" for column in columns)
    query = f"SELECT {values} FROM ({ordered(table)})"
    reader = pa.RecordBatchReader.from_batches(dataset.sql(f"{query} LIMIT 0").schema, dataset.stream(query))
    cursor.adbc_ingest(table, reader, mode="append", db_schema_name=schema)


def _comment(dataset: Dataset, cursor: Cursor, schema: str, name: str, kind: str) -> None:
    """Carry over the comments on a table or view and its columns, where they are others or none."""
    (comment,) = dataset.sql(SOURCE_COMMENT, {"name": name})["comment"].to_pylist()
    if [(comment,)] != _rows(cursor, TARGET_COMMENT, _quoted(schema), name):
        cursor.execute(f"COMMENT ON {kind} {name} IS {_literal(comment)}")
    there = {column: said for column, _, said in _rows(cursor, TARGET, _quoted(schema), name)}
    for column in dataset.sql(SOURCE, {"name": name}).to_pylist():
        if column["comment"] != there[column["name"]]:
            cursor.execute(f"COMMENT ON COLUMN {name}.{_quoted(column['name'])} IS {_literal(column['comment'])}")


def _type(type: str) -> str:
    """Return PostgreSQL's type for one of DuckDB."""
    element = type.removesuffix("[]")
    return TYPES[element] + type[len(element) :] if element in TYPES else "jsonb"


def _value(column: dict[str, Any]) -> str:
    """Return what is sent for a column, as an expression of DuckDB."""
    name, nul = _quoted(column["name"]), f"chr(0), '{FOR_NUL}'"
    if column["type"] == "VARCHAR":
        return f"replace({name}, {nul})"
    if column["type"] == "VARCHAR[]":
        return f"list_transform({name}, lambda text: replace(text, {nul}))"
    if _type(column["type"]) != "jsonb":
        return name
    # In its binary form jsonb is text behind a byte for its version. NUL is written as an escape, of which the
    # backslash is not itself escaped: chr(2), which JSON never has as it is, holds the place of those that are.
    json = rf"replace(to_json({name})::VARCHAR, '\\', chr(2))"
    return rf"chr(1) || replace(replace({json}, '\u0000', '{FOR_NUL}'), chr(2), '\\')"


@cache
def views() -> dict[str, str]:
    """Return the queries of a dataset's views by name, as PostgreSQL puts them."""
    text = (resources.files("kawat.dataset.exports") / "postgres.sql").read_text(encoding="utf-8")
    return dict(re.findall(r"^-- name: (\w+)\n((?:(?!-- name:).*\n)*)", text, re.MULTILINE))


def _rows(cursor: Cursor, query: str, *params: str) -> list[tuple]:
    cursor.execute(query, params)
    return cursor.fetchall()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str | None) -> str:
    return "NULL" if text is None else "'" + text.replace("'", "''") + "'"
