"""Captions: lines that end in a photographer's or agency's credit, and lines beside the marks of a picture."""

from __future__ import annotations

import re
from itertools import pairwise

from kawat.cleaning.characters import fold
from kawat.cleaning.chrome import ends_sentence, is_listed, is_prose, line_rules
from kawat.cleaning.credits import is_person, outlet_of
from kawat.cleaning.links import is_title_like
from kawat.cleaning.pieces import Piece, Pieces
from kawat.cleaning.signature import PICTURES, signature

_LONGEST = 330
_PART = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,4}"
# "(KOMPAS.com/ARMAN LAKONI)", " - Jubi/Hendrik Magai", ". /ANTARA/Raisan Al Farisi", "Linnea Rask/Maine Public"
_CREDIT = re.compile(
    rf"(?:(?P<open>[(\[])|[-–—/•]|^|(?<=,)|(?<=[.!?]))\s*(?P<a>{_PART}|\w+\.(?:com|id|co\.id|net|org))\s?/\s?(?P<b>{_PART})(?(open)[)\]])\s*\.?$"
)
_SOURCE = re.compile(r"[.\w]\s*\((?P<source>[A-Z][\w .]{1,30})\)\.?$")  # "Asap mengepul di atas kota. (Anadolu)"
_FEWEST_WORDS = 5
_HEAD = 4  # lines of the body among which such a caption stands
_NAMES = re.compile(rf"{_PART}\s?/\s?{_PART}")
_LONGEST_PLAIN = 240
_WINDOW = 110
_MARKS = 1  # other chrome between a picture's mark and its caption


def is_credited(line: str) -> bool:
    """Return whether a line ends in a picture's credit: an outlet and a name around a slash."""
    if len(line) > _LONGEST or "/" not in line or is_listed(line) or line[0] in '"“':
        return False
    match = _CREDIT.search(line, max(len(line) - _WINDOW, 0))
    if match is None or line_rules().reported.search(line):
        return False  # no credit, or a paragraph with its writer's name behind it
    if (signed := signature(line)) and signed.sure:
        return False  # "... di Bogota. (AFP/I-1)"
    a, b = match["a"].rstrip("."), match["b"].rstrip(".")
    if any(outlet_of(part) or part.casefold() in PICTURES for part in (a, b)):
        return True
    return is_person(a) != is_person(b) and not (a.isupper() and b.isupper())


def mark_captions(pieces: Pieces, lines: list[Piece]) -> None:
    """Mark lines with a credit, and short lines that stand behind the mark of a picture.

    A mark is a line such as "Getty Images", "Lihat Foto" or "Image source, Reuters", with nothing else in it.
    ``lines`` are those that were the body before page chrome was marked.
    """
    items = pieces.items
    for before, piece in pairwise([Piece(""), *items]):
        pictured = before.reason in ("caption", "chrome") and _NAMES.fullmatch(piece.text)
        if piece.reason is None and (is_credited(piece.text) or pictured):
            piece.reason = "caption"
    for piece in pieces.body()[:_HEAD]:
        sentence = piece.text.count(". ") == 0 and piece.text.count(" ") >= _FEWEST_WORDS
        source = _SOURCE.search(piece.text[-_WINDOW:]) if sentence else None
        if source and outlet_of(source["source"]) and not line_rules().reported.search(piece.text):
            piece.reason = "caption"
    _mark_pictures(items)
    _keep_last(lines)
    captions = {fold(piece.text) for piece in items if piece.reason == "caption"}
    for piece in pieces.body():
        if captions and len(piece.text) <= _LONGEST and fold(piece.text) in captions:
            piece.reason = "caption"


def _keep_last(lines: list[Piece]) -> None:
    """Take the last paragraph of a report back into the body if it ends in a credit: "... sejak Mei. (Antara)"."""
    for where in range(len(lines) - 1, -1, -1):
        piece = lines[where]
        if piece.reason is None and is_prose(piece.text):
            return
        if piece.reason == "caption" and signature(piece.text):
            if any(before.reason is None and is_prose(before.text) for before in lines[:where]):
                piece.reason = None
            return


def _mark_pictures(items: list[Piece]) -> None:
    before: set[str] = set()
    for where, piece in enumerate(items):
        if len(piece.text) <= _LONGEST:
            before.add(fold(piece.text))
        if piece.reason in ("chrome", "caption") and line_rules().pictures.match(piece.text):
            _mark_near(items[where + 1 : where + 3 + _MARKS], before)


def _mark_near(items: list[Piece], before: set[str]) -> None:
    """Mark the caption among the lines behind a picture's mark, if there is one."""
    skipped = 0
    for piece, after in pairwise([*items, Piece("")]):
        if piece.reason == "chrome" and skipped < _MARKS:
            skipped += 1
            continue
        if piece.reason is None and fold(piece.text) in before:
            continue  # the title once more
        if piece.reason is None and _is_caption(piece.text, last=after.reason is not None):
            piece.reason = "caption"
        return


def _is_caption(line: str, *, last: bool) -> bool:
    """Return whether a line may be a caption: short, no quotation; of two sentences if no article follows."""
    if len(line) > _LONGEST_PLAIN or line[0] in '"“':
        return False
    if is_title_like(line):
        return True
    return ends_sentence(line) and (". " not in line or last)
