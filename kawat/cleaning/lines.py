"""Lines of a page that scraping has broken inside a sentence, mostly around links, are joined again."""

from __future__ import annotations

import re

from kawat.cleaning.chrome import ends_sentence

_TIGHT = re.compile(r"[,;.!?)\]”’](?!\.)")  # begins no line: it belongs to the word before
_DASH = re.compile(r"[–—-]{1,2} ")
_LISTED = re.compile(r"[a-z0-9]{1,3}[.)]")
_HEAD = 60  # characters of a dateline's head before its dash, or of a link in the middle of a sentence
_LONGEST = 3000  # characters of a line that is still added to
_LONE_WORDS = 2
_PROSE = 40  # characters of a line that may go on in a line of small letters


def rejoin(lines: list[str]) -> list[str]:
    """Return the lines with those joined that are one sentence: "kata dia kepada", "KabarUji.com", ", Senin."."""
    joined: list[str] = []
    for where, line in enumerate(lines):
        following = lines[where + 1] if where + 1 < len(lines) else ""
        if joined and _goes_on(joined[-1], line, following):
            space = "" if _TIGHT.match(line) else " "
            joined[-1] = f"{joined[-1]}{space}{line}"
        else:
            joined.append(line)
    return joined


def _goes_on(before: str, line: str, following: str) -> bool:
    """Return whether ``line`` continues the sentence of the line before it."""
    if ends_sentence(before) or before.endswith(":") or len(before) > _LONGEST:
        return False
    if _TIGHT.match(line) and len(line) > 1:
        return True
    if _DASH.match(line):
        return len(before) <= _HEAD
    if len(before) < _PROSE and not _TIGHT.match(following):
        return False
    if line[:1].islower() and not _LISTED.match(line) and len(before) >= _PROSE:
        words = line.count(" ") + 1  # a lone small word is a tag or a button
        return len(line) >= _PROSE or (words > _LONE_WORDS and ends_sentence(line))
    return len(line) <= _HEAD and len(following) > 1 and _TIGHT.match(following) is not None
