"""Coded articles as JSON lines, to a file or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Self

from kawat.dataset.entries import Entry, Written
from kawat.records import CodedArticle, Reject, Run

OURS = b'{"article":'  # how a file of coded articles begins


class JsonLines:
    """Writes one object a line, in the order of the input.

    A file appears under its name only once it is whole; until then it is named ``FILE.part``.
    """

    def __init__(self, target: str) -> None:
        """Open ``target``, a path or ``-``.

        Raises ValueError where its folder is missing or it holds anything but lines that Kawat wrote.
        """
        self.path = None if target == "-" else Path(target)
        if self.path:
            _check(self.path)
        self.part = self.path.with_name(f"{self.path.name}.part") if self.path else None
        self._stream: BinaryIO = self.part.open("wb") if self.part else sys.stdout.buffer

    def stored(self, input_digests: Sequence[str], run: Run) -> set[str]:
        """Return nothing: lines are not read back."""
        return set()

    def write(self, entries: Sequence[Entry]) -> Written:
        """Write the coded articles among ``entries``."""
        written = Written()
        for entry in entries:
            if isinstance(entry.outcome, Reject):
                written.rejects.append(entry.outcome)
            elif isinstance(entry.outcome, CodedArticle):
                self._write_line(entry, entry.outcome, written)
        self._stream.flush()
        return written

    def _write_line(self, entry: Entry, coded: CodedArticle, written: Written) -> None:
        try:
            line = coded.to_json().encode() + b"\n"
        except ValueError as error:
            reason = f"cannot be written as JSON: {error}"
            written.rejects.append(Reject(source=entry.source, reason=reason))
            return
        self._stream.write(line)
        written.coded += 1
        written.reports += len(coded.events)

    def finish(self) -> None:
        """Give the file its name."""
        if self.path and self.part:
            self._stream.close()
            self.part.replace(self.path)

    def close(self) -> None:
        """Close the file; unless it was finished, it keeps the name ``FILE.part``."""
        if self.path:
            self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _check(path: Path) -> None:
    if not path.parent.is_dir():
        raise ValueError(f"the folder {path.parent} does not exist; make it first: mkdir -p {path.parent}")
    if path.is_dir():
        raise ValueError(f"{path} is a folder; name a file")
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            if not file.read(len(OURS)).startswith(OURS):
                raise ValueError(f"{path} is not a file of coded articles; it is left as it is")
