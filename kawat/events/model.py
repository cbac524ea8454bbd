"""The model coder: events as the model reads them, with what the text says outright decided by rules beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np

from kawat.actors.registry import Registry
from kawat.encoder.model import Model
from kawat.encoder.reading import certainty, sides
from kawat.events.circumstances import contexts_told, place_and_time, weigh
from kawat.events.combine import combine
from kawat.events.draft import Draft
from kawat.events.finish import finish
from kawat.events.lexicon import LexiconCoder
from kawat.events.relate import check_spans
from kawat.events.stage import Stage
from kawat.events.triggers import trigger_index
from kawat.events.verbal import verbal_acts
from kawat.places import Places
from kawat.records import Act, Actor, Article, Encoding, Event, Reading, Sentence, Side, Span, Statement, Status

Pair = tuple[int, int]


class ModelCoder:
    """Codes events from the model's readings. Stateless: one instance serves all articles."""

    def __init__(self, registry: Registry, model: Model) -> None:
        self.registry = registry
        self.model = model
        self.agencies = registry.agencies()
        self._lexicon = LexiconCoder(registry)
        self.name = model.name
        self.digest = model.digest

    def code(
        self,
        article: Article,
        encoding: Encoding,
        actors: Sequence[Actor],
        statements: Sequence[Statement],
        places: Places,
    ) -> tuple[Event, ...]:
        """Return the events that the article tells, in text order."""
        stage = Stage(article, encoding, actors, statements, places, trigger_index(encoding.language))
        drafts = self.drafts(stage, encoding.readings)
        drafts = combine(drafts, self._lexicon.drafts(stage))
        return finish(article, stage, [*drafts, *verbal_acts(stage, drafts)])

    def drafts(self, stage: Stage, readings: Sequence[Reading]) -> list[Draft]:
        """Return what the model reads in all sentences, in text order."""
        drafts = []
        for sentence, reading in zip(stage.sentences, readings, strict=True):
            found = [draft for act in reading.acts if (draft := self._draft(stage, sentence, reading, act)) is not None]
            if found:
                clauses = stage.clauses(sentence, stage.spans(sentence))
                for draft in found:
                    place_and_time(draft, sentence, clauses, stage)
                drafts += found
        return drafts

    def relate(self, sentence: str, language: str, actor: Pair | None, recipient: Pair | None) -> dict[str, float]:
        """Return the probability of each event type (or "NONE") from ``actor`` to ``recipient``; they add up to 1."""
        check_spans(sentence, [span for span in (actor, recipient) if span is not None])
        chances = self.model.relate([(sentence, actor, recipient)])[0]
        told = zip(self.model.labels.pair_types, chances.tolist(), strict=True)
        return dict(sorted(told, key=lambda kv: (-kv[1], kv[0])))

    def _draft(self, stage: Stage, sentence: Sentence, reading: Reading, act: Act) -> Draft | None:
        actors, recipients = (
            stage.actors_at([(name.start, name.end) for name in side]) for side in sides(act, reading.names)
        )
        if not actors and not recipients:
            return None
        both = {side.actor_id for side in actors} & {side.actor_id for side in recipients}
        alone = len(both) == len(actors) == len(recipients) == 1
        if alone and _is_one_person(act, reading, twice=actors[0].start != recipients[0].start):
            actors, recipients = _surer_side(act, reading, actors, recipients)
            both, alone = set(), False
        # Two or more that do it together, or one mention that stands for all ("kedua pihak").
        symmetric = len(both) > 1 or alone
        if not symmetric:
            recipients = tuple(side for side in recipients if side.actor_id not in both)
        type_ = act.types[0][0]
        # A full date makes the model think of history; what is dated to the days before the report is none.
        recent = stage.clock.when(sentence, act.trigger.start).recent
        status = act.statuses[0][0]
        status = "asserted" if recent and status == "historical" else status
        words = stage.article.text[act.trigger.start : act.trigger.end].lower().split()
        draft = Draft(
            type=type_,
            trigger=act.trigger,
            sentence=Span(sentence.start, sentence.end),
            paragraph=sentence.paragraph,
            actors=actors,
            recipients=recipients,
            symmetric=symmetric,
            status=cast(Status, status),
            confidence=self._confidence(certainty(act)),
            modes=act.modes,
            contexts=tuple(dict.fromkeys((*act.contexts, *contexts_told(sentence, stage.language)))),
            denies=type_ == "REJECT" and any(_denies(stage, word) for word in words),
        )
        weigh(draft, stage, self.agencies)
        return draft

    def _confidence(self, raw: float) -> float:
        given, right = self.model.labels.calibration
        return round(float(np.interp(raw, given, right)), 4)


def _denies(stage: Stage, word: str) -> bool:
    return any(verb.inner == "denied" for verb, _ in stage.index.verbs.get(word, ()))


def _is_one_person(act: Act, reading: Reading, twice: bool) -> bool:
    """Whether a single person stands on both sides, who does nothing to or with himself.

    ``twice``: two mentions of one actor, of which a name is one: two groups may bear the same noun, not the same name.
    """
    kinds = {name.kind for side in sides(act, reading.names) for name in side}
    return "PER" in kinds or (twice and kinds != {"ROLE"})


def _surer_side(
    act: Act, reading: Reading, actors: tuple[Side, ...], recipients: tuple[Side, ...]
) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Return the sides without one: the one that is no name, else the one that the model is less sure of.

    Of two mentions of one actor on two sides one was taken for the wrong one, mostly what refers back.
    """
    acting, acted_on = (
        max((reading.names[part.name].kind != "ROLE", part.probability) for part in parts)
        for parts in (act.actors, act.recipients)
    )
    return (actors, ()) if acting >= acted_on else ((), recipients)
