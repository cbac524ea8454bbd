"""Where the report itself opens: its dateline among the first lines, which is cut off, and what stands before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kawat.cleaning.chrome import is_prose
from kawat.cleaning.dateline import Head, find_dateline
from kawat.cleaning.pieces import Piece, Pieces

_LINES = 8  # of the body among which the paragraph with the dateline is looked for
_PROSE = 4  # of them that may be sentences: a standfirst, points of a summary, a caption
_DATED = re.compile(r"\d{4}\)?[.]?$")  # the end of a caption that tells when the picture was taken
_LONGEST = 240  # characters: a longer line before it is the report itself, and it has no dateline


class Opening(NamedTuple):
    """The dateline of a report and its characters."""

    head: Head
    text: str


def find_opening(pieces: Pieces) -> Opening | None:
    """Return the dateline among the first lines: the first with a place, else the first."""
    body = pieces.body()
    found: list[Opening] = []
    prose = 0
    for piece in body[:_LINES]:
        head = find_dateline(piece.text)
        alone = head is not None and head.end >= len(piece.text)
        if head is not None and not (alone and (len(body) == 1 or not head.dateline.place)):
            found.append(Opening(head, piece.text[: head.end]))
            if head.dateline.place:
                return found[-1]
        prose += is_prose(piece.text)
        if len(piece.text) > _LONGEST or prose == _PROSE:
            break
    return found[0] if found else None


def cut_opening(pieces: Pieces, opening: Opening) -> None:
    """Cut the dateline off the paragraph that has it; one line behind the names and before it is a caption."""
    body = pieces.body()
    at = next((k for k, piece in enumerate(body[: _LINES + 1]) if piece.text.startswith(opening.text)), None)
    if at is None:
        return  # it stood on a copy that was not kept
    piece = body[at]
    for before in body[:at]:
        if find_dateline(before.text):
            before.reason = "metadata"
    alone = len(opening.text) == len(piece.text) and not _DATED.search(body[0].text)
    if at == 1 and not alone and body[0].reason is None and not _leads(pieces, body[0]):
        body[0].reason = "caption"
    pieces.cut(lambda whole: [(opening.text, "dateline"), (whole.text[len(opening.text) :], None)], [piece])


def _leads(pieces: Pieces, piece: Piece) -> bool:
    """Return whether a line is a standfirst: directly below the title."""
    return pieces.title_at is not None and pieces.place(piece) == pieces.title_at
