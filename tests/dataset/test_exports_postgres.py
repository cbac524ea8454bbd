"""All tables and views in PostgreSQL: of a real server, where one can be started."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import quote

import duckdb
import pytest
from made_articles import entry, made
from odd_articles import make, odd
from postgres_server import PASSWORD, programs, server

from kawat.dataset import Writer, open_dataset
from kawat.dataset.exports import postgres
from kawat.dataset.exports.postgres import PostgresError, Target, write
from kawat.dataset.schema import KEYS

NUL = "Rusia menuduh Ukraina\0 menyerang jembatan di Kerch pada Senin. Ukraina membantah itu semua."
VIEWS = "SELECT view_name FROM duckdb_views() WHERE NOT internal AND schema_name = 'main'"


@pytest.fixture(scope="module")
def address():
    found = programs()
    if found is None or os.name == "nt":
        pytest.skip("no PostgreSQL server to be started: install the extra dev, or have initdb on the PATH")
    try:
        with server(found) as address:
            yield address
    except PermissionError:
        pytest.skip(f"the user nobody may not run {found}")


@pytest.fixture
def url(address):
    """The address of an empty database; there is a user reader without rights in it too."""
    url = address(f"owner:{quote(PASSWORD, safe='')}")
    with Target(url).cursor() as cursor:
        cursor.execute("SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$'")
        for (schema,) in cursor.fetchall():
            cursor.execute(f"DROP SCHEMA {schema} CASCADE")
        cursor.execute("DROP ROLE IF EXISTS reader")
        cursor.execute("CREATE ROLE reader LOGIN PASSWORD 'baca'")
    return url


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A dataset with odd articles, in which no view is empty."""
    path = make(tmp_path_factory.mktemp("postgres") / "events.duckdb")
    with Writer(path) as writer:
        writer.write([entry(made("nul", NUL)), entry(odd())])
        writer.finish()
    with duckdb.connect(path) as connection:
        connection.execute("UPDATE events SET date_start = DATE '2023-07-30' WHERE type = 'PROTEST'")
        connection.execute("UPDATE statements SET links = [{statement_id: 'nul\\u0000\\\\u0000' || chr(0), how: NULL}]")
    return path


def rows(url: str, query: str) -> list[tuple]:
    with Target(url).cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def do(url: str, *statements: str) -> None:
    with Target(url).cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def export(path: Path, url: str, schema: str = "kawat") -> list[str]:
    with open_dataset(path) as dataset:
        return write(dataset, url, schema)


def contents(url: str, schema: str = "kawat") -> dict[str, list[dict]]:
    """Return the rows of all tables and views, with jsonb read, in the order of their words."""
    found = {}
    with Target(url).cursor() as cursor:
        for name in (*KEYS, *postgres.views()):
            cursor.execute(f'SELECT * FROM "{schema}".{name}')
            found[name] = sorted(cursor.fetch_arrow_table().to_pylist(), key=repr)
    for row in found["statements"]:
        row["links"] = row["links"] and json.loads(row["links"])
    return found


def expected(path: Path) -> dict[str, list[dict]]:
    """Return the same of the dataset, with U+FFFD for NUL."""

    def without_nul(value):
        if isinstance(value, str):
            return value.replace("\0", "\ufffd")
        if isinstance(value, list):
            return [without_nul(each) for each in value]
        if isinstance(value, dict):
            return {name: without_nul(each) for name, each in value.items()}
        return value

    with open_dataset(path) as dataset:
        tables = {name: dataset.sql(f"SELECT * FROM {name}").to_pylist() for name in (*KEYS, *postgres.views())}
    return {name: sorted(map(without_nul, table), key=repr) for name, table in tables.items()}


# ------------------------------------------------------------------ what is there


def test_tables_and_views_come_over_as_they_are(path, url):
    assert export(path, url) == [*KEYS, *postgres.views()]
    found = contents(url)
    assert found == expected(path)
    assert all(found[view] for view in postgres.views())
    assert any("\ufffd" in row["text"] for row in found["articles"])


def test_every_view_of_a_dataset_is_there(path):
    with open_dataset(path) as dataset:
        assert set(dataset.sql(VIEWS)["view_name"].to_pylist()) == set(postgres.views())


