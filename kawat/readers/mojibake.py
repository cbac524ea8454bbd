"""Repair of text that was decoded wrongly before it was written: "â€œ" for a quotation mark, "Ã©" for é."""

from __future__ import annotations

import re

_PIECES = re.compile(r"([\n<>])")
_LONGEST = 5_000  # characters repaired at a time
_MOST = 1_000_000  # characters of a page that are repaired
# What UTF-8 read as Windows-1252 consists of: a lead byte's letter, then its followers'.
_RUN = re.compile("[\u00c2-\u00f4][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3}")
_EAST_ASIAN = re.compile("[\u2e80-\uffdc]")
_FEW = 3  # East Asian characters that a repair may not bring alone
_SURE = 2  # repairs by context, after which the page's lone cases are repaired as well


def is_suspect(text: str) -> bool:
    """Return whether a text may hold something to repair; costs little where it does not."""
    return not text.isascii() and _RUN.search(text) is not None


def repair(text: str) -> str:
    """Return the text with what was decoded twice put right, each line or run between tags by itself."""
    import ftfy  # a tenth of a second to load, and few pages need it

    parts = _PIECES.split(text)
    done = repaired = 0
    for at, part in enumerate(parts):
        if done < _MOST and not part.isascii() and _RUN.search(part):
            done += len(part)
            slices = (part[start : start + _LONGEST] for start in range(0, len(part), _LONGEST))
            parts[at] = "".join(_plausible(piece, ftfy.fix_encoding(piece)) for piece in slices)
            repaired += parts[at] != part
    text = "".join(parts)
    return _RUN.sub(_once_more, text) if repaired >= _SURE else text


def _plausible(before: str, after: str) -> str:
    """Return ``after``, or ``before`` where the repair would bring a lone East Asian character, as it does of "é”Ł"."""
    brought = len(_EAST_ASIAN.findall(after)) - len(_EAST_ASIAN.findall(before))
    return before if 0 < brought < _FEW else after


def _once_more(found: re.Match[str]) -> str:
    """Return what a run stands for if it is wholly UTF-8 read as Windows-1252."""
    try:
        return _plausible(found[0], found[0].encode("sloppy-windows-1252").decode())  # a codec that ftfy brings
    except UnicodeError:
        return found[0]
