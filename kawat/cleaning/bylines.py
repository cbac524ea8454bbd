"""Who wrote the report: credit lines, and initials or a name in brackets at its end.

Editors, photographers and translators are no authors; the lines that name them are taken out all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kawat.cleaning.agencies import abbreviations
from kawat.cleaning.characters import unique
from kawat.cleaning.chrome import is_listed, is_prose
from kawat.cleaning.credits import NAME, OWNER, is_person, read_credit
from kawat.cleaning.data import alternatives, load_bylines
from kawat.cleaning.pieces import Part, Piece, Pieces
from kawat.cleaning.signature import credited_outlet, signature

_TAIL_PIECES = 3  # sentences before the end of the body among which the report may end
_INITIALS = (
    r"[A-Za-z]{2,4}/[A-Z]{1,2}-\d{1,2}|[A-Za-z]{2,12}/[A-Za-z]{2,12}(?:\.com|\.id)?"
    rf"|[A-Z][\w]+(?:\.com|\.co\.id|\.id)?\s?/\s?{NAME}"
    r"|[A-Za-z]{1,4}[-/]?\d{0,3}(?:\s?[/,|&+-]\s?[A-Za-z]{1,6}\d{0,3}){0,4}|[A-Za-z]{2,8}|[A-Z]-\d{1,2}|\*+"
)
_END = re.compile(
    rf"(?:^|(?<=[.!?\"”’'*)\]]))\s*[(\[]\s*(?P<who>{_INITIALS}|{NAME}(?:\s?[/,|]\s?{NAME}){{0,2}})\s*[)\]]\s*[.*]?$"
)
_ALONE = re.compile(r"[(\[]\s*[a-z]{2,5}\d{0,2}(?:\s?[/&,|]\s?[a-z]{2,6}\d{0,2}){0,3}\s*[)\]]")  # "(asp/idh)"
_SIGNED = re.compile(r"[.!?\"”’'*)]\s*[(\[][A-Za-z]{2,5}\d{0,2}/(?:[A-Z]{1,2}-\d{1,2}|[a-z]{2,5}\d{0,2})[)\]]$")
_TEASERS, _TEASER = 8, 130  # lines behind a signature that are teasers, and characters of one
_LAST_WORD = re.compile(r"(?<=\w)\s+[(\[](?P<who>[a-z]{2,4})[)\]]$")  # at the end of a list, which has no full stop
_END_WINDOW = 120
# Pages of some outlets end in initials and then, without a break, the article's tags.
_BEFORE_TAGS = re.compile(
    r"(?<=[.!?\"”’'\])\w])\s*[(\[](?P<who>[a-z]{2,4}\d{0,2}/[a-z]{2,4}\d{0,2})[)\]]"
    r"(?P<tags>(?: [a-z0-9&.'-]{1,30}){0,40})$"
)
_TAGS_WINDOW = 600
_ABOUT_WRITER = 260  # characters of a line about a writer
_DESK = re.compile(r"[A-Z]{1,2}-\d{1,2}")  # "H-4": the desk's mark
_CLOSER_LINE = 220  # characters of a line that names those who contributed, as a whole
_JOINED = re.compile(r"\s*,\s*|\s+(?:dan|and|with)\s+")
_PLACED = re.compile(r"\s+(?:in|di|from)\s+[A-Z].*$")
_INITIALS_APART = re.compile(r"\s*[/,|&+]\s*|\s+-\s+")


class Names(NamedTuple):
    """Who is credited on the page: writers and initials, their outlets, and outlets the report was taken from."""

    writers: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: tuple[str, ...]


@cache
def _closer() -> re.Pattern[str]:
    """The end of a text in which people are said to have worked on it: "Rina Sari berkontribusi dalam artikel ini."."""
    closers = alternatives(closer for part in load_bylines() for closer in part.closers)
    joiners = alternatives(joiner for part in load_bylines() for joiner in part.joiners)
    one = rf"{NAME}(?:\s+(?:in|di|from)\s+{NAME}|\s+(?:in|di|from)\s+[A-Z]\w+)?"
    who = rf"{one}(?:(?:\s*,\s*|\s*,?\s+(?:{joiners})\s+){one}){{0,5}}"
    prefix = r"(?:(?:[A-Z]\w+ ){1,4}(?:writers?|reporters?|journalists?|correspondents?|staff writers?) )?"
    middle = r"(?:\s*,?\s*(?:in|di|juga|ikut|turut|also)\b[^.!?\n]{0,40}?){0,2}"
    start = r"(?:^|(?<=[.!?\"”’'*)\]])\s*)[*(\[]*\s*"
    return re.compile(rf"{start}{prefix}(?P<who>{who}){middle}\s+(?:{closers})[^.!?\n]{{0,30}}[.)\]*]*$")


def take_tagged_initials(pieces: Pieces) -> tuple[str, ...]:
    """Cut "(lir/whn) prabowo subianto pan" off lines: initials, then tags that scraping has put behind them."""
    found: list[str] = []

    def knife(piece: Piece) -> list[Part]:
        start = max(len(piece.text) - _TAGS_WINDOW, 0)
        if piece.text.find("/", start) < 0:
            return []
        match = _BEFORE_TAGS.search(piece.text, start)
        if not match or not match["tags"]:
            return []
        found.extend(_apart(match["who"]))
        end = match.end("who") + 1
        return [
            (piece.text[: match.start()], None),
            (piece.text[match.start() : end], "byline"),
            (piece.text[end:], "metadata"),
        ]

    pieces.cut(knife)
    return tuple(unique(found))


def take_bylines(pieces: Pieces) -> Names:
    """Return whom credit lines name, marking the lines."""
    writers: list[str] = []
    outlets: list[str] = []
    sources: list[str] = []
    prose = False
    for piece in pieces.body():
        prose = prose or is_prose(piece.text)
        bracketed = piece.text[0] == "(" and piece.text[-1] == ")" and is_person(piece.text[1:-1])
        if (prose and _ALONE.fullmatch(piece.text)) or bracketed:
            piece.reason = "byline"
            names = _apart(piece.text.strip("()[] "))
            writers += [name for name in names if not credited_outlet(name)]
            sources += [name for name in names if credited_outlet(name)]
            continue
        credit = read_credit(piece.text)
        if credit is not None:
            piece.reason = "byline"
            writers += credit.writers
            outlets += credit.outlets
            sources += credit.sources
    return Names(tuple(unique(writers)), tuple(unique(outlets)), tuple(unique(sources)))


def take_end(pieces: Pieces) -> Names:
    """Return whom the report's last lines name, cutting off initials and the like."""
    writers = _take_contributors(pieces)
    _end_at_signature(pieces)
    initials = _take_initials(pieces)
    sources = [name for name in initials if credited_outlet(name)]
    writers += [name for name in initials if name not in sources]
    return Names(tuple(unique(writers)), (), tuple(unique(sources)))


