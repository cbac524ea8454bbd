"""Characters made uniform before any span exists: NFC, plain spaces and line ends, nothing invisible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

# Soft hyphen, joiners, zero-width and direction marks, word joiner and invisible operators, byte order mark,
# interlinear marks, tag characters, and C0/C1 controls other than line ends and tabs.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]+"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n ][^\S\n]*| [^\S\n]+")  # all but the single plain space
_AROUND_LINE_END = re.compile(r" \n ?|\n ")
_C1 = re.compile("[\x80-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CP1252 = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_MAX_MARKS = 30  # combining marks in a row; normalising is quadratic in them, and no script needs more
_FOREIGN_RUN = re.compile(f"[^\x00-\x7f]{{{_MAX_MARKS + 1}}}")


@cache
def _runs_of_marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in range(0x300, 0x1E950) if unicodedata.combining(chr(code)))
    return re.compile(f"([{marks}]{{{_MAX_MARKS}}})[{marks}]+")


def normalise(text: str) -> str:
    """Return the text in NFC with ``\\n`` line ends, single spaces, and no invisible characters."""
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
        if _C1.search(text):  # quotes and dashes of Windows that were read as controls
            text = text.translate(_CP1252)
        if _FOREIGN_RUN.search(text):
            text = _runs_of_marks().sub(r"\1", text)
        text = unicodedata.normalize("NFC", text)
    text = _INVISIBLE.sub("", _LINE_END.sub("\n", text))
    return _AROUND_LINE_END.sub("\n", _SPACES.sub(" ", text)).strip()


_SHAPES = (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-"))
_RARE_SHAPES = str.maketrans(dict.fromkeys("„‟«»″", '"') | dict.fromkeys("‚‛`´′", "'") | dict.fromkeys("―‑‐−", "-"))


def fold(text: str) -> str:
    """Return a key for comparing texts: no white space, one shape of quotation marks and dashes, no case."""
    text = "".join(text.split()).casefold()
    if text.isascii():
        return text.replace("`", "'")
    for shape, plain in _SHAPES:
        text = text.replace(shape, plain)
    return text if text.isascii() else text.translate(_RARE_SHAPES)


def unique(names: Iterable[str]) -> list[str]:
    """Return the names without repetitions, ignoring case, in the order and writing of their first mention."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return list(kept.values())
