"""The head of a page, before its first sentence: names of writers on lines of their own, labels and captions."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from kawat.cleaning.characters import unique
from kawat.cleaning.chrome import is_prose
from kawat.cleaning.credits import DATE_BEHIND, Credit, is_person, person_names, read_credit
from kawat.cleaning.data import alternatives, load_bylines
from kawat.cleaning.dateline import find_dateline
from kawat.cleaning.pieces import Piece, Pieces
from kawat.cleaning.places import is_place

_ROLE_END = re.compile(r"[\s:]+$")
_BARE = re.compile(r"^[\W_]+|[\W_]+$")
_PLACE = re.compile(r"\s+(?:in|di)\s+[A-ZÀ-Þ][\w .,'’-]{2,40}$")
_NEWSROOM_WORDS = 6
_LONGEST_NAMES = 120
_LONGEST_PLACE = 40
_SENTENCES = 3  # that may stand before the page's date: a standfirst, words about the site
_NEAR = 3  # lines between a name that stands before the title and the date


class Header(NamedTuple):
    """What the head of a page says: writers, outlets named beside them, and where the report was filed."""

    writers: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: tuple[str, ...]
    place: str | None


@cache
def _roles() -> tuple[frozenset[str], frozenset[str]]:
    parts = load_bylines()
    return (
        frozenset(role for part in parts for role in (*part.roles, *part.openers)),
        frozenset(role for part in parts for role in (*part.others, *part.other_openers)),
    )


def take_header(pieces: Pieces) -> Header:
    """Return the names that stand before the article's first sentence, marking their lines as bylines."""
    items = pieces.items
    end = _end(items)
    writers: list[str] = []
    outlets: list[str] = []
    sources: list[str] = []
    for where, writes in _beside_roles(items[:end]).items():
        credit = _names(items[where].text)
        if credit and writes:
            writers += credit.writers
        items[where].reason = "byline"
    start = pieces.title_at if pieces.title_at is not None else end
    for piece in items[: pieces.title_at or 0]:
        if piece.reason is None and not is_prose(piece.text) and not _names(piece.text):
            piece.reason = "chrome"
    for where, piece in enumerate(items[:end]):
        if piece.reason == "metadata" and where >= start and (credit := _dated_names(piece.text)):
            writers += credit.writers
            outlets += credit.outlets
        if piece.reason is not None or (where < start and not _dated(items[where + 1 : min(where + 1 + _NEAR, start)])):
            continue
        if where >= start and _is_newsroom(piece.text):
            piece.reason = "byline"
            continue
        credit = _names(piece.text)
        head = find_dateline(piece.text)
        if credit is None or is_place(piece.text) or (head is not None and head.dateline.place):
            continue
        piece.reason = "byline"
        writers += credit.writers
        outlets += credit.outlets
        sources += credit.sources
    named = {piece.text for piece in items[:end] if piece.reason == "byline"}
    for piece in items[end:]:
        if piece.reason is None and piece.text in named:  # once more at the head of the second page
            piece.reason = "byline"
    if any(piece.reason == "byline" for piece in items[:end]) and writers:
        outlets, sources = [*outlets, *sources], []  # "Marianne Tully", and below it "BBC News"
    return Header(tuple(unique(writers)), tuple(unique(outlets)), tuple(unique(sources)), _take_place(items[start:end]))


def _take_place(items: list[Piece]) -> str | None:
    """Return the place on a line of its own beside the date: "Ruteng, East Nusa Tenggara", "Sat, March 19, 2016"."""
    for where, piece in enumerate(items):
        if piece.reason is not None or len(piece.text) > _LONGEST_PLACE:
            continue
        near = [*items[max(where - 1, 0) : where], *items[where + 1 : where + 2]]
        place = piece.text.split(",")[0]
        if is_place(place) and any(item.reason == "metadata" for item in near):
            piece.reason = "dateline"
            return place
    return None


def _end(items: list[Piece]) -> int:
    """Return where the article's text begins: at its first sentence, unless the page's date stands behind that."""
    texts = (k for k, piece in enumerate(items) if piece.reason is None and _is_text(piece.text))
    prose = list(islice(texts, _SENTENCES))
    for before, after in pairwise(reversed([*prose, len(items)])):
        if any(_is_date(piece) for piece in items[after:before]):
            return before if before < len(items) else after
    return prose[0] if prose else len(items)


def _is_date(piece: Piece) -> bool:
    return piece.reason == "metadata" and any(char.isdigit() for char in piece.text)


def _is_text(line: str) -> bool:
    return is_prose(line) and (len(line) > _LONGEST_NAMES or person_names(line) is None)


def _names(line: str) -> Credit | None:
    """Return the names that a line consists of: "Ann Lee", "Ann Lee in Hanoi", "Ann Lee, BBC News", "Reuters"."""
    line = DATE_BEHIND.sub("", line)  # "Ann Lee | 18.10.2022 - Update : 19.10.2022"
    if any(char.isdigit() for char in line) or len(line) > _LONGEST_NAMES:
        return None
    credit = person_names(_PLACE.sub("", line))
    return credit if credit and (credit.writers or credit.sources) else None


def _dated_names(line: str) -> Credit | None:
    """Return the names before the date in one line: "Yusran Daeng Sila , Jurnalis-Kamis, 05 Oktober 2023"."""
    before = DATE_BEHIND.sub("", line)
    return read_credit(before) or _names(before) if len(before) < len(line) else None


def _is_newsroom(line: str) -> bool:
    """Return whether a line credits a newsroom rather than a person: "Tim Redaksi", "By TOI staff", "NEWS WIRES"."""
    return line.count(" ") < _NEWSROOM_WORDS and _newsrooms().search(line) is not None and not is_prose(line)


@cache
def _newsrooms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(word for part in load_bylines() for word in part.newsrooms)})\b", re.I)


def _beside_roles(items: list[Piece]) -> dict[int, bool]:
    """Return the lines beside words such as "Penulis" and "Editor" that stand alone, and whether writers are meant.

    Whether names stand before or behind such words is seen from what stands around the first of them.
    """
    roles = {k: told for k, piece in enumerate(items) if (told := _role(piece)) is not None}
    if not roles:
        return {}
    first = min(roles)
    named = [k for k, piece in enumerate(items) if piece.reason in (None, "byline") and is_person(piece.text)]
    step = -1 if first - 1 in named and not items[first].text.rstrip().endswith(":") else 1
    found = {}
    for where, writes in roles.items():
        if where + step in named:
            found[where + step] = writes
            found[where] = False
    return found


def _role(piece: Piece) -> bool | None:
    """Return whether a line is a lone word for writers (True) or for others (False); None for any other line."""
    word = _ROLE_END.sub("", piece.text).lower()
    writers, others = _roles()
    return True if word in writers else False if word in others else None


def _dated(items: list[Piece]) -> bool:
    """Return whether one of the lines tells the day of the page, with nothing but marks before it."""
    for piece in items:
        if piece.reason == "metadata":
            return True
        if _BARE.sub("", piece.text):
            return False
    return False
