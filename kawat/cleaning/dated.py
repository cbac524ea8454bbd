"""Which of the page's own lines tell best when it was published."""

from __future__ import annotations

import re
from functools import cache

from kawat.cleaning.data import alternatives, load_chrome
from kawat.cleaning.pieces import Piece, Pieces

_EARLY = 12  # characters from the start of the line: "2 May 2024, updated 3 May 2024" opens with the day wanted


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    parts = load_chrome()
    published = alternatives(word for part in parts for word in part.published)
    updated = alternatives(word for part in parts for word in part.updated)
    return re.compile(rf"\b(?:{published})\b", re.I), re.compile(rf"\b(?:{updated})\b", re.I)


def dated_lines(pieces: Pieces) -> list[str]:
    """Return the lines about the page in the order in which they are to be believed about its day.

    A line that says "published" comes before one without such a word, and that before one that says "updated" or
    what day it is today. Lines above the title tell the day of the visit as often as that of the report.
    """
    told = [(where, piece) for where, piece in enumerate(pieces.items) if piece.reason in ("metadata", "byline")]
    start = pieces.title_at or 0
    return [piece.text for _, piece in sorted(told, key=lambda pair: (_rank(pair[1]), pair[0] < start, pair[0]))]


def _rank(piece: Piece) -> int:
    published, updated = _words()
    if published.search(piece.text):
        return 0
    match = updated.search(piece.text)
    return 2 if match and match.start() < _EARLY else 1
