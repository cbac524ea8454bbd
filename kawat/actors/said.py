"""Who has been named so far in one article, by sentence, and the words by which somebody was called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kawat.actors.cast import Cast, Member
from kawat.encoder.clauses import INDONESIAN_VERB
from kawat.languages.grammar import cue_forms, grammar
from kawat.languages.references import references
from kawat.records import Encoding

Placed = list[tuple[int, int, Member]]
# How a common noun by itself was read; one that refers back goes first.
GUESSED = frozenset({"organ", "agent", "title", "model"})
BEFORE_NAME = 5  # words before a person's name that may say what he is: "nakhoda kapal, Wasno"
_WORD = re.compile(r"[\w'’-]+")


class Said:
    """The mentions of one article while references are resolved, sentence by sentence."""

    def __init__(self, text: str, encoding: Encoding, cast: Cast) -> None:
        self.text = text
        self.language = encoding.language
        self.cast = cast
        self.words = grammar(encoding.language)
        self.data = references(encoding.language)
        self.cues = cue_forms(encoding.language)
        words = self.words
        closed = {*words.prepositions, *words.conjunctions, *words.negation, *words.relatives}
        self.closed = closed - {*words.genitives}  # words that a mere description does not hold
        self._openers = frozenset((*words.conjunctions, *words.relatives, *words.complementizers))
        placed = sorted(
            ((m.start, m.end, member) for member in cast.members.values() for m in member.mentions.values()),
            key=lambda item: item[:2],
        )
        self.placed: list[Placed] = [[p for p in placed if s.start <= p[0] < s.end] for s in encoding.sentences]
        self._called: dict[tuple[int, int], frozenset[str]] = {}
        self._one: dict[tuple[int, int], bool] = {}

    def add(self, index: int, start: int, end: int, members: Sequence[Member], how: str, one: bool = False) -> None:
        """Let ``text[start:end]`` mean ``members`` instead of whomever it was guessed to mean.

        ``one``: it means one person, be he called by a common noun alone.
        """
        for s, e, member in [p for p in self.placed[index] if p[0] < end and start < p[1]]:
            self.cast.forget(member, s, e)
            self.placed[index].remove((s, e, member))
        for member in members:
            self.cast.mention(member, start, end, how)
            self.placed[index].append((start, end, member))
        self.placed[index].sort(key=lambda item: item[:2])
        self._one[start, end] = one

    def is_free(self, index: int, start: int, end: int, inside: bool = False, office: bool = False) -> bool:
        """Whether nothing but a guess by the words themselves stands there, or (``inside``) what only describes it.

        ``office``: whoever holds an office was a guess as well.
        """
        guesses = GUESSED | {"office"} if office else GUESSED
        for s, e, member in self.placed[index]:
            guess = member.mentions[s, e].how in guesses or (inside and e < end)
            if s < end and start < e and not guess:
                return False
        return True

    def latest(self, index: int, start: int, reach: int) -> list[tuple[int, int, int, Member]]:
        """Return who was named before ``start`` with sentences back and place of the last mention, latest first."""
        found: dict[str, tuple[int, int, int, Member]] = {}
        for i in range(index, max(-1, index - 1 - reach), -1):
            for s, e, member in reversed(self.placed[i]):
                if e <= start:
                    found.setdefault(member.id, (index - i, s, e, member))
        return list(found.values())

    # -- how somebody was named ---------------------------------------------------------

    def called(self, member: Member, before: int) -> frozenset[str]:
        """Return the words by which the text has called ``member`` before a place, in small letters."""
        spans = [span for span in member.mentions if span[1] <= before]
        return frozenset().union(*(self.called_at(start, end, member) for start, end in spans))

    def called_at(self, start: int, end: int, member: Member) -> frozenset[str]:
        """Return the words of one mention, for a person with those right before that say what he is."""
        if (start, end) not in self._called:
            found = _WORD.findall(self.text[start:end].lower())
            found += [w.removesuffix(end_) for w in found for end_ in self.words.possessive_endings if w.endswith(end_)]
            if member.is_person:
                found += self._title_before(start)
            self._called[start, end] = frozenset(found)
        return self._called[start, end]

    def _title_before(self, start: int) -> list[str]:
        """Return the words right before a name that may say what the person is, up to a verb or a closed-class word."""
        before = self.text[max(0, start - 60) : start].rpartition("\n")[2]
        before = before.rstrip().removesuffix(",")
        found: list[str] = []
        for word in reversed(before.split()[-BEFORE_NAME:]):
            plain = word.lower()
            verb = bool(INDONESIAN_VERB.fullmatch(plain)) if self.language == "id" else False
            if not plain[-1].isalnum() or plain in self.closed or plain in self.cues or verb:
                break
            found.append(plain)
        return found

    def is_one(self, start: int, end: int, member: Member) -> bool:
        """Whether a mention means one person: by name, or by a common noun in the singular ("seorang gadis")."""
        if member.is_person:
            return True
        if (start, end) in self._one:
            return self._one[start, end]
        mention = member.mentions.get((start, end))
        if member.kind != "group" or mention is None or mention.how not in ("agent", "title", "model"):
            return False
        own = _WORD.findall(self.text[start:end].lower())
        before = _WORD.findall(self.text[max(0, start - 16) : start].lower())[-1:]
        if self.data.plural_endings:
            determined = {*before} & {*self.data.one, *self.data.before}
            several = own[-1].endswith(self.data.plural_endings) or {own[-1]} & {*self.data.collective}
            single = bool(determined) and not several
        else:
            single = bool({*before, *own[:1]} & {*self.data.one})
        self._one[start, end] = single
        return single

    # -- sentences ------------------------------------------------------------------------

    def governed(self, start: int) -> bool:
        """Whether a preposition stands before the words at ``start``."""
        before = self.text[max(0, start - 16) : start].lower().split()
        while before and before[-1] in self.words.articles:
            before.pop()
        return bool(before) and before[-1] in self.words.prepositions

    def speaks(self, end: int) -> bool:
        """Whether a word of speech stands right behind a name: "Budi mengatakan", "Budi, mengaku"."""
        after = _WORD.findall(self.text[end : end + 25].lower())[:1]
        return bool(after) and after[0] in self.cues

    def subject(self, index: int, before: int) -> int | None:
        """Return where the first mention of a sentence that no preposition governs stands."""
        return next((s for s, e, _ in self.placed[index] if e <= before and not self.governed(s)), None)

    def is_same_clause(self, start: int, at: int) -> bool:
        """Whether nothing that opens a clause stands between a name and words behind it."""
        between = self.text[start:at].lower()
        if any(char in between for char in ',;:"”“'):
            return False
        return not self._openers & set(between.split())
