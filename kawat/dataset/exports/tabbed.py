"""Rows with tabs between, as POLECAT, ICEWS and GDELT give them out: nothing is quoted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

Cell = str | int | float | date | None

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def line(cells: Iterable[Cell]) -> str:
    """Return a line of a file.

    Nothing is an empty cell; in text a tab is written as ``\\t``, a line feed as ``\\n``, a carriage return as
    ``\\r`` and a backslash as two.
    """
    return "\t".join(map(_cell, cells)) + "\n"


def joined(values: Iterable[str | None], joint: str = ";") -> str:
    """Return several values as one cell; a joint inside a value becomes a space."""
    return joint.join(value.replace(joint, " ") for value in values if value)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return value.translate(_ESCAPES) if isinstance(value, str) else str(value)
