"""PolNeAR: source, cue and content of every attribution of US news articles, brat stand-off, by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kawat.encoder.sentences import split
from training.examples import Passage

KINDS = {"Source": "source", "Cue": "cue", "Content": "content"}


def sentences(folder: Path) -> Iterator[Passage]:
    """Yield the sentences of the articles in ``folder`` (text/, attributions/) with the parts of attributions in each.

    Of articles that several people annotated, the first annotation counts.
    """
    for name, text, parts in _articles(folder):
        for start, end in _lines(text):
            for first, last in split(text, start, end, "en"):
                yield _passage(text, first, last, parts, name)


def texts(folder: Path) -> Iterator[Passage]:
    """Yield the articles in ``folder`` whole, each with its parts of attributions."""
    for name, text, parts in _articles(folder):
        yield _passage(text, 0, len(text), parts, name)


def _articles(folder: Path) -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    read: set[str] = set()
    for labels in sorted((folder / "attributions").glob("*.ann")):
        name = labels.stem.rpartition("_")[0]  # behind it stands who annotated; some articles have several
        if name not in read:
            read.add(name)
            yield name, (folder / "text" / f"{name}.txt").read_text("utf-8"), _parts(labels)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at += len(line) + 1


def _parts(path: Path) -> list[tuple[int, int, str]]:
    """Return (start, end, kind) of all parts, the outermost where parts of a kind stand in one another."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            kind, *places = fields[1].replace(";", " ").split()
            if kind in KINDS:
                numbers = [int(place) for place in places]
                found += [(s, e, KINDS[kind]) for s, e in zip(numbers[::2], numbers[1::2], strict=True)]
    kept: list[tuple[int, int, str]] = []
    for part in sorted(set(found), key=lambda p: (p[2], p[0], -p[1])):
        if not (kept and kept[-1][2] == part[2] and part[0] < kept[-1][1]):
            kept.append(part)
    return kept


def _passage(text: str, first: int, last: int, parts: list[tuple[int, int, str]], where: str) -> Passage:
    spans: dict[str, list[tuple[int, int, str]]] = {kind: [] for kind in KINDS.values()}
    for start, end, kind in parts:
        start, end = max(start, first), min(end, last)
        if start < end:
            spans[kind].append((start - first, end - first, kind.upper()))
    return Passage(text[first:last], spans, where=where)
