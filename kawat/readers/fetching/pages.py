"""Answers to rows as ``kawat code`` takes them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from kawat.readers.decoding import NotTextError, decode
from kawat.readers.fetching.client import Answer
from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.kinds import charset, is_plain_text
from kawat.readers.listings import Link
from kawat.readers.sniff import known_binary, looks_like_html

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def row_of(answer: Answer, link: Link) -> dict[str, Any]:
    """Return the row of a page, with what its listing said of it. Raises FetchError where it is no text."""
    text = _characters(answer)
    html = not is_plain_text(answer.headers) or looks_like_html(text)
    row = {
        "fetched": now(),  # first, because it is how the file of pages is known
        "url": str(answer.url),
        "title": link.title,
        "published": link.published,
        "language": link.language,
        "html" if html else "text": text,
    }
    return {name: value for name, value in row.items() if value is not None}


def now() -> str:
    """Return this moment as rows and state write it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _characters(answer: Answer) -> str:
    raw, named = answer.body, charset(answer.headers)
    if reason := known_binary(raw[:16]):
        raise FetchError(reason)
    prefix = ""
    if named and _extends_ascii(named) and not raw.startswith(_MARKS):
        # The header's word counts for no more than a page's own, but before it: it goes where that stands.
        prefix = f'<meta charset="{named}">\n'
        raw = prefix.encode("ascii") + raw
    try:
        text = decode(raw, declared=True)
    except NotTextError as error:
        raise FetchError(str(error).replace("the file", "its answer")) from error
    return text.removeprefix(prefix)


def _extends_ascii(encoding: str) -> bool:
    try:
        return "<meta>".encode(encoding) == b"<meta>"
    except (LookupError, ValueError):
        return False
