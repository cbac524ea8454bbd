"""The way from a named input to its pages."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from kawat.readers.decoding import NotTextError, decode
from kawat.readers.feeds import read_listing
from kawat.readers.limits import MAX_PAGE_BYTES, SAMPLE_CHARS, megabytes
from kawat.readers.listings.roots import HEAD_BYTES, is_listing, root_name
from kawat.readers.rows import page_from_json, page_from_row
from kawat.readers.sniff import PARQUET_MAGIC, looks_like_html, looks_like_json_object
from kawat.readers.streams import GZIP_MAGIC, BrokenInputError, chunks_of, gunzip, lines_of, opening, peek, whole
from kawat.readers.tables import read_parquet
from kawat.readers.walk import ARCHIVE, FEEDS, HTML, LINES, TABLE, TEXT, display, files_of, kind_of
from kawat.readers.warc import WARC_MAGIC, read_packed_warc, read_warc
from kawat.records import Page, Reject


def read(inputs: Iterable[str | Path], *, stdin: IO | None = None) -> Iterator[Page | Reject]:
    """Yield the pages of all inputs in their order, and a Reject for each thing that cannot be read.

    An input is a file, a folder (walked in sorted order) or ``-`` for standard input, which may be text,
    HTML, JSON lines, a feed or a web archive, gzipped or not. A file named outright is read whatever its extension; in
    folders only known extensions are. ``stdin`` stands in for the process's standard input.
    """
    for item in inputs:
        if str(item) == "-":
            yield from _read_stream(chunks_of(stdin if stdin is not None else sys.stdin), "-", "")
            continue
        for found in files_of(Path(item)):
            if isinstance(found, Reject):
                yield found
            else:
                yield from _read_file(found)


def _read_file(path: Path) -> Iterator[Page | Reject]:
    source, kind = display(path), kind_of(path)
    try:
        with path.open("rb", buffering=0) as stream:
            chunks = chunks_of(stream)
            head, chunks = peek(chunks, 4)
            if kind not in TABLE and head != PARQUET_MAGIC:
                yield from _read_stream(chunks, source, kind)
                return
    except BrokenInputError as error:
        yield Reject(source=source, reason=str(error))
        return
    except OSError as error:
        yield Reject(source=source, reason=f"cannot be opened: {error.strerror or error}")
        return
    yield from read_parquet(path, source)


def _read_stream(chunks: Iterator[bytes], source: str, kind: str) -> Iterator[Page | Reject]:
    """Read one stream; ``kind`` is an extension, or "" where only the content can tell."""
    try:
        head, chunks = peek(chunks, 2)
        if head == GZIP_MAGIC:
            head, chunks = peek(chunks)
            if kind in ARCHIVE or opening(head, len(WARC_MAGIC)) == WARC_MAGIC:
                yield from read_packed_warc(chunks, source)
                return
            chunks = gunzip(chunks)
        head, chunks = peek(chunks, len(WARC_MAGIC))
        if kind in ARCHIVE or head == WARC_MAGIC:
            yield from read_warc(chunks, source)
            return
        if kind in LINES:
            yield from _read_json(chunks, source)
            return
        head, chunks = peek(chunks, HEAD_BYTES)
        if is_listing(head) or (kind in FEEDS and root_name(head) not in (None, "html")):
            yield from read_listing(chunks, source)
            return
        if kind not in TEXT + HTML:
            head, chunks = peek(chunks, 256)
            if looks_like_json_object(head):
                yield from _read_json(chunks, source)
                return
        yield from _read_page(chunks, source, html=kind in HTML)
    except BrokenInputError as error:
        yield Reject(source=source, reason=str(error))


def _read_page(chunks: Iterator[bytes], source: str, *, html: bool) -> Iterator[Page | Reject]:
    raw, broken = whole(chunks)
    try:
        text = decode(raw, declared=html or b"<meta" in raw[:4096].lower())
    except NotTextError as error:
        yield Reject(source=source, reason=broken or str(error), sample=_ascii(raw))
        return
    if html or looks_like_html(text):
        yield Page(source=source, html=text)
    else:
        yield Page(source=source, text=text)
    if broken:
        yield Reject(source=source, reason=broken, sample=text[:SAMPLE_CHARS])


def _read_json(chunks: Iterator[bytes], source: str) -> Iterator[Page | Reject]:
    """Read JSON lines; or one pretty-printed object or list of objects, if no larger than a page."""
    head, chunks = peek(chunks)
    if _spans_lines(head):
        yield from _read_json_value(whole(chunks), source)
        return
    number = 0
    for number, line in lines_of(chunks):
        if line is None:
            reason = f"the line is longer than {megabytes(MAX_PAGE_BYTES)}, too much for one page; split it"
            yield Reject(source=f"{source}#{number}", reason=reason)
        else:
            yield page_from_json(line.removeprefix(codecs.BOM_UTF8), f"{source}#{number}")
    if not number:
        yield Reject(source=source, reason="the file is empty")


def _spans_lines(head: bytes) -> bool:
    """Return whether the JSON is one value over many lines, or a list of objects, rather than JSON lines."""
    first = head.removeprefix(codecs.BOM_UTF8).lstrip().partition(b"\n")[0].strip()
    return first in (b"{", b"[") or (first[:1] == b"[" and first[1:].lstrip()[:1] == b"{")


def _read_json_value(read: tuple[bytes, str | None], source: str) -> Iterator[Page | Reject]:
    raw, broken = read
    try:
        value = msgspec.json.decode(raw.removeprefix(codecs.BOM_UTF8))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        reason = broken or "neither JSON lines nor one valid JSON value; write one JSON object a line"
        yield Reject(source=source, reason=reason, sample=_ascii(raw))
        return
    if isinstance(value, list):
        for number, row in enumerate(value, start=1):
            yield page_from_row(row, f"{source}#{number}")
    else:
        yield page_from_row(value, source)


def _ascii(raw: bytes) -> str:
    return raw[:SAMPLE_CHARS].decode("ascii", "replace")
