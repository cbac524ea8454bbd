"""NGEC's machine-written stories: titles and lead sentences of a known type and mode, their sides guessed.

The stories say what they were written to tell, not who stands on which side. Where the lexicon finds an event of that
type, its sides and trigger are taken; else the first two actors that the registry knows, in this order.
"""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

from kawat.coder import Coder, NotCoded
from kawat.encoder.sentences import split
from kawat.records import CodedArticle, Event
from training.examples import EventLabel, PairExample, Passage
from training.labels import MODES, PAIR_TYPES, TYPES

Pair = tuple[int, int]
SPELT = {"PRIMATIVE": "primitive", "SIEZE": "seize", "EXECUTE": "targeted", "ASSASSINATE": "targeted"}
csv.field_size_limit(10_000_000)


def examples(path: Path) -> Iterator[PairExample | Passage]:
    """Yield a pair for every different title and lead sentence, and a passage where the lexicon knows the trigger."""
    coder, seen = Coder(languages=("en",), events="lexicon"), set()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            title = row["prompt"].strip().split("\n")[0].strip()
            body = row["text"].strip()
            lead = body[slice(*split(body, 0, len(body), "en")[0])] if body else ""
            for text in (title, lead):
                if 20 <= len(text) <= 400 and text not in seen:
                    seen.add(text)
                    yield from _examples(coder, text, row["label"], row["mode"], f"{path.name} line {number}")


def _examples(coder: Coder, text: str, type_: str, mode: str, where: str) -> Iterator[PairExample | Passage]:
    modes = _modes(type_, mode)
    try:
        coded = coder.code(text if text[-1] in ".!?" else text + ".", language="en")
    except NotCoded:
        return
    if not text.startswith(coded.article.text.rstrip(".")):
        return  # something was cleaned away, and the spans would not be those of the text
    told = next((event for event in coded.events if event.type == type_), None)
    actor, recipient = _sides(coded, told)
    if actor is None and recipient is None:
        return
    yield PairExample(text, actor, recipient, (PAIR_TYPES.index(type_),), modes, where)
    if told is not None:
        trigger = (told.trigger.start, told.trigger.end)
        yield Passage(text, {}, events=(EventLabel((trigger,), TYPES.index(type_), modes=modes),), where=where)


def _sides(coded: CodedArticle, told: Event | None) -> tuple[Pair | None, Pair | None]:
    if told is not None and (told.actors or told.recipients):
        actor = (told.actors[0].start, told.actors[0].end) if told.actors else None
        others = [(s.start, s.end) for s in told.recipients if (s.start, s.end) != actor]
        return actor, others[0] if others else None
    spans = sorted({(m.start, m.end) for actor in coded.actors for m in actor.mentions})
    apart = [span for k, span in enumerate(spans) if k == 0 or span[0] >= spans[k - 1][1]]
    return (apart[0] if apart else None), (apart[1] if len(apart) > 1 else None)


def _modes(type_: str, mode: str) -> tuple[int, ...] | None:
    """Return the indices of the modes; None for one that the codebook does not have or that is left out."""
    name = f"{type_}:{SPELT.get(mode, mode.lower())}"
    return (MODES.index(name),) if name in MODES else None
