"""Which statement speaks of which before it: says that it is not so, that it is so, or reacts to it.

A denial is about what somebody else said: rather an accusation than a report, rather what it shares words with, rather
what stands near. Words that only contradict ("itu isapan jempol", "not true") count where they share words with what
they contradict, point back to it ("tuduhan itu"), or follow it in the same paragraph or the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from kawat.languages.grammar import Answers, answers
from kawat.records import Reply, Stance, Statement, StatementLink
from kawat.statements.scene import Scene

REACH = 6  # statements that one may look back
STEM = 5  # letters by which words are the same
# What speaks for a statement: a shared word, an accusation, being called what it is ("permintaan itu"); against it:
# how many others spoke since, and how much the same one said before it.
SHARED, ACCUSES, CALLED, TURN, LATER = 1.0, 1.5, 2.0, 1.0, 0.25
DENIAL = 0.5  # of that, for a denial in so many words
ENOUGH = 0.75  # of that, for words that point back
STRONG = 1.25  # of that, for words that may as well deny something else
_NO_WORD = re.compile(r"[^\w]+")
_WORD = re.compile(r"[^\W\d_]{4,}")


def link(scene: Scene, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements with what they are about; one that contradicts another denies."""
    reader = _Reader(scene, statements)
    return tuple(reader.linked(k) for k in range(len(statements)))


