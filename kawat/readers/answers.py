"""One record of a web archive to a page: which records are pages, and what of their declarations to believe."""

from __future__ import annotations

import re
from typing import Protocol

from fastwarc.warc import WarcRecord, WarcRecordType

from kawat.readers.decoding import NotTextError, decode
from kawat.readers.limits import CHUNK, MAX_PAGE_BYTES, megabytes
from kawat.readers.payload import PayloadError, unpack
from kawat.readers.sniff import looks_like_html
from kawat.records import Page, Reject

_HTTP = b"HTTP/"
_WHOLE = (200, 203)  # statuses of an answer that is the page asked for
_HTML = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
_PLAIN = "text/plain"
_UNKNOWN = ("", "application/octet-stream", "binary/octet-stream", "unknown/unknown")
_OPENING = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s+html|html|head)[\s>]", re.I)
_TAG = re.compile(r"<[a-zA-Z!/]")
_FOR_MACHINES = re.compile(
    r"(?:dns|whois|metadata|urn):|https?://[^/]+/(?:(?:robots|ads|app-ads|humans|llms)\.txt|\.well-known/)", re.I
)
_MAX_BLOCK = MAX_PAGE_BYTES + CHUNK  # a page with its HTTP header
_MAX_URL = 4000
_HEADER_LIMIT = 1 << 16


class _Stream(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def page_of(record: WarcRecord, source: str) -> Page | Reject | None:
    """Return the page that a record holds, why it cannot be read, or None where it is another kind of record.

    Redirects, errors, pictures, PDFs, robots.txt and the like are other kinds. An answer whose declared media type
    is wrong is a page if it begins as HTML does.
    """
    url = _url(record)
    if url and _FOR_MACHINES.match(url):
        return None
    try:
        if record.record_type == WarcRecordType.conversion:
            return _page(_whole(record), source, url, _PLAIN)
        if record.record_type in (WarcRecordType.response, WarcRecordType.resource):
            return _answer(record, source, url)
    except (PayloadError, NotTextError) as error:
        return Reject(source=source, reason=str(error), sample=url or "")
    except OSError as error:  # of the parser
        return Reject(source=source, reason=f"its HTTP header cannot be read ({error})", sample=url or "")
    return None


def _answer(record: WarcRecord, source: str, url: str | None) -> Page | Reject | None:
    charset, transfer, encoding = None, "", ""
    kind = _media_type(record.headers.get("Content-Type"))
    if _has_http_header(record):
        record.is_http = True
        record.parse_http(quirks_mode=True, max_header_len=_HEADER_LIMIT)
        fields = record.http_headers
        if fields is None or fields.status_code not in _WHOLE:
            return None
        kind, charset = _media_type(fields.get("Content-Type")), record.http_charset or None
        transfer, encoding = fields.get("Transfer-Encoding") or "", fields.get("Content-Encoding") or ""
    elif kind.startswith("application/http"):
        kind = ""  # the header is lost; the content has to speak for itself
    kind = _media_type(record.headers.get("WARC-Identified-Payload-Type")) or kind
    known = kind in _HTML or kind == _PLAIN
    if not known and kind not in _UNKNOWN and not encoding:
        head = record.reader.read(512)
        if not _OPENING.match(head):
            return None
        body = head + _whole(record)
    else:
        body = _whole(record)
    body = unpack(body, transfer=transfer, encoding=encoding)
    if not known and not _OPENING.match(body):
        return None
    return _page(body, source, url, kind, charset)


def _has_http_header(record: WarcRecord) -> bool:
    """Return whether an HTTP header precedes the content; where the record is too long to look, what it declares."""
    if record.content_length > _MAX_BLOCK:
        return record.is_http
    record.freeze()
    opening = record.reader.read(len(_HTTP))
    record.reader.seek(0)
    return opening == _HTTP


def _whole(record: WarcRecord) -> bytes:
    """Return the rest of a record. Raises PayloadError where it is too much for a page."""
    body = read_up_to(record.reader, MAX_PAGE_BYTES + 1)
    if len(body) > MAX_PAGE_BYTES:
        raise PayloadError(f"larger than {megabytes(MAX_PAGE_BYTES)}, too much for one page")
    return body


def read_up_to(stream: _Stream, limit: int) -> bytes:
    """Return the stream's bytes, at most ``limit``."""
    parts: list[bytes] = []
    while limit > 0 and (piece := stream.read(min(limit, CHUNK))):
        parts.append(piece)
        limit -= len(piece)
    return b"".join(parts)


def _page(body: bytes, source: str, url: str | None, kind: str, charset: str | None = None) -> Page:
    text = decode(body, declared=True, charset=charset)
    if looks_like_html(text) or (kind in _HTML and _TAG.search(text)):
        return Page(source=source, html=text, url=url)
    return Page(source=source, text=text, url=url)


def _url(record: WarcRecord) -> str | None:
    """Return the address that was asked for, without the angle brackets that some crawlers put around it."""
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    return url if url.isprintable() and 0 < len(url) <= _MAX_URL else None


def _media_type(value: str | None) -> str:
    return (value or "").partition(";")[0].strip().lower()
