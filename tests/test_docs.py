"""The documentation holds: its marked commands run, its links lead somewhere, its lists are those of the package.

Which code blocks are run, and how, stands in ``docs/refresh.py``.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import typer

from docs.refresh import (
    BLOCK,
    DATASET_PAGE,
    DOCS,
    REPOSITORY,
    TUTORIALS,
    blocks,
    outputs,
    relations,
    run,
    runnable,
    with_tables,
)
from kawat.cli import app
from kawat.codebook import load_codebook
from kawat.dataset import Writer, export, open_dataset

PAGES = [REPOSITORY / "README.md", *sorted(DOCS.rglob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
GROUPS = typer.main.get_command(app).commands
COMMANDS = {
    " ".join(filter(None, (name, below))): command
    for name, group in GROUPS.items()
    for below, command in getattr(group, "commands", {"": group}).items()
}
R_TYPES = {"string": "character", "double": "double", "date32[day]": "Date", "int32": "integer", "bool": "logical"}


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def name_of(page: Path) -> str:
    return page.relative_to(REPOSITORY).as_posix()


@pytest.mark.parametrize("page", [page for page in PAGES if runnable(page) and page.parent != TUTORIALS], ids=name_of)
def test_marked_blocks_run(page, tmp_path):
    run(page, tmp_path)


def test_the_tutorials_run_and_print_what_they_show(tmp_path):
    # In one folder, so that the samples are coded once. Numbers differ a little between versions and processors: what
    # is shown has to be nearly what is printed, not every character of it.
    for page in sorted(TUTORIALS.glob("*.md")):
        shown = list(outputs(page, run(page, tmp_path)))
        assert shown or page.stem == "r"
        for block, printed in shown:
            alike = SequenceMatcher(None, block.code, printed, autojunk=False).ratio()
            assert alike > 0.75, (
                f"{name_of(page)} shows\n{block.code}\nbut prints\n{printed}\nrun: python -m docs.refresh"
            )
        pictures = re.findall(r"\]\(\.\./images/([\w.-]+)\)", text_of(page))
        assert not [name for name in pictures if shown and not (tmp_path / name).exists()]


def test_every_tutorial_is_run():
    assert len(runnable(DOCS / "tutorial.md")) >= 5
    for page in TUTORIALS.glob("*.md"):
        ran = [block.info[1:] for block in blocks(page) if block.language in ("python", "sql")]
        assert set(ran) <= {("test",)}
    assert {page.stem for page in TUTORIALS.glob("*.md")} == {"pandas", "polars", "sql", "r"}


def test_the_columns_that_the_r_tutorial_uses_are_exported(tmp_path):
    with Writer(tmp_path / "events.duckdb") as writer:
        writer.finish()
    with open_dataset(tmp_path / "events.duckdb") as dataset:
        export(dataset, "parquet", tmp_path)
        export(dataset, "csv", tmp_path)
    schema = pq.read_schema(tmp_path / "events.parquet")
    header = (tmp_path / "events.csv").read_text(encoding="utf-8").strip().split(",")

    page = TUTORIALS / "r.md"
    code = "".join(block.code for block in blocks(page) if block.info == ("r", "test"))
    listed = dict(re.findall(r"^\| `(\w+)` \| ([\w ]+) \|$", text_of(page), flags=re.M))
    assert {name for name in schema.names if re.search(rf"(?<!\w){name}(?!\w)", code)} == listed.keys()
    assert listed.keys() <= set(header)

    def in_r(kind) -> str:
        return R_TYPES.get(str(kind)) or f"list of {R_TYPES[str(kind.value_type)]}"

    assert {name: in_r(schema.field(name).type) for name in listed} == listed


def test_the_queries_of_the_r_tutorial_are_right(tmp_path):
    with Writer(tmp_path / "events.duckdb") as writer:
        writer.finish()
    queries = re.findall(r'dbGetQuery\(connection, "([^"]+)"\)', text_of(TUTORIALS / "r.md"))
    with open_dataset(tmp_path / "events.duckdb") as dataset:
        assert [dataset.sql(query).num_rows for query in queries] == [0, 0]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_relative_links_lead_to_files(page):
    targets = [one or other for one, other in LINK.findall(BLOCK.sub("", text_of(page)))]
    local = [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:", target)]
    assert not [target for target in local if target and not (page.parent / target).exists()]


def test_the_index_names_every_page():
    index = text_of(DOCS / "README.md")
    pages = [page for page in DOCS.rglob("*.md") if "decisions" not in page.parts and page.name != "README.md"]
    assert not [page for page in pages if f"({page.relative_to(DOCS).as_posix()})" not in index]


def sections() -> dict[str, str]:
    """Return the sections of the command-line page by command."""
    parts = re.split(r"^## (.+)$", text_of(DOCS / "reference" / "cli.md"), flags=re.M)
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    return {title.removeprefix("kawat "): body for title, body in found.items() if title.startswith("kawat ")}


def test_the_command_line_page_has_every_command_and_no_other():
    assert sections().keys() == COMMANDS.keys()
    named = re.findall(r"(?:`|^ {4})kawat ([a-z]\w*)", text_of(DOCS / "reference" / "cli.md"), flags=re.M)
    assert set(named) == GROUPS.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_command_line_page_has_every_option_and_no_other(command):
    context = typer.Context(COMMANDS[command], info_name=command, help_option_names=["-h", "--help"])
    options = {
        name
        for parameter in COMMANDS[command].get_params(context)
        if parameter.param_type_name == "option"
        for name in (*parameter.opts, *parameter.secondary_opts)
    }
    written = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", " ".join(re.findall(r"`([^`]+)`", sections()[command]))))
    assert written == options


def test_the_dataset_page_has_every_table_and_column_as_the_schema_has_it():
    text = text_of(DATASET_PAGE)
    assert with_tables(text) == text, "run: python -m docs.refresh"
    assert set(re.findall(r"^## ([\w.]+)$", text, flags=re.M)) == relations().keys() | {"Views", "Review"}
    assert not re.findall(r"^\| `\w+` \| `[^`]*` \|  \|$", text, flags=re.M), "columns that nothing is said of"


def test_the_picture_of_the_dataset_has_columns_that_there_are():
    known = {
        name.replace(".", "_"): {column: kind.removesuffix("?") for column, kind, _ in columns}
        for name, (_, columns) in relations().items()
    }
    (picture,) = [block.code for block in blocks(DATASET_PAGE) if block.language == "mermaid"]
    drawn = re.findall(r"^ {4}(\w+)(?:\[[^\]]*\])? \{\n(.*?)^ {4}\}", picture, flags=re.M | re.S)
    for table, body in drawn:
        for kind, column in re.findall(r"^ {8}(\S+) (\w+)", body, flags=re.M):
            assert known[table][column] == kind
    joins = re.findall(r"^ {4}(\w+) \S+ (\w+) : \"([^\"]+)\"", picture, flags=re.M)
    assert len(joins) >= 15
    for one, other, columns in joins:
        assert not set(columns.split(", ")) - (known[one].keys() | known[other].keys())


def test_the_codebook_page_has_every_name_of_the_codebook():
    codebook = load_codebook()
    names = {*codebook.types, *codebook.contexts, *codebook.sectors}
    names |= {mode for entry in codebook.types.values() for mode in entry.modes}
    assert not names - set(re.findall(r"`([\w-]+)`", text_of(DOCS / "reference" / "codebook.md")))
