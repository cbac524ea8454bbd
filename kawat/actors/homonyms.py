"""Names of countries and capitals inside other names: "Michael Jordan", "Paris Hilton", "Panama Canal"."""

from __future__ import annotations

from kawat.actors.pieces import Piece
from kawat.languages.grammar import Grammar


def without_homonyms(text: str, pieces: list[Piece], words: Grammar, language: str) -> list[Piece]:
    """Return ``pieces`` with a country or capital that is only part of a longer unknown name made one with it."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        beside = before is not None and piece.start == before.end + 1
        if before is not None and beside and _is_one_name(text, joined, piece, words, language):
            joined[-1] = Piece(start=before.start, end=piece.end, run=text[before.start : piece.end])
        else:
            joined.append(piece)
    return joined


def _is_one_name(text: str, joined: list[Piece], piece: Piece, words: Grammar, language: str) -> bool:
    before = joined[-1]
    if before.run is not None and piece.country is not None:
        return text[piece.start : piece.end] in words.homonyms
    if before.country is None or piece.run is None or " " in text[before.start : before.end]:
        return False
    if language == "en":
        return before.country.kind != "seat" and text[before.start : before.end] in before.country.names
    roles = len(joined) > 1 and joined[-2].role is not None and joined[-2].end + 1 == before.start
    return not roles and text[before.start : before.end] in words.homonyms
