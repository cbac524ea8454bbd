"""Web archives made for the tests."""

from __future__ import annotations

import gzip
import io

from kawat.readers import read
from kawat.records import Page, Reject

HTML = "<!doctype html><html><body><p>Gubernur meresmikan jembatan baru.</p></body></html>"
BODY = HTML.encode()
URL = "https://kabar.uji/2023/07/27/x"
HTTP = "application/http; msgtype=response"


def record(
    content: bytes,
    kind: str = "response",
    *fields: str,
    type_: str = HTTP,
    url: str = URL,
    length: int | str | None = None,
) -> bytes:
    """Return a WARC record; ``length`` is what it declares, if not the truth; "" declares nothing."""
    declared = len(content) if length is None else length
    lines = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"Content-Type: {type_}", *fields]
    if declared != "":
        lines.append(f"Content-Length: {declared}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"


def answer(body: bytes = BODY, *fields: str, status: str = "200 OK", type_: str = "text/html; charset=utf-8") -> bytes:
    """Return an HTTP answer."""
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {type_}"] if type_ else []), *fields]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def numbered(number: int) -> bytes:
    """Return the record of a page that can be told from others."""
    return record(answer(BODY.replace(b"baru", b"ke-%d" % number)), url=f"{URL}{number}")


def packed(*records: bytes) -> bytes:
    """Return an archive of one gzip member a record, as crawlers write it."""
    return b"".join(gzip.compress(part, mtime=0) for part in records)


def opened(archive: bytes) -> list[Page | Reject]:
    """Return what reading an archive from standard input gives."""
    return list(read(["-"], stdin=io.BytesIO(archive)))


def pages(found: list[Page | Reject]) -> list[Page]:
    """Return the pages."""
    return [item for item in found if isinstance(item, Page)]


def reasons(found: list[Page | Reject]) -> list[str]:
    """Return why things were rejected."""
    return [item.reason for item in found if isinstance(item, Reject)]
