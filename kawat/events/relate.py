"""One sentence, two marked spans: which event type holds from the one to the other."""

from __future__ import annotations

from typing import NamedTuple

from kawat.encoder.clauses import Clauses
from kawat.encoder.tokens import tokenize
from kawat.events.arguments import arguments
from kawat.events.scope import governing, treatment
from kawat.events.triggers import trigger_index
from kawat.languages.grammar import grammar
from kawat.records import Sentence

Pair = tuple[int, int]
# What each way of fitting weighs against the prior that nothing holds between the two spans.
BOTH, ONE, REVERSED, NEAR, NONE = 8.0, 3.0, 1.0, 0.6, 1.0


class Fit(NamedTuple):
    """A trigger of the sentence, its type, and how well it fits from the one span to the other."""

    start: int
    end: int
    type: str
    weight: float


def relate(sentence: str, language: str, actor: Pair | None, recipient: Pair | None) -> dict[str, float]:
    """Return the probability of each event type, or "NONE", from ``actor`` to ``recipient``; they add up to 1.

    Spans are (start, end) in code points of ``sentence``, end exclusive. Raises ValueError for spans outside it
    or overlapping each other.
    """
    weights: dict[str, float] = {"NONE": NONE}
    for fit in fits(sentence, language, actor, recipient):
        weights[fit.type] = weights.get(fit.type, 0.0) + fit.weight
    total = sum(weights.values())
    return {type_: weight / total for type_, weight in sorted(weights.items(), key=lambda kv: (-kv[1], kv[0]))}


def fits(sentence: str, language: str, actor: Pair | None, recipient: Pair | None) -> list[Fit]:
    """Return the triggers of ``sentence`` in order. Raises ValueError as `relate` does."""
    spans = sorted(span for span in (actor, recipient) if span is not None)
    check_spans(sentence, spans)
    index = trigger_index(language)
    whole = Sentence(start=0, end=len(sentence), paragraph=0, tokens=tokenize(sentence, 0, len(sentence)))
    clauses = Clauses(whole, spans, grammar(language), language, index.is_verb)
    triggers = [t for t in index.find(clauses) if arguments(clauses, t) is not None]
    at = {clauses.items[i].mention: i for i in range(len(clauses.items)) if clauses.items[i].mention is not None}
    first = at.get(spans.index(actor)) if actor in spans and actor is not None else None
    second = at.get(spans.index(recipient)) if recipient in spans and recipient is not None else None
    found = []
    for k, trigger in enumerate(triggers):
        sides = arguments(clauses, trigger)
        assert sides is not None
        weight = _fit(sides.actors, sides.recipients, first, second)
        outer = governing(clauses, triggers, k)
        if outer is not None and treatment(outer, trigger) == "suppress":
            weight *= 0.3
        between = first is not None and first < trigger.first and (second is None or trigger.first < second)
        weight += NEAR * (1.0 if between else 0.3) / (1 + 0.05 * abs(trigger.first - (first or 0)))
        start, end = clauses.items[trigger.first].start, clauses.items[trigger.last].end
        found.append(Fit(start, end, trigger.entry.type, weight))
    return found


def _fit(actors: tuple[int, ...], recipients: tuple[int, ...], first: int | None, second: int | None) -> float:
    as_actor, as_recipient = first in actors, second in recipients
    if as_actor and as_recipient:
        return BOTH
    if as_actor or as_recipient:
        return ONE
    return REVERSED if first in recipients or second in actors else 0.0


def check_spans(sentence: str, spans: list[Pair]) -> None:
    """Raise ValueError for spans that lie outside ``sentence`` or overlap each other."""
    spans = sorted(spans)
    for start, end in spans:
        if not 0 <= start < end <= len(sentence):
            raise ValueError(f"span ({start}, {end}) lies outside the sentence of {len(sentence)} characters")
    if len(spans) == 2 and spans[0][1] > spans[1][0]:
        raise ValueError(f"actor and recipient overlap: {spans[0]} and {spans[1]}")
