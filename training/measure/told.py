"""A model's readings of a text as events to be matched with the gold's."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.encoder.reading import certainty, sides
from kawat.records import Reading
from training.measure.matching import Told
from training.measure.words import Words


def told(read: Sequence[Reading], words: Words) -> list[Told]:
    """Return the events of a text's readings."""
    found = []
    for one in read:
        for act in one.acts:
            actors, recipients = (
                tuple(words.of((name.start, name.end)) for name in side) for side in sides(act, one.names)
            )
            found.append(
                Told(
                    type=act.types[0][0],
                    trigger=words.of((act.trigger.start, act.trigger.end)),
                    actors=actors,
                    recipients=recipients,
                    together=len(actors) > 1 and set(actors) == set(recipients),
                    status=act.statuses[0][0],
                    modes=act.modes,
                    contexts=act.contexts,
                    confidence=certainty(act),
                )
            )
    return found
