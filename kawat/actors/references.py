"""Words that refer back: "dia", "he", "mereka", "menteri itu", "kedua negara", "the group"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from kawat.actors.cast import Cast, Member
from kawat.actors.described import best_described
from kawat.actors.pronouns import POSSESSIVE, Placed, Pronouns
from kawat.encoder.clauses import INDONESIAN_VERB
from kawat.languages.grammar import grammar
from kawat.languages.references import ReferringNoun, references
from kawat.records import Encoding, Sentence

NOUN_REACH = 8  # sentences a noun may
# How a common noun by itself was read; one that refers back goes first.
GUESSED = frozenset({"organ", "agent", "title", "model"})


def resolve_references(text: str, encoding: Encoding, cast: Cast) -> None:
    """Add the pronouns and the nouns that refer back to the cast's mentions, sentence by sentence."""
    References(text, encoding, cast).resolve()


class References:
    """The words of one article that refer back."""

    def __init__(self, text: str, encoding: Encoding, cast: Cast) -> None:
        self.text = text
        self.encoding = encoding
        self.cast = cast
        placed = sorted(
            ((m.start, m.end, member) for member in cast.members.values() for m in member.mentions.values()),
            key=lambda item: item[:2],
        )
        self.placed: list[Placed] = [[p for p in placed if s.start <= p[0] < s.end] for s in encoding.sentences]
        self.words = grammar(encoding.language)
        closed = {*self.words.prepositions, *self.words.conjunctions, *self.words.negation}
        self.closed = closed - {*self.words.genitives}  # words that a mere description does not hold
        self.pronouns = Pronouns(text, encoding.language, self.words, self.placed)

    def resolve(self) -> None:
        """Resolve sentence by sentence, so that what refers back can be referred back to."""
        for index, sentence in enumerate(self.encoding.sentences):
            self._appositions(index, sentence)
            self._pronouns_of(index, sentence)
            self._nouns(index, sentence)

    def _appositions(self, index: int, sentence: Sentence) -> None:
        """A description between commas behind a person's name means that person: "X, a former mayor of Y, said"."""
        for _, end, member in list(self.placed[index]):
            match = (
                _apposition(self.encoding.language).match(self.text, end, sentence.end) if member.is_person else None
            )
            if match is not None and self._is_free(index, *match.span("described"), inside=True):
                self._add(index, *match.span("described"), [member], "apposition")

    def _pronouns_of(self, index: int, sentence: Sentence) -> None:
        for k, token in enumerate(sentence.tokens):
            pronoun = self.pronouns.read(sentence, k)
            if pronoun is None or not self._is_free(index, token.start, token.end):
                continue
            members = self.pronouns.meant(index, sentence, token, pronoun)
            for member in members:
                if pronoun.gender is not None:
                    member.gender = pronoun.gender
            self._add(index, token.start, token.end, members, POSSESSIVE if pronoun.possessive else "pronoun")
            if pronoun.possessive and len(members) == 1:
                self._own(index, token.end, members[0])

    def _own(self, index: int, end: int, owner: Member) -> None:
        """Let people or an organ that a possessive stands before be the owner's: "its troops"."""
        for start, stop, member in self.placed[index]:
            guessed = (start, stop) in member.mentions and member.mentions[start, stop].how in ("agent", "organ")
            if start != end + 1 or not guessed or owner.country in (None, member.country):
                continue
            owned = self.cast.group(member.name.partition(" (")[0], owner.country, member.sectors)
            owned.many = member.many
            self._add(index, start, stop, [owned], "owned")
            break

    # -- nouns ---------------------------------------------------------------------------

    def _nouns(self, index: int, sentence: Sentence) -> None:
        language = self.encoding.language
        for match in _pattern(language).finditer(self.text, sentence.start, sentence.end):
            many = match["many"] is not None
            noun = (_plurals if many else _singulars)(language)[match["many" if many else "one"].lower()]
            start, end = match.span()
            if match.groupdict().get("determiner"):
                start = match.start("one" if not many else "both")
            described = (match.groupdict().get("described") or "").lower()
            if not self._is_free(index, start, end, inside=bool(described)) or self._is_clause(described):
                continue
            if any(member.is_person and self.text[end:s] == ", " for s, _, member in self.placed[index]):
                continue  # "Koordinator proyek itu, Anwar Sidik" is he
            fitting = self._fitting(index, start, noun, former=bool(match.groupdict().get("former")))
            if noun.person and not many:
                fitting = best_described(fitting, match.group(), self.cast, language)
            if len(fitting) >= (2 if many else 1):
                self._add(index, start, end, list(reversed(fitting[:2])) if many else fitting[:1], "noun")

    def _is_clause(self, described: str) -> bool:
        """Whether what stands between a noun and its determiner is more than a description of it."""
        words = described.split()
        if "yang" in words:
            words = words[: words.index("yang")]
        return any(word in self.closed or INDONESIAN_VERB.match(word) for word in words)

    def _fitting(self, index: int, start: int, noun: ReferringNoun, former: bool) -> list[Member]:
        """Return who was named before ``start`` and may be called by ``noun``, the latest first.

        ``former``: by what somebody was once ("mantan menteri itu"), of which the text need not have spoken.
        """
        latest = self._latest(index, start)
        if noun.kinds != ("country",):
            return [m for m in latest if _fits(m, noun) or (former and m.is_person and noun.person)]
        codes = dict.fromkeys(member.country for member in latest if member.country)
        return [country for code in codes if (country := self.cast.country(code)) is not None]

    def _is_free(self, index: int, start: int, end: int, inside: bool = False) -> bool:
        """Whether nothing but a guess by the noun itself stands there, or (``inside``) what only describes it."""
        for s, e, member in self.placed[index]:
            if s < end and start < e and member.mentions[s, e].how not in GUESSED and not (inside and e < end):
                return False
        return True

    def _latest(self, index: int, start: int) -> list[Member]:
        """Return who was named before ``start``, the latest first."""
        found: dict[str, Member] = {}
        for i in range(index, max(-1, index - 1 - NOUN_REACH), -1):
            for _, end, member in reversed(self.placed[i]):
                if end <= start:
                    found.setdefault(member.id, member)
        return list(found.values())

    def _add(self, index: int, start: int, end: int, members: Sequence[Member], how: str) -> None:
        for s, e, member in [p for p in self.placed[index] if p[0] < end and start < p[1]]:
            self.cast.forget(member, s, e)
            self.placed[index].remove((s, e, member))
        for member in members:
            self.cast.mention(member, start, end, how)
            self.placed[index].append((start, end, member))
        self.placed[index].sort(key=lambda item: item[:2])


