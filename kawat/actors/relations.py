"""Nouns for somebody by what he is to another: "istrinya, Putri", "negaranya", "partainya", "lawannya", "his rival"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kawat.actors.cast import Member
from kawat.actors.nouns import CALLED, KNOWN, Found, Nouns, any_of
from kawat.actors.pairs import sort_of
from kawat.actors.pronouns import Pronouns
from kawat.actors.said import Said
from kawat.languages.references import Pronoun, Relation, references
from kawat.records import Sentence, Token

REACH = 3  # sentences in which the other of two was named
_CAPITAL = re.compile(r"\b[A-Z]")
SOMEBODY = Pronoun(forms=(), means="person", possessive=True)
SOMETHING = Pronoun(forms=(), means="one", possessive=True)


class Tie(NamedTuple):
    """``who`` is called by the noun ``form`` as seen from ``whose``."""

    who: Member
    form: str
    whose: Member


class Relations:
    """The nouns of one article that name somebody by another, and who was told to be what to whom."""

    def __init__(self, said: Said, pronouns: Pronouns, nouns: Nouns) -> None:
        self._said = said
        self._pronouns = pronouns
        self._nouns = nouns
        self._forms = _relations(said.language)
        self._ties: list[Tie] = []

    def learn(self, index: int, sentence: Sentence) -> None:
        """Note who is said to be what to whom by name: "istri Sambo, Putri Candrawathi", "Sambo's wife Putri"."""
        text, placed = self._said.text, self._said.placed[index]
        for match in _bare_forms(self._said.language).finditer(text, sentence.start, sentence.end):
            form = match.group().lower()
            if self._said.data.behind:
                owner = next((p for p in placed if match.end() + 1 in (p[0], self._name_start(p))), None)
                named = owner and next(
                    (p for p in placed if p[2].is_person and text[owner[1] : p[0]] in (", ", " ")), None
                )
            else:
                owner = next((p for p in placed if text[p[1] : match.start()] in ("'s ", "’s ")), None)
                named = owner and self._named_behind(index, match.end())
            if owner and named and owner[2] is not named[2]:
                self._ties.append(Tie(named[2], form, owner[2]))

    def _name_start(self, place: tuple[int, int, Member]) -> int:
        """Return where the name of a mention that opens with small letters begins: "kuasa hukum Marten"."""
        start, end, _ = place
        match = _CAPITAL.search(self._said.text, start + 1, end)
        return match.start() if match is not None else start

    def of(self, index: int, sentence: Sentence) -> Iterator[Found]:
        """Yield nouns with "-nya" that mean somebody of the text, with whom they mean."""
        pattern = _ended(self._said.language)
        for match in pattern.finditer(self._said.text, sentence.start, sentence.end):
            start, end = match.span("noun")
            if self._said.is_free(index, start, end):
                token = Token(start=start, end=end, text=match["noun"], lower=match["noun"].lower())
                members = self.meant(index, (start, end), match["form"].lower(), self._owners(index, sentence, token))
                if members:
                    yield start, end, members

    def owned(self, index: int, sentence: Sentence) -> Iterator[tuple[int, int, Member, Member]]:
        """Yield people who are called by a common noun with "-nya", with who they are and whose: "anak buahnya"."""
        endings = self._said.words.possessive_endings
        for start, end, member in list(self._said.placed[index]):
            guessed = (start, end) in member.mentions and member.mentions[start, end].how == "model"
            shown = self._said.text[start:end].lower()
            if guessed and member.kind == "group" and endings and shown.endswith(endings):
                token = Token(start=start, end=end, text=shown, lower=shown)
                for owner in self._owners(index, sentence, token)[:1]:
                    yield start, end, member, owner

    def behind(self, index: int, sentence: Sentence, end: int, owner: Member) -> Found | None:
        """Return the noun behind a possessive that ends at ``end``, with whom it means: "his rival"."""
        match = _after(self._said.language).match(self._said.text, end, sentence.end)
        if match is None or not self._said.is_free(index, *match.span("noun")):
            return None
        members = self.meant(index, match.span("noun"), match["noun"].lower(), [owner])
        return (*match.span("noun"), members) if members else None

    def meant(self, index: int, span: tuple[int, int], form: str, owners: Sequence[Member]) -> list[Member]:
        """Return whom the noun at ``span`` means as seen from the likeliest of ``owners``."""
        start, end = span
        relation = self._forms[form]
        if relation.means == "country":
            country = next((self._said.cast.country(o.country) for o in owners if o.country is not None), None)
            return [country] if country is not None else []
        if relation.means == "body":
            return self._body(index, start, form, owners)
        named = self._named_behind(index, end)
        if named is not None:
            if owners and owners[0] is not named[2]:
                self._ties.append(Tie(named[2], form, owners[0]))
            return [named[2]]
        tied = self._tied(form, owners)
        if tied is None and relation.means == "other" and owners:
            tied = self._other(index, start, owners[0])
            if tied is not None:
                self._ties.append(Tie(tied, form, owners[0]))
        return [tied] if tied is not None else []

    def _owners(self, index: int, sentence: Sentence, token: Token) -> list[Member]:
        """Return to whom "-nya" may point, the likeliest first: the subject of the clause, of the sentence, others."""
        before = [p for p in self._said.placed[index] if p[1] <= token.start]
        free = [p for p in before if not self._said.governed(p[0])]
        clause = [p[2] for p in free if self._said.is_same_clause(p[0], token.start)]
        meant = [m for kind in (SOMEBODY, SOMETHING) for m in self._pronouns.meant(index, sentence, token, kind)]
        here = {member.id for *_, member in before}
        speaking = [p[2] for p in before if p[2].is_person and self._said.speaks(p[1])]
        found = [*speaking[-1:], *clause[:1], *sorted(meant, key=lambda member: member.id not in here)]
        return list({member.id: member for member in found}.values())

    def _named_behind(self, index: int, end: int) -> tuple[int, int, Member] | None:
        """Return the person named right behind a noun: "istrinya, Putri Candrawathi", "his rival Raila Odinga"."""
        text = self._said.text
        return next((p for p in self._said.placed[index] if p[2].is_person and text[end : p[0]] in (", ", " ")), None)

    def _tied(self, form: str, owners: Sequence[Member]) -> Member | None:
        """Return who was said to be this to one of ``owners``, or to whom that one was said to be the reverse."""
        converse = self._forms[form].converse
        for tie in reversed(self._ties):
            if tie.form == form and tie.whose in owners:
                return tie.who
            if tie.form in converse and tie.who in owners:
                return tie.whose
        return None

    def _other(self, index: int, start: int, owner: Member) -> Member | None:
        """Return the only one beside ``owner`` of the same sort who was named within reach."""
        latest = [p for p in self._said.latest(index, start, REACH) if not self._by_office(p)]
        sorts = {member.id: sort_of(self._said, (s, e, member)) for _, s, e, member in latest}
        others = [(back, m) for back, _, _, m in latest if m is not owner and sorts[m.id] == sorts.get(owner.id)]
        for reach in range(REACH + 1):
            near = [member for back, member in others if back <= reach]
            if near:
                return near[0] if len(near) == 1 else None
        return None

    def _by_office(self, found: tuple[int, int, int, Member]) -> bool:
        """Whether somebody was named by an office alone, as what others want: "pemilihan presiden Argentina"."""
        _, start, end, member = found
        return (start, end) in member.mentions and member.mentions[start, end].how == "office"

    def _body(self, index: int, start: int, form: str, owners: Sequence[Member]) -> list[Member]:
        """Return the body of an owner that the noun fits: the one he speaks for, else the one named last."""
        for owner in owners:
            served = owner.represents
            if served is not None and self._nouns.fit(form, served, start) >= KNOWN:
                return [served]
        fitting = self._nouns.fitting(index, start, form, KNOWN)
        sure = len(fitting) == 1 or (fitting and self._nouns.fit(form, fitting[0], start) == CALLED)
        return fitting[:1] if sure else []


@cache
def _relations(language: str) -> dict[str, Relation]:
    return {form: relation for relation in references(language).relation for form in relation.forms}


@cache
def _bare_forms(language: str) -> re.Pattern[str]:
    forms = [f for relation in references(language).relation if relation.means != "country" for f in relation.forms]
    return re.compile(rf"\b(?:{any_of(forms)})\b" if forms else r"(?!)", re.I)


@cache
def _ended(language: str) -> re.Pattern[str]:
    """Match a noun with the ending of a possessive."""
    data = references(language)
    former, forms = any_of(data.former), any_of(_relations(language))
    if not data.behind:
        return re.compile(r"(?!)(?P<noun>)(?P<form>)")
    return re.compile(rf"\b(?P<noun>(?:(?:{former})\s+)?(?P<form>{forms})nya)\b", re.I)


@cache
def _after(language: str) -> re.Pattern[str]:
    """Match a noun behind a possessive pronoun."""
    data = references(language)
    between = any_of(data.former_before)
    return re.compile(rf"\s+(?:(?:{between})\s+)?(?P<noun>{any_of(_relations(language))})\b(?!['’-])", re.I)
