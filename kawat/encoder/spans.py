"""Spans of words out of the probabilities of their tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from kawat.encoder.model import Floats

Pair = tuple[int, int]


class Found(NamedTuple):
    """A span of words: the indices of its words, its label and how likely that is."""

    words: list[int]
    label: str
    probability: float


def first_tokens(offsets: Sequence[Pair], words: Sequence[Pair]) -> tuple[list[int], list[int]]:
    """Return the first token of each word that has one, and which words these are."""
    firsts, kept, at = [], [], 0
    for k, (start, end) in enumerate(words):
        while at < len(offsets) and offsets[at][1] <= start:
            at += 1
        if at < len(offsets) and offsets[at][0] < end:
            firsts.append(at)
            kept.append(k)
    return firsts, kept


def find_spans(probabilities: Floats, tags: Sequence[str]) -> list[Found]:
    """Return the spans that (words, tags) probabilities mark with O, B-x, I-x.

    Where a span begins and ends is decided first, whatever its label; the label is the likeliest over all its words. So
    "jurnalis Sevinj Abbasova" stays one name, though its first word alone is a role. An inside without a begin begins.
    """
    first, inside = (np.array([tag[0] == kind for tag in tags]) for kind in "BI")
    begins, goes_on = probabilities[:, first].sum(-1), probabilities[:, inside].sum(-1)
    kinds = list(dict.fromkeys(tag[2:] for tag in tags if tag[0] == "B"))
    spans: list[list[int]] = []
    for k, (begin, on, out) in enumerate(zip(begins, goes_on, probabilities[:, 0], strict=True)):
        if out >= max(begin, on):
            continue
        if on > begin and spans and spans[-1][-1] == k - 1:
            spans[-1].append(k)
        else:
            spans.append([k])
    found = []
    for words in spans:
        of_kind = [
            probabilities[np.ix_(words, [t for t, tag in enumerate(tags) if tag[2:] == kind])].sum() for kind in kinds
        ]
        best = int(np.argmax(of_kind))
        found.append(Found(words, kinds[best], float(of_kind[best]) / len(words)))
    return found


def find_triggers(probabilities: Floats, threshold: float) -> list[Found]:
    """Return the triggers of (words, O B I) probabilities: words of which B or I is at least ``threshold`` likely."""
    inside = 1.0 - probabilities[:, 0]
    found: list[Found] = []
    for k in np.flatnonzero(inside >= threshold).tolist():
        goes_on = found and found[-1].words[-1] == k - 1 and probabilities[k, 2] > probabilities[k, 1]
        if goes_on:
            found[-1].words.append(k)
        else:
            found.append(Found([k], "TRIGGER", 0.0))
    return [f._replace(probability=float(inside[f.words].max())) for f in found]
