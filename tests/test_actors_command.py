"""``kawat actors`` and ``kawat code --actors`` from outside: what they write, say and leave behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
from own_actors import body, own_file, person, text
from typer.testing import CliRunner

from kawat.actors.rows import new_row, parse
from kawat.cli import app
from kawat.dataset import open_dataset

REPOSITORY = Path(__file__).parent.parent
NEWS = (
    "Warga Menggugat PLN\n\nJAKARTA - Warga Lembah Hijau menggugat PLN di Jakarta pada Senin (4/3/2024). "
    "Warga Lembah Hijau mengecam Rusia karena perang di Ukraina, kata juru bicara mereka.\n"
)
PERSON = ["--kind", "person", "--country", "SGP", "--sectors", "GOV"]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kawat(*arguments, status=0):
    """Run the command line in this process; give (standard output, standard error)."""
    done = CliRunner().invoke(app, [*map(str, arguments)], prog_name="kawat")
    assert done.exit_code == status, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.stdout, done.stderr


def rows(path="actors.tsv"):
    return [row for _, row in parse(Path(path).read_bytes(), str(path))[0]]


# ------------------------------------------------------------------ help


@pytest.mark.parametrize("command", ["search", "add", "check", "import"])
def test_help_has_examples_and_exit_statuses(command):
    out, _ = kawat("actors", command, "--help")
    assert f"kawat actors {command}" in out
    assert "Exit status" in out
    assert kawat("actors", command, "-h")[0] == out


def test_help_of_the_group_names_its_commands():
    out, _ = kawat("actors", "--help")
    assert all(command in out for command in ("search", "add", "check", "import"))


# ------------------------------------------------------------------ search


def test_search_shows_who_it_is_with_the_office_of_the_day():
    out, error = kawat("actors", "search", "jokowi", "--on", "2013-05-01")
    shown = " ".join(out.split())
    for word in ("joko-widodo", "Joko", "IDN", "governor", "persons.tsv"):
        assert word in shown
    assert error == ""


def test_search_finds_another_spelling():
    found = json.loads(kawat("actors", "search", "shoygu", "--format", "json")[0])
    assert [(row["id"], row["match"]) for row in found] == [("sergei-shoigu", "spelling")]


def test_search_gives_json_for_programs(folder):
    own_file(folder, person("ana-tan", "Ana Tan|A. Tan", since="2020", until="2022"))
    out, _ = kawat("actors", "search", "ana tan", "--actors", "own.tsv", "--format", "json", "--limit", "1")
    assert json.loads(out) == [
        {
            "id": "ana-tan", "name": "Ana Tan", "kind": "person", "country": "SGP", "sectors": ["GOV"],
            "office": "minister", "from": "2020", "to": "2022", "names": ["Ana Tan", "A. Tan"], "names_id": [],
            "names_en": [], "wikidata": None, "file": "own.tsv", "bundled": False, "match": "folded",
            "matched": "Ana Tan",
        }
    ]  # fmt: skip


def test_search_says_what_to_do_where_nobody_is_found():
    out, error = kawat("actors", "search", "Jokowo")
    assert out == ""
    assert "nobody is known as 'Jokowo'; known are Jokowi" in error
    assert "kawat actors add --id jokowo --name Jokowo --file actors.tsv" in error
    assert json.loads(kawat("actors", "search", "qqqqqq", "--format", "json")[0]) == []


def test_what_a_file_holds_does_not_reach_the_terminal_as_more_than_text(folder):
    own_file(folder, body("a", "Alfa [red]Uji[/red] \u202e[/]"))
    out, _ = kawat("actors", "search", "alfa", "--actors", "own.tsv")
    assert "[red]" in out
    assert "\u202e" not in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("x", "--on", "2013"), "--on '2013' is no day; write it as YYYY-MM-DD"),
        (("x", "--limit", "0"), "limit"),
        (("x", "--actors", "tiada.tsv"), "tiada.tsv: there is no such file"),
        (("x", "--actors", "."), "is a folder"),
        ((), "NAME"),
    ],
)
def test_search_refuses_unusable_arguments(arguments, said):
    assert said in kawat("actors", "search", *arguments, status=2)[1]


# ------------------------------------------------------------------ add


def test_add_makes_a_file_and_keeps_it_in_order():
    kawat("actors", "add", "--id", "zet", "--name", "Zet Uji", "--file", "actors.tsv")
    _, error = kawat(
        "actors", "add", "--id", "lembah", "--name", "Warga  Lembah", "--also", "WLH", "--also", "Lembah Hijau",
        "--kind", "movement", "--country", "IDN", "--sectors", "SOC,LAB", "--wikidata", "Q42", "--file", "actors.tsv",
    )  # fmt: skip
    assert "'lembah' added in actors.tsv" in error
    assert rows() == [
        body("lembah", "Warga Lembah|WLH|Lembah Hijau", sectors="SOC|LAB", wikidata="Q42"),
        body("zet", "Zet Uji", "body", "", ""),
    ]


def test_add_replaces_the_row_of_the_same_id():
    for name in ("Warga Lembah", "Lembah Hijau"):
        kawat("actors", "add", "--id", "lembah", "--name", name, "--file", "actors.tsv")
    assert [row["names"] for row in rows()] == ["Lembah Hijau"]


def test_add_gives_a_person_another_office_or_changes_the_one_that_began_then():
    add = ("actors", "add", "--id", "ana", "--file", "actors.tsv", *PERSON)
    kawat(*add, "--name", "Ana Tan", "--office", "minister", "--from", "2020")
    kawat(*add, "--name", "Ana T. Tan", "--office", "president", "--from", "2024")
    kawat(*add, "--name", "Ana Tan", "--office", "minister", "--from", "2020", "--to", "2023")
    assert [(row["office"], row["from"], row["to"]) for row in rows()] == [
        ("minister", "2020", "2023"), ("president", "2024", "")
    ]  # fmt: skip
    assert {row["names"] for row in rows()} == {"Ana Tan|Ana T. Tan"}


def test_add_can_take_a_bundled_actor_out_or_take_its_place():
    assert "'pln' taken out" in kawat("actors", "add", "--id", "pln", "--kind", "none", "--file", "actors.tsv")[1]
    assert rows() == [new_row(id="pln", kind="none")]
    _, error = kawat("actors", "add", "--id", "kpk", "--name", "Komisi Uji", "--file", "actors.tsv")
    assert "takes the place of the bundled actor" in error


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--id", "x"), "id, kind and names must not be empty"),
        (("--id", "X y", "--name", "Alfa"), "id 'X y'"),
        (("--id", "x", "--name", "Alfa", "--kind", "planet"), "unknown kind 'planet'"),
        (("--id", "x", "--name", "Alfa", "--country", "ID"), "unknown country 'ID'"),
        (("--id", "x", "--name", "Alfa", "--sectors", "ZZZ"), "unknown sector 'ZZZ'"),
        (("--id", "x", "--name", "Alfa", "--from", "1/2/2023"), "is no date"),
        (("--id", "x", "--name", "Alfa", "--from", "2023", "--to", "2020"), "from 2023 is after to 2020"),
        (("--id", "x", "--name", "warga"), "an ordinary word in small letters"),
        (("--id", "x", "--name", "Lembah Hijau"), "the name 'Lembah Hijau' is that of"),
        (("--id", "tiada", "--kind", "none"), "there is no actor 'tiada' to take out"),
        (("--id", "x", "--name", "A\udcff"), "not valid UTF-8"),
    ],
)
def test_add_refuses_a_row_that_breaks_a_rule_and_leaves_the_file(folder, arguments, said):
    path = own_file(folder, body("lembah", "Lembah Hijau"))
    before = path.read_bytes()
    assert said in kawat("actors", "add", *arguments, "--file", path, status=2)[1]
    assert path.read_bytes() == before
    assert list(folder.iterdir()) == [path]


def test_add_never_changes_a_bundled_file():
    path = Path(str(resources.files("kawat"))) / "data" / "registry" / "persons.tsv"
    before = path.read_bytes()
    _, error = kawat("actors", "add", "--id", "x", "--name", "Alfa", "--file", path, status=2)
    assert "ships with Kawat and is not changed" in error
    assert path.read_bytes() == before


def test_add_leaves_a_file_with_bad_rows_and_says_how_to_see_them(folder):
    (folder / "own.tsv").write_text(text("bad"), encoding="utf-8")
    _, error = kawat("actors", "add", "--id", "x", "--name", "Alfa", "--file", "own.tsv", status=2)
    assert "own.tsv:2: 1 cells where 12 are needed" in error
    assert "kawat actors check own.tsv" in error
    assert "mkdir -p tiada" in kawat("actors", "add", "--id", "x", "--name", "A b", "--file", "tiada/a", status=2)[1]


# ------------------------------------------------------------------ check


def test_check_names_all_bad_rows_with_file_line_and_reason(folder):
    own_file(folder, body("a", "Alfa", country="XX"), body("b", "Beta"), body("c", "Beta"), name="bad.tsv")
    _, error = kawat("actors", "check", "bad.tsv", status=3)
    assert error.splitlines()[:2] == [
        "bad.tsv:2: unknown country 'XX': write ISO 3166-1 alpha-3 or EUR, IGO, IMG, MNC, NGO, UNO",
        "bad.tsv:4: the name 'Beta' is that of 'b' already (line 3)",
    ]
    assert "2 rows refused" in error


def test_check_says_that_all_is_well_and_what_may_be_meant_otherwise(folder):
    own_file(folder, body("a", "warga"))
    _, error = kawat("actors", "check", "own.tsv")
    assert error == (
        "note: own.tsv:2: the name 'warga' is an ordinary word in small letters\n"
        "own.tsv: 1 actors in 1 rows; 0 rows refused\n"
    )


def test_check_reads_several_files_as_layers(folder):
    own_file(folder, body("a", "Alfa"), name="lower.tsv")
    own_file(folder, new_row(id="a", kind="none"), name="upper.tsv")
    kawat("actors", "check", "lower.tsv", "upper.tsv")
    assert "no actor 'a' to take out" in kawat("actors", "check", "upper.tsv", "lower.tsv", status=3)[1]


@pytest.mark.parametrize(("content", "line"), [(b"\xff\xfea", 1), (b"", 1), (b"\x00" * 50, 1)])
def test_check_survives_any_file(folder, content, line):
    (folder / "x.tsv").write_bytes(content)
    assert f"x.tsv:{line}: " in kawat("actors", "check", "x.tsv", status=3)[1]
    assert "no such file" in kawat("actors", "check", "tiada.tsv", status=2)[1]


# ------------------------------------------------------------------ import


def test_import_makes_a_file_that_code_can_use(folder):
    (folder / "in.csv").write_text("name,country\nWarga Lembah,ID\n", encoding="utf-8")
    _, error = kawat("actors", "import", "in.csv")
    assert error == "1 actors in actors.tsv; 0 rejected, 0 notes\n"
    assert rows() == [body("warga-lembah", "Warga Lembah", "body", sectors="")]
    kawat("actors", "check", "actors.tsv")


def test_import_adds_to_a_file_and_replaces_what_it_brought_before(folder):
    own_file(folder, body("a", "Alfa Uji"), body("warga-lembah", "Warga Lembah"))
    (folder / "in.csv").write_text("name,country\nWarga Lembah,MY\nAlfa Uji,ID\n", encoding="utf-8")
    _, error = kawat("actors", "import", "in.csv", "-o", "own.tsv", status=3)
    assert [(row["id"], row["country"]) for row in rows("own.tsv")] == [("a", "IDN"), ("warga-lembah", "MYS")]
    assert "rejected: in.csv:3: all its names are those of other actors" in error


def test_import_names_what_it_cannot_take_and_goes_on(folder):
    (folder / "d.txt").write_text("ANA_TAN_ [QQQ]\nBEN_LO_ [SGPGOV]\nSGP_ [SGP]\n", encoding="utf-8")
    out, error = kawat("actors", "import", "d.txt", "--from", "petrarch", "-o", "-", status=3)
    assert [row["id"] for _, row in parse(out.encode(), "out")[0]] == ["ben-lo"]
    assert "rejected: d.txt:1: ANA_TAN: [QQQ] has no country" in error
    assert "left out: names of countries alone" in error
    assert [path.name for path in folder.iterdir()] == ["d.txt"]


def test_import_writes_nothing_where_nothing_can_be_taken(folder):
    (folder / "d.txt").write_text("ANA_TAN_ [QQQ]\n", encoding="utf-8")
    assert "nothing is written" in kawat("actors", "import", "d.txt", status=3)[1]
    assert [path.name for path in folder.iterdir()] == ["d.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tiada.csv",), "no such file"),
        (("x",), "name it with --from petrarch|csv|ftm"),
        (("x", "--from", "xml"), "petrarch"),
        (("in.csv", "-o", "tiada/own.tsv"), "mkdir -p tiada"),
        (("in.csv", "-o", "x"), "x:1: columns must be"),
        (("in.csv", "-o", "."), "is a folder"),
    ],
)
def test_import_refuses_unusable_arguments(folder, arguments, said):
    (folder / "x").write_text("Once upon a time", encoding="utf-8")
    (folder / "in.csv").write_text("name\nWarga Lembah\n", encoding="utf-8")
    assert said in kawat("actors", "import", *arguments, status=2)[1]
    assert (folder / "x").read_text(encoding="utf-8") == "Once upon a time"
    assert {path.name for path in folder.iterdir()} == {"x", "in.csv"}


# ------------------------------------------------------------------ code


def code(*arguments, folder, status=0):
    """Run ``kawat code`` in a process of its own; give its standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "kawat", "code", "kabar.txt", "--events", "lexicon", *arguments],
        cwd=folder, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(REPOSITORY)}, timeout=240,
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.mark.parametrize("workers", ["1", "2"])
def test_code_knows_own_actors_in_every_worker(folder, workers):
    (folder / "kabar.txt").write_text(NEWS, encoding="utf-8")
    own_file(folder, body("lembah", "Warga Lembah Hijau"), name="one.tsv")
    own_file(folder, new_row(id="pln", kind="none"), name="two.tsv")
    code("--actors", "one.tsv", "--actors", "two.tsv", "--workers", workers, folder=folder)
    with open_dataset(folder / "events.duckdb") as dataset:
        ids = set(dataset.arrow("actors")["id"].to_pylist())
    assert "lembah" in ids
    assert "pln" not in ids


def test_resuming_with_other_actors_codes_again(folder):
    (folder / "kabar.txt").write_text(NEWS, encoding="utf-8")
    own_file(folder, body("lembah", "Warga Lembah Hijau"))
    code(folder=folder)
    assert "1 of them before" not in code("--resume", "--actors", "own.tsv", folder=folder)
    assert "1 of them before" in code("--resume", "--actors", "own.tsv", folder=folder)
    with open_dataset(folder / "events.duckdb") as dataset:
        assert "lembah" in dataset.arrow("actors")["id"].to_pylist()


@pytest.mark.parametrize(("content", "said"), [(text("bad"), "own.tsv:2: 1 cells"), (None, "no such file")])
def test_code_refuses_a_file_that_cannot_be_used_before_it_begins(folder, content, said):
    (folder / "kabar.txt").write_text(NEWS, encoding="utf-8")
    if content is not None:
        (folder / "own.tsv").write_text(content, encoding="utf-8")
    assert said in code("--actors", "own.tsv", folder=folder, status=2)
    assert not (folder / "events.duckdb").exists()