def _fits(member: Member, noun: ReferringNoun) -> bool:
    if noun.person:
        if not member.is_person:
            return False
        return not noun.offices or any(role.endswith(noun.offices) for role in member.roles)
    if member.is_person:
        return False
    primary = member.sectors[0] if member.sectors else ""
    return member.kind in noun.kinds or primary in noun.sectors or _is_called(member, noun.offices)


def _is_called(member: Member, endings: tuple[str, ...]) -> bool:
    return member.kind == "group" and member.name.partition(" (")[0].endswith(endings or ("\0",))


@cache
def _singulars(language: str) -> dict[str, ReferringNoun]:
    return {form: noun for noun in reversed(references(language).noun) for form in noun.forms}


@cache
def _plurals(language: str) -> dict[str, ReferringNoun]:
    return {form: noun for noun in reversed(references(language).noun) for form in noun.plural}


@cache
def _apposition(language: str) -> re.Pattern[str]:
    """Match a comma, an article and a description of a person up to the next comma or stop; its noun stands early."""
    data = references(language)
    heads = _any([form for noun in data.noun if noun.person for form in noun.forms])
    articles = _any(data.articles)
    described = rf"(?:[\w'’-]+\s+){{0,3}}?(?:{heads})\b[^,.;:!?()\"“”\n]{{0,60}}"
    return re.compile(
        rf",\s+(?:(?:{articles})\s+)?(?P<described>(?!{_any(data.no_apposition)}){described})(?=[,.;])", re.I
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Match a noun with its determiner (``one``), or several of them with "both" (``many``)."""
    data = references(language)
    one, many = _any(_singulars(language)), _any(_plurals(language))
    both, behind = _any(data.both), _any(data.behind)
    if data.behind:
        former = _any(data.former)
        single = rf"(?P<former>(?:{former})\s+)?(?P<one>{one})(?P<described>(?:\s+[\w/-]+){{0,7}}?)\s+(?:{behind})\b"
        return re.compile(rf"\b(?:(?:{both})\s+(?P<many>{many})\b(?:\s+(?:{behind})\b)?|{single})", re.I)
    before = _any(data.before)
    return re.compile(
        rf"\b(?:(?P<both>{both})\s+(?P<many>{many})|(?P<determiner>{before})\s+(?P<one>{one}))\b(?!\s+of\b|['’]s?\s)",
        re.I,
    )


def _any(words: Iterable[str] | dict[str, ReferringNoun]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
