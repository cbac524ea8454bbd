"""Drafts as events: ids, quad class and score, and the links between a claim and its denials."""

from __future__ import annotations

from kawat.codebook import load_codebook
from kawat.events.disputes import answered, contradicted, disputes
from kawat.events.draft import Draft
from kawat.events.merge import answer, merge
from kawat.events.stage import Stage
from kawat.records import Article, Event


def finish(article: Article, stage: Stage, drafts: list[Draft]) -> tuple[Event, ...]:
    """Return the events of an article from its drafts: those about one act joined, denials tied to what they deny."""
    drafts = merge(drafts, stage.countries)
    answer(drafts, stage.countries, stage.sources)
    contradicted(drafts, stage.statements)
    disputed = disputes(drafts, stage.countries)
    for k, denials in answered(drafts, stage.statements).items():
        disputed[k] = list(dict.fromkeys((*disputed.get(k, ()), *denials)))
    return _events(article, drafts, disputed)


def _events(article: Article, drafts: list[Draft], disputed: dict[int, list[int]]) -> tuple[Event, ...]:
    types = load_codebook().types
    ids = [f"{article.id}:e{number}" for number in range(1, len(drafts) + 1)]
    events = []
    for k, draft in enumerate(drafts):
        kind = types[draft.type]
        events.append(
            Event(
                id=ids[k],
                type=draft.type,
                quad=kind.quad,
                score=kind.score,
                trigger=draft.trigger,
                sentence=draft.sentence,
                modes=tuple(mode for mode in draft.modes if mode in kind.modes),
                contexts=draft.contexts,
                actors=draft.actors,
                recipients=draft.recipients,
                symmetric=draft.symmetric,
                status=draft.status,
                attributed_to=draft.attributed_to,
                disputed_by=tuple(ids[d] for d in disputed.get(k, ())),
                date=draft.date,
                place=draft.place,
                confidence=draft.confidence,
            )
        )
    return tuple(events)
