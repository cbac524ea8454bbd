"""What the model tells: the heads, the labels of each, and where each stands in the model's outputs.

`describe` is written beside the model; ``kawat.encoder`` reads it, so that no order of labels stands twice.
"""

from __future__ import annotations

from typing import get_args

from kawat.codebook import load_codebook
from kawat.records import Stance, Status
from training.corpus import KINDS

TYPES = tuple(load_codebook().types)
MODES = tuple(f"{name}:{mode}" for name, type_ in load_codebook().types.items() for mode in type_.modes)
CONTEXTS = load_codebook().contexts
STATUSES: tuple[str, ...] = get_args(Status)
STANCES: tuple[str, ...] = get_args(Stance)
ROLES = ("none", "actor", "recipient", "both")  # of a mention in an event; both sides where it is symmetric
NOTHING = "NONE"

# Kinds of spans, each set tagged with its own begin, inside and outside. "names" are this project's mentions; the
# others follow the conventions of the corpora they are named for, which differ in what a name takes in.
SPANS: dict[str, tuple[str, ...]] = {
    "names": KINDS,
    "idner": ("PER", "ORG", "LOC"),
    "nergrit": ("PERSON", "ORGANISATION", "PLACE"),
    "nerp": ("PPL", "PLC", "IND", "EVT", "FNB"),
    "trigger": ("TRIGGER",),
    "source": ("SOURCE",),
    "cue": ("CUE",),
    "content": ("CONTENT",),
}
# What is told of a span once it is found, by the mean over its words.
OF_SPANS: dict[str, tuple[str, ...]] = {
    "type": TYPES,
    "status": STATUSES,
    "mode": MODES,
    "context": CONTEXTS,
    "stance": STANCES,
    "part": ROLES,  # of a mention, where the trigger is marked in the text
}
PAIR_TYPES = (*TYPES, NOTHING)
ROLE_WIDTH = 128  # of the space in which triggers and mentions are compared


def tags(name: str) -> tuple[str, ...]:
    """Return the tags of one kind of spans: O first, then B and I of each label."""
    return ("O", *(f"{begin}-{label}" for label in SPANS[name] for begin in "BI"))


def slices() -> dict[str, tuple[int, int]]:
    """Return where the scores of each head stand in the model's output for a token, end exclusive."""
    found, at = {}, 0
    for name, width in [(n, len(tags(n))) for n in SPANS] + [(n, len(labels)) for n, labels in OF_SPANS.items()]:
        found[name] = (at, at + width)
        at += width
    return found


def describe() -> dict:
    """Return all of it as the JSON object that goes with the model."""
    return {
        "spans": {name: list(tags(name)) for name in SPANS},
        "of_spans": {name: list(labels) for name, labels in OF_SPANS.items()},
        "slices": {name: list(place) for name, place in slices().items()},
        "roles": list(ROLES),
        "role_width": ROLE_WIDTH,
        "pair_types": list(PAIR_TYPES),
        "pair_modes": list(MODES),
    }
