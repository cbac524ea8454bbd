"""Tables of figures on the terminal, with notes below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import rich.table
from rich.console import Console
from rich.text import Text

WIDTH = 130
BREAK: tuple[str, ...] = ()  # as a row: a line between the rows before and those behind it


class Table(NamedTuple):
    """A title, the columns, rows of text, and notes. The first ``names`` columns hold words, the others numbers."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()
    names: int = 1


def show(table: Table) -> None:
    """Print a table as wide as its content needs."""
    shown = rich.table.Table(title=table.title)
    for k, name in enumerate(table.columns):
        shown.add_column(name, justify="left" if k < table.names else "right")
    for row in table.rows:
        if row:
            shown.add_row(*(Text(cell) for cell in row))
        else:
            shown.add_section()
    console = Console(width=WIDTH)
    console.print(shown)
    for note in table.notes:
        console.print(Text(note), style="dim")


def figure(value: float) -> str:
    """Return a share or an F1 as it stands in a table."""
    return f"{value:.3f}"
