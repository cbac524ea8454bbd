"""Repeated runs of sentences inside long paragraphs: pages whose paragraphs were lost in scraping."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from operator import itemgetter

from kawat.cleaning.characters import fold
from kawat.cleaning.pieces import Part, Pieces
from kawat.cleaning.shingles import Seen, shingles

_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_RUN = 200  # folded characters of sentences in a row that are no coincidence
_SEEN = 0.9  # of a sentence's runs of words


def mark_within(pieces: Pieces) -> None:
    """Cut repeated runs of sentences out of long paragraphs."""
    if any(len(piece.text) > 2 * _RUN for piece in pieces.body()):
        keys: set[str] = set()
        seen = Seen()
        pieces.cut(lambda piece: _without_runs(piece.text, keys, seen))


def _without_runs(text: str, keys: set[str], seen: Seen) -> list[Part]:
    """Return a paragraph's parts where ``_RUN`` characters of sentences in it were seen before."""
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    sentences = [text[a:b] for a, b in pairwise([0, *ends, len(text)])]
    repeated = [False] * len(sentences)
    run: list[int] = []
    length = 0
    for where, sentence in enumerate([*sentences, ""]):
        key, runs = fold(sentence), shingles(sentence)
        if key and len(sentences) > 1 and (key in keys or seen.share(runs) >= _SEEN):
            run.append(where)
            length += len(key)
            continue
        if len(run) > 1 and length >= _RUN:
            for item in run:
                repeated[item] = True
        run, length = [], 0
        keys.add(key)
        seen.add(0, runs)
    if not any(repeated):
        return []
    parts: list[Part] = []
    for gone, group in groupby(zip(repeated, sentences, strict=True), key=itemgetter(0)):
        parts.append(("".join(sentence for _, sentence in group), "repeat" if gone else None))
    return parts