def _take_contributors(pieces: Pieces) -> list[str]:
    """Cut off "Rina Sari berkontribusi dalam penulisan artikel ini." at the end of a text."""
    found: list[str] = []

    def knife(piece: Piece) -> list[Part]:
        match = _closer().search(piece.text, max(len(piece.text) - _CLOSER_LINE, 0))
        if not match:
            return []
        names = (_PLACED.sub("", name) for name in _JOINED.split(OWNER.sub("", match["who"])))
        found.extend(name for name in names if is_person(name))
        return [(piece.text[: match.start()], None), (piece.text[match.start() :], "byline")]

    pieces.cut(knife, _last(pieces))
    return found


def _take_initials(pieces: Pieces) -> list[str]:
    """Cut "(sya)", "(asp/idh)", "[ast]" or "(Rina Wulandari)" off the end of the report."""
    body = pieces.body()
    if len(body) == 1 and _END.match(body[0].text):
        return []
    found: list[str] = []

    def knife(piece: Piece) -> list[Part]:
        start = max(len(piece.text) - _END_WINDOW, 0)
        match = _END.search(piece.text, start)
        signed = signature(piece.text) if match is None else None
        if signed:
            found.extend(signed.outlets)
            return [(piece.text[: signed.start], None), (piece.text[signed.start :], "byline")]
        if match is None and piece is body[-1] and is_listed(piece.text):
            match = _LAST_WORD.search(piece.text, start)
        if not match or (start and match.start() == start):
            return []
        if "*" not in match["who"]:
            found.extend(_apart(match["who"].strip()))
        return [(piece.text[: match.start()], None), (piece.text[match.start() :], "byline")]

    pieces.cut(knife, _last(pieces))
    return found


def _end_at_signature(pieces: Pieces) -> None:
    """Mark what stands behind a report's signature, "(asp/idh)" or "(Ant/OL-2)": teasers of other stories."""
    body = pieces.body()
    for where in range(len(body) - 2, max(len(body) // 2, len(body) - _TEASERS - 2), -1):
        after = body[where + 1 :]
        if len(after[0].text) > _TEASER or after[0].text[0] in '"“':
            return
        line = body[where].text
        signed = signature(line)
        if (signed and signed.sure) or _SIGNED.search(line, max(len(line) - _END_WINDOW, 0)):
            for piece in after:
                piece.reason = "chrome"
            return


def _last(pieces: Pieces) -> list[Piece]:
    """Return the lines in which the report may end: those with its last sentences, and what follows them."""
    body = pieces.body()
    prose = 0
    for where in range(len(body) - 1, -1, -1):
        prose += is_prose(body[where].text)
        if prose == _TAIL_PIECES:
            return body[where:]
    return body


@cache
def _behind_names() -> tuple[str, str]:
    """Return patterns for what lines about writers say behind the names, and for what joins names."""
    about = alternatives(words for part in load_bylines() for words in part.about_writers)
    return about, alternatives(joiner for part in load_bylines() for joiner in part.joiners)


def mark_about_writers(pieces: Pieces, writers: Iterable[str]) -> None:
    """Mark lines in the second half of the page that are a writer's name, or tell who the writer is."""
    names = {name for writer in writers if is_person(writer) for name in (writer, writer.split()[-1])}
    if not names:
        return
    about, joiners = _behind_names()
    who = rf"(?i:{alternatives(names)})"
    line = re.compile(rf"{who}(?:\s+(?:{joiners})\s+{who})*(?:$|,?\s+(?:{about})\b)")
    body = pieces.body()
    for piece in body[len(body) // 2 :]:
        if len(piece.text) <= _ABOUT_WRITER and line.match(piece.text):
            piece.reason = "byline"


def _apart(who: str) -> list[str]:
    """Return the single initials or names of "asp/idh"; "H-4" is one."""
    parts = [part for part in _INITIALS_APART.split(who) if part and not _DESK.fullmatch(part)]
    return [abbreviations().get(part.lower(), part) for part in parts]
