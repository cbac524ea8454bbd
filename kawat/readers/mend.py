"""Records of a web archive that do not end where they say: what is theirs, and what belongs to the next."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_MARK = re.compile(rb"(?<=\n)(?=WARC/1\.\d[ \t]*\r?\nWARC-[A-Za-z-]{2,30}:)")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"\r?\nContent-Length:[^\r\n]*", re.I)
_FILLER = b" \t\r\n\0"
_MAX_PIECES = 1000


class Extent(NamedTuple):
    """How a record's content compares with the length that it declares."""

    missing: int  # bytes that it declares and does not have
    beyond: int  # bytes between its declared end and the next record, filler not counted


def extent_of(raw: bytes, declared: int) -> Extent:
    """Compare a record, given with all bytes up to the next one, with its declared length."""
    head = _HEAD_END.search(raw)
    end = (head.end() if head else len(raw) + 1) + declared
    return Extent(max(0, end - len(raw)), len(raw[end:].strip(_FILLER)))


def pieces_of(raw: bytes) -> list[bytes]:
    """Split bytes before each record that begins in them; the first piece begins where they begin."""
    marks = [mark.start() for mark in _MARK.finditer(raw)][:_MAX_PIECES]
    return [raw[start:end] for start, end in pairwise([0, *marks, len(raw)])]


def mended(piece: bytes) -> bytes:
    """Return a record whose declared length is that of the content it has."""
    head = _HEAD_END.search(piece)
    if head is None:
        return piece
    content = piece[head.end() :]
    content = content[: len(content) - len(content[-8:]) + len(content[-8:].rstrip(b"\r\n"))]
    fields = _LENGTH.sub(b"", piece[: head.start()])
    return fields + b"\r\nContent-Length: %d\r\n\r\n" % len(content) + content
