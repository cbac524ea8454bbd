"""The members of a gzipped web archive: each record is usually packed by itself, so damage to one spares the rest."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from kawat.readers.limits import CHUNK
from kawat.readers.streams import GZIP_MAGIC

WARC_MAGIC = b"WARC/"
_MEMBER = GZIP_MAGIC + b"\x08"
_TRIED = 4096  # bytes of what may be a member, from which its first characters are unpacked
_LONGEST_HEAD = 1 << 18  # bytes; the extra field of a member's head has at most 64 KiB
_MAX_TRIALS = 20_000  # of places that might be a member in a damaged file; beyond that somebody means ill


class Cut(NamedTuple):
    """A place between two stretches of an archive: a new record begins, after ``damage`` or without."""

    damage: str | None = None


def members(chunks: Iterator[bytes]) -> Iterator[bytes | Cut]:
    """Yield the unpacked bytes, with a Cut where a member begins with a record and where damage was passed over.

    Where a member is damaged, reading goes on at the next one that begins with a record. Raises what ``chunks``
    raises, and nothing else.
    """
    return _Members(chunks).read()


class _Members:
    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._trials = 0

    def read(self) -> Iterator[bytes | Cut]:
        pending = next(self._chunks, b"")
        while pending := self._past_padding(pending):
            member = zlib.decompressobj(wbits=31)
            opening: bytes | None = b""  # the member's first bytes until it is known whether a record begins there
            silent: bytes | None = (
                b""  # what the member took so far without giving a byte: a damaged head may swallow its neighbours
            )
            while not member.eof:
                if not pending and not (pending := next(self._chunks, b"")):
                    yield Cut("the gzip data is cut off")
                    pending = self._next_member(silent[1:]) if silent else b""
                    break
                try:
                    piece = member.decompress(pending, CHUNK)
                except zlib.error:
                    yield Cut("damaged gzip data")
                    pending = self._next_member((silent + pending)[1:] if silent is not None else pending)
                    break
                taken, pending = pending, member.unused_data if member.eof else member.unconsumed_tail
                silent = silent + taken if silent is not None and not piece and len(silent) < _LONGEST_HEAD else None
                if opening is not None:
                    piece = opening + piece
                    opening = None if len(piece) >= len(WARC_MAGIC) or member.eof else piece
                    if opening is not None:
                        continue
                    if piece.startswith(WARC_MAGIC):
                        yield Cut()
                if piece:
                    yield piece

    def _past_padding(self, pending: bytes) -> bytes:
        """Return what is left, from the first byte that is not one of the zeros with which tapes are filled up."""
        while not (pending := pending.lstrip(b"\0")):
            pending = next(self._chunks, b"")
            if not pending:
                return b""
        return pending

    def _next_member(self, pending: bytes) -> bytes:
        """Return what is left, from the next member that begins with a record; b"" where there is none."""
        while self._trials < _MAX_TRIALS:
            at = pending.find(_MEMBER)
            if at < 0 or len(pending) - at < _TRIED:
                more = next(self._chunks, b"")
                pending = pending[at if at >= 0 else -len(_MEMBER) + 1 :] + more
                if at < 0 and more:
                    continue
                if at < 0:
                    return b""
                at = 0
            self._trials += 1
            if _begins_record(pending[at : at + _TRIED]):
                return pending[at:]
            pending = pending[at + 1 :]
        return b""


def _begins_record(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, len(WARC_MAGIC)) == WARC_MAGIC
    except zlib.error:
        return False
