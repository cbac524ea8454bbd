"""Paragraphs, runs of sentences and whole halves that a page holds twice: the first stays."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from operator import itemgetter

from kawat.cleaning.characters import fold
from kawat.cleaning.pieces import Part, Pieces

_LONG = 40  # folded characters: a shorter paragraph may return as a refrain
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_RUN = 200  # folded characters of sentences in a row that are no coincidence


def mark_repeats(pieces: Pieces, opening: str = "") -> None:
    """Mark paragraphs that stand on the page already, ignoring white space, case and the shape of quotes.

    ``opening`` is a dateline cut from the first paragraph, which its repetition still has. Short paragraphs
    count as repeated only directly beside a repeated long one, in the order in which they stood before.
    """
    body = pieces.body()
    keys = [fold(piece.text) for piece in body]
    prefix = fold(opening)
    if prefix:
        keys = [key.removeprefix(prefix) if where else key for where, key in enumerate(keys)]
    first: dict[str, int] = {}
    origin: list[int | None] = []
    for where, key in enumerate(keys):
        origin.append(first.get(key))
        first.setdefault(key, where)
    sure = [came is not None and len(key) >= _LONG for came, key in zip(origin, keys, strict=True)]
    for where, came in enumerate(origin):
        if came is not None and not sure[where]:
            sure[where] = _beside(where, came, origin, sure)
    for piece, repeated in zip(body, sure, strict=True):
        if repeated:
            piece.reason = "repeat"
    _mark_within(pieces)


def _beside(where: int, came: int, origin: list[int | None], sure: list[bool]) -> bool:
    """Return whether a short repeated paragraph continues a repeated passage."""
    for step in (-1, 1):
        near = where + step
        if 0 <= near < len(origin) and sure[near] and origin[near] == came + step:
            return True
    return False


def _mark_within(pieces: Pieces) -> None:
    """Cut repeated runs of sentences out of long paragraphs: pages whose paragraphs were lost in scraping."""
    if not any(len(piece.text) > 2 * _RUN for piece in pieces.body()):
        return
    seen: set[str] = set()
    pieces.cut(lambda piece: _without_runs(piece.text, seen))


def _without_runs(text: str, seen: set[str]) -> list[Part]:
    """Return a paragraph's parts where runs of ``_RUN`` characters of sentences in it were ``seen`` before."""
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    sentences = [text[a:b] for a, b in pairwise([0, *ends, len(text)])]
    keys = [fold(sentence) for sentence in sentences]
    if len(keys) == 1:
        seen.add(keys[0])
        return []
    repeated = [False] * len(keys)
    run: list[int] = []
    for where, key in enumerate([*keys, ""]):
        if key and key in seen:
            run.append(where)
            continue
        if len(run) > 1 and sum(len(keys[item]) for item in run) >= _RUN:
            for item in run:
                repeated[item] = True
        run = []
        seen.add(key)
    if not any(repeated):
        return []
    parts: list[Part] = []
    for gone, group in groupby(zip(repeated, sentences, strict=True), key=itemgetter(0)):
        parts.append(("".join(sentence for _, sentence in group), "repeat" if gone else None))
    return parts
