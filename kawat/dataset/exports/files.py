"""Files that take their name once they are whole."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

import duckdb

Note = Callable[[str], None]
"""Takes a sentence for the person who exports."""


@contextmanager
def whole(path: Path) -> Generator[Path]:
    """Give the name to write to; it becomes ``path`` if all went well, else it goes. Raises OSError."""
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    except duckdb.IOException as error:
        raise OSError(f"{path} cannot be written: {error}") from error
    finally:
        with suppress(OSError):
            part.unlink()


@contextmanager
def text_file(path: Path) -> Generator[TextIO]:
    """Open a text file in UTF-8 with line feeds alone, on every system, that takes its name once it is whole."""
    with whole(path) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        yield file


def left_out(count: int, what: str, why: str) -> str:
    """Return the sentence for rows that are not in a file: "3 events left out: they have no coordinates"."""
    return f"{count} {what if count == 1 else f'{what}s'} left out: {why}"
