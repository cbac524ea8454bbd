"""The end of a page: labels, tags, comments and other stories behind the article's last sentence."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from kawat.cleaning.chrome import bare, ends_sentence, is_listed, is_prose
from kawat.cleaning.data import load_chrome
from kawat.cleaning.dateline import find_dateline
from kawat.cleaning.pieces import Piece, Pieces

_LABEL_WORDS = 4
_SHARE = 4  # what follows an ending has at most one sentence for so many before it
_FEW = 3  # paragraphs that may follow the names at the end: about the author, about the outlet


@cache
def _endings() -> tuple[frozenset[str], frozenset[str]]:
    parts = load_chrome()
    return (
        frozenset(line for part in parts for line in part.tails),
        frozenset(line for part in parts for line in part.ends),
    )


def mark_tail(pieces: Pieces) -> None:
    """Mark as chrome what stands behind the end of the article."""
    items = pieces.items
    prose = [where for where, piece in enumerate(items) if piece.reason is None and _is_text(piece.text)]
    if not prose:
        return
    cut = _ending(items, prose)
    if cut is not None:
        for piece in items[cut:]:
            piece.reason = piece.reason or "chrome"
    _mark_after(items, max((where for where in prose if cut is None or where < cut), default=-1))


def _is_text(line: str) -> bool:
    """Return whether a line is a sentence of the article; one that was cut off announces another story."""
    return is_prose(line) and not line.endswith(("...", "…"))


def _ending(items: list[Piece], prose: list[int]) -> int | None:
    """Return the first place behind which nothing of the article follows, or None."""
    tails, ends = _endings()
    for where, piece in enumerate(items):
        if piece.reason not in ("chrome", "byline", "metadata"):
            continue
        before = bisect_left(prose, where)
        after = len(prose) - before
        if not before or after > max(before // _SHARE, 1):
            continue
        key = bare(piece.text)
        if key in ends or (key in tails and not after):
            return where
        if piece.reason == "byline" and after <= _FEW and before > 2:
            return where
    return None


def _mark_after(items: list[Piece], last: int) -> None:
    """Mark lines behind the last prose that are no sentences, once something else has ended the article."""
    ended = False
    for piece in items[last + 1 :]:
        if piece.reason in ("chrome", "byline", "metadata"):
            ended = True
        elif piece.reason is None and ended and not (is_listed(piece.text) or _closes(piece.text)):
            piece.reason = "chrome"


def _closes(line: str) -> bool:
    return ends_sentence(line) and not line.endswith(("...", "…"))


def mark_labels(body: list[Piece]) -> None:
    """Mark short labels before the first and after the last line of prose: menus, tags, section names.

    Items of a list ("1. Gencatan senjata") and datelines on a line of their own are none.
    """
    prose = [where for where, piece in enumerate(body) if is_prose(piece.text)]
    if not prose:
        return
    for piece in [*body[: prose[0]], *body[prose[-1] + 1 :]]:
        ends = ends_sentence(piece.text) or piece.text.endswith((",", ";"))
        if piece.text.count(" ") < _LABEL_WORDS and not (ends or is_listed(piece.text) or find_dateline(piece.text)):
            piece.reason = "chrome"