def test_comments_come_over(path, url):
    export(path, url)
    said = rows(url, "SELECT col_description('kawat.events'::regclass, attnum), attname FROM pg_attribute "
                     "WHERE attrelid = 'kawat.events'::regclass AND attname IN ('score', 'symmetric')")  # fmt: skip
    assert sorted(said) == [
        ("PLOVER's conflict-cooperation scale, -10 to +10", "score"),
        ("Whether both sides do the same thing together", "symmetric"),
    ]
    assert rows(
        url, "SELECT obj_description('kawat.events'::regclass), obj_description('kawat.disputes'::regclass)"
    ) == [("Events in the world, each with the reports that tell it", "Events beside the events that dispute them")]


def test_what_may_be_null_and_what_not_is_the_same(path, url):
    export(path, url)
    query = "SELECT column_name FROM {} WHERE table_name = 'reports' AND {} ORDER BY 1"
    with open_dataset(path) as dataset:
        here = dataset.sql(query.format("duckdb_columns()", "NOT is_nullable"))["column_name"].to_pylist()
    there = rows(url, query.format("information_schema.columns", "is_nullable = 'NO'"))
    assert sorted(name for (name,) in there) == sorted(here)


def test_an_empty_dataset_can_be_written(tmp_path, url):
    with Writer(tmp_path / "events.duckdb") as writer:
        writer.finish()
    export(tmp_path / "events.duckdb", url)
    assert not any(contents(url).values())


def test_any_name_of_a_schema_will_do(path, url):
    odd_name = 'Ka"wat; DROP SCHEMA public; --'
    for _ in range(2):
        export(path, url, odd_name)
    assert rows(url, "SELECT count(*) FROM pg_tables WHERE schemaname LIKE 'Ka\"wat%'") == [(len(KEYS),)]


@pytest.mark.parametrize("name", ["", "x" * 64])
def test_a_name_that_no_schema_can_have_is_refused(path, name):
    with pytest.raises(PostgresError, match="1 to 63 bytes"):
        export(path, "postgresql://owner@localhost/news", name)


# ------------------------------------------------------------------ once more


def test_another_export_replaces_the_rows_and_keeps_what_people_made(path, tmp_path, url, address):
    export(path, url)
    do(
        url,
        "GRANT USAGE ON SCHEMA kawat TO reader",
        "GRANT SELECT ON kawat.events TO reader",
        "CREATE INDEX mine ON kawat.events (type)",
        "ALTER TABLE kawat.runs ADD COLUMN mine text GENERATED ALWAYS AS (kawat || ' ' || model) STORED",
        "CREATE SCHEMA other",
        "CREATE VIEW other.mine AS SELECT id FROM kawat.events",
    )
    export(path, url)
    assert rows(url, "SELECT mine FROM kawat.runs") == [("0.1.0 none",)]
    do(url, "ALTER TABLE kawat.runs DROP COLUMN mine")
    assert contents(url) == expected(path)
    with Writer(tmp_path / "other.duckdb") as writer:
        writer.write([entry(made("z"))])
        writer.finish()
    export(tmp_path / "other.duckdb", url)
    assert contents(url) == expected(tmp_path / "other.duckdb")
    assert (
        len(rows(address("reader:baca"), "SELECT * FROM kawat.events"))
        == len(rows(url, "SELECT * FROM other.mine"))
        == 2
    )
    assert rows(url, "SELECT count(*) FROM pg_indexes WHERE indexname = 'mine'") == [(1,)]
    do(url, "DROP OWNED BY reader")


def test_until_it_ends_others_read_what_was_there(path, tmp_path, url, monkeypatch):
    with Writer(tmp_path / "first.duckdb") as writer:
        writer.write([entry(made("z"))])
        writer.finish()
    export(tmp_path / "first.duckdb", url)
    before, seen = contents(url), []
    with open_dataset(path) as dataset:
        stream = dataset.stream

        def look_and_stream(query):
            yield from stream(query)
            seen.append(contents(url))

        monkeypatch.setattr(dataset, "stream", look_and_stream)
        write(dataset, url)
    assert len(seen) == len(KEYS)
    assert all(each == before for each in seen)
    assert contents(url) == expected(path)


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
def test_an_export_that_fails_leaves_what_was_there(path, url, monkeypatch, error):
    export(path, url)
    before = contents(url)
    with open_dataset(path) as dataset:
        stream = dataset.sql

        def fail(query, params=None):
            if "FROM rejects" in query:
                raise error
            return stream(query, params)

        monkeypatch.setattr(dataset, "sql", fail)
        with pytest.raises(error):
            write(dataset, url)
    assert contents(url) == before


