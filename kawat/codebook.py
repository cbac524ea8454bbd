"""The codebook as data: event types with quad class and score, and the modes, contexts and sectors they may have."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event type: its quad class, its score (-10 to +10) and the modes it may have."""

    quad: str
    score: float
    modes: tuple[str, ...]


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that ``data/codebook.toml`` holds."""

    version: str
    contexts: tuple[str, ...]
    sectors: tuple[str, ...]
    types: dict[str, EventType]


@cache
def load_codebook() -> Codebook:
    """Return the bundled codebook."""
    path = resources.files("kawat") / "data" / "codebook.toml"
    return msgspec.toml.decode(path.read_bytes(), type=Codebook)
