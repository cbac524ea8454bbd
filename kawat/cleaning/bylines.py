"""Who wrote and edited the report: credit lines, and initials or a name in brackets at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kawat.cleaning.data import alternatives, load_bylines
from kawat.cleaning.pieces import Part, Piece, Pieces

_LONGEST_LINE = 200
_TAIL_PIECES = 4  # initials stand in the last lines of the body
_INITIALS = (
    r"[A-Za-z]{2,12}/[A-Za-z]{2,12}(?:\.com|\.id)?"
    r"|[A-Za-z]{1,4}[-/]?\d{0,3}(?:\s?[/,|&+-]\s?[A-Za-z]{2,6}\d{0,3}){0,4}|[A-Za-z]{2,8}|[A-Z]-\d{1,2}|\*+"
)
_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s+(?:[a-z]{2,3}\s+)?[^\W\d_a-zß-ÿ][\w.'’-]*){1,3}"
_END = re.compile(
    rf"(?:^|(?<=[.!?\"”’'*)\]]))\s*[(\[]\s*(?P<who>{_INITIALS}|{_NAME}(?:\s?[/,|]\s?{_NAME}){{0,2}})\s*[)\]]\s*[.*]?$"
)
_END_WINDOW = 120
# Pages of some outlets end in initials and then, without a break, the article's tags.
_BEFORE_TAGS = re.compile(
    r"(?<=[.!?\"”’'\])\w])\s*[(\[](?P<who>[a-z]{2,4}\d{0,2}/[a-z]{2,4}\d{0,2})[)\]]"
    r"(?P<tags>(?: [a-z0-9&.'-]{1,30}){0,40})$"
)
_TAGS_WINDOW = 600
_CLOSER_WINDOW = 60
_SEPARATOR = re.compile(r"\s*[|/;,•]\s*")
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][\w.-]*")
_WHOLE_NAME = re.compile(_NAME)


@cache
def _credit() -> re.Pattern[str]:
    """A credit anywhere in a line: "Penulis : Rina Wulandari"."""
    roles = alternatives(role for part in load_bylines() for role in part.roles)
    return re.compile(rf"(?:^|(?<=[|,;•/\s]))(?:{roles})\s*:\s*", re.I)


@cache
def _opener() -> re.Pattern[str]:
    openers = alternatives(opener for part in load_bylines() for opener in part.openers)
    return re.compile(rf"[(\[]?(?:{openers})\s+(?=[A-ZÀ-Þ])", re.I)


@cache
def _joiner() -> re.Pattern[str]:
    joiners = alternatives(joiner for part in load_bylines() for joiner in part.joiners)
    return re.compile(rf"\s*[|/;,•]\s*|\s+(?:{joiners})\s+", re.I)


@cache
def _closer() -> re.Pattern[str]:
    closers = alternatives(closer for part in load_bylines() for closer in part.closers)
    return re.compile(rf"(?:{closers})[.)\]]*$", re.I)


def take_tagged_initials(pieces: Pieces) -> tuple[str, ...]:
    """Cut "(lir/whn) prabowo subianto pan" off lines: initials, then tags that scraping has put behind them."""
    found: list[str] = []

    def knife(piece: Piece) -> list[Part]:
        start = max(len(piece.text) - _TAGS_WINDOW, 0)
        match = _BEFORE_TAGS.search(piece.text, start)
        if not match or not match["tags"]:
            return []
        found.append(match["who"])
        end = match.end("who") + 1
        return [
            (piece.text[: match.start()], None),
            (piece.text[match.start() : end], "byline"),
            (piece.text[end:], "metadata"),
        ]

    pieces.cut(knife)
    return unique(found)


def take_bylines(pieces: Pieces) -> tuple[str, ...]:
    """Return the names and initials that credit lines and the report's end give, marking where they stand."""
    found: list[str] = []
    for piece in pieces.body():
        names = credited(piece.text)
        if names or _closer().search(piece.text, max(len(piece.text) - _CLOSER_WINDOW, 0)):
            piece.reason = "byline"
            found += names
    found += _take_initials(pieces)
    return unique(found)


def credited(line: str) -> list[str]:
    """Return the names in a line that is nothing but a credit; [] for every other line."""
    if len(line) > _LONGEST_LINE:
        return []
    credit = _credit().match(line)
    if credit:
        names = [name for part in _credit().split(line) for name in _names(part, strict=False)]
        return names if sum(map(len, names)) * 2 >= len(line) - credit.end() else []
    opener = _opener().match(line)
    if not opener or line.endswith(("?", "!", '"', "”")):
        return []
    rest = re.sub(r"[;,]?\s+(?:in|di|dari)\s+[A-ZÀ-Þ][\w .'’-]{2,30}(?=[;)]|$)", "", line[opener.end() :])
    parts = re.split(r"\s*;\s*", rest)
    names = []
    for part in parts:
        inner = _opener().match(part)
        held = _names(part[inner.end() :] if inner else part, strict=True)
        if not held:
            return []
        names += held
    return names


def _names(text: str, *, strict: bool) -> list[str]:
    """Return the names in a list of them; ``strict``: [] unless each part looks like a person's name."""
    parts = [part.strip(" .()[]-–—*") for part in _joiner().split(text)]
    parts = [part for part in parts if part]
    if strict:
        people = [part for part in parts if _WHOLE_NAME.fullmatch(part)]
        named = all(part in people or _ONE_WORD.fullmatch(part) for part in parts)  # "Ann Lee, Reuters"
        return people if people and named and len(parts) <= 6 else []
    return [part for part in parts if len(part) <= 50 and part[:1].isalnum()]


def _take_initials(pieces: Pieces) -> list[str]:
    """Cut "(sya)", "(asp/idh)", "[ast]" or "(Rina Wulandari)" off the end of the report."""
    body = pieces.body()
    if not body or (len(body) == 1 and _END.match(body[0].text)):
        return []
    tail = {id(piece) for piece in body[-_TAIL_PIECES:]}
    found: list[str] = []

    def knife(piece: Piece) -> list[Part]:
        if id(piece) not in tail:
            return []
        start = max(len(piece.text) - _END_WINDOW, 0)
        match = _END.search(piece.text, start)
        if not match or (start and match.start() == start):
            return []
        if "*" not in match["who"]:
            found.append(match["who"].strip())
        return [(piece.text[: match.start()], None), (piece.text[match.start() :], "byline")]

    pieces.cut(knife)
    return found


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names without repetitions, in order, ignoring case."""
    return tuple({name.casefold(): name for name in reversed(list(names))}.values())[::-1]
