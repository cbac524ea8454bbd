"""Nouns that refer back: "menteri itu", "sang gubernur", "kedua negara", "the group", "Kementerian" said again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kawat.actors.cast import Member
from kawat.actors.described import best_described, held
from kawat.actors.pairs import last_pair
from kawat.actors.said import Said
from kawat.encoder.clauses import INDONESIAN_VERB
from kawat.languages import Roles, load
from kawat.languages.references import ReferringNoun, references
from kawat.records import Sentence

REACH = 8  # sentences a noun may look back
CALLED, KNOWN, UNKNOWN = 3, 2, 1  # how well somebody fits a noun: called so before, of its kind, of no known kind
SUBJECT = 0.5  # what speaks for the subject of a sentence, in sentences of distance
PAIR = 2  # who are meant by "both"
BREAKS = ',;:"“('  # behind which a phrase begins anew
SHORTEST_TITLE = 3  # characters of a title that is taken for one in small letters
_WORD = re.compile(r"[\w'’-]+")
Found = tuple[int, int, list[Member]]


class Nouns:
    """The nouns of one article that refer back."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self._language = said.language

    def of(self, index: int, sentence: Sentence) -> Iterator[Found]:
        """Yield the nouns of a sentence that mean somebody named before, with whom they mean."""
        pattern, at = _pattern(self._language), sentence.start
        while (match := pattern.search(self._said.text, at, sentence.end)) is not None:
            found = self._several(index, match) if match["many"] is not None else self._one(index, match)
            # What is no reference as a whole may hold one: "jaksa mengatakan pengusaha itu".
            at = match.end() if found is not None else match.start() + 1
            if found is not None:
                yield found
        for match in _bare(self._language).finditer(self._said.text, sentence.start, sentence.end):
            found = self._said_again(index, sentence, match)
            if found is not None:
                yield found

    def _several(self, index: int, match: re.Match[str]) -> Found | None:
        said = self._said
        start, end = match.span() if said.data.behind else (match.start("both"), match.end())
        nouns = _plurals(self._language)[match["many"].lower()]
        if not self._is_free(index, start, end, match["describing"]) or (match["two"] and not match["determined"]):
            return None  # "dua lelaki" are new ones
        pair = last_pair(said, index, start, REACH, lambda p: self._fit(nouns, p[2], start, said.is_one(*p)) > 0)
        if not pair and nouns[0].kinds == ("country",):
            pair = self._countries(index, start, barred=False)[:PAIR][::-1]
        return (start, end, pair) if len(pair) == PAIR else None

    def _one(self, index: int, match: re.Match[str]) -> Found | None:
        said = self._said
        group = "one" if match["one"] is not None else "again"
        nouns = _singulars(self._language)[match[group].lower()]
        start, end = match.span() if said.data.behind else (match.start("described"), match.end())
        again = group == "again"  # "sang presiden" is one told of, not whoever holds the office
        if again:
            free = said.is_free(index, start, end, office=True)
        else:
            free = self._is_free(index, start, end, match["described"])
        if not free:
            return None
        if any(e + 1 == start and m.mentions[s, e].how in ("agent", "organ") for s, e, m in said.placed[index]):
            return None  # "warga negeri itu" are people of it
        if any(member.is_person and said.text[end:s] == ", " for s, _, member in said.placed[index]):
            return None  # "Koordinator proyek itu, Anwar Sidik" is he
        if again and any(s == end + 1 for s, _, _ in said.placed[index]):
            return None  # "sang kapten Budi"
        fitting = self._fitting(index, start, nouns, bool(match["former"]), match[group].lower())
        if fitting and fitting[0].is_person:
            fitting = best_described(fitting, match.group(), said.cast, self._language)
        if not fitting:
            return None
        gender = next((noun.gender for noun in nouns if noun.gender is not None), None)
        if gender is not None and fitting[0].is_person:
            fitting[0].gender = gender
        return start, end, fitting[:1]

    def _said_again(self, index: int, sentence: Sentence, match: re.Match[str]) -> Found | None:
        """A body's head noun without a determiner where a subject or object stands: "Kementerian membantah"."""
        said = self._said
        start, end = match.span()
        if not self._stands_alone(sentence, start, end) or not self._is_free(index, start, end):
            return None
        form = match.group().lower()
        fitting = self._fitting(index, start, _singulars(self._language)[form], False, form, KNOWN)
        if not fitting or set(form.split()) <= said.called(fitting[0], start):
            return (start, end, fitting[:1]) if fitting else None
        guessed = {m.country for s, e, m in said.placed[index] if s < end and start < e}
        alike = not guessed or fitting[0].country in (None, *guessed)  # "polisi" of another country are others
        return (start, end, fitting) if alike and len(fitting) == 1 else None

    def _stands_alone(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether no noun stands before or behind that would make a phrase with this one: "ketua serikat"."""
        text, words = self._said.text, self._said.words
        before = _WORD.findall(text[sentence.start : start].lower())[-1:]
        if before and text[:start].rstrip()[-1] not in BREAKS:
            joins = before[0] in self._said.closed or before[0] in words.coordination
            if not joins and not INDONESIAN_VERB.fullmatch(before[0]):
                return False
        if text[end : end + 1] != " ":
            return text[end : end + 1] in ("", ",", ".", ";", "\n")
        follows = text[end : end + 30].split(None, 1)[0].lower().strip(",.;")
        if follows in self._said.data.behind:
            return False
        known = (self._said.closed, words.auxiliaries, words.coordination, self._said.cues)
        return any(follows in those for those in known) or bool(INDONESIAN_VERB.fullmatch(follows))

    def _is_free(self, index: int, start: int, end: int, described: str | None = None) -> bool:
        # "menteri pertahanan itu" is no holder of that office today.
        inside = bool(described) or (described is not None and bool(self._said.data.behind))
        return self._said.is_free(index, start, end, inside) and not self._is_clause(described or "")

    def _is_clause(self, described: str) -> bool:
        """Whether what stands between a noun and its determiner is more than a description of it."""
        words = described.lower().split()
        if "yang" in words:
            words = words[: words.index("yang")]
        describing = self._said.data.describing
        return any(w in self._said.closed or (bool(INDONESIAN_VERB.match(w)) and w not in describing) for w in words)

    def fitting(self, index: int, start: int, form: str, least: int) -> list[Member]:
        """Return who was named before ``start`` and may be called by a noun of this form, the latest first."""
        return self._fitting(index, start, _singulars(self._language).get(form, ()), False, form, least)

    def fit(self, form: str, member: Member, start: int) -> int:
        """Return how well somebody who is no single person may be called by a noun of this form."""
        return self._fit(_singulars(self._language).get(form, ()), member, start, member.is_person, form)

    # -- who may be meant ----------------------------------------------------------------

    def _fitting(
        self, index: int, start: int, nouns: tuple[ReferringNoun, ...], former: bool, form: str, least: int = UNKNOWN
    ) -> list[Member]:
        """Return who was named before ``start`` and may be called by ``nouns``, of those who fit best the latest first.

        ``former``: by what somebody was once ("mantan menteri itu"), of which the text need not have spoken.
        """
        said = self._said
        latest = said.latest(index, start, REACH)
        if nouns and nouns[0].kinds == ("country",):
            return self._countries(index, start, barred=True)
        fits: list[tuple[int, float, Member]] = []
        for back, s, e, member in latest:
            if self._barred(back, s, start):
                continue
            fit = self._fit(nouns, member, start, said.is_one(s, e, member), form)
            if former and member.is_person and any(noun.person for noun in nouns):
                before = fit == CALLED and bool(said.called(member, start) & {*said.data.former})
                fit = CALLED if before else UNKNOWN
            far = back - (SUBJECT if said.subject(index - back, start) == s else 0.0)
            fits.append((fit, far, member))
        best = max((fit for fit, *_ in fits), default=0)
        if best < least:
            return []
        found = [member for fit, _, member in sorted(fits, key=lambda found: found[1]) if fit == best]
        return found if best > UNKNOWN or former or len(found) == 1 else []

    def _countries(self, index: int, start: int, barred: bool) -> list[Member]:
        """Return the countries named before ``start``, themselves or by their people and bodies, the latest first.

        ``barred``: without those of the same clause.
        """
        latest = self._said.latest(index, start, REACH)
        if barred:
            latest = [found for found in latest if not self._barred(found[0], found[1], start)]
        codes = dict.fromkeys(member.country for *_, member in latest if member.country)
        return [country for code in codes if (country := self._said.cast.country(code)) is not None]

    def _barred(self, back: int, place: int, start: int) -> bool:
        return back == 0 and self._said.is_same_clause(place, start)

    def _fit(self, nouns: tuple[ReferringNoun, ...], member: Member, start: int, one: bool, form: str = "") -> int:
        """Return how well ``member`` may be called by ``nouns``; 0: not at all. ``one``: is meant as one person."""
        fits = [self._fits(noun, member, one) for noun in nouns]
        if form and any(noun.person == one for noun in nouns) and set(form.split()) <= self._said.called(member, start):
            return CALLED
        return max(fits, default=0)

    def _fits(self, noun: ReferringNoun, member: Member, one: bool) -> int:
        if noun.person != one or (noun.gender is not None and member.gender not in (None, noun.gender)):
            return 0
        if noun.person:
            if not member.is_person:
                return 0
            return (
                KNOWN
                if not noun.offices or any(role.endswith(noun.offices) for role in held(member, self._said.cast))
                else 0
            )
        if member.kind == "country":
            return KNOWN if "country" in noun.kinds else 0
        primary = member.sectors[0] if member.sectors else ""
        if member.kind in noun.kinds or primary in noun.sectors or _is_called(member, noun.offices):
            return KNOWN
        return UNKNOWN if member.kind == "body" and primary in ("", "UNK") and noun.kinds != ("country",) else 0


def _is_called(member: Member, endings: tuple[str, ...]) -> bool:
    return member.kind == "group" and member.name.partition(" (")[0].endswith(endings or ("\0",))


@cache
def _singulars(language: str) -> dict[str, tuple[ReferringNoun, ...]]:
    """Return nouns by form: those of ``references.toml``, and titles, which mean whoever was given them."""
    found: dict[str, tuple[ReferringNoun, ...]] = {}
    for noun in references(language).noun:
        for form in noun.forms:
            found[form] = (*found.get(form, ()), noun)
    for title in load(language, "roles", Roles).title:
        noun = ReferringNoun(forms=(), person=True, offices=(title.office or title.forms[0].lower(),))
        for form in (form.lower() for form in title.forms if form[-1].isalnum() and len(form) > SHORTEST_TITLE):
            found.setdefault(form, (noun,))
    return found


@cache
def _plurals(language: str) -> dict[str, tuple[ReferringNoun, ...]]:
    found: dict[str, tuple[ReferringNoun, ...]] = {}
    for noun in references(language).noun:
        for form in noun.plural:
            found[form] = (*found.get(form, ()), noun)
    return found


@cache
def _bare(language: str) -> re.Pattern[str]:
    bare = [form for noun in references(language).noun if noun.bare for form in noun.forms]
    return re.compile(rf"\b(?:{any_of(bare)})\b" if bare else r"(?!)", re.I)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Match a noun with its determiner (``one``, ``again``), or several of them with "both" (``many``)."""
    data = references(language)
    one, many = any_of(_singulars(language)), any_of(_plurals(language))
    both, behind, again = any_of(data.both), any_of(data.behind), any_of(data.again)
    if data.behind:
        former = any_of(data.former)
        single = rf"(?P<former>(?:{former})\s+)?(?P<one>{one})(?P<described>(?:\s+[\w/-]+){{0,7}}?)\s+(?:{behind})\b"
        several = (
            rf"(?:{both}|(?P<two>{any_of(data.two)}))\s+(?P<many>{many})\b(?P<describing>)"
            rf"(?P<determined>\s+(?:{behind})\b)?"
        )
        return re.compile(rf"\b(?:{several}|{single}|(?:{again})\s+(?P<again>{one})\b)", re.I)
    before = any_of(data.before)
    return re.compile(
        rf"\b(?:(?P<both>{both})\s+(?P<describing>)(?P<many>{many})(?P<two>\0)?(?P<determined>\0)?|(?P<former>\0)?(?:{before})\s+"
        rf"(?P<described>(?:[a-z][\w-]+\s+){{0,2}}?)(?P<one>{one})(?P<again>\0)?)\b(?!\s+of\b|['’]s?\s)",
        re.I,
    )


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of ``words``, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