def test_two_exports_at_once_wait_for_one_another(path, url):
    failed = []

    def one() -> None:
        try:
            export(path, url)
        except PostgresError as error:
            failed.append(error)

    threads = [threading.Thread(target=one) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert contents(url) == expected(path)


# ------------------------------------------------------------------ what cannot be


def test_a_table_that_is_something_else_is_left_as_it_is(path, url):
    do(url, "CREATE SCHEMA mine", "CREATE TABLE mine.reports (id text)", "INSERT INTO mine.reports VALUES ('thesis')")
    with pytest.raises(PostgresError, match=r"mine\.reports in .* is left as it is: give another --schema"):
        export(path, url, "mine")
    assert rows(url, "SELECT * FROM mine.reports") == [("thesis",)]
    assert rows(url, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'mine'") == [("reports",)]


def test_a_user_without_rights_is_told_so(path, url, address):
    with pytest.raises(
        PostgresError, match=r"reader@/postgres: permission denied for .*; nothing has changed"
    ) as caught:
        export(path, address("reader:baca"))
    assert "let the user own the schema" in str(caught.value)
    assert "baca" not in str(caught.value)


def test_a_wrong_password_is_told_and_not_shown(path, url, address):
    with pytest.raises(PostgresError, match="password authentication failed for user") as caught:
        export(path, address("owner:salah123"))
    assert "salah123" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:geheim@localhost:1/news",
        "postgres://me@localhost:1/news?password=geheim",
        "postgresql://me:geheim%zz@localhost:1/news",
        "postgresql://me:geheim@localhost:1/news?unknown=1",
        "postgresql://me:geheim@[::1]:1,localhost:1/news",
        "postgresql://me:geheim@tiada.invalid/news",
    ],
)
def test_a_server_that_cannot_be_reached_is_told_in_one_line(path, url):
    with pytest.raises(PostgresError, match=r"^no connection to postgresql://me@.+check host, port") as caught:
        export(path, url)
    assert "geheim" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "mysql://me:geheim@localhost/news",
        "host=localhost password=geheim",
        "postgresql://me:ge@heim@localhost/news",
        "postgresql://me:ge/heim@localhost/news",
        "postgresql://me:ge?heim@localhost/news",
        "postgresql://me:ge#heim@localhost/news",
        "postgresql://me:geheim/news",
        "postgresql://me:geheim@[::1/news",
        "",
    ],
)
def test_an_address_that_cannot_be_read_is_not_shown(path, url):
    with pytest.raises(PostgresError, match="cannot be read; write it as postgresql://USER@HOST/DATABASE") as caught:
        export(path, url)
    assert "heim" not in str(caught.value)


def test_the_extra_is_named_where_it_is_missing(path, monkeypatch):
    monkeypatch.setitem(sys.modules, "adbc_driver_postgresql", None)
    with pytest.raises(PostgresError, match=r"pip install 'kawat\[postgres\]'"):
        export(path, "postgresql://me@localhost/news")


# ------------------------------------------------------------------ the command


def kawat(*arguments: str | Path) -> tuple[int, str]:
    """Run the command; return its exit status and what it says."""
    done = subprocess.run([sys.executable, "-m", "kawat", "export", *arguments], capture_output=True, text=True)
    assert not done.stdout
    return done.returncode, done.stderr


def test_the_command_says_where_the_tables_are(path, url):
    status, said = kawat(path, "--format", "postgres", "--to", url, "--schema", "news")
    shown = "postgresql://owner@/postgres"
    assert (status, said) == (0, f"{len(KEYS) + 4} tables and views in the schema news of {shown}\n")
    assert contents(url, "news") == expected(path)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "postgres"), "name the database: --to postgresql://"),
        (("--format", "postgres", "--to", "postgresql://me@x/y", "-o", "out"), "leave out --output"),
        (("--format", "csv"), "name the folder for the files: -o csv"),
        (("--format", "csv", "-o", "out", "--to", "postgresql://me@x/y"), "--to and --schema are for"),
        (("--format", "postgres", "--to", "postgresql://me:geheim@localhost:1/y"), "error: no connection to"),
    ],
)
def test_the_command_refuses_what_it_cannot_do_in_one_line(path, arguments, said):
    status, error = kawat(path, *arguments)
    assert (status, error.count("\n")) == (2, 1)
    assert said in error
    assert "geheim" not in error
