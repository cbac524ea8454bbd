"""Bytes to characters. UTF-8 is believed where it is valid; declarations only where it is not."""

from __future__ import annotations

import codecs
import re
import unicodedata

from kawat.readers import charsets, mojibake
from kawat.readers.sniff import is_binary_text, known_binary

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = re.compile(r"[^\x00-\x7f]+")
_BOM = "\ufeff"
_SAMPLE = 1 << 12
_ESCAPE = b"\x1b"  # with it Japanese is written in seven bits
_MAX_NULS = 0.001  # of a text's bytes; more than that is not text
_MAX_ELSEWHERE = 0.7  # zeros on the other side, as many as on the ASCII characters': common Chinese letters have one
_MIN_ASCII = 0.05  # of what is taken for UTF-16: markup, blanks, digits, Latin letters
_MIN_WRITTEN = 0.9  # of what is taken for UTF-16: characters that are written
_BINARY = "the content is binary, not text; only text, HTML, JSON lines, Parquet and web archives are read"
_MAX_LOST = 10_000  # characters of damaged UTF-8 that are looked at one by one
_MIXED = "kawat-mixed"
_LEADS = frozenset(b"\xc2\xc3\xe2\xef\xf0")  # more likely what is left of a UTF-8 sequence than a letter
_ALONE = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xab\xbb") | (frozenset(range(0xC0, 0xFF)) - _LEADS)


class NotTextError(ValueError):
    """The bytes are not text; the message says what they are and what to do, for people."""


def decode(raw: bytes, *, declared: bool = False, charset: str | None = None) -> str:
    """Return the characters of ``raw``.

    ``declared``: what an HTML ``meta`` tag names is considered. ``charset``: what the server named, a hint like it.
    Both count only where the bytes are not UTF-8. What was decoded wrongly once before ("â€œ") is put right.
    Raises NotTextError where the bytes are empty, of a known binary kind, or full of control characters.
    """
    if not raw.strip():
        raise NotTextError("the file is empty")
    reason = known_binary(raw[:16])
    if reason:
        raise NotTextError(reason)
    text = _decode(raw, declared, charset).replace("\0", "")
    if mojibake.is_suspect(text):
        text = mojibake.repair(text)
    text = text.lstrip(_BOM)  # after the repair, which may bring one
    if is_binary_text(text):
        raise NotTextError(_BINARY)
    if not text.strip():
        raise NotTextError("the file is empty")
    return text


def _decode(raw: bytes, declared: bool, charset: str | None) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace")
    if b"\0" in raw:
        wide = _wide(raw)
        if wide is not None:
            return wide
        if raw.count(b"\0") > _MAX_NULS * len(raw):
            raise NotTextError(_BINARY)
    if _ESCAPE in raw and "iso2022_jp" in charsets.declared_codecs(raw, meta=declared, charset=charset):
        return raw.decode("iso2022_jp", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if 2 * lost > sum(map(len, _HIGH.findall(text))):
        return charsets.legacy_text(raw, charsets.declared_codecs(raw, meta=declared, charset=charset))
    # damaged: more than half of what is not ASCII is well-formed
    return raw.decode("utf-8", _MIXED) if lost <= _MAX_LOST else text


def _wide(raw: bytes) -> str | None:
    """Return the text of UTF-16 without a byte order mark, or None: its ASCII characters have a zero on one side."""
    sample = raw[:_SAMPLE]
    zeros = sample[::2].count(0), sample[1::2].count(0)
    if min(zeros) > _MAX_ELSEWHERE * max(zeros):
        return None
    order = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    if sum(map(str.isascii, sample.decode(order, "ignore"))) < _MIN_ASCII * len(sample) / 2:
        return None
    try:
        text = raw[: len(raw) // 2 * 2].decode(order)
    except UnicodeDecodeError:
        return None
    head = text[: len(sample) // 2]
    written = sum(char.isalnum() or unicodedata.category(char)[0] in "MPSZ" or char in "\t\r\n" for char in head)
    return text if written >= _MIN_WRITTEN * len(head) and "\0" not in text else None


def _western_or_lost(error: UnicodeError) -> tuple[str, int]:
    """Read a stray byte between ASCII ones as Windows-1252 where it can be a letter or a quotation mark there."""
    assert isinstance(error, UnicodeDecodeError)
    raw, start, end = error.object, error.start, error.end
    around = raw[max(0, start - 1) : start] + raw[end : end + 1]
    if end - start == 1 and raw[start] in _ALONE and around.isascii():
        return bytes([raw[start]]).decode(charsets.WESTERN), end
    return "\ufffd", end


codecs.register_error(_MIXED, _western_or_lost)
