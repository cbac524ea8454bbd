"""The model's scores as a reading: names, acts with their sides, and who is quoted, with their places in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

import numpy as np

from kawat.encoder.model import Floats, Labels, Scores, softmax
from kawat.records import Act, Name, Part, Reading, Span, Stance

Pair = tuple[int, int]
TRIGGER, SIDE, MODE, CONTEXT = 0.5, 0.5, 0.5, 0.5  # probabilities from which on these count, unless the model says


class Found(NamedTuple):
    """A span of words: the indices of its words, its label and the mean probability of its tags."""

    words: list[int]
    label: str
    probability: float


def reading(labels: Labels, scores: Scores, words: Sequence[Pair], offset: int = 0) -> Reading:
    """Return what the scores of one sentence say. ``words``: their characters in the sentence; ``offset`` is added."""
    firsts, kept = first_tokens(scores.offsets, words)
    if not kept:
        return Reading()
    tags = scores.tags[firsts]

    def head(name: str) -> Floats:
        start, end = labels.slices[name]
        return tags[:, start:end]

    def spans(name: str) -> list[Found]:
        return find_spans(softmax(head(name)), labels.spans[name])

    def place(found: Found) -> Span:
        return Span(offset + words[kept[found.words[0]]][0], offset + words[kept[found.words[-1]]][1])

    names = spans("names")
    triggers = find_triggers(softmax(head("trigger")), labels.thresholds.get("trigger", TRIGGER))
    chances = _roles(labels, scores, firsts, triggers, names)
    at_least = labels.thresholds.get("side", SIDE)
    acts = []
    for k, trigger in enumerate(triggers):
        told = {name: head(name)[trigger.words].mean(0) for name in ("type", "status", "mode", "context")}
        types = _ranked(labels.of_spans["type"], softmax(told["type"]))
        best = types[0][0]
        modes = _several(labels.of_spans["mode"], told["mode"], MODE)
        acts.append(
            Act(
                trigger=place(trigger),
                found=trigger.probability,
                types=types,
                statuses=_ranked(labels.of_spans["status"], softmax(told["status"])),
                modes=tuple(mode.split(":", 1)[1] for mode in modes if mode.split(":", 1)[0] == best),
                contexts=_several(labels.of_spans["context"], told["context"], CONTEXT),
                actors=_parts(chances[k, :, 0], names, at_least),
                recipients=_parts(chances[k, :, 1], names, at_least),
            )
        )
    stances = cast("list[Stance]", labels.of_spans["stance"])
    cues = [(place(cue), stances[int(head("stance")[cue.words].mean(0).argmax())]) for cue in spans("cue")]
    return Reading(
        names=tuple(
            Name(start=s.start, end=s.end, kind=found.label, probability=found.probability)
            for found, s in ((found, place(found)) for found in names)
        ),
        acts=tuple(acts),
        sources=tuple(place(found) for found in spans("source")),
        cues=tuple(cues),
        contents=tuple(place(found) for found in spans("content")),
    )


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


def _roles(
    labels: Labels, scores: Scores, firsts: list[int], triggers: Sequence[Found], names: Sequence[Found]
) -> Floats:
    """Return the probabilities (triggers, names, 2) that a name is an act's actor and its recipient."""
    if not triggers or not names:
        return np.zeros((len(triggers), len(names), 2), dtype=np.float32)
    width, kinds = labels.role_width, len(labels.roles)
    at = np.asarray(firsts)
    facets = np.stack([scores.trigger[at[t.words]].mean(0) for t in triggers]).reshape(-1, kinds, width + 1)
    mentions = np.stack([scores.mention[at[n.words]].mean(0) for n in names])
    raw = np.einsum("tkw,nw->tnk", facets[..., :-1], mentions) / width**0.5 + facets[:, None, :, -1]
    chance = softmax(raw)  # none, actor, recipient, both
    return np.stack([chance[..., 1] + chance[..., 3], chance[..., 2] + chance[..., 3]], axis=-1)


def _ranked(labels: Sequence[str], probabilities: Floats) -> tuple[tuple[str, float], ...]:
    order = np.argsort(-probabilities, kind="stable").tolist()
    return tuple((labels[k], float(probabilities[k])) for k in order)


def _several(labels: Sequence[str], scores: Floats, threshold: float) -> tuple[str, ...]:
    chance = 1 / (1 + np.exp(-scores))
    return tuple(labels[k] for k in np.flatnonzero(chance >= threshold).tolist())


def _parts(chances: Floats, names: Sequence[Found], threshold: float) -> tuple[Part, ...]:
    chosen = sorted(np.flatnonzero(chances >= threshold).tolist(), key=lambda k: names[k].words)
    return tuple(Part(name=k, probability=float(chances[k])) for k in chosen)


def sides(act: Act, names: Sequence[Name]) -> tuple[list[Name], list[Name]]:
    """Return the names on the actor's and on the recipient's side of ``act``."""
    one, two = ([names[part.name] for part in side] for side in (act.actors, act.recipients))
    return one, two
