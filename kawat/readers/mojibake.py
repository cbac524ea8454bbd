"""Repair of text that was decoded wrongly before it was written: "â€œ" for a quotation mark, "Ã©" for é."""

from __future__ import annotations

import re

# What UTF-8 read as Windows-1252 and written as UTF-8 again has to contain: a lead byte's letter, then a follower's.
_DOUBLE = re.compile(
    rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xc5[\x92-\xbe]|\xc6\x92|\xcb[\x86\x9c]|\xe2[\x80\x82\x84].)", re.S
)
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_PIECES = re.compile(r"([\n<>])")
_LONGEST = 5_000  # characters repaired at a time
_MOST = 1_000_000  # characters of a page that are repaired
_LEAD = re.compile("[\u00c2-\u00f4\u0080-\u009f]")
_RUN = re.compile("[\u00c2-\u00f4][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,3}")
_C1_CHARS = re.compile("[\u0080-\u009f]")
_SURE = 2  # repairs by context, after which the page's lone cases are repaired as well


def is_suspect(raw: bytes) -> bool:
    """Return whether valid UTF-8 may hold something to repair; costs next to nothing where it does not."""
    return (b"\xc3" in raw and _DOUBLE.search(raw) is not None) or (b"\xc2" in raw and _C1.search(raw) is not None)


def repair(text: str) -> str:
    """Return the text with what was decoded twice put right, each line or run between tags by itself."""
    import ftfy  # a tenth of a second to load, and few pages need it

    parts = _PIECES.split(text)
    done = repaired = 0
    for at, part in enumerate(parts):
        if done < _MOST and not part.isascii() and _LEAD.search(part):
            done += len(part)
            slices = (part[start : start + _LONGEST] for start in range(0, len(part), _LONGEST))
            parts[at] = "".join(map(ftfy.fix_encoding, slices))
            repaired += parts[at] != part
    text = "".join(parts)
    if repaired >= _SURE:
        text = _RUN.sub(_once_more, text)
    return _C1_CHARS.sub(_from_western, text)


def _once_more(found: re.Match[str]) -> str:
    """Return what a run stands for if it is wholly UTF-8 read as Windows-1252."""
    try:
        return found[0].encode("sloppy-windows-1252").decode()  # a codec that ftfy brings
    except UnicodeError:
        return found[0]


def _from_western(found: re.Match[str]) -> str:
    """Return what a C1 control means in Windows-1252, which is what browsers show for it."""
    return found[0].encode("latin-1").decode("cp1252", "ignore") or found[0]
