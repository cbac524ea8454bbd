"""The documentation holds: its marked commands run, its links lead somewhere, its lists are those of the package.

A code block whose info string is ``bash test`` or ``python test`` is run, block after block of a page in one folder.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
import typer

from kawat.cli import app
from kawat.codebook import load_codebook
from kawat.dataset.schema import ddl

REPOSITORY = Path(__file__).parent.parent
DOCS = REPOSITORY / "docs"
PAGES = [REPOSITORY / "README.md", *sorted(DOCS.rglob("*.md"))]
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
GROUPS = typer.main.get_command(app).commands
COMMANDS = {
    " ".join(filter(None, (name, below))): command
    for name, group in GROUPS.items()
    for below, command in getattr(group, "commands", {"": group}).items()
}


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def runnable(page: Path) -> list[tuple[str, str]]:
    """Return (language, code) of the blocks that are to be run."""
    blocks = [(info.split(), code) for info, code in BLOCK.findall(text_of(page))]
    return [(info[0], code) for info, code in blocks if info[1:] == ["test"] and info[0] in ("bash", "python")]


def name_of(page: Path) -> str:
    return page.relative_to(REPOSITORY).as_posix()


@pytest.mark.parametrize("page", [page for page in PAGES if runnable(page)], ids=name_of)
def test_marked_blocks_run(page, tmp_path):
    (tmp_path / "examples").symlink_to(REPOSITORY / "examples")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = os.environ | {"PATH": path, "HOME": str(tmp_path)}
    for language, code in runnable(page):
        command = ["bash", "-euo", "pipefail", "-c", code] if language == "bash" else [sys.executable, "-c", code]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{code}\n{done.stdout}{done.stderr}"


def test_the_tutorial_is_run():
    assert len(runnable(DOCS / "tutorial.md")) >= 5


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


def test_the_dataset_page_has_every_table_and_column_and_no_other():
    with duckdb.connect() as connection:
        connection.execute(ddl())
        query = "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' AND NOT internal"
        columns = set(connection.execute(query).fetchall())
    parts = re.split(r"^## (\w+)$", text_of(DOCS / "reference" / "dataset.md"), flags=re.M)
    written = zip(parts[1::2], parts[2::2], strict=True)
    assert {(t, c) for t, body in written for c in re.findall(r"^\| `(\w+)` \|", body, flags=re.M)} == columns


def test_the_codebook_page_has_every_name_of_the_codebook():
    codebook = load_codebook()
    names = {*codebook.types, *codebook.contexts, *codebook.sectors}
    names |= {mode for entry in codebook.types.values() for mode in entry.modes}
    assert not names - set(re.findall(r"`([\w-]+)`", text_of(DOCS / "reference" / "codebook.md")))
