"""Lines of a page that scraping has broken inside a sentence, mostly around links, are joined again."""

from __future__ import annotations

import re

from kawat.cleaning.chrome import ends_sentence, is_heading, line_rules
from kawat.cleaning.dateline import find_dateline

_TIGHT = re.compile(r"[,;.!?)\]”’](?!\.)")  # begins no line: it belongs to the word before
_DASH = re.compile(r"[–—-]{1,2} ")
_DATED = re.compile(r"[–—-]{1,2} \d")
_LISTED = re.compile(r"[a-z0-9]{1,3}[.)]")
_HEAD = 60  # characters of a dateline's head before its dash, or of a link in the middle of a sentence
_LONGEST = 3000  # characters of a line that is still added to
_LONE_WORDS = 2
_PROSE = 30  # characters of a line that may go on in a line of small letters
_WORDS = 4  # spaces in it
_NAME_WORDS = 4


def rejoin(lines: list[str]) -> list[str]:
    """Return the lines with those joined that are one sentence: "kata dia kepada", "KabarUji.com", ", Senin."."""
    joined: list[str] = []
    for where, line in enumerate(lines):
        following = lines[where + 1] if where + 1 < len(lines) else ""
        if joined and _goes_on(joined[-1], line, following):
            joined[-1] = _add(joined[-1], line)
        elif joined and _continues(line) and _is_fragment(joined[-1]):
            if len(joined) > 1 and _is_fragment(joined[-2]):
                joined[-2:] = [_add(joined[-2], joined[-1])]
            joined[-1] = _add(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _add(before: str, line: str) -> str:
    return f"{before}{'' if _TIGHT.match(line) else ' '}{line}"


def _goes_on(before: str, line: str, following: str) -> bool:
    """Return whether ``line`` continues the sentence of the line before it."""
    if ends_sentence(before) or before.endswith((":", ")", "]", "|")) or len(before) > _LONGEST:
        return False
    if _TIGHT.match(line) and len(line) > 1:
        return True
    if _DASH.match(line):
        return len(before) <= _HEAD and not _DATED.match(line) and find_dateline(f"{before} {line}") is not None
    if line[:1].islower() and find_dateline(line):
        return False
    unfinished = len(before) >= _PROSE and before.count(" ") >= _WORDS
    if not unfinished and not _TIGHT.match(following):
        return False
    if line[:1].islower() and not _LISTED.match(line) and unfinished:
        words = line.count(" ") + 1  # a lone small word is a tag or a button
        if len(line) >= _PROSE or (words > _LONE_WORDS and ends_sentence(line)):
            return True
        return _continues(following) or (_TIGHT.match(following) is not None and len(following) > 1)
    if len(line) > _HEAD or len(following) < 2:
        return False
    return _TIGHT.match(following) is not None or (unfinished and _continues(following) and not _is_label(line))


def _continues(line: str) -> bool:
    """Return whether a line can be nothing but the rest of a sentence: small letters, and long or with an end."""
    if not line[:1].islower() or _LISTED.match(line) or line.count(" ") < _LONE_WORDS or find_dateline(line):
        return False
    return ends_sentence(line) or len(line) >= _PROSE


def _is_fragment(line: str) -> bool:
    """Return whether a line may be the beginning of a sentence that a link has cut off: a name, and no label."""
    return line.count(" ") < _NAME_WORDS and line[-1].isalpha() and line[0].isupper() and not _is_label(line)


def _is_label(line: str) -> bool:
    return is_heading(line) or line.lower() in line_rules().lines
