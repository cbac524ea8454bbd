"""The file that fetched pages go to: whole lines are added at its end, so that it can be read at any moment."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Self

import msgspec

from kawat.readers.fetching.state import Seen, State, StoreError

OURS = b'{"fetched":'  # how a file of fetched pages begins


class _Row(msgspec.Struct):
    url: str
    fetched: str


class Store:
    """Pages as JSON lines in a file with its state beside it, or on standard output without one."""

    def __init__(self, target: str) -> None:
        """Open ``target``, a path or ``-``.

        Raises StoreError where its folder is missing, where it holds anything but fetched pages, and where
        another process fetches into it.
        """
        self._path = None if target == "-" else Path(target)
        self._stream: io.FileIO | None = None
        if self._path is None:
            self.state = State(None)
            return
        _check(self._path)
        self.state = State(self._path.with_name(f"{self._path.name}.state"))
        try:
            self._stream = io.FileIO(self._path, "ab")
            self._recover(self._path)
        except OSError as error:
            self.close()
            raise StoreError(f"{self._path} cannot be written: {error.strerror or error}") from error

    def add(self, row: dict[str, Any], url: str, seen: Seen) -> None:
        """Keep a page, and then what is known of its address. Raises OSError where there is no room for it."""
        line = msgspec.json.encode(row) + b"\n"
        if self._stream is None:
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
            self.state.note(url, seen)
            return
        rest = memoryview(line)
        while rest:
            rest = rest[self._stream.write(rest) :]
        self.state.note(url, seen, self._stream.tell())

    def _recover(self, path: Path) -> None:
        """Bring file and state together after a run that was ended between them, or a file that was changed."""
        size, known = path.stat().st_size, self.state.output_bytes()
        if size < known:
            self.state.forget()
            known = 0
        with path.open("r+b") as file:
            file.seek(known)
            self.state.learn(_rows(file))

    def close(self) -> None:
        """Close file and state."""
        if self._stream:
            self._stream.close()
        self.state.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _rows(file: BinaryIO) -> Iterator[tuple[str, Seen]]:
    """Yield what the rows from here on tell of their addresses; a last line that is cut off is cut away."""
    end = file.tell()
    while line := file.readline():
        if not line.endswith(b"\n"):  # its page is fetched again
            file.truncate(end)
            return
        end += len(line)
        try:
            row = msgspec.json.decode(line, type=_Row)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue  # somebody else's line is none of our business
        yield row.url, Seen(fetched=row.fetched)


def _check(path: Path) -> None:
    if not path.parent.is_dir():
        raise StoreError(f"the folder {path.parent} does not exist; make it first: mkdir -p {path.parent}")
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file")
    if not path.exists():
        return
    if not path.is_file():
        raise StoreError(f"{path} is no regular file; name a file, or - for standard output")
    try:
        with path.open("rb") as file:
            head = file.read(len(OURS))
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror or error}") from error
    if not OURS.startswith(head) and not head.startswith(OURS):
        raise StoreError(f"{path} does not hold fetched pages; it is left as it is, name another file")
