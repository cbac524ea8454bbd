"""What the model reads and what trigger words tell outright, as one list of drafts.

The model leads. Rules add what it passes over, name a side that it leaves open, and stand in its place where it is
unsure what happened. How much each of these gives is told in ``docs/decisions/0014-model-with-explicit-layer.md``.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.events.draft import Draft
from kawat.records import Side

OUTRIGHT = 0.8  # confidence of a rule's event from which on it counts by itself: a verb with both its sides
UNSURE = 0.4  # confidence of a model's event below which an outright one of another type takes its place
LEAST = 0.3  # confidence below which a model's event is kept only where trigger words tell one there, too
LEAST_OPEN = 0.6  # the same where the model names nobody who does it: most such events in real news are none


def combine(read: Sequence[Draft], told: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that the model ``read`` with those that trigger words ``told``, one for each trigger."""
    kept = []
    for draft in read:
        twins = [other for other in told if other.trigger.overlaps(draft.trigger)]
        same = next((twin for twin in twins if twin.type == draft.type), None)
        outright = next((twin for twin in twins if twin.confidence >= OUTRIGHT), None)
        if same is not None:
            kept.append(_completed(draft, same))
        elif outright is not None and draft.confidence < UNSURE:
            kept.append(outright)
        elif twins or draft.confidence >= (LEAST if draft.actors else LEAST_OPEN):
            kept.append(draft)
    passed_over = [
        other
        for other in told
        if other.confidence >= OUTRIGHT and not any(other.trigger.overlaps(draft.trigger) for draft in read)
    ]
    once = {id(draft): draft for draft in (*kept, *passed_over)}
    return sorted(once.values(), key=lambda draft: (draft.trigger.start, draft.trigger.end))


def _completed(draft: Draft, twin: Draft) -> Draft:
    """Return ``draft`` with a side that it leaves open taken from ``twin``, as far as it is nobody on the other."""
    draft.actors = draft.actors or _others(twin.actors, draft.recipients)
    draft.recipients = draft.recipients or _others(twin.recipients, draft.actors)
    draft.modes = twin.modes or draft.modes
    draft.contexts = tuple(dict.fromkeys((*draft.contexts, *twin.contexts)))
    return draft


def _others(sides: Sequence[Side], than: Sequence[Side]) -> tuple[Side, ...]:
    taken = {side.actor_id for side in than}
    return tuple(side for side in sides if side.actor_id not in taken)
