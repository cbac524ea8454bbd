"""What is set on the development part of the corpus once the weights are fixed: thresholds and calibration."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from kawat.encoder.model import Model
from kawat.encoder.read import see_spans
from kawat.encoder.reading import reading
from kawat.encoder.sentences import split
from kawat.encoder.sight import Pair, Sight
from training.measure.gold import Text, dev_texts
from training.measure.matching import Told, Triple, events_fit, match, triples_fit
from training.measure.told import told

TRIGGERS = (0.4, 0.5, 0.6, 0.7, 0.8)
SIDES = (0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
SLACK = 0.005  # of F1 that a lower threshold of triggers may cost: what is not read is lost to every later step
STEPS = 8  # of the calibration; more would follow the noise of some hundred events


def settle(folder: Path) -> dict:
    """Return what the labels of the model in ``folder`` are to say of thresholds and calibration."""
    model, texts = Model(folder), dev_texts()
    tried: list[tuple[float, dict[str, float], list[list[Told]]]] = []
    for trigger in TRIGGERS:
        model.labels.thresholds["trigger"] = trigger
        seen = [_see(model, text) for text in texts]
        for side in SIDES:
            model.labels.thresholds["side"] = side
            given = [_told(model, text, sights) for text, sights in zip(texts, seen, strict=True)]
            tried.append((_f1(texts, given), {"trigger": trigger, "side": side}, given))
    most = max(f1 for f1, _, _ in tried)
    least = min(thresholds["trigger"] for f1, thresholds, _ in tried if f1 >= most - SLACK)
    best = max((one for one in tried if one[1]["trigger"] == least), key=itemgetter(0))
    found = [one for text, given in zip(texts, best[2], strict=True) for one in judged(text.events, given)]
    return {"thresholds": best[1], "calibration": isotonic(found)}


Seen = list[tuple[Sight, Pair]]


def _see(model: Model, text: Text) -> Seen:
    """Return what the model sees in each sentence of a text, and where the sentence stands."""
    places = split(text.text, 0, len(text.text), text.language)
    return list(zip(see_spans(model, text.text, places), places, strict=True))


def _told(model: Model, text: Text, seen: Seen) -> list[Told]:
    """Return the events that come of it; one without sides is none."""
    read = [reading(model.labels, sight, start) for sight, (start, _) in seen]
    return [event for event in told(read, text.words) if event.actors or event.recipients]


def isotonic(judged: Sequence[tuple[float, bool]]) -> tuple[list[float], list[float]]:
    """Return a rising map from confidences to shares of right ones: means of parts, pooled until they rise.

    Parts are of about equal size; equal confidences are never parted.
    """
    if not judged:
        return [0.0, 1.0], [0.0, 1.0]
    pools: list[list[tuple[float, bool]]] = [[]]
    for _, equal in groupby(sorted(judged), key=itemgetter(0)):
        if len(pools[-1]) * STEPS >= len(judged):
            pools.append([])
        pools[-1] += equal
    risen: list[list[tuple[float, bool]]] = []
    for pool in pools:
        risen.append(pool)
        while len(risen) > 1 and _mean(risen[-2], 1) >= _mean(risen[-1], 1):
            risen[-2:] = [risen[-2] + risen[-1]]
    given = [round(_mean(pool, 0), 4) for pool in risen]
    right = [round(_mean(pool, 1), 4) for pool in risen]
    return [0.0, *given, 1.0], [min(right[0], given[0]), *right, right[-1]]


def _mean(pool: Sequence[tuple[float, bool]], column: int) -> float:
    return sum(row[column] for row in pool) / len(pool)


def _f1(texts: Sequence[Text], given: Sequence[Sequence[Told]]) -> float:
    right = total = 0
    for text, events in zip(texts, given, strict=True):
        one, two = _triples(text.events), _triples(events)
        right += len(match(one, two, triples_fit))
        total += len(one) + len(two)
    return 2 * right / max(1, total)


def _triples(events: Sequence[Told]) -> list[Triple]:
    return [triple for event in events for triple in event.triples()]


def judged(wanted: Sequence[Told], given: Sequence[Told]) -> list[tuple[float, bool]]:
    """Return of each event its confidence and whether type and sides are right."""
    right = set()
    for k, m in match(wanted, given, events_fit):
        one, two = wanted[k].triples(), given[m].triples()
        if len(match(one, two, triples_fit)) == len(one) == len(two):
            right.add(m)
    return [(event.confidence, m in right) for m, event in enumerate(given)]
