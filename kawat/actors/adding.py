"""A project's own file of actors: rows added to it or replaced in it, and the file kept in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path

from kawat.actors.checks import unsafe
from kawat.actors.registry import check_content, load_registry
from kawat.actors.rows import (
    NAME_COLUMNS,
    REMOVED,
    Line,
    RegistryError,
    Row,
    new_row,
    read_bytes,
    to_text,
    values,
    write,
)


def own_lines(path: Path) -> list[Line]:
    """Return the rows of a project's file, none where there is no file yet.

    Raises RegistryError for a file that ships with Kawat, one that cannot be read, and one with a bad row.
    """
    data = Path(str(resources.files("kawat"))).resolve() / "data"
    if path.resolve().is_relative_to(data):
        raise RegistryError(f"{path} ships with Kawat and is not changed; name a file of your own")
    if not path.parent.is_dir():
        raise RegistryError(f"the folder {path.parent} does not exist; make it first: mkdir -p {path.parent}")
    if not path.exists():
        return []
    checked = check_content(read_bytes(path), str(path), load_registry())
    if checked.problems:
        raise RegistryError(f"{checked.problems[0]}; put the file right first: kawat actors check {path}")
    return checked.lines


def write_own(path: Path, rows: Iterable[Row], before: Sequence[Line]) -> None:
    """Write a project's file with ``rows`` in place of those among ``before`` that have their ids.

    Raises RegistryError where it cannot be written.
    """
    rows = list(rows)
    replaced = {row["id"] for row in rows}
    write(path, [*(row for _, row in before if row["id"] not in replaced), *rows])


def add_row(path: Path, row: Row) -> str:
    """Add a row to a project's file, in place of that of the same id, and say what was done.

    A person's row replaces that of the same office and beginning only, and all of a person's rows get all the names.
    Raises RegistryError, with the file as it was, where the row breaks a rule.
    """
    before = own_lines(path)
    if row["kind"] == REMOVED:
        row = new_row(id=row["id"], kind=REMOVED)
    for name in (name for column in NAME_COLUMNS for name in values(row[column]) if name):
        if reason := unsafe(name):
            raise RegistryError(f"not added: the name {name!r} is {reason}")
    same = [own for _, own in before if own["id"] == row["id"]]
    rows = _with_offices(row, same)
    rest = [own for _, own in before if own["id"] != row["id"]]
    text = to_text([*rest, *rows]).encode("utf-8", "surrogatepass")
    problems = check_content(text, str(path), load_registry()).problems
    if problems:
        raise RegistryError(f"not added: {problems[0].reason}")
    write_own(path, rows, before)
    return _done(path, row, bool(same))


def _with_offices(row: Row, same: Sequence[Row]) -> list[Row]:
    """Return the rows of an actor once ``row`` is in: a person keeps other offices."""
    if row["kind"] != "person":
        return [row]
    kept = [own for own in same if own["kind"] == "person" and _term(own) != _term(row)]
    rows = [row, *kept]
    names = {
        column: "|".join(dict.fromkeys(name for own in (row, *same) for name in values(own[column])))
        for column in NAME_COLUMNS
    }
    return [{**own, **names} for own in rows]


def _term(row: Row) -> tuple[str, str]:
    return row["office"], row["from"]


def _done(path: Path, row: Row, replaced: bool) -> str:
    what = "taken out" if row["kind"] == REMOVED else "changed" if replaced else "added"
    over = row["kind"] != REMOVED and row["id"] in load_registry().entries
    return f"{row['id']!r} {what} in {path}" + ("; it takes the place of the bundled actor" if over else "")
