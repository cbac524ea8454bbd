"""What the statement rules look at: sentences as clauses, with the speech cues and mentions in them."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.actors.pronouns import POSSESSIVE
from kawat.encoder.clauses import Clauses
from kawat.languages.grammar import Cue, Grammar, cue_forms, cues, grammar
from kawat.records import Actor, Article, Encoding

Spans = Sequence[tuple[int, int]]


class Scene:
    """One article prepared for the statement rules."""

    def __init__(self, article: Article, encoding: Encoding, actors: Sequence[Actor]) -> None:
        self.article = article
        self.text = article.text
        self.language = encoding.language
        self.words: Grammar = grammar(encoding.language)
        self.cues: dict[str, Cue] = cue_forms(encoding.language)
        self.according: dict[tuple[str, ...], Cue] = {
            tuple(form.split()): cue for cue in cues(encoding.language).according for form in cue.forms
        }
        self.sentences = encoding.sentences
        self.actors = {actor.id: actor for actor in actors}
        self.named: dict[tuple[int, int], list[str]] = {}
        for actor in actors:
            for mention in (m for m in actor.mentions if m.how != POSSESSIVE):
                self.named.setdefault((mention.start, mention.end), []).append(actor.id)
        spans = sorted(self.named)
        self._spans = [[span for span in spans if s.start <= span[0] < s.end] for s in self.sentences]
        self._clauses: dict[int, Clauses] = {}

    def spans(self, index: int) -> Spans:
        """Return the mention spans of sentence ``index``, in order."""
        return self._spans[index]

    def clauses(self, index: int) -> Clauses:
        """Return sentence ``index`` as clauses."""
        if index not in self._clauses:
            self._clauses[index] = Clauses(
                self.sentences[index],
                self._spans[index],
                self.words,
                self.language,
                is_verb=self.cues.__contains__,
                takes_clause=lambda word: word in self.cues and self.cues[word].clause,
            )
        return self._clauses[index]

    def sentence_at(self, position: int) -> int | None:
        """Return the index of the sentence that holds the character at ``position``."""
        for index, sentence in enumerate(self.sentences):
            if sentence.start <= position < sentence.end:
                return index
        return None

    def actor_of(self, span: tuple[int, int]) -> str | None:
        """Return the actor whom the mention at ``span`` names, if it names one alone."""
        ids = self.named.get(span, [])
        return ids[0] if len(ids) == 1 else None
