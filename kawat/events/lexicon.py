"""The lexicon coder: events by trigger words and clause structure. The baseline and the explicit layer of models."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from importlib import resources

import msgspec

from kawat.actors.registry import Registry
from kawat.encoder.clauses import Clauses
from kawat.events.arguments import Arguments, arguments
from kawat.events.circumstances import contexts_told, place_and_time, weigh
from kawat.events.draft import Draft
from kawat.events.finish import finish
from kawat.events.relate import relate
from kawat.events.scope import governing, treatment
from kawat.events.stage import Stage
from kawat.events.status import grammatical
from kawat.events.triggers import Trigger, trigger_index
from kawat.languages import CODED, VerbEntry
from kawat.places import Places
from kawat.records import Actor, Article, Encoding, Event, Sentence, Side, Span, Statement, Status

FUTURE_IS_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
ONE_SIDED = frozenset({"PROTEST", "MOBILIZE", "RETREAT", "COERCE", "ASSAULT", "CONCEDE", "SANCTION"})
PLAIN_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # a noun tells them with one side: "serangan Israel"
TWO_SIDED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})  # done with or to somebody who must be named
# Share of right events by how they were found, on the development split of the samples, each pulled toward the
# overall 0.62 by ten events of that share, for the cells are small. `python -m benchmarks.confidence` prints how well
# they are met.
PRECISION = {"verb": 0.81, "ambiguous word": 0.53, "noun": 0.51, "one side": 0.43}
DENIAL_REACH = 4  # items between "rejects" and the accusation it rejects
Pair = tuple[int, int]


class LexiconCoder:
    """Codes events with the trigger lexicons of ``languages/``. Stateless: one instance serves all articles."""

    name = "lexicon"

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.agencies = registry.agencies()
        self.digest = _digest(registry)

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
        return finish(article, stage, self.drafts(stage))

    def drafts(self, stage: Stage) -> list[Draft]:
        """Return what the trigger words of all sentences tell, in text order."""
        return [d for s in stage.sentences for d in self._sentence(stage, s)]

    def relate(self, sentence: str, language: str, actor: Pair | None, recipient: Pair | None) -> dict[str, float]:
        """Return the probability of each event type (or "NONE") from ``actor`` to ``recipient`` in ``sentence``."""
        return relate(sentence, language, actor, recipient)

    def _sentence(self, stage: Stage, sentence: Sentence) -> list[Draft]:
        spans = stage.spans(sentence)
        if not spans:
            return []
        clauses = stage.clauses(sentence, spans)
        triggers = stage.index.find(clauses)
        found = [arguments(clauses, trigger) for trigger in triggers]
        real = [(t, a) for t, a in zip(triggers, found, strict=True) if a is not None]
        drafts = []
        real = _completed(clauses, [(t, a) for t, a in real if not self._is_report(stage, clauses, spans, t, a)])
        for k, (_, sides) in enumerate(real):
            draft = self._draft(stage, sentence, clauses, spans, [t for t, _ in real], k, sides)
            if draft is None:
                continue
            place_and_time(draft, sentence, clauses, stage)
            drafts.append(draft)
        return drafts

    def _is_report(self, stage: Stage, clauses: Clauses, spans: list[Pair], trigger: Trigger, sides: Arguments) -> bool:
        """Whether the trigger is an agency's verb of reporting: "Reuters melaporkan polisi ..." accuses nobody."""
        word = clauses.items[trigger.first].lower
        doers = stage.sides(clauses, sides.actors, spans)
        return stage.is_cue(word) and bool(doers) and all(side.actor_id in self.agencies for side in doers)

    def _draft(
        self, stage: Stage, sentence: Sentence, clauses: Clauses, spans: list[Pair], triggers: list[Trigger], k: int,
        sides: Arguments,
    ) -> Draft | None:  # fmt: skip
        trigger = triggers[k]
        outer = governing(clauses, triggers, k)
        inner = treatment(outer, trigger) if outer is not None else "keep"
        if inner == "suppress":
            return None
        status = grammatical(clauses, sides.verb)
        actors = stage.sides(clauses, sides.actors, spans)
        recipients = stage.sides(clauses, sides.recipients, spans)
        if not sides.symmetric:
            recipients = _others(actors, recipients, stage)
        type_ = trigger.entry.type
        if not _enough(trigger, sides, type_, len(actors), len(recipients)):
            return None
        if status == "future" and type_ in FUTURE_IS_AGREE:
            type_ = "AGREE"
        span = Span(clauses.items[trigger.first].start, clauses.items[trigger.last].end)
        draft = Draft(
            type=type_,
            trigger=span,
            sentence=Span(sentence.start, sentence.end),
            paragraph=sentence.paragraph,
            actors=actors,
            recipients=recipients,
            symmetric=sides.symmetric,
            status=status,
            confidence=_confidence(trigger, sides),
            modes=trigger.entry.modes if type_ == trigger.entry.type else (),
            contexts=tuple(dict.fromkeys((*trigger.entry.contexts, *contexts_told(sentence, stage.language)))),
            denies=type_ == "REJECT" and trigger.entry.inner == "denied",
        )
        self._weigh(draft, stage, inner, outer, trigger, triggers)
        return draft

    def _weigh(
        self, draft: Draft, stage: Stage, inner: str, outer: Trigger | None, trigger: Trigger, triggers: list[Trigger]
    ) -> None:
        """Set the status by who says so: the trigger it stands under first, then the statements around it."""
        weigh(draft, stage, self.agencies)
        under: dict[str, Status] = {"claimed": "claimed", "denied": "denied", "hypothetical": "hypothetical"}
        if outer is not None and inner in under and draft.status in ("asserted", "claimed"):
            draft.status = under[inner]
        if draft.type == "REJECT":
            after = [t for t in triggers if 0 < t.first - trigger.last <= DENIAL_REACH and not t.is_verb]
            draft.denies = draft.denies or any(t.entry.type == "ACCUSE" for t in after)  # "menolak klaim"


