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
    if reason := known_binary(answer.body[:16]):
        raise FetchError(reason)
    try:
        return decode(answer.body, declared=True, charset=charset(answer.headers))
    except NotTextError as error:
        raise FetchError(str(error).replace("the file", "its answer")) from error