class _Reader:
    """The statements of one article."""

    def __init__(self, scene: Scene, statements: Sequence[Statement]) -> None:
        self.scene, self.statements = scene, statements
        self.words: Answers = answers(scene.language)
        self.stems = [self._stems(s) for s in statements]
        self.nth = self._turns()
        self.about: dict[int, tuple[int, Reply]] = {}  # what each statement so far is about, and how

    def linked(self, k: int) -> Statement:
        """Return statement ``k`` with its links."""
        statement = self.statements[k]
        found = self._about(k)
        if found is None:
            # What the model takes for a denial by what is said, not by the cue, is none where there is nothing to deny.
            known = self.scene.cues.get(self._cue(statement))
            mere = statement.stance == "denies" and known is not None and known.stance == "asserts"
            return msgspec.structs.replace(statement, stance="asserts") if mere else statement
        self.about[k] = found
        links = (StatementLink(statement_id=self.statements[found[0]].id, how=found[1]),)
        denies = found[1] == "contradicts" and statement.stance == "asserts"
        return msgspec.structs.replace(statement, links=links, stance="denies" if denies else statement.stance)

    def _about(self, k: int) -> tuple[int, Reply] | None:
        said = self.statements[k]
        if (same := self._of_same(k)) is not None:
            return same, "contradicts" if said.stance == "denies" else "confirms"
        if said.stance == "denies" or self._says_false(said) or self._rejected_before(k):
            target = self._target(k, DENIAL)
            return (target, "contradicts") if target is not None else None
        if self._cue(said) in self.words.confirm:
            target = self._target(k, -LATER * REACH)
            return (target, "confirms") if target is not None else None
        before = self._same_speaker_before(k)
        if before is not None and before in self.about and self.about[before][1] == "contradicts":
            goes_on = said.kind == "direct" or self._contradicts(said) or self._called(said)[0]
            how: Reply = "contradicts" if goes_on and said.stance == "asserts" else "answers"
            return self.about[before][0], how
        if self._contradicts(said):
            target = self._target(k, STRONG)
            return (target, "contradicts") if target is not None else None
        if self._called(said)[0]:
            target = self._target(k, ENOUGH)
            return (target, "answers") if target is not None else None
        return None

    # -- what a statement says -----------------------------------------------------------------

    def _text(self, statement: Statement) -> str:
        return " ".join(statement.content.of(self.scene.text).lower().split())

    def _cue(self, statement: Statement) -> str:
        return statement.cue.of(self.scene.text).lower() if statement.cue is not None else ""

    def _contradicts(self, statement: Statement) -> bool:
        """Whether it holds words by which something that another says may be denied."""
        return self._holds_any(statement, self.words.deny)

    def _says_false(self, statement: Statement) -> bool:
        """Whether it calls what somebody said untrue: "itu isapan jempol", "the claim is baseless"."""
        return self._holds_any(statement, self.words.false)

    def _holds_any(self, statement: Statement, phrases: Sequence[str]) -> bool:
        text = " " + _NO_WORD.sub(" ", self._text(statement)) + " "
        return any(f" {phrase} " in text for phrase in phrases)

    def _called(self, statement: Statement) -> tuple[bool, Stance | None]:
        """Return whether a statement speaks of another as such ("tuduhan itu", "the request"), and of what stance."""
        text = f" {self._text(statement)} "
        for noun, stance in self.words.sayings.items():
            forms = [f" {noun} {b}" for b in self.words.behind] + [f" {b} {noun} " for b in self.words.before]
            if any(form in text for form in forms):
                return True, stance or None
        return text.split()[0] in self.words.itself if text.strip() else False, None

    def _rejected_before(self, k: int) -> bool:
        """Whether the sentence before rejects something and says nothing itself: "Tudingan itu ditepis X. ..." """
        index = self.scene.sentence_at(self.statements[k].content.start)
        if not index:
            return False
        sentence = self.scene.sentences[index - 1]
        if any(s.content.start < sentence.end and sentence.start < s.content.end for s in self.statements):
            return False
        return any(token.lower in self.words.reject for token in sentence.tokens)

    def _of_same(self, k: int) -> int | None:
        """Return the statement of somebody else with the very words of ``k``: "Hal itu dibenarkan X"."""
        said = self.statements[k]
        same = (j for j in range(k) if self.statements[j].content == said.content)
        return next((j for j in same if self._speaker(j) != self._speaker(k)), None)

    # -- what it is about ----------------------------------------------------------------------

    def _speaker(self, k: int) -> object:
        """Return who says statement ``k``: the actor, else the words that name the source."""
        source = self.statements[k].source
        if source is None:
            return None
        return source.actor_id or source.end

    def _turns(self) -> list[int]:
        """Return for each statement how many the same one has made before it."""
        made: Counter[object] = Counter()
        counted = []
        for k in range(len(self.statements)):
            counted.append(made[self._speaker(k)])
            made[self._speaker(k)] += 1
        return counted

    def _same_speaker_before(self, k: int) -> int | None:
        """Return the statement right before ``k`` if the same one says it."""
        before = [j for j in range(k) if not self._holds(j, k)]
        if not before or self._speaker(before[-1]) != self._speaker(k) or self._speaker(k) is None:
            return None
        return before[-1]

    def _holds(self, j: int, k: int) -> bool:
        one, two = self.statements[j].content, self.statements[k].content
        return one.covers(two) or two.covers(one)

    def _target(self, k: int, least: float) -> int | None:
        """Return the statement of somebody else that ``k`` is about, if as much as ``least`` speaks for one."""
        found: list[tuple[float, int]] = []
        is_called, stance = self._called(self.statements[k])
        turns, speaker = 0, None
        for j in range(k - 1, max(-1, k - 1 - REACH), -1):
            if self._holds(j, k) or self._speaker(j) == self._speaker(k):
                continue
            if speaker is not None and self._speaker(j) != speaker[0]:
                turns += 1
            speaker = (self._speaker(j),)
            score = SHARED * self._shared(j, k) - TURN * turns
            score += ACCUSES * (self.statements[j].stance == "alleges")
            score += CALLED * (stance is not None and self.statements[j].stance == stance)
            score -= LATER * self.nth[j]
            found.append((score, j))
        best = max(found, default=None)
        if best is None:
            return None
        return best[1] if best[0] >= least or is_called else None

    def _shared(self, j: int, k: int) -> int:
        """Return how many words of one statement stand in the other, too, in whatever form."""
        stems = frozenset().union(*self.stems[j])
        return sum(not stems.isdisjoint(word) for word in self.stems[k])

    def _stems(self, statement: Statement) -> list[frozenset[str]]:
        """Return for each word of what is said that means something what may be its stem."""
        words = dict.fromkeys(m.group().lower() for m in _WORD.finditer(statement.content.of(self.scene.text)))
        return [frozenset(self._variants(word)) for word in words if word not in self.words.common]

    def _variants(self, word: str) -> Iterator[str]:
        """Yield what may be the stem of a word: its first letters, with and without what may be a prefix."""
        yield word[:STEM]
        for prefix in self.words.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= STEM - 1:
                yield word[len(prefix) :][:STEM]
