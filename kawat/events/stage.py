"""What the event rules look at: sentences as clauses over all mentions."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.actors.pronouns import POSSESSIVE
from kawat.encoder.clauses import Clauses
from kawat.events.triggers import TriggerIndex
from kawat.events.when import Clock
from kawat.events.where import Map
from kawat.languages.grammar import Grammar, cue_forms, grammar
from kawat.places import Places
from kawat.records import Actor, Article, Encoding, Sentence, Side, Stance, Statement

# Verbs whose object is the subject of what follows: "menuduh Rusia menyerang", "urged Iran to stop".
CLAUSE_TYPES = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT", "AGREE"})


class Stage:
    """One article prepared for the event rules."""

    def __init__(
        self, article: Article, encoding: Encoding, actors: Sequence[Actor], statements: Sequence[Statement],
        places: Places, index: TriggerIndex,
    ) -> None:  # fmt: skip
        self.article = article
        self.language = encoding.language
        self.words: Grammar = grammar(encoding.language)
        self.sentences = encoding.sentences
        self._numbers = {sentence.start: number for number, sentence in enumerate(encoding.sentences)}
        self.statements = statements
        self.actors = {actor.id: actor for actor in actors}
        self.countries = {actor.id: actor.country for actor in actors}
        self.clock = Clock(article.text, encoding.language, article.published, statements)
        self.map = Map(article, encoding.language, places)
        self.index = index
        self._cues = cue_forms(encoding.language)
        self.denying = frozenset(s.id for s in statements if self._cue_stance(s) == "denies")
        self.accusing = frozenset(s.id for s in statements if self._cue_stance(s) == "alleges")
        self.named: dict[tuple[int, int], list[str]] = {}
        for actor in actors:
            for mention in (m for m in actor.mentions if m.how != POSSESSIVE):
                self.named.setdefault((mention.start, mention.end), []).append(actor.id)
        self.sources = {
            s.id: Side(actor_id=s.source.actor_id, start=s.source.start, end=s.source.end)
            for s in statements
            if s.source is not None and s.source.actor_id is not None
        }

    def number(self, sentence: Sentence) -> int:
        """Return the index of ``sentence`` in the article."""
        return self._numbers[sentence.start]

    def spans(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Return the mention spans of ``sentence``, in order, none overlapping another."""
        spans: list[tuple[int, int]] = []
        for span in sorted(s for s in self.named if sentence.start <= s[0] < sentence.end):
            if not spans or span[0] >= spans[-1][1]:
                spans.append(span)
        return spans

    def clauses(self, sentence: Sentence, spans: list[tuple[int, int]]) -> Clauses:
        """Return ``sentence`` as clauses over ``spans``."""
        return Clauses(sentence, spans, self.words, self.language, self._is_verb, self._takes_clause)

    def is_cue(self, word: str) -> bool:
        """Whether ``word`` is a verb of speech."""
        return word in self._cues

    def _cue_stance(self, statement: Statement) -> Stance | None:
        """Return the stance of a statement's cue by itself: "membantah menyerang" denies, "menurut ..." does not."""
        cue = statement.cue.of(self.article.text).lower() if statement.cue is not None else ""
        return self._cues[cue].stance if cue in self._cues else None

    def _is_verb(self, word: str) -> bool:
        return self.index.is_verb(word) or word in self._cues

    def _takes_clause(self, word: str) -> bool:
        if (cue := self._cues.get(word)) is not None:
            return cue.clause
        verbs = self.index.verbs.get(word, ())
        return any(verb.type in CLAUSE_TYPES and "disapprove" not in verb.modes for verb, _ in verbs)

    def actors_at(self, spans: Sequence[tuple[int, int]]) -> tuple[Side, ...]:
        """Return the actors whose mentions share most characters with each of ``spans``, with those spans."""
        sides: dict[str, Side] = {}
        for start, end in spans:
            shared = {m: min(end, m[1]) - max(start, m[0]) for m in self.named if m[0] < end and start < m[1]}
            if shared:
                best = min(shared, key=lambda m: (-shared[m], m))
                for actor_id in self.named[best]:
                    sides.setdefault(actor_id, Side(actor_id=actor_id, start=start, end=end))
        return tuple(sides.values())

    def sides(self, clauses: Clauses, items: Sequence[int], spans: Sequence[tuple[int, int]]) -> tuple[Side, ...]:
        """Return the actors that the mention items name, each with its span."""
        sides: dict[str, Side] = {}
        for i in items:
            mention = clauses.items[i].mention
            if mention is None:
                continue
            start, end = spans[mention]
            for actor_id in self.named[start, end]:
                sides.setdefault(actor_id, Side(actor_id=actor_id, start=start, end=end))
        return tuple(sides.values())
