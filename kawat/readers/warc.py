"""Web archives (WARC) to pages: one page per successful HTML or plain-text response."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from kawat.readers.decoding import NotTextError, decode
from kawat.readers.limits import MAX_PAGE_BYTES, megabytes
from kawat.readers.sniff import looks_like_html
from kawat.readers.streams import BrokenInputError
from kawat.records import Page, Reject

WARC_MAGIC = b"WARC/"
_MAX_HEAD = 1 << 16
_PAGES = (b"text/html", b"application/xhtml", b"text/plain")


class _Cursor:
    """A place in a stream of chunks, from which lines and counted bytes are taken."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._buffer = b""

    def _fill(self) -> bool:
        chunk = next(self._chunks, b"")
        self._buffer += chunk
        return bool(chunk)

    def line(self) -> bytes:
        """Return the next line without its end, or b"" at the end of the stream."""
        while (cut := self._buffer.find(b"\n")) < 0:
            if len(self._buffer) > _MAX_HEAD:
                raise BrokenInputError("not a readable WARC file: a header never ends")
            if not self._fill():
                rest, self._buffer = self._buffer, b""
                return rest
        line, self._buffer = self._buffer[: cut + 1], self._buffer[cut + 1 :]
        return line

    def take(self, count: int, *, keep: bool) -> bytes:
        """Return the next ``count`` bytes, or pass over them."""
        parts: list[bytes] = []
        while count > 0 and (self._buffer or self._fill()):
            part, self._buffer = self._buffer[:count], self._buffer[count:]
            count -= len(part)
            if keep:
                parts.append(part)
        if count > 0:
            raise BrokenInputError("the WARC file is cut off; what came before the cut was read")
        return b"".join(parts)


def read_warc(chunks: Iterator[bytes], source: str) -> Iterator[Page | Reject]:
    """Yield a page per response with text, and a Reject per response too large or unreadable.

    Raises BrokenInputError where the archive cannot be read any further.
    """
    cursor = _Cursor(chunks)
    number = 0
    while line := cursor.line():
        if not line.strip():
            continue
        if not line.startswith(WARC_MAGIC):
            raise BrokenInputError("not a readable WARC file: a record begins without its mark")
        number += 1
        head = _head(cursor)
        length = head.get(b"content-length", b"")
        if not length.isdigit():
            raise BrokenInputError("not a readable WARC file: a record has no length")
        size, wanted = int(length), head.get(b"warc-type") in (b"response", b"resource", b"conversion")
        where = f"{source}#{number}"
        if wanted and size > MAX_PAGE_BYTES:
            reason = f"the response is larger than {megabytes(MAX_PAGE_BYTES)}, too much for one page"
            yield Reject(source=where, reason=reason)
        content = cursor.take(size, keep=wanted and size <= MAX_PAGE_BYTES)
        if content and (body := _body(head, content)):
            yield _page(body, head, where)


def _head(cursor: _Cursor) -> dict[bytes, bytes]:
    """Read header lines up to the blank one; names in lower case."""
    head: dict[bytes, bytes] = {}
    while (line := cursor.line().strip()) and len(head) < 200:
        name, _, value = line.partition(b":")
        head[name.strip().lower()] = value.strip()
    return head


def _body(head: dict[bytes, bytes], content: bytes) -> bytes | None:
    """Return the bytes of the page in a record, or None where it is no page."""
    kind = head.get(b"content-type", b"")
    if not kind.startswith(b"application/http"):
        return content if kind.startswith(_PAGES) else None
    top, _, body = content.partition(b"\r\n\r\n")
    status, _, rest = top.partition(b"\r\n")
    fields = _head(_Cursor(iter([rest + b"\r\n\r\n"])))
    if b" 200" not in status[:16] or not fields.get(b"content-type", b"").lower().startswith(_PAGES):
        return None
    if fields.get(b"transfer-encoding", b"").lower() == b"chunked":
        body = _unchunked(body)
    return _inflated(body) if fields.get(b"content-encoding", b"").lower() in (b"gzip", b"deflate") else body


def _unchunked(body: bytes) -> bytes:
    """Join the chunks of a chunked transfer; what is not chunked after all is returned as it is."""
    parts: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at)) >= 0:
        try:
            size = int(body[at:end].split(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            break
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts) or body


def _inflated(body: bytes) -> bytes:
    """Decompress a body as far as the limit on pages allows; one that is not compressed stays as it is."""
    try:
        return zlib.decompressobj(wbits=47).decompress(body, MAX_PAGE_BYTES)
    except zlib.error:
        return body


def _page(body: bytes, head: dict[bytes, bytes], source: str) -> Page | Reject:
    url = head.get(b"warc-target-uri", b"").decode("utf-8", "replace").strip("<>") or None
    try:
        text = decode(body, declared=True)
    except NotTextError as error:
        return Reject(source=source, reason=str(error), sample=url or "")
    if looks_like_html(text):
        return Page(source=source, html=text, url=url)
    return Page(source=source, text=text, url=url)
