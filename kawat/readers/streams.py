"""Bounded reading of byte streams: chunks, gzip, lines. Everything is an iterator of byte chunks."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import chain
from typing import IO

from kawat.readers.limits import CHUNK, MAX_PAGE_BYTES, MAX_SKIP_BYTES, megabytes

GZIP_MAGIC = b"\x1f\x8b"
_BLANK = b" \t\r\n"


class BrokenInputError(Exception):
    """The stream cannot be read any further; the message says why, for people."""


def chunks_of(stream: IO) -> Iterator[bytes]:
    """Yield the stream's bytes as they come. Text streams are encoded as UTF-8.

    Raises BrokenInputError where the system refuses to read on.
    """
    stream = getattr(stream, "buffer", stream)
    read = getattr(stream, "read1", stream.read)
    while True:
        try:
            chunk = read(CHUNK)
        except (OSError, ValueError) as error:
            raise BrokenInputError(f"reading stopped: {error}") from error
        if not chunk:
            return
        yield chunk.encode("utf-8", "surrogatepass") if isinstance(chunk, str) else chunk


def peek(chunks: Iterator[bytes], size: int = CHUNK) -> tuple[bytes, Iterator[bytes]]:
    """Return the first ``size`` bytes (or all there are), and an iterator over the whole stream again."""
    seen: list[bytes] = []
    length = 0
    for chunk in chunks:
        seen.append(chunk)
        length += len(chunk)
        if length >= size:
            break
    return b"".join(seen)[:size], chain(seen, chunks)


def gunzip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the decompressed bytes of a gzip stream (of several members, too), a chunk at a time.

    Raises BrokenInputError, after everything that could be decompressed, where the stream is damaged or cut off.
    """
    member = zlib.decompressobj(wbits=31)
    fresh = True
    for chunk in chunks:
        pending = chunk
        while pending:
            if fresh and pending[:1] == b"\0":  # tape padding after the last member
                return
            try:
                piece = member.decompress(pending, CHUNK)
            except zlib.error as error:
                raise BrokenInputError(f"damaged gzip data ({error}); what came before it was read") from error
            fresh = False
            if piece:
                yield piece
            if member.eof:
                pending, member, fresh = member.unused_data, zlib.decompressobj(wbits=31), True
            else:
                pending = member.unconsumed_tail
    if not fresh:
        raise BrokenInputError("the gzip data is cut off; what came before the cut was read")


def opening(packed: bytes, size: int) -> bytes:
    """Return the first ``size`` bytes that the beginning of a gzip stream unpacks to; b"" where it is damaged."""
    try:
        return zlib.decompressobj(wbits=31).decompress(packed, size)
    except zlib.error:
        return b""


def whole(chunks: Iterator[bytes], limit: int = MAX_PAGE_BYTES) -> tuple[bytes, str | None]:
    """Return all bytes and, where the stream broke on the way, why.

    Raises BrokenInputError as soon as more than ``limit`` bytes have come.
    """
    parts: list[bytes] = []
    length = 0
    try:
        for chunk in chunks:
            parts.append(chunk)
            length += len(chunk)
            if length > limit:
                break
    except BrokenInputError as error:
        return b"".join(parts), str(error)
    if length > limit:
        raise BrokenInputError(
            f"larger than {megabytes(limit)}, too much for one page; split it into one page a file, or into JSON lines"
        )
    return b"".join(parts), None


def lines_of(chunks: Iterator[bytes], limit: int = MAX_PAGE_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Yield (line number from 1, line) for every line that is not blank; None for a line over ``limit``.

    Raises BrokenInputError where the stream breaks (the cut line is not given), or where one line, or a run of
    blank ones, never seems to end.
    """
    number, buffer, skipping, idle = 1, b"", False, 0
    for chunk in chunks:
        buffer = buffer + chunk if buffer else chunk
        while buffer:
            if not skipping:
                rest = buffer.lstrip(_BLANK)
                blank = len(buffer) - len(rest)
                if blank:
                    number += buffer.count(b"\n", 0, blank)
                    buffer = rest
                    idle = idle + blank if not rest else 0
                    continue
            cut = buffer.find(b"\n")
            if cut < 0:
                if skipping or len(buffer) > limit:
                    skipping, idle, buffer = True, idle + len(buffer), b""
                break
            line, buffer = buffer[:cut], buffer[cut + 1 :]
            yield number, None if skipping or len(line) > limit else line
            number, skipping, idle = number + 1, False, 0
        if idle > MAX_SKIP_BYTES:
            raise BrokenInputError(f"line {number} goes on for more than {megabytes(MAX_SKIP_BYTES)}; gave up there")
    if skipping:
        yield number, None
    elif buffer:
        yield number, buffer
