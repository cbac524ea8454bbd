"""Bytes to characters. UTF-8 is believed where it is valid; declarations only where it is not."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from kawat.readers.sniff import is_binary_text, known_binary

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_HIGH = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 1 << 16
_WESTERN_SHARE = 0.05  # Indonesian and English in a one-byte encoding: little but quotes is above ASCII
_BINARY = "the content is binary, not text; only text, HTML, JSON lines and Parquet are read"


class NotTextError(ValueError):
    """The bytes are not text; the message says what they are and what to do, for people."""


def decode(raw: bytes, *, declared: bool = False) -> str:
    """Return the characters of ``raw``; ``declared``: a charset named in an HTML ``meta`` tag is considered.

    Raises NotTextError where the bytes are empty, of a known binary kind, or full of control characters.
    """
    if not raw.strip():
        raise NotTextError("the file is empty")
    reason = known_binary(raw[:16])
    if reason:
        raise NotTextError(reason)
    text = _decode(raw, declared)
    if is_binary_text(text):
        raise NotTextError(_BINARY)
    if not text.strip():
        raise NotTextError("the file is empty")
    return text


def _decode(raw: bytes, declared: bool) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(raw, declared)
    if "\0" in text[:_SAMPLE]:
        raise NotTextError(_BINARY)
    return text


def _decode_legacy(raw: bytes, declared: bool) -> str:
    """Decode what is not valid UTF-8."""
    if b"\0" in raw[:_SAMPLE]:
        raise NotTextError(_BINARY)
    mended = raw.decode("utf-8", "replace")
    runs = len(_HIGH.findall(raw))
    if mended.count("\ufffd") * 2 <= runs:  # damaged UTF-8: most of what is not ASCII is well-formed
        return mended
    if declared:
        named = _META.search(raw[:4096])
        text = _strict(raw, named.group(1).decode("ascii")) if named else None
        if text:
            return text
    high = sum(map(len, _HIGH.findall(raw[:_SAMPLE])))
    if high > _WESTERN_SHARE * len(raw[:_SAMPLE]):
        best = charset_normalizer.from_bytes(raw[:_SAMPLE]).best()
        text = _strict(raw, best.encoding) if best else None
        if text:
            return text
    return raw.decode("cp1252", "replace")


def _strict(raw: bytes, encoding: str) -> str | None:
    """Return the decoded text, or None where the encoding is unknown, no text encoding, or does not fit."""
    try:
        return raw.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
