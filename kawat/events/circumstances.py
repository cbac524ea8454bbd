"""When, where and in which context a drafted event happened, as its sentence says, and who vouches for it."""

from __future__ import annotations

import datetime
from itertools import pairwise

from kawat.encoder.clauses import Clauses
from kawat.events.draft import Draft
from kawat.events.stage import Stage
from kawat.events.status import by_statements
from kawat.languages.times import context_words
from kawat.places import speaks_again
from kawat.records import EventDate, Place, Sentence

STORY = 14  # days before the report that one story reaches back


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
    if draft.place is not None and not _told_here(draft.place, sentence) and _looks_back(when.date, sentence, stage):
        draft.place = None


def _told_here(place: Place, sentence: Sentence) -> bool:
    return place.start is not None and sentence.start <= place.start < sentence.end


def _looks_back(date: EventDate | None, sentence: Sentence, stage: Stage) -> bool:
    """Whether an act is of another time than the story, so that its place need not be the story's.

    It is where its sentence tells a month, a year or a day long ago, unless the sentence speaks of the same place:
    "that town", "there".
    """
    if date is None or date.text_start is None or stage.article.published is None:
        return False
    if not sentence.start <= date.text_start < sentence.end:
        return False
    if speaks_again(stage.article.text[sentence.start : sentence.end], stage.language):
        return False
    days = (_day(stage.article.published) - _day(date.start)).days
    return date.precision in ("month", "year") or days > STORY


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


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
