"""What the command line shows to people: the table of events, rejected input, progress.

All that comes from pages is shown as plain text: neither rich's markup nor a terminal's control sequences
in it have an effect.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from rich import box
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from kawat.records import Reject

WIDE = 110  # columns from which the place has a column of its own
STATUS_STYLES = {"asserted": "", "claimed": "yellow", "denied": "red", "future": "cyan", "hypothetical": "dim"}

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def plain(value: str) -> str:
    """Return ``value`` on one line and without characters that a terminal would act upon."""
    return "".join(
        " " if character.isspace() else "" if unicodedata.category(character) in _HIDDEN else character
        for character in value
    )


def event_table(events: Sequence[dict[str, Any]], width: int) -> Table:
    """Return rows of the table ``events`` as a table for a terminal of ``width`` columns."""
    wide = width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column("who", ratio=4, overflow="fold")
    table.add_column("did what", ratio=3, overflow="fold")
    table.add_column("to whom", ratio=4, overflow="fold")
    table.add_column("when" if wide else "when, where", ratio=3, overflow="fold")
    if wide:
        table.add_column("where", ratio=3, overflow="fold")
    table.add_column("who says so", ratio=4, overflow="fold")
    table.add_column("status", ratio=3, overflow="fold")
    for event in events:
        when, where = _days(event["date_start"], event["date_end"]), event["place_name"] or ""
        place = [when, where] if wide else [" ".join(filter(None, (when, where)))]
        # What both sides do together has one side in the table: both of them.
        recipients = [] if event["symmetric"] else event["recipient_names"]
        cells = [
            _names(event["actor_names"], " + " if event["symmetric"] else ", "),
            _what(event["type"], event["modes"]),
            "(together)" if event["symmetric"] else _names(recipients, ", "),
            *place,
            _names(event["attributed_to"], ", ") or ("(not named)" if event["status"] == "claimed" else "(the outlet)"),
        ]
        status = Text(event["status"], style=STATUS_STYLES.get(event["status"], "dim"))
        if event["disputed_by"]:
            status.append(" (disputed)", style="red")
        table.add_row(*(Text(plain(cell)) for cell in cells), status)
    return table


def show_rejects(rejects: Sequence[Reject], count: int) -> None:
    """Name rejected inputs and their reasons on standard error; ``count`` is how many there are in all."""
    for reject in rejects:
        print(f"rejected: {plain(reject.source)}: {plain(reject.reason)}", file=sys.stderr)
    if count > len(rejects):
        print(f"... and {count - len(rejects)} more rejected", file=sys.stderr)


@contextmanager
def progress_bar(what: str) -> Generator[Callable[[int], None]]:
    """Give a function that shows how many inputs are done, on standard error where that is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda done: None
        return
    columns = (SpinnerColumn(), TextColumn(what), BarColumn(pulse_style="cyan"), TextColumn("{task.completed} done"))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done: bar.update(task, completed=done)


def _names(names: Sequence[str | None], joint: str) -> str:
    return joint.join(dict.fromkeys(name for name in names if name))


def _what(type: str, modes: Sequence[str]) -> str:
    return f"{type} {', '.join(modes)}" if modes else type


def _days(start: date | None, end: date | None) -> str:
    if start is None:
        return ""
    if end is None or end == start:
        return start.isoformat()
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(start.year)
    return f"{start.isoformat()} to {end.isoformat()}"
