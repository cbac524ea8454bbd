"""When, where and in which context a drafted event happened, as its sentence says, and who vouches for it."""

from __future__ import annotations

from itertools import pairwise

from kawat.encoder.clauses import Clauses
from kawat.events.draft import Draft
from kawat.events.stage import Stage
from kawat.events.status import by_statements
from kawat.languages.times import context_words
from kawat.records import Sentence


def place_and_time(draft: Draft, sentence: Sentence, clauses: Clauses, stage: Stage) -> None:
    """Give ``draft`` its date and place; one from a clearly earlier time becomes historical."""
    when = stage.clock.when(sentence, draft.trigger.start)
    told = when.date is not None and when.date.text_start is not None
    draft.date = when.date if told or draft.status in ("asserted", "claimed") else None
    if when.background and draft.status == "asserted":
        draft.status = "historical"
    taking_part = {country for side in draft.countries(stage.countries) for country in side}
    number = stage.number(sentence)
    sides = (*draft.actors, *draft.recipients)
    draft.place = stage.map.where(clauses, draft.trigger.start, number, draft.type, taking_part, sides)


def weigh(draft: Draft, stage: Stage, agencies: frozenset[str]) -> None:
    """Let the statements around ``draft`` say who vouches for it. ``agencies``: the ids of those who only report."""
    doers, others = ([stage.actors[s.actor_id] for s in side] for side in (draft.actors, draft.recipients))
    trigger = draft.trigger.start, draft.trigger.end
    light = by_statements(
        draft.status,
        draft.type,
        trigger,
        (doers, others),
        tuple(stage.statements),
        stage.actors,
        agencies,
        stage.denying,
    )
    draft.status, draft.attributed_to = light.status, light.attributed_to


def contexts_told(sentence: Sentence, language: str) -> tuple[str, ...]:
    """Return the contexts that words of ``sentence`` name."""
    words = context_words(language)
    lower = [token.lower for token in sentence.tokens]
    return tuple(words[word] for word in (*lower, *(" ".join(pair) for pair in pairwise(lower))) if word in words)
