"""Repair of text that was decoded wrongly before it was written: "â€œ" for a quotation mark, "Ã©" for é."""

from __future__ import annotations

import re

_EDGE = re.compile(r"[\n<>]")
_LONGEST = 5_000  # characters repaired at a time
_MOST = 100_000  # characters repaired of a page: more than an article has, little enough for hostile ones
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

    parts: list[str] = []
    done = at = repaired = 0
    while done < _MOST and (found := _RUN.search(text, at)):
        start = max(text.rfind(edge, at, found.start()) for edge in "\n<>") + 1
        start = max(at, start, found.start() - _LONGEST)
        edge = _EDGE.search(text, found.end(), start + _LONGEST)
        end = edge.start() if edge else min(len(text), start + _LONGEST)
        before = text[start : max(end, found.end())]
        after = _plausible(before, ftfy.fix_encoding(before))
        parts += text[at:start], after
        at = start + len(before)
        done += len(before)
        repaired += after != before
    text = "".join([*parts, text[at:]])
    return _RUN.sub(_once_more, text, count=_MOST) if repaired >= _SURE else text


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
