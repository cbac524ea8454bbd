"""What an input is, told from its first bytes or characters rather than from its name."""

from __future__ import annotations

import re
from itertools import islice

_TAG = re.compile(r"</?(?:p|div|span|a|br|li|ul|h[1-6]|img|table|td|script|style|meta|link|body|head)\b[^<>]*>", re.I)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_MANY_TAGS = 6
_LOOKED_AT = 20_000

_KINDS = (
    (b"%PDF-", "a PDF file", "convert it to text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or office document", "unpack it, or save it as text"),
    (b"\x89PNG", "a picture", "only text, HTML, JSON lines and Parquet are read"),
    (b"\xff\xd8\xff", "a picture", "only text, HTML, JSON lines and Parquet are read"),
    (b"GIF8", "a picture", "only text, HTML, JSON lines and Parquet are read"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first; gzip is read as it is"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first; gzip is read as it is"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first; gzip is read as it is"),
)
PARQUET_MAGIC = b"PAR1"

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")  # C1 controls and U+FFFD are mojibake, and read
_MAX_CONTROL_SHARE = 0.05


def looks_like_html(text: str) -> bool:
    """Return whether a text is markup rather than plain text: it declares itself, or has many tags."""
    head = text[:_LOOKED_AT]
    if "<" not in head:
        return False
    if _PAGE.search(head):
        return True
    return sum(1 for _ in islice(_TAG.finditer(head), _MANY_TAGS)) == _MANY_TAGS


def looks_like_json_object(head: bytes) -> bool:
    """Return whether the first line seems to be a JSON object."""
    return re.match(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\})', head) is not None


def known_binary(head: bytes) -> str | None:
    """Return why the bytes cannot be an article, with a remedy, where they are of a well-known other kind."""
    for magic, kind, remedy in _KINDS:
        if head.startswith(magic):
            return f"this is {kind}; {remedy}"
    return None


def is_binary_text(text: str) -> bool:
    """Return whether decoded characters are so full of control characters that they cannot be prose."""
    head = text[:_LOOKED_AT]
    return len(_CONTROL.findall(head)) > _MAX_CONTROL_SHARE * len(head)
