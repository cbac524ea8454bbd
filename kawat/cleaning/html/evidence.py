"""What is known of an article besides its page's layout, and whether a block fits it."""

from __future__ import annotations

from typing import NamedTuple

from kawat.cleaning.characters import fold
from kawat.cleaning.html.blocks import Block

SURE = 25  # folded characters that do not stand in another text by chance
_LONGEST = 400_000  # characters of a text that are compared with
_BODY = 500  # characters from which a body in the page's data is the whole one rather than a teaser
_PIECE, _PIECES = 8, 10  # characters of the pieces by which a block is compared, and how many there are
_FOUND = 0.6  # share of a block's pieces that a text has to hold
_BEGINNING = 60  # folded characters by which a description is known: sites cut it off where they like


class Evidence(NamedTuple):
    """The extractor's text, a line a paragraph; and the page's own word: headlines, descriptions, the body."""

    text: str
    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    body: str = ""


def found_in(evidence: Evidence, blocks: list[Block]) -> list[bool]:
    """Return for each block whether the extractor, or the page's data, give it as part of the body."""
    lines = {fold(line).strip("|").replace("||", "|") for line in evidence.text.split("\n")}
    lines |= {line.removeprefix("-") for line in lines}
    text = _Text(evidence.text)
    body = fold(evidence.body[:_LONGEST]) if len(evidence.body) >= _BODY else ""
    return [
        block.key in lines
        or (len(block.key) >= SURE and text.holds(block.key))
        or (len(block.key) >= 2 * SURE and block.key in body)
        for block in blocks
    ]


def is_title(key: str, titles: set[str]) -> bool:
    """Return whether a folded text is one of the headlines, or most of one."""
    return any(key == title or _nearly(*sorted((key, title), key=len)) for title in titles)


def is_description(key: str, descriptions: list[str]) -> bool:
    """Return whether a folded text is one of the page's descriptions, perhaps cut off at its end."""
    for description in descriptions:
        size = min(len(key), len(description), _BEGINNING)
        if size >= SURE and key[:size] == description[:size]:
            return True
    return False


def _nearly(short: str, long: str) -> bool:
    return len(short) >= SURE and len(long) < 1.6 * len(short) and short in long


class _Text:
    """A text in which blocks are looked for, allowing for marks and notes that one of the two leaves out."""

    def __init__(self, text: str) -> None:
        self._text = fold(text[:_LONGEST])
        self._pieces: set[str] | None = None

    def holds(self, key: str) -> bool:
        """Return whether the text holds a block, given its folded text."""
        if key in self._text:
            return True
        if len(key) < 2 * SURE:
            return False
        if self._pieces is None:
            self._pieces = {self._text[at : at + _PIECE] for at in range(len(self._text))}
        places = range(0, len(key) - _PIECE, max((len(key) - _PIECE) // _PIECES, 1))
        hits = sum(key[at : at + _PIECE] in self._pieces for at in places)
        return hits >= _FOUND * len(places)
