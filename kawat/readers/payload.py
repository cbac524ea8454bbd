"""The body of a recorded HTTP answer to the bytes of the page. What its header says is tried, never trusted."""

from __future__ import annotations

import io
import re
import zlib

from fastwarc.stream_io import BrotliReader, ZstdReader

from kawat.readers.limits import CHUNK, MAX_PAGE_BYTES, megabytes
from kawat.readers.streams import GZIP_MAGIC

_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,500})?\r?\n")
_READERS = {"br": BrotliReader, "zstd": ZstdReader}
_SLICE = 1 << 14
_LAYERS = 3  # a page packed more often than this is no page


class PayloadError(ValueError):
    """The body cannot be unpacked; the message says why, for people."""


def unpack(body: bytes, *, transfer: str = "", encoding: str = "") -> bytes:
    """Return the page's bytes; ``transfer`` and ``encoding`` are the header fields of these names.

    Crawlers often unpack bodies and keep the header, or the other way round: what does not fit the header is
    taken as it is, and what is gzip by its first bytes is unpacked. Raises PayloadError where the page is over the
    limit, or packed in a way that cannot be undone.
    """
    if "chunked" in transfer.lower():
        body = unchunk(body)
    for name in [part.strip().lower() for part in encoding.split(",")][::-1][:_LAYERS]:
        if name in ("deflate", "gzip", "x-gzip"):
            body = _inflate(body, raw=name == "deflate")
        elif name in _READERS:
            body = _read(body, name)
    for _ in range(_LAYERS):
        if not body.startswith(GZIP_MAGIC):
            break
        unpacked = _inflate(body, raw=False)
        if unpacked is body:
            break
        body = unpacked
    return body


def unchunk(body: bytes) -> bytes:
    """Join the chunks of a chunked transfer; what is not chunked after all is returned as it is."""
    parts: list[bytes] = []
    at = 0
    while at < len(body):
        found = _CHUNK_SIZE.match(body, at)
        if not found:
            return body
        size = int(found[1], 16)
        if not size:
            break
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    return b"".join(parts)


def _inflate(body: bytes, *, raw: bool) -> bytes:
    """Return the inflated body, or as much as there is of it; one that is not packed is returned as it is."""
    for wbits in (47, -15) if raw else (47,):
        if parts := _inflated(body, wbits):
            return b"".join(parts)
    return body


def _inflated(body: bytes, wbits: int) -> list[bytes]:
    """Unpack a slice at a time: what came before damage is kept, and no slice can grow without bounds."""
    stream = zlib.decompressobj(wbits=wbits)
    parts: list[bytes] = []
    length = 0
    for at in range(0, len(body), _SLICE):
        try:
            piece = stream.decompress(body[at : at + _SLICE], MAX_PAGE_BYTES + 1 - length)
        except zlib.error:
            break
        parts.append(piece)
        length += len(piece)
        _check(length)
        if stream.eof:
            break
    return parts if length else []


def _read(body: bytes, name: str) -> bytes:
    parts: list[bytes] = []
    length = 0
    reader = _READERS[name](io.BytesIO(body))
    try:
        while piece := reader.read(CHUNK):
            parts.append(piece)
            length += len(piece)
            _check(length)
    except OSError as error:
        if parts:
            return b"".join(parts)
        if _is_packed(body):
            raise PayloadError(f"packed as {name}, which is damaged ({error})") from error
        return body
    return b"".join(parts)


def _is_packed(body: bytes) -> bool:
    """Return whether a body that could not be unpacked is no text either."""
    head = body[:1000]
    return sum(byte < 9 or 13 < byte < 32 for byte in head) * 20 > len(head)


def _check(length: int) -> None:
    if length > MAX_PAGE_BYTES:
        raise PayloadError(f"larger than {megabytes(MAX_PAGE_BYTES)} once unpacked, too much for one page")
