"""Tables of figures on the terminal, all in one form."""

from __future__ import annotations

from typing import NamedTuple

import rich.table
from rich.console import Console


class Table(NamedTuple):
    """A title, the names of the columns, and rows of text; columns after the first two hold numbers."""

    title: str
    columns: list[str]
    rows: list[list[str]]


def show(table: Table) -> None:
    """Print a table as wide as its content needs."""
    shown = rich.table.Table(title=table.title)
    for name in table.columns:
        shown.add_column(name)
    for row in table.rows:
        shown.add_row(*row)
    Console(width=200).print(shown)
