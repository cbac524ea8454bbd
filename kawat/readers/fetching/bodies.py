"""The bytes of one answer, as far as they are wanted: packed ones are unpacked no further than the limit."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable, Iterable, Iterator

from kawat.readers.fetching.errors import FetchError
from kawat.readers.limits import CHUNK, megabytes
from kawat.readers.streams import BrokenInputError, gunzip

ACCEPTED = "gzip, deflate"  # no others: their libraries cannot stop at a limit everywhere


async def read_body(chunks: AsyncIterable[bytes], encoding: str, limit: int) -> bytes:
    """Return an answer's content, at most ``limit`` bytes; ``encoding`` is its Content-Encoding.

    Raises FetchError where there is more, where it is packed in another way than gzip or deflate, and where
    it is damaged or cut off.
    """
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"packed as {encoding[:40]}, which was not asked for; the site has to mend it")
    parts: list[bytes] = []
    length = 0
    async for chunk in chunks:
        parts.append(chunk)
        length += len(chunk)
        if length > limit:
            raise _too_large(limit)
    if encoding in ("", "identity") or not length:
        return b"".join(parts)
    return unpack(parts, limit, deflated=encoding == "deflate")


def unpack(parts: Iterable[bytes], limit: int, *, deflated: bool = False) -> bytes:
    """Return unpacked gzip (or deflate) data. Raises FetchError where it is over ``limit``, damaged or cut off."""
    whole: list[bytes] = []
    length = 0
    try:
        for piece in _inflate(parts) if deflated else gunzip(iter(parts)):
            whole.append(piece)
            length += len(piece)
            if length > limit:
                raise _too_large(limit)
    except (BrokenInputError, zlib.error) as error:
        raise FetchError(f"its packed content is damaged or cut off ({error})", passing=True) from error
    return b"".join(whole)


def _inflate(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a deflate stream, with zlib's frame or, as some servers send it, without."""
    stream = None
    for part in parts:
        pending = part
        while pending:
            if stream is None:
                framed = pending[0] & 0x0F == 8 and (len(pending) < 2 or (pending[0] << 8 | pending[1]) % 31 == 0)
                stream = zlib.decompressobj(wbits=zlib.MAX_WBITS if framed else -zlib.MAX_WBITS)
            yield stream.decompress(pending, CHUNK)
            pending = stream.unconsumed_tail
    if stream is not None and not stream.eof:
        raise zlib.error("the end is missing")


def _too_large(limit: int) -> FetchError:
    return FetchError(f"larger than {megabytes(limit)}, too much for one page; no news page is that long")
