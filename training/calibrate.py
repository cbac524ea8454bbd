"""What is set on the development part of the corpus once the weights are fixed: thresholds and calibration."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import numpy as np

from kawat.encoder.model import Model
from kawat.encoder.read import see_spans
from kawat.encoder.reading import reading, sides
from kawat.encoder.sentences import split
from kawat.encoder.sight import Sight
from kawat.records import Act, Reading
from training import recipe
from training.corpus import Labelled

TRIGGERS = (0.3, 0.4, 0.5, 0.6, 0.7)
SIDES = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
STEPS = 8  # of the calibration; more would follow the noise of some hundred events


def settle(folder: Path) -> dict:
    """Return what the labels of the model in ``folder`` are to say of thresholds and calibration."""
    model, items = Model(folder), recipe.kept_apart()
    best: tuple[float, dict[str, float], list[list[Reading]]] = (-1.0, {}, [])
    for trigger in TRIGGERS:
        model.labels.thresholds["trigger"] = trigger
        seen = [_see(model, item) for item in items]
        for side in SIDES:
            model.labels.thresholds["side"] = side
            read = [[reading(model.labels, sight, start) for sight, start in sights] for sights in seen]
            if (f1 := _f1(items, read)) > best[0]:
                best = f1, {"trigger": trigger, "side": side}, read
    judged = [
        (act.found * act.types[0][1], _is_right(item, act, one))
        for item, found in zip(items, best[2], strict=True)
        for one in found
        for act in one.acts
        if act.actors or act.recipients
    ]
    return {"thresholds": best[1], "calibration": isotonic(judged)}


def _see(model: Model, item: Labelled) -> list[tuple[Sight, int]]:
    """Return what the model sees in each sentence of an item, and where the sentence begins."""
    text = item.marked.text
    places = split(text, 0, len(text), item.language)
    return [(sight, start) for sight, (start, _) in zip(see_spans(model, text, places), places, strict=True)]


def isotonic(judged: list[tuple[float, bool]]) -> tuple[list[float], list[float]]:
    """Return a rising map from confidences to shares of right ones: means of equal parts, pooled until they rise."""
    ordered = sorted(judged)
    groups = [list(part) for part in np.array_split(np.asarray(ordered, dtype=float), STEPS) if len(part)]
    pools: list[list[np.ndarray]] = []
    for group in groups:
        pools.append(group)
        while len(pools) > 1 and _mean(pools[-2], 1) >= _mean(pools[-1], 1):
            pools[-2:] = [pools[-2] + pools[-1]]
    given = [round(_mean(pool, 0), 4) for pool in pools]
    right = [round(_mean(pool, 1), 4) for pool in pools]
    return [0.0, *given, 1.0], [min(right[0], given[0]), *right, right[-1]]


def _mean(pool: list[np.ndarray], column: int) -> float:
    return float(np.mean([row[column] for row in pool]))


def _f1(items: list[Labelled], readings: list[list[Reading]]) -> float:
    right = given = wanted = 0
    for item, found in zip(items, readings, strict=True):
        gold = _wanted(item)
        told = [triple for one in found for act in one.acts for triple in _triples(act, one)]
        wanted, given = wanted + len(gold), given + len(told)
        for triple in told:
            match = next((g for g in gold if g[0] == triple[0] and all(map(_meets, g[1:], triple[1:]))), None)
            if match is not None:
                gold.remove(match)
                right += 1
    return 2 * right / max(1, given + wanted)


Side = tuple[int, int] | None
Triple = tuple[str, Side, Side]


def _wanted(item: Labelled) -> list[Triple]:
    found: list[Triple] = []
    for event in item.item.events:
        one, two = ([item.marked.spans[key][0] for key in side] for side in (event.a, event.r))
        found += _pairs(event.type, one, two, event.sym)
    return found


def _triples(act: Act, found: Reading) -> list[Triple]:
    one, two = ([(name.start, name.end) for name in side] for side in sides(act, found.names))
    both = set(one) & set(two)
    return _pairs(act.types[0][0], one, two, len(both) > 1) if one or two else []


def _pairs(type_: str, one: list, two: list, symmetric: bool) -> list[Triple]:
    if symmetric:
        both = sorted({*one, *two})
        return [(type_, a, b) for k, a in enumerate(both) for b in both[k + 1 :]]
    return [(type_, a, b) for a, b in product(one or [None], [s for s in two if s not in one] or [None])]


def _meets(one: Side, two: Side) -> bool:
    if one is None or two is None:
        return one is two
    return one[0] < two[1] and two[0] < one[1]


def _is_right(item: Labelled, act: Act, found: Reading) -> bool:
    """Whether an event of that type is told there, and its sides are told right."""
    spans = item.marked.spans
    gold = [e for e in item.item.events if any(_meets(s, (act.trigger.start, act.trigger.end)) for s in spans[e.t])]
    given = {triple[1:] for triple in _triples(act, found)}
    for event in gold:
        one, two = ([spans[key][0] for key in s] for s in (event.a, event.r))
        wanted = [t[1:] for t in _pairs(event.type, one, two, event.sym)]
        met = all(any(all(map(_meets, w, g)) for g in given) for w in wanted)
        if event.type == act.types[0][0] and met and len(given) == len(wanted):
            return True
    return False