def _completed(clauses: Clauses, found: list[tuple[Trigger, Arguments]]) -> list[tuple[Trigger, Arguments]]:
    """Give verbal acts without a recipient the one that their complement has.

    An accusation is of whoever did what it says ("klaim AS bahwa Korut memasok ..."); a refusal, promise or
    threat goes to whom its act would reach ("refused to meet Pakistan").
    """
    triggers = [trigger for trigger, _ in found]
    filled = list(found)
    for k, (inner, sides) in enumerate(found):
        outer = governing(clauses, triggers, k)
        if outer is None:
            continue
        at = triggers.index(outer)
        how, own = treatment(outer, inner), filled[at][1]
        if outer.entry.type == "ACCUSE" and how == "claimed":
            reached = sides.actors
        elif outer.entry.type in ("REJECT", "AGREE", "THREATEN") and how == "suppress":
            reached = tuple(i for i in sides.recipients if i not in own.actors)
        else:
            continue
        if not own.recipients:
            filled[at] = outer, msgspec.structs.replace(own, recipients=reached)
    return filled


def _others(actors: tuple[Side, ...], recipients: tuple[Side, ...], stage: Stage) -> tuple[Side, ...]:
    """Return the recipients without the actors themselves, nor their country where another one is named:
    "memuji kerja sama antara Moskow dan Pyongyang"."""
    own = {side.actor_id for side in actors}
    own_countries = {stage.countries[side.actor_id] for side in actors}
    others = tuple(side for side in recipients if side.actor_id not in own)
    foreign = tuple(side for side in others if stage.countries[side.actor_id] not in own_countries)
    return foreign or others


def _enough(trigger: Trigger, sides: Arguments, type_: str, actors: int, recipients: int) -> bool:
    """Whether the sides suffice for an event: both for ambiguous words, one for verbs, one or light verbs for nouns."""
    if trigger.entry.weak:
        return actors > 0 and recipients > 0
    if sides.symmetric:
        return actors > 1
    if actors and recipients:
        return True
    if trigger.is_verb:
        one_sided = type_ in ONE_SIDED or (isinstance(trigger.entry, VerbEntry) and trigger.entry.frame == "none")
        return (actors > 0 and type_ not in TWO_SIDED) or ((actors > 0 or recipients > 0) and one_sided)
    return (actors > 0 and sides.light) or (type_ in PLAIN_DEEDS and (actors > 0 or recipients > 0))


def _confidence(trigger: Trigger, sides: Arguments) -> float:
    """Return the share of events found in this way that are right (see PRECISION)."""
    if not (sides.actors and sides.recipients):
        return PRECISION["one side"]
    if trigger.entry.weak:
        return PRECISION["ambiguous word"]
    return PRECISION["verb" if trigger.is_verb else "noun"]


def _digest(registry: Registry) -> str:
    """Return the digest of language data and registry: what the answers depend on besides the code."""
    found = blake2b(msgspec.json.encode(list(registry.entries.values())), digest_size=8)
    for language in CODED:
        for path in sorted((resources.files("kawat.languages") / language).iterdir(), key=lambda p: p.name):
            if path.name.endswith(".toml"):
                found.update(path.read_bytes())
    return found.hexdigest()
