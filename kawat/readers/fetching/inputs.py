"""What ``kawat fetch`` is given: addresses, files that list some, feeds, sitemaps."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from kawat.readers.decoding import NotTextError, decode
from kawat.readers.listings import Listing, is_listing, parse_listing
from kawat.readers.streams import GZIP_MAGIC, BrokenInputError, chunks_of, gunzip, peek, whole
from kawat.records import Reject

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?")
_MAX_BYTES = 64 << 20  # a million addresses


def read_inputs(inputs: Iterable[str], stdin: IO | None = None) -> Iterator[str | Listing | Reject]:
    """Yield the addresses and listings that are given, and a Reject for each input that holds neither.

    An input is an address, a file, or ``-`` for standard input; ``stdin`` stands in for the latter.
    """
    for item in inputs:
        if _ADDRESS.match(item):
            yield item
        elif item == "-":
            yield from _read(chunks_of(stdin if stdin is not None else sys.stdin), "-")
        else:
            yield from _read_file(item)


def _read_file(name: str) -> Iterator[str | Listing | Reject]:
    path = Path(name)
    try:
        with path.open("rb", buffering=0) as stream:
            yield from _read(chunks_of(stream), name)
    except IsADirectoryError:
        yield Reject(source=name, reason="a folder; name the files in it that list addresses")
    except FileNotFoundError:
        page = f", or if it is a page, write https://{name}" if _BARE.fullmatch(name) else ""
        yield Reject(source=name, reason=f"no such file; check the path{page}")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        yield Reject(source=name, reason=f"cannot be opened: {reason or error}")


def _read(chunks: Iterator[bytes], source: str) -> Iterator[str | Listing | Reject]:
    try:
        head, chunks = peek(chunks, len(GZIP_MAGIC))
        if head == GZIP_MAGIC:
            chunks = gunzip(chunks)
        raw, broken = whole(chunks, _MAX_BYTES)
        found = [parse_listing(raw)] if is_listing(raw) else _addresses(decode(raw), source)
    except (BrokenInputError, NotTextError, ValueError) as error:
        yield Reject(source=source, reason=str(error))
        return
    yield from found
    if broken:
        yield Reject(source=source, reason=broken)


def _addresses(text: str, source: str) -> Iterator[str | Reject]:
    """Yield one address a line; blank lines and those that begin with "#" are passed over."""
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if _ADDRESS.match(line) and not any(character.isspace() for character in line):
            yield line
        else:
            reason = "no address; write one a line, as https://outlet.example/page"
            yield Reject(source=f"{source}#{number}", reason=reason, sample=line[:120])
