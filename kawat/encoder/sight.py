"""What the model sees in one sentence, before anything is decided: spans, and probabilities of what is told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from kawat.encoder.model import Floats, Labels, Scores, softmax
from kawat.encoder.spans import Found, find_spans, find_triggers, first_tokens

Pair = tuple[int, int]
TRIGGER = 0.5  # probability from which on a word tells an act, unless the model says


@dataclass
class SeenAct:
    """An act: its trigger, the probabilities of types and statuses, and of each name's role, (names, roles)."""

    trigger: Pair
    found: float
    types: Floats
    statuses: Floats
    modes: Floats
    contexts: Floats
    roles: Floats


@dataclass
class Sight:
    """A sentence as the model sees it. Places are characters of the sentence; cues come with their stance's index."""

    names: list[tuple[Pair, Found]] = field(default_factory=list)
    acts: list[SeenAct] = field(default_factory=list)
    sources: list[Pair] = field(default_factory=list)
    cues: list[tuple[Pair, int]] = field(default_factory=list)
    contents: list[Pair] = field(default_factory=list)


def see(labels: Labels, scores: Scores, words: Sequence[Pair]) -> Sight:
    """Return what the scores of one sentence show. ``words``: their characters in the sentence."""
    firsts, kept = first_tokens(scores.offsets, words)
    if not kept:
        return Sight()
    tags = scores.tags[firsts]

    def head(name: str) -> Floats:
        start, end = labels.slices[name]
        return tags[:, start:end]

    def spans(name: str) -> list[Found]:
        return find_spans(softmax(head(name)), labels.spans[name])

    def place(found: Found) -> Pair:
        return words[kept[found.words[0]]][0], words[kept[found.words[-1]]][1]

    names = spans("names")
    triggers = find_triggers(softmax(head("trigger")), labels.thresholds.get("trigger", TRIGGER))
    chances = _roles(labels, scores, firsts, triggers, names)
    acts = [
        SeenAct(
            trigger=place(trigger),
            found=trigger.probability,
            types=softmax(head("type")[trigger.words].mean(0)),
            statuses=softmax(head("status")[trigger.words].mean(0)),
            modes=head("mode")[trigger.words].mean(0),
            contexts=head("context")[trigger.words].mean(0),
            roles=chances[k],
        )
        for k, trigger in enumerate(triggers)
    ]
    return Sight(
        names=[(place(found), found) for found in names],
        acts=acts,
        sources=[place(found) for found in spans("source")],
        cues=[(place(cue), int(head("stance")[cue.words].mean(0).argmax())) for cue in spans("cue")],
        contents=[place(found) for found in spans("content")],
    )


def _roles(
    labels: Labels, scores: Scores, firsts: list[int], triggers: Sequence[Found], names: Sequence[Found]
) -> Floats:
    """Return the probabilities (triggers, names, roles) of each name's role in each act."""
    if not triggers or not names:
        return np.zeros((len(triggers), len(names), len(labels.roles)), dtype=np.float32)
    width, kinds = labels.role_width, len(labels.roles)
    at = np.asarray(firsts)
    facets = np.stack([scores.trigger[at[t.words]].mean(0) for t in triggers]).reshape(-1, kinds, width + 1)
    mentions = np.stack([scores.mention[at[n.words]].mean(0) for n in names])
    raw = np.einsum("tkw,nw->tnk", facets[..., :-1], mentions) / width**0.5 + facets[:, None, :, -1]
    return softmax(raw)
