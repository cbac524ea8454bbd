"""Whom a pronoun means: of those named before who fit, the one on whom the text dwells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kawat.actors.cast import Member
from kawat.actors.pairs import is_joined, last_pair
from kawat.actors.said import Placed, Said
from kawat.languages.grammar import cues
from kawat.languages.references import Pronoun, references
from kawat.records import Sentence, Token

REACH = 4  # sentences a pronoun may look back
SUBJECT, OFTEN, SAME_SENTENCE, NEARER = 1.0, 0.15, 0.6, 0.01  # what speaks for a candidate, in sentences of distance
PEOPLE, TOGETHER = 1.4, 1.0  # the same for "they"
GROUPS = frozenset({"armed_group", "movement", "group"})
POSSESSIVE = "possessive"  # how a pronoun before what belongs to somebody was resolved


class Pronouns:
    """The pronouns of one article."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self._text = said.text
        self._words = said.words
        self._forms = pronoun_forms(said.language)
        self._cues = said.cues
        self._according = tuple(form for cue in cues(said.language).according for form in cue.forms)
        self._placed = said.placed

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
        does = after in self._words.auxiliaries or after in self._cues or self._acts(after)
        return does or before in (*self._words.prepositions, *self._words.complementizers, *self._words.relatives)

    def _acts(self, after: str) -> bool:
        """Whether a word behind "it" looks like a verb for what somebody does: "it closed", not "it rained"."""
        data = self._said.data
        return bool(data.verb_endings) and after.endswith(data.verb_endings) and after not in data.dummy

    def meant(self, index: int, sentence: Sentence, token: Token, pronoun: Pronoun) -> list[Member]:
        """Return whom ``pronoun`` means in the sentence with this index: one, several named together, or nobody."""
        if pronoun.means == "two":
            return last_pair(self._said, index, token.start, REACH)
        scored: dict[tuple[str, ...], tuple[float, list[Member]]] = {}
        for back in range(min(REACH, index) + 1):
            placed = [p for p in self._placed[index - back] if back or p[1] <= token.start]
            subject = self._subject(placed, pronoun)
            for rank, place in enumerate(placed):
                start, _, member = place
                own_clause = back == 0 and not pronoun.possessive and self._said.is_same_clause(start, token.start)
                if own_clause or self._is_source(start):
                    continue
                score = -float(back) + (SUBJECT if subject == start else 0.0) + (SAME_SENTENCE if back == 0 else 0.0)
                score += NEARER * rank
                for found in self._alone_or_together(placed, rank, pronoun):
                    total = score + OFTEN * min(4, len(member.mentions)) + _likelihood(found, pronoun)
                    key = tuple(m.id for m in found)
                    if key not in scored or total > scored[key][0]:
                        scored[key] = total, found
        return max(scored.values(), key=lambda found: found[0])[1] if scored else []

    def _alone_or_together(self, placed: Placed, rank: int, pronoun: Pronoun) -> Iterator[list[Member]]:
        """Yield whom a mention may bring to mind: whoever it means, for "they" also with another one beside it."""
        place = placed[rank]
        if self._fits(place, pronoun):
            yield [place[2]]
        if pronoun.means != "many":
            return
        for other in placed[rank + 1 :]:
            if is_joined(self._said, place, other):
                yield [place[2], other[2]]

    def _subject(self, placed: Placed, pronoun: Pronoun) -> int | None:
        """Return where the first mention that fits and that no preposition governs stands."""
        fitting = [p for p in placed if self._fits(p, pronoun)]
        free = next((p[0] for p in fitting if not self._said.governed(p[0])), None)
        return free if free is not None else (fitting[0][0] if fitting else None)

    def _is_source(self, start: int) -> bool:
        """Whether a name only says who is quoted: "menurut HRW", "according to the UN"."""
        before = self._text[max(0, start - 24) : start].lower().rstrip()
        return before.endswith(self._according)

    def _fits(self, place: tuple[int, int, Member], pronoun: Pronoun) -> bool:
        member = place[2]
        one = self._said.is_one(*place)
        if pronoun.means == "person":
            return one and (None in (member.gender, pronoun.gender) or member.gender == pronoun.gender)
        if pronoun.means == "one":
            return not one and not member.many
        return not one


def _likelihood(found: list[Member], pronoun: Pronoun) -> float:
    """Return how much likelier than others such actors are to be meant: people by "they", rather than states."""
    if pronoun.means != "many":
        return 0.0
    if len(found) > 1:
        return TOGETHER if found[0].is_person else 0.0
    if found[0].many:
        return PEOPLE
    return 0.0 if found[0].kind in GROUPS else -PEOPLE


@cache
def pronoun_forms(language: str) -> dict[str, Pronoun]:
    """Return every pronoun of ``language`` that somebody named before is meant by."""
    return {form: pronoun for pronoun in references(language).pronoun for form in pronoun.forms}
