"""Sentences that scraping has glued together ("wisata.Rektor", "WIB.“Ini") are parted by a space again."""

from __future__ import annotations

import re

# A word, number or bracket, the end of a sentence, perhaps a closing mark; then, at once, a new sentence.
_END = re.compile(
    r"""[.!?](?<=[\w)\]%"”’'][.!?])(?P<close>[”’)\]]{0,3})(?P<quote>["']?)"""
    r"""(?P<next>[“‘(\[]?[^\W\d_a-zß-öø-ÿ][^\W_]{0,30})"""
)
_LAST_WORD = re.compile(r"[^\W_]*$")
_BRACKET = re.compile(r"\)(?<=[a-zA-Z0-9]\))(?=[A-Z][a-z]+(?:\s|$))")
_BEFORE_BRACKET = re.compile(r"([.!?])(?<=[a-z0-9”\"][.!?])(?=[(\[][A-Za-z0-9])")
_DOMAIN = re.compile(r"(?:com|co|id|net|org|tv|news|go|ac|gov|info|uk|us|my|sg|edu|int)\b", re.I)
_NUMBERED = re.compile(r"\d/[^\W\d_]+(?:\.[^\W\d_]+)*$")
_ADDRESS = re.compile(r"://|www\.|@", re.I)


def unglue(line: str) -> str:
    """Return the line with a space between sentences that stand directly against one another.

    Left alone: addresses, domain names, numbers and those of files, initials ("A.B. Kusuma"), degrees ("S.Pd", "M.Si").
    """
    if len(line) < 4:
        return line
    parts: list[str] = []
    done = 0
    straight = 0
    counted = 0
    for match in _END.finditer(line):
        before = _LAST_WORD.search(line[max(match.start() - 20, 0) : match.start()])
        word = before[0] if before else ""
        next_word = match["next"].lstrip("“‘([")
        opens_mark = match["next"] != next_word or bool(match["quote"])
        if _is_name(word, next_word, opens_mark) or _in_address(line, match):
            continue
        cut = match.start("next")
        if match["quote"]:
            straight += line.count('"', counted, match.start("quote"))
            counted = match.start("quote")
            if straight % 2 == 0:  # no quotation is open: this mark opens one
                cut = match.start("quote")
        parts.append(line[done:cut])
        done = cut
    if parts:
        parts.append(line[done:])
        line = " ".join(parts)
    return _BEFORE_BRACKET.sub(r"\1 ", _BRACKET.sub(") ", line))


def _is_name(word: str, following: str, opens_mark: bool) -> bool:
    """Return whether the stop between two words belongs to an abbreviation or a domain name."""
    if len(word) == 1 and word.isupper():
        return True
    if opens_mark:
        return False
    if len(following) == 1 and following not in ("A", "I"):
        return True
    if word.isdigit() and len(word) < 3 and following.isupper():
        return True
    return _DOMAIN.fullmatch(following) is not None


def _in_address(line: str, match: re.Match[str]) -> bool:
    """Return whether the stop lies in a web or mail address or a file's number ("267/Pid.Sus/2022/PN")."""
    start = max(line.rfind(" ", 0, match.start()) + 1, match.start() - 200)
    address = _ADDRESS.search(line, start, match.end())
    return address is not None or _NUMBERED.search(line[start : match.start()]) is not None
