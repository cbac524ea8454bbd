"""Files of actors for tests."""

from __future__ import annotations

from pathlib import Path

from kawat.actors.rows import COLUMNS, Row, new_row, to_text

HEADER = "\t".join(COLUMNS)


def line(**cells: str) -> str:
    """Return a line of a file; ``since`` and ``until`` stand for from and to."""
    return "\t".join(new_row(**cells).values())


def text(*lines: str) -> str:
    """Return a file with these lines below the header."""
    return "\n".join([HEADER, *lines]) + "\n"


def own_file(folder: Path, *rows: Row, name: str = "own.tsv") -> Path:
    """Write a file with these rows and return where it is."""
    path = folder / name
    path.write_text(to_text(rows), encoding="utf-8")
    return path


def person(id: str, name: str, office: str = "minister", since: str = "", until: str = "", country: str = "SGP") -> Row:
    """Return the row of a person."""
    return new_row(
        id=id, kind="person", country=country, sectors="GOV", names=name, office=office, since=since, until=until
    )


def body(id: str, name: str, kind: str = "movement", country: str = "IDN", sectors: str = "SOC", **cells: str) -> Row:
    """Return the row of somebody who is no person."""
    return new_row(id=id, kind=kind, country=country, sectors=sectors, names=name, **cells)
