"""The file format of the actor registry: twelve tab-separated columns, read whatever a file may hold, written whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

import msgspec

COLUMNS = [
    "id",
    "kind",
    "country",
    "sectors",
    "names",
    "names_id",
    "names_en",
    "office",
    "from",
    "to",
    "wikidata",
    "note",
]
NAME_COLUMNS = ("names", "names_id", "names_en")
LISTS = (*NAME_COLUMNS, "sectors")  # columns whose cells hold several values
REMOVED = "none"  # the kind of a row that takes a bundled actor out

ENDS = bytes.maketrans(b"\n|", b"\t\t")  # what cells and values end with, made alike

BOM = b"\xef\xbb\xbf"
SHOWN = 120  # characters of a wrong cell or header that a message repeats

Row = dict[str, str]
Line = tuple[int, Row]


class RegistryError(ValueError):
    """A file of actors cannot be used; the message names file, line and reason."""


class Problem(msgspec.Struct, frozen=True):
    """A row that is refused, or something that is to be said about one."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


def values(cell: str) -> list[str]:
    """Return the values of a cell that may hold several."""
    return cell.split("|") if cell else []


def new_row(**cells: str) -> Row:
    """Return a row with these cells, tidied, and all others empty; ``since`` and ``until`` stand for from and to."""
    named = {{"since": "from", "until": "to"}.get(name, name): cell for name, cell in cells.items()}
    return {column: _tidy(column, named.get(column, "")) for column in COLUMNS}


def read_bytes(path: str | Path) -> bytes:
    """Return the content of a file. Raises RegistryError where it cannot be read."""
    with reading(path, ValueError):
        return Path(path).read_bytes()


@contextmanager
def reading(path: str | Path, *others: type[Exception]) -> Generator[None]:
    """Raise RegistryError, naming the file, for what goes wrong with reading it: OSError and ``others``."""
    try:
        yield
    except FileNotFoundError:
        raise RegistryError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise RegistryError(f"{path} is a folder; name a file") from None
    except (OSError, *others) as error:
        raise RegistryError(f"{path} cannot be read: {error}") from error


def parse(content: bytes, file: str) -> tuple[list[Line], list[Problem]]:
    """Return the rows of a file with their line numbers, and the lines that are no rows."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [], [Problem(file, 1, "this is UTF-16; save it as UTF-8")]
    first, *rest = content.removeprefix(BOM).split(b"\n")
    header = [cell.strip() for cell in first.decode("utf-8", "replace").split("\t")]
    if header != COLUMNS:
        found = " ".join(header)[:SHOWN]
        return [], [Problem(file, 1, f"columns must be {' '.join(COLUMNS)}, with tabs between; found {found!r}")]
    tidy = _is_tidy(content)
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, raw in enumerate(rest, start=2):
        if not raw.strip():
            continue
        row = _row(raw, tidy)
        if isinstance(row, str):
            problems.append(Problem(file, number, row))
        else:
            lines.append((number, row))
    return lines, problems


def _row(raw: bytes, tidy: bool) -> Row | str:
    """Return a line as a row, or why it is none. ``tidy``: it has no spaces to take away."""
    try:
        cells = raw.removesuffix(b"\r").decode("utf-8").split("\t")
    except UnicodeDecodeError:
        return "not valid UTF-8; save the file as UTF-8"
    if len(cells) != len(COLUMNS):
        return f"{len(cells)} cells where {len(COLUMNS)} are needed, with tabs between"
    row = dict(zip(COLUMNS, cells, strict=True))
    if not tidy:
        row = {column: _tidy(column, cell) for column, cell in row.items()}
    if not row["id"] or not row["kind"] or not (row["names"] or row["kind"] == REMOVED):
        return "id, kind and names must not be empty"
    return row


def _is_tidy(content: bytes) -> bool:
    """Whether no cell of a file has spaces to take away, for sure: the files that Kawat writes have none."""
    alike = b"\t" + content.translate(ENDS) + b"\t"
    if b"  " in alike or b" \t" in alike or b"\t " in alike:
        return False
    # No-break spaces, carriage returns and their like cannot be printed.
    return content.translate(None, b"\t\n").decode("utf-8", "replace").isprintable()


def _tidy(column: str, cell: str) -> str:
    if column in LISTS:
        return "|".join(" ".join(value.split()) for value in cell.split("|"))
    return " ".join(cell.split())


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Return rows as files have them: by id, the offices of a person by their dates."""
    return sorted(rows, key=lambda row: (row["id"], row["from"], row["to"] or "9999"))


def to_text(rows: Iterable[Row]) -> str:
    """Return the text of a file with these rows in order."""
    lines = ["\t".join(COLUMNS), *("\t".join(row[column] for column in COLUMNS) for row in in_order(rows))]
    return "\n".join(lines) + "\n"


def write(path: str | Path, rows: Iterable[Row]) -> None:
    """Write a file of rows: whole or not at all. Raises RegistryError where it cannot be written."""
    path = Path(path).resolve()  # what a link leads to is replaced, not the link
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(to_text(rows))
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    except (OSError, UnicodeError) as error:
        raise RegistryError(f"{path} cannot be written: {error}") from error
    finally:
        part.unlink(missing_ok=True)
