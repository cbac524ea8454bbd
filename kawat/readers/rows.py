"""One row of JSON lines or of a table to a page: which fields count, and what is wrong with a bad row."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from kawat.readers import mojibake
from kawat.readers.limits import MAX_PAGE_BYTES, SAMPLE_CHARS, megabytes
from kawat.readers.sniff import is_binary_text, looks_like_html
from kawat.records import Page, Reject

FIELDS = ("id", "url", "title", "published", "language", "text", "html")


class RowError(ValueError):
    """A row cannot be an article; the message says why, for people."""


def page_from_row(row: object, source: str) -> Page | Reject:
    """Return the page that a row tells, or a Reject that says which field is wrong and how to mend it."""
    try:
        return _page(row, source)
    except RowError as error:
        sample = repr(row)[:SAMPLE_CHARS] if not isinstance(row, Mapping) else _sample(row)
        return Reject(source=source, reason=str(error), sample=_printable(sample))


def page_from_json(line: bytes, source: str) -> Page | Reject:
    """Return the page that a line of JSON tells, or a Reject."""
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        try:  # the standard library is laxer: it takes NaN, which pandas and Python write for missing values
            row = json.loads(line, parse_constant=lambda _: None)
        except (ValueError, RecursionError) as error:
            sample = line[: 4 * SAMPLE_CHARS].decode("utf-8", "replace")[:SAMPLE_CHARS]
            return Reject(source=source, reason=_json_reason(error), sample=_printable(sample))
    return page_from_row(row, source)


def _json_reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "the JSON is nested too deeply; write one flat object a line"
    if isinstance(error, UnicodeDecodeError):
        return "the line is not UTF-8; convert the file to UTF-8"
    where = error.msg if isinstance(error, json.JSONDecodeError) else "a number is too long"
    return f"not valid JSON ({where}); write one JSON object a line"


def _page(row: object, source: str) -> Page:
    if not isinstance(row, Mapping):
        raise RowError(f"the row is {_kind(row)}, not an object with fields such as id, title and text")
    text, html = _string(row, "text"), _string(row, "html")
    if text is None and html is None:
        raise RowError("neither text nor html has content; give one of the two fields")
    if text is not None and html is not None:
        raise RowError("both text and html have content; give only one of the two fields")
    body = text if text is not None else html
    assert body is not None
    if len(body) > MAX_PAGE_BYTES:
        raise RowError(f"larger than {megabytes(MAX_PAGE_BYTES)}, too much for one page; split it")
    if is_binary_text(body):
        raise RowError("the content is binary, not text")
    if mojibake.is_suspect(body):
        body = mojibake.repair(body)
    is_html = html is not None or looks_like_html(body)
    return Page(
        source=source,
        text=None if is_html else body,
        html=body if is_html else None,
        id=_identifier(row),
        url=_string(row, "url"),
        title=_string(row, "title"),
        published=_published(row),
        language=_string(row, "language"),
    )


def _string(row: Mapping, field: str) -> str | None:
    """Return a field's text; None where it is absent or blank."""
    value = row.get(field)
    if value is None or _is_nan(value):
        return None
    if not isinstance(value, str):
        raise RowError(f"the field {field} is {_kind(value)}, not text")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise RowError(f"the field {field} holds half a character (a lone surrogate); mend it") from error
    return value if value and not value.isspace() else None


def _identifier(row: Mapping) -> str | None:
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(row, "id")


def _published(row: Mapping) -> str | None:
    """Return the date as a string whatever it came as; cleaning reads it."""
    value = row.get("published")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value)) if math.isfinite(value) else None
    return _string(row, "published")


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)


def _kind(value: object) -> str:
    """Return what a value is, in words for people."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a string"
    return "an object" if isinstance(value, Mapping) else "a list"


def _sample(row: Mapping) -> str:
    for field in ("title", "text", "html", "url", "id"):
        value = row.get(field)
        if isinstance(value, str) and value.strip():
            return value.strip()[:SAMPLE_CHARS]
    return ", ".join(str(key) for key in list(row)[:10])[:SAMPLE_CHARS]


def _printable(sample: str) -> str:
    """Return the sample without half characters, so that it can be written anywhere."""
    return sample.encode("utf-8", "replace").decode()
