"""Accusations that a statement is, where nothing else tells them.

By the codebook, who claims that another did something accuses him. Where no event was read at the cue of a statement
that alleges ("klaim Amerika bahwa ...", "accused him of ..."), the statement itself tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kawat.events.circumstances import place_and_time
from kawat.events.draft import Draft
from kawat.events.stage import Stage
from kawat.records import Side, Span, Statement


def verbal_acts(stage: Stage, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield an ACCUSE for each accusation in words, to those whose act it tells, if no event stands at its cue."""
    for said in stage.statements:
        source = stage.sources.get(said.id)
        if said.id not in stage.accusing or said.cue is None or source is None:
            continue
        if any(draft.trigger.overlaps(said.cue) for draft in drafts):
            continue
        accused = _accused(said, drafts, source)
        sentence = next((s for s in stage.sentences if s.start <= said.cue.start < s.end), None)
        if accused and sentence is not None:
            draft = Draft(
                type="ACCUSE",
                trigger=Span(said.cue.start, said.cue.end),
                sentence=Span(sentence.start, sentence.end),
                paragraph=sentence.paragraph,
                actors=(source,),
                recipients=accused,
                symmetric=False,
                status="asserted",
                confidence=max(draft.confidence for draft in _told(said, drafts)),
                modes=("allege",),
            )
            place_and_time(draft, sentence, stage.clauses(sentence, stage.spans(sentence)), stage)
            yield draft


def _told(said: Statement, drafts: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in drafts if said.content.covers(draft.trigger) and draft.actors]


def _accused(said: Statement, drafts: Sequence[Draft], source: Side) -> tuple[Side, ...]:
    """Return whose act the content tells first, unless it is the source's own."""
    told = _told(said, drafts)
    if not told or any(side.actor_id == source.actor_id for side in told[0].actors):
        return ()
    return told[0].actors
