"""PLV (Zero-Shot-PLOVER): English sentences with a marked source and target and the type between them."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kawat.events.relate import fits
from training.examples import EventLabel, PairExample, Passage
from training.labels import PAIR_TYPES, TYPES

YIELD = ("CONCEDE", "RETREAT")  # which PLV does not tell apart
_TAG = re.compile(r"</?[st]>")


def pairs(path: Path) -> list[PairExample]:
    """Return the rows whose marks do not overlap; a side that is not marked ("an actor") is None.

    ``extra`` holds the sentence's id and the gold type.
    """
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            sentence, spans = unmark(row["marked_sentence"])
            source, target = spans.get("s"), spans.get("t")
            if source and target and source[0] < target[1] and target[0] < source[1]:
                continue
            gold = row["gold_root"]
            types = tuple(PAIR_TYPES.index(type_) for type_ in (YIELD if gold == "YIELD" else (gold,)))
            extra = {"sentence": row["sentence_id"], "gold": gold}
            found.append(PairExample(sentence, source, target, types, None, row["sentence_id"], extra))
    return found


def passages(examples: Sequence[PairExample]) -> Iterator[Passage]:
    """Yield those examples of which the lexicon knows the trigger as passages: an event with both sides' roles."""
    for example in examples:
        types = {PAIR_TYPES[k] for k in example.types}
        fitting = [fit for fit in fits(example.text, "en", example.actor, example.recipient) if fit.type in types]
        if not fitting:
            continue
        best = max(fitting, key=lambda fit: fit.weight)
        sides = [(span, role) for span, role in ((example.actor, 1), (example.recipient, 2)) if span is not None]
        event = EventLabel(
            ((best.start, best.end),), TYPES.index(best.type), roles={k: role for k, (_, role) in enumerate(sides)}
        )
        yield Passage(example.text, {}, tuple(span for span, _ in sides), (event,), where=example.where)


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return a sentence without its tags, and the spans of "s" and "t"."""
    plain, opened, spans, at = "", {}, {}, 0
    for tag in _TAG.finditer(marked):
        plain += marked[at : tag.start()]
        at = tag.end()
        name = tag.group()[-2]
        if tag.group().startswith("</"):
            spans[name] = (opened.get(name, 0), len(plain))
        else:
            opened[name] = len(plain)
    return plain + marked[at:], spans


def folds(examples: list[PairExample], number: int = 5, seed: int = 0) -> list[list[int]]:
    """Return the indices of ``number`` parts of about equal size; a sentence is wholly in one of them."""
    ids = sorted({example.extra["sentence"] for example in examples})
    random.Random(seed).shuffle(ids)
    part = {sentence: k % number for k, sentence in enumerate(ids)}
    return [[i for i, e in enumerate(examples) if part[e.extra["sentence"]] == k] for k in range(number)]
