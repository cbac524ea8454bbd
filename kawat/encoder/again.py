"""A second look at acts in doubt: the sentence once more, with the act's trigger marked in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kawat.encoder.model import Model, Scores, mark_trigger, softmax
from kawat.encoder.sight import Floats, Pair, SeenAct, Sight

SURE_TYPE = 0.6  # a type at least as likely as this is in no doubt
SURE_ROLE = 0.65  # ... nor is a role
WEIGHT = 0.5  # of the second look against the first


def look_again(model: Model, texts: Sequence[str], sights: Sequence[Sight]) -> None:
    """Give the acts in doubt of ``sights``, the sentences ``texts``, what both looks say of type, status and roles.

    A model that has not learnt it sees every act once.
    """
    if "part" not in model.labels.slices:
        return
    asked = [(text, sight, act) for text, sight in zip(texts, sights, strict=True) for act in sight.acts if _doubt(act)]
    marked = [mark_trigger(text, act.trigger, _places(sight, act)) for text, sight, act in asked]
    scores = model.read_marked([text for text, _ in marked])
    for (_, _, act), (_, places), scored in zip(asked, marked, scores, strict=True):
        trigger, *names = (_mean(scored, place) for place in places)
        if trigger is None:
            continue
        act.types = _mixed(act.types, softmax(_head(model, trigger, "type")))
        act.statuses = _mixed(act.statuses, softmax(_head(model, trigger, "status")))
        for k, name in enumerate(names):
            if name is not None:
                act.roles[k] = _mixed(act.roles[k], softmax(_head(model, name, "part")))


def _doubt(act: SeenAct) -> bool:
    return bool(act.types.max() < SURE_TYPE or (act.roles.size and act.roles.max(-1).min() < SURE_ROLE))


def _places(sight: Sight, act: SeenAct) -> list[Pair]:
    return [act.trigger, *(place for place, _ in sight.names)]


def _mean(scores: Scores, place: Pair) -> Floats | None:
    """Return the mean of the scores of all tokens that share a character with ``place``."""
    at = [k for k, (start, end) in enumerate(scores.offsets) if start < place[1] and place[0] < end]
    return scores.tags[at].mean(0) if at else None


def _head(model: Model, scores: Floats, name: str) -> Floats:
    start, end = model.labels.slices[name]
    return scores[start:end]


def _mixed(one: Floats, two: Floats) -> Floats:
    return np.asarray((1 - WEIGHT) * one + WEIGHT * two, dtype=np.float32)
