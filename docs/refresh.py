"""Run the documentation's code, and write anew what in its pages is made by it.

``python -m docs.refresh`` writes the tables of the dataset page from ``schema.sql``, and on the pages of ``tutorials/``
what each block prints and the pictures it draws. tests/test_docs.py tells when that is due.

A block whose info string ends in ``test`` is run: ``bash``, ``python``, ``sql`` and, where R is installed, ``r``. In
a tutorial ``bash`` is run first, and the blocks of each other language are one program, as in a notebook. A block
``text output`` shows what the block before it prints.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from kawat.dataset.schema import ddl

REPOSITORY = Path(__file__).parent.parent
DOCS = REPOSITORY / "docs"
TUTORIALS = DOCS / "tutorials"
DATASET_PAGE = DOCS / "reference" / "dataset.md"
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
TABLE = re.compile(r"^## ([\w.]+)\n\n[^\n]+\n\n\| column \|.*?(?=\n\n|\n?\Z)", re.M | re.S)
PICTURE = re.compile(r"\(\.\./images/([\w-]+\.\w+)\)")
R_PACKAGES = ("dplyr", "tidyr", "ggplot2", "jsonlite")
MARK = "\x1e"  # stands between the output of two blocks
SQL = f"""
import sys, duckdb
connection = duckdb.connect("events.duckdb", read_only=True)
for code in sys.stdin.read().split({MARK!r}):
    for statement in duckdb.extract_statements(code):
        rows = connection.sql(statement)
        if rows is not None and not statement.query.lstrip().upper().startswith("COPY"):
            rows.show(max_rows=60, max_width=118)
    print({MARK!r}, flush=True)
"""


@dataclass(frozen=True)
class Block:
    """A code block of a page; the span is that of its code."""

    info: tuple[str, ...]
    code: str
    start: int
    end: int

    @property
    def language(self) -> str:
        return self.info[0] if self.info else ""


def blocks(page: Path) -> list[Block]:
    """Return all code blocks of a page."""
    text = page.read_text(encoding="utf-8")
    return [Block(tuple(m[1].split()), m[2], m.start(2), m.end(2)) for m in BLOCK.finditer(text)]


def runnable(page: Path) -> list[Block]:
    """Return the blocks that are run."""
    marked = [block for block in blocks(page) if block.info[1:] == ("test",)]
    return [
        block for block in marked if block.language in ("bash", "python", "sql") or (block.language == "r" and has_r())
    ]


@cache
def has_r() -> bool:
    """Tell whether R is there with the packages that the tutorial loads."""
    if not shutil.which("Rscript"):
        return False
    quoted = ", ".join(f"'{name}'" for name in R_PACKAGES)
    code = f"quit(status = sum(!nzchar(sapply(c({quoted}), function(name) system.file(package = name)))))"
    return subprocess.run(["Rscript", "-e", code], capture_output=True).returncode == 0


def run(page: Path, folder: Path) -> dict[int, str]:
    """Run the blocks of a page in a folder; return what each printed by where its code starts.

    Raises AssertionError where one fails.
    """
    if not (folder / "examples").exists():
        (folder / "examples").symlink_to(REPOSITORY / "examples")
    programs: dict[int | str, list[Block]] = {}
    for block in runnable(page):
        programs.setdefault(block.language if page.parent == TUTORIALS else block.start, []).append(block)
    printed: dict[int, str] = {}
    for several in programs.values():
        parts = _printed([block.code for block in several], several[0].language, folder).split(f"{MARK}\n")
        printed |= {block.start: part for block, part in zip(several, parts, strict=False)}
    return printed


def _printed(codes: list[str], language: str, folder: Path) -> str:
    separator = {"bash": f"printf '{MARK}\\n'\n", "r": f'cat("{MARK}\\n")\n'}.get(language, f"print({MARK!r})\n")
    code = MARK.join(codes) if language == "sql" else separator.join(codes)
    command = {
        "bash": ["bash", "-euo", "pipefail", "-c", code],
        "python": [sys.executable, "-c", code],
        "sql": [sys.executable, "-c", SQL],
        "r": ["Rscript", "-e", code],
    }[language]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = os.environ | {"PATH": path, "HOME": str(folder), "MPLBACKEND": "agg", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        input=code if language == "sql" else None,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, f"{code}\n{done.stdout}{done.stderr}"
    return done.stdout


def outputs(page: Path, printed: dict[int, str]) -> Iterator[tuple[Block, str]]:
    """Yield each block that shows an output, and what was printed in truth."""
    before = None
    for block in blocks(page):
        if block.info == ("text", "output"):
            assert before is not None, f"{page}: an output without code before it"
            if before.start in printed:
                lines = [line.rstrip() for line in printed[before.start].rstrip().splitlines()]
                yield block, "\n".join(lines) + "\n"
        else:
            before = block


def relations() -> dict[str, tuple[str, list[tuple[str, str, str | None]]]]:
    """Return the comment of each table and view that people use, and name, type and comment of its columns."""
    with duckdb.connect() as connection:
        connection.execute(ddl())
        rows = connection.execute(
            """
            SELECT if(schema_name = 'main', '', schema_name || '.') || table_name, r.comment, column_name,
                data_type || if(is_nullable AND kind = 'table', '?', ''), c.comment
            FROM duckdb_columns() c JOIN (
                SELECT schema_oid, table_oid, 'table' AS kind, comment FROM duckdb_tables()
                UNION ALL SELECT schema_oid, view_oid, 'view', comment FROM duckdb_views() WHERE NOT internal
            ) r USING (schema_oid, table_oid)
            WHERE schema_name <> 'kawat_internal' ORDER BY r.table_oid, column_index
            """
        ).fetchall()
    found: dict[str, tuple[str, list[tuple[str, str, str | None]]]] = {}
    for name, what, *column in rows:
        found.setdefault(name, (what, []))[1].append(tuple(column))
    return found


def with_tables(text: str) -> str:
    """Return the dataset page with the tables of columns as ``schema.sql`` has them.

    Columns of views have no comment there: what the page says of them is kept.
    """
    known = relations()

    def table(match: re.Match[str]) -> str:
        if match[1] not in known:
            return ""
        what, columns = known[match[1]]
        said = dict(re.findall(r"^\| `(\w+)` \| `[^`]*` \| (.*) \|$", match[0], flags=re.M))
        lines = [f"| `{name}` | `{kind}` | {comment or said.get(name, '')} |" for name, kind, comment in columns]
        return "\n".join([f"## {match[1]}\n\n{what}.\n\n| column | type | |\n|---|---|---|", *lines])

    return TABLE.sub(table, text)


def main() -> None:
    """Write every made part of the pages."""
    DATASET_PAGE.write_text(with_tables(DATASET_PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page in sorted(TUTORIALS.glob("*.md")):
            text = page.read_text(encoding="utf-8")
            for block, output in reversed(list(outputs(page, run(page, folder)))):
                text = text[: block.start] + output + text[block.end :]
            page.write_text(text, encoding="utf-8")
            for picture in PICTURE.findall(text):
                if (folder / picture).exists():
                    shutil.copy(folder / picture, DOCS / "images" / picture)


if __name__ == "__main__":
    main()
