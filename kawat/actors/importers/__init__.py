"""Files of actors in other formats, turned into rows of the registry's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from kawat.actors.importers import ftm, petrarch, tables
from kawat.actors.importers.collecting import Collector, Imported
from kawat.actors.importers.found import Reader
from kawat.actors.importers.words import field_of
from kawat.actors.rows import BOM, Line, RegistryError, reading
from kawat.readers.streams import GZIP_MAGIC, BrokenInputError, chunks_of, gunzip, peek

__all__ = ["FORMATS", "Imported", "guess", "import_file"]

FORMATS: dict[str, Reader] = {"petrarch": petrarch.read, "csv": tables.read, "ftm": ftm.read}
LOOKED_AT = 1 << 16  # bytes by which the format is told

_CODE = re.compile(rb"^[^\[\n]*\[[~A-Za-z]{3,}[^\[\]\n]*\]", re.M)


def import_file(
    path: str | Path, format: str | None = None, before: Sequence[Line] = (), *, new_only: bool = False
) -> Imported:
    """Return the actors of a file as rows, with all that could not be taken.

    ``format``: one of FORMATS, None to tell it from the content. ``before``: the rows that they are to be added to,
    whose names stay theirs. ``new_only``: leave out actors whose name the bundled registry has. Raises RegistryError
    for a file that cannot be opened or whose format cannot be told.
    """
    path = Path(path)
    with reading(path, BrokenInputError), path.open("rb") as stream:
        head, chunks = _begun(_unpacked(chunks_of(stream)))
        reader = FORMATS[format or _told(path, head)]
        return Collector(str(path), before, new_only=new_only).collect(reader(chunks))


def guess(head: bytes) -> str | None:
    """Return the format of a file by its first bytes, None where they do not tell."""
    text = head.removeprefix(BOM).lstrip()
    if text.startswith(b"{"):
        return "ftm"
    header = text.split(b"\n", 1)[0].decode("utf-8", "replace")
    cells = [cell.strip().strip('"') for cell in header.split(tables.separator_of(header))]
    if "names" in map(field_of, cells):
        return "csv"
    return "petrarch" if _CODE.search(text) else None


def _told(path: Path, head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RegistryError(f"{path} is UTF-16; save it as UTF-8")
    format = guess(head)
    if format is None:
        raise RegistryError(f"{path}: its content does not tell its format; name it with --from {'|'.join(FORMATS)}")
    return format


def _begun(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Return the beginning of a stream, and the whole of it, which breaks where it does, not here already."""
    seen: list[bytes] = []
    try:
        for chunk in chunks:
            seen.append(chunk)
            if sum(map(len, seen)) >= LOOKED_AT:
                break
    except BrokenInputError as error:
        if not seen:
            raise
        return b"".join(seen), _broken(seen, error)
    return b"".join(seen), chain(seen, chunks)


def _broken(seen: list[bytes], error: BrokenInputError) -> Iterator[bytes]:
    yield from seen
    raise error


def _unpacked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    head, chunks = peek(chunks, len(GZIP_MAGIC))
    return gunzip(chunks) if head == GZIP_MAGIC else chunks
