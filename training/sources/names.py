"""The Indonesian name corpora (IDNer-News-2k, NERGRIT, NERP): one token a line, its tag last, blank lines between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.examples import Passage


def sentences(path: Path, kind: str, longest: int = 120) -> Iterator[Passage]:
    """Yield the sentences of ``path``, its tokens joined by blanks; those longer than ``longest`` tokens in pieces.

    ``kind``: whose convention it follows, a key of ``labels.SPANS``.
    """
    rows: list[tuple[str, str]] = []
    number = 0
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.strip():
            fields = line.split()
            rows.append((fields[0], fields[-1]))
            continue
        number += 1
        for at in range(0, len(rows), longest):
            yield _passage(rows[at : at + longest], kind, f"{path.name} sentence {number}")
        rows = []


def _passage(rows: list[tuple[str, str]], kind: str, where: str) -> Passage:
    words, spans, text = [], [], ""
    for token, tag in rows:
        text += " " if text else ""
        start, end = len(text), len(text) + len(token)
        text += token
        words.append((start, end))
        if tag[:2] == "I-" and spans and spans[-1][2] == tag[2:] and spans[-1][1] == start - 1:
            spans[-1] = (spans[-1][0], end, tag[2:])
        elif tag != "O":
            spans.append((start, end, tag[2:]))
    return Passage(text, {kind: spans}, words=tuple(words), where=where)
