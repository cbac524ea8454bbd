"""Whom a pronoun means: of those named before who fit, the one on whom the text dwells."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kawat.actors.cast import Member
from kawat.languages.grammar import Grammar, cue_forms, cues
from kawat.languages.references import Pronoun, references
from kawat.records import Sentence, Token

REACH = 4  # sentences a pronoun may look back
Placed = list[tuple[int, int, Member]]
SUBJECT, OFTEN, SAME_SENTENCE, NEARER = 1.0, 0.15, 0.6, 0.01  # what speaks for a candidate, in sentences of distance
PEOPLE = 1.4  # the same for "they"
GROUPS = frozenset({"armed_group", "movement", "group"})
POSSESSIVE = "possessive"  # how a pronoun before what belongs to somebody was resolved


class Pronouns:
    """The pronouns of one article. ``placed``: for each sentence the mentions with their members, kept up to date."""

    def __init__(self, text: str, language: str, words: Grammar, placed: list[Placed]) -> None:
        self._text = text
        self._words = words
        self._forms = pronoun_forms(language)
        self._cues = cue_forms(language)
        self._according = tuple(form for cue in cues(language).according for form in cue.forms)
        self._openers = frozenset((*words.conjunctions, *words.relatives, *words.complementizers))
        self._placed = placed

    def read(self, sentence: Sentence, k: int) -> Pronoun | None:
        """Return what the token at ``k`` is as a pronoun; an acronym in capitals is none."""
        token = sentence.tokens[k]
        pronoun = self._forms.get(token.lower)
        if pronoun is None:
            return None
        if pronoun.means == "one" and not pronoun.possessive and not self._means_somebody(sentence, k):
            return None
        shouting = self._text[sentence.start : sentence.end].isupper()
        return None if token.text.isupper() and len(token.text) > 1 and not shouting else pronoun

    def _means_somebody(self, sentence: Sentence, k: int) -> bool:
        """Whether "it" is no dummy, as in "it rained": it stands behind a preposition, or does or says something."""
        before = sentence.tokens[k - 1].lower if k else ""
        after = sentence.tokens[k + 1].lower if k + 1 < len(sentence.tokens) else ""
        does = after in self._words.auxiliaries or after in self._cues
        return does or before in self._words.prepositions or before in self._words.complementizers

    def meant(self, index: int, sentence: Sentence, token: Token, pronoun: Pronoun) -> list[Member]:
        """Return whom ``pronoun`` means in the sentence with this index: one, several named together, or nobody."""
        if pronoun.means == "two":
            return self._pair_before(index, token.start)
        scored: dict[str, tuple[float, int, Member]] = {}
        for back in range(REACH + 1):
            if index - back < 0:
                break
            placed = [p for p in self._placed[index - back] if back or p[1] <= token.start]
            subject = self._subject(placed, pronoun)
            for rank, (start, _, member) in enumerate(placed):
                own_clause = back == 0 and not pronoun.possessive and self._is_same_clause(start, token)
                if own_clause or not _fits(member, pronoun) or self._is_source(start):
                    continue
                score = -float(back) + (SUBJECT if subject == start else 0.0) + (SAME_SENTENCE if back == 0 else 0.0)
                score += OFTEN * min(4, len(member.mentions)) + NEARER * rank
                score += _likelihood(member, pronoun)
                if member.id not in scored or score > scored[member.id][0]:
                    scored[member.id] = score, start, member
        if not scored:
            return []
        _, start, best = max(scored.values(), key=lambda found: found[0])
        return self._together(index, start, best, pronoun)

    def _subject(self, placed: Placed, pronoun: Pronoun) -> int | None:
        """Return where the first mention that fits and that no preposition governs stands."""
        fitting = [p for p in placed if _fits(p[2], pronoun)]
        free = next((p[0] for p in fitting if not self._governed(p[0])), None)
        return free if free is not None else (fitting[0][0] if fitting else None)

    def _governed(self, start: int) -> bool:
        before = self._text[max(0, start - 16) : start].lower().split()
        while before and before[-1] in self._words.articles:
            before.pop()
        return bool(before) and before[-1] in self._words.prepositions

    def _is_source(self, start: int) -> bool:
        """Whether a name only says who is quoted: "menurut HRW", "according to the UN"."""
        before = self._text[max(0, start - 24) : start].lower().rstrip()
        return before.endswith(self._according)

    def _is_same_clause(self, start: int, token: Token) -> bool:
        """Whether nothing that opens a clause stands between a name and a pronoun behind it."""
        between = self._text[start : token.start].lower()
        if any(char in between for char in ',;:"”“'):
            return False
        return not self._openers & set(between.split())

    def _pair_before(self, index: int, start: int) -> list[Member]:
        """Return the two who were named together last: "Kim and Shoigu ... both"."""
        for placed in reversed(self._placed[max(0, index - REACH) : index + 1]):
            for one, two in reversed(list(pairwise([p for p in placed if p[1] <= start]))):
                gap = self._text[one[1] : two[0]].strip().lower()
                joined = gap.split()[:1] and gap.split()[0] in self._words.coordination
                if joined and len(gap.split()) <= 2 and one[2] is not two[2]:
                    return [one[2], two[2]]
        return []

    def _together(self, index: int, start: int, best: Member, pronoun: Pronoun) -> list[Member]:
        """Return ``best``, and for "they" the other people who are named together with it: "Kim and Shoigu"."""
        if pronoun.means != "many":
            return [best]
        for placed in self._placed[max(0, index - REACH) : index + 1]:
            for one, two in pairwise(placed):
                gap = self._text[one[1] : two[0]].strip().lower()
                if start in (one[0], two[0]) and gap in self._words.coordination and one[2] is not two[2]:
                    return [one[2], two[2]]
        return [best] if not best.is_person else []


def _fits(member: Member, pronoun: Pronoun) -> bool:
    if pronoun.means == "person":
        return member.is_person and (None in (member.gender, pronoun.gender) or member.gender == pronoun.gender)
    if pronoun.means == "one":
        return not member.is_person and not member.many
    return True


def _likelihood(member: Member, pronoun: Pronoun) -> float:
    """Return how much likelier than others such an actor is to be meant: people by "they", rather than states."""
    if pronoun.means != "many":
        return 0.0
    if member.many:
        return PEOPLE
    return 0.0 if member.kind in GROUPS else -PEOPLE


@cache
def pronoun_forms(language: str) -> dict[str, Pronoun]:
    """Return every pronoun of ``language`` that somebody named before is meant by."""
    return {form: pronoun for pronoun in references(language).pronoun for form in pronoun.forms}
