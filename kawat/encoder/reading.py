"""What the model sees as a reading: what is decided, with its places in the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np

from kawat.encoder.model import Floats, Labels
from kawat.encoder.sight import Pair, SeenAct, Sight
from kawat.records import Act, Name, Part, Reading, Span, Stance

SIDE, MODE, CONTEXT = 0.5, 0.3, 0.2  # probabilities from which on these count; the model may say another of sides


def reading(labels: Labels, sight: Sight, offset: int = 0) -> Reading:
    """Return what is seen in one sentence as decisions; ``offset``, where the sentence begins, is added to places."""

    def span(place: Pair) -> Span:
        return Span(offset + place[0], offset + place[1])

    stances = cast("list[Stance]", labels.of_spans["stance"])
    return Reading(
        names=tuple(
            Name(start=offset + start, end=offset + end, kind=found.label, probability=found.probability)
            for (start, end), found in sight.names
        ),
        acts=tuple(_act(labels, seen, sight, span(seen.trigger)) for seen in sight.acts),
        sources=tuple(map(span, sight.sources)),
        cues=tuple((span(place), stances[stance]) for place, stance in sight.cues),
        contents=tuple(map(span, sight.contents)),
    )


def sides(act: Act, names: Sequence[Name]) -> tuple[list[Name], list[Name]]:
    """Return the names on the actor's and on the recipient's side of ``act``."""
    one, two = ([names[part.name] for part in side] for side in (act.actors, act.recipients))
    return one, two


def certainty(act: Act) -> float:
    """Return how sure the model is of ``act``: of its trigger, its type, and the side it is least sure of."""
    parts = [part.probability for part in (*act.actors, *act.recipients)]
    return act.found * act.types[0][1] * min(parts, default=1.0)


def _act(labels: Labels, seen: SeenAct, sight: Sight, trigger: Span) -> Act:
    types = _ranked(labels.of_spans["type"], seen.types)
    modes = (mode.split(":", 1) for mode in _several(labels.of_spans["mode"], seen.modes, MODE))
    _, actor, recipient, both = seen.roles.T  # in the order of `Labels.roles`
    return Act(
        trigger=trigger,
        found=seen.found,
        types=types,
        statuses=_ranked(labels.of_spans["status"], seen.statuses),
        modes=tuple(mode for type_, mode in modes if type_ == types[0][0]),
        contexts=_several(labels.of_spans["context"], seen.contexts, CONTEXT),
        actors=_parts(labels, actor + both, sight),
        recipients=_parts(labels, recipient + both, sight),
    )


def _parts(labels: Labels, chances: Floats, sight: Sight) -> tuple[Part, ...]:
    chosen = np.flatnonzero(chances >= labels.thresholds.get("side", SIDE)).tolist()
    chosen.sort(key=lambda k: sight.names[k][0])
    return tuple(Part(name=k, probability=float(chances[k])) for k in chosen)


def _ranked(labels: Sequence[str], probabilities: Floats) -> tuple[tuple[str, float], ...]:
    order = np.argsort(-probabilities, kind="stable").tolist()
    return tuple((labels[k], float(probabilities[k])) for k in order)


def _several(labels: Sequence[str], scores: Floats, threshold: float) -> tuple[str, ...]:
    chance = 1 / (1 + np.exp(-scores))
    return tuple(labels[k] for k in np.flatnonzero(chance >= threshold).tolist())
