"""The two things the model learns from: passages read as they are, and sentences with the two sides marked."""

from __future__ import annotations

from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(frozen=True)
class EventLabel:
    """An event of a passage: its trigger, the index of its type, and what is told of it; ``roles`` by mention.

    ``modes``, ``contexts``, ``status`` and ``roles`` are None where the source does not label them.
    """

    trigger: tuple[Pair, ...]
    type: int
    status: int | None = None
    modes: tuple[int, ...] | None = None
    contexts: tuple[int, ...] | None = None
    roles: dict[int, int] | None = None


@dataclass(frozen=True)
class Passage:
    """A text with the spans of each kind that was labelled in it (start, end, label), in characters.

    ``words`` are given where the source has its own; kinds of spans that are not in ``spans`` were not labelled.
    """

    text: str
    spans: dict[str, list[tuple[int, int, str]]]
    mentions: tuple[Pair, ...] = ()
    events: tuple[EventLabel, ...] = ()
    stances: tuple[tuple[Pair, int], ...] = ()
    words: tuple[Pair, ...] | None = None
    where: str = ""


@dataclass(frozen=True)
class PartExample:
    """A text, one event's trigger in it, what it tells, and the role of each of the mentions (an index of ROLES).

    ``status`` is None where it is not labelled.
    """

    text: str
    trigger: Pair
    type: int
    status: int | None
    mentions: tuple[Pair, ...]
    roles: tuple[int, ...]
    where: str = ""


@dataclass(frozen=True)
class PairExample:
    """A text, two sides (None: nobody is named) and what holds from the one to the other.

    ``types``: indices of PAIR_TYPES, any of which may be meant (a source that does not tell CONCEDE from RETREAT
    gives both); ``modes``: indices, None where not labelled.
    """

    text: str
    actor: Pair | None
    recipient: Pair | None
    types: tuple[int, ...]
    modes: tuple[int, ...] | None = None
    where: str = ""
    extra: dict[str, str] = field(default_factory=dict, compare=False)


Example = Passage | PartExample | PairExample
