"""Dictionaries of actors as TABARI and PETRARCH have them: names in capitals, synonyms, codes with dates.

HAMID_KARZAI_  ; a comment
+KARZAI_
    [AFGELI 750101-000101]
    [AFGGOV >011222]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from kawat.actors.checks import is_date
from kawat.actors.importers.cameo import NOBODY, Coded, decode
from kawat.actors.importers.found import Dropped, Found, Item, Refused, Skipped, Term
from kawat.actors.importers.names import from_capitals, tidy
from kawat.readers.streams import BrokenInputError, lines_of

MAX_LINE = 1 << 16
LONGEST_CODE = 80
MIN_ACRONYM = 3  # letters of one in brackets, for it to be a name of its own
# Words by which a name is known to be none of a person, though its codes have dates.
ORGANISATION = frozenset(
    """ADMINISTRATION AGENCY ALLIANCE ARMY ASSEMBLY ASSOCIATION AUTHORITY BANK BRIGADE BRIGADES CABINET COALITION
    COMMISSION COMMITTEE COMPANY CONGRESS COUNCIL COURT FEDERATION FORCE FORCES FRONT FUND GOVERNMENT GROUP INSTITUTE
    JUNTA LEAGUE MILITIA MINISTRY MOVEMENT NATIONS ORGANIZATION PARLIAMENT PARTY POLICE REPUBLIC SENATE UNION
    UNIVERSITY""".split()
)
COUNTRIES = "names of countries alone, which Kawat has"
PARTS = "codes with a part that has no sector in Kawat; the rest of each is taken"
CENTURY = 30  # years up to it are of this century, as TABARI has it

_CODE = re.compile(r"\[([^\[\]]*)\]")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)|;.*|(?<![\[#])#.*")  # but [###] is a code
_ACRONYM = re.compile(r"^(.+?)[ ]*\(([^()]+)\)$")
_RESTRICTION = re.compile(r"([^\s<>]+?)\s*(?:([<>])\s*(\d+)|(\d{6,})\s*-\s*(\d{6,}))?", re.ASCII)


class _Entry(msgspec.Struct):
    """An entry while its lines are being read."""

    line: int
    names: list[str]
    codes: list[tuple[int, str]] = msgspec.field(default_factory=list)


def read(chunks: Iterator[bytes]) -> Iterator[Item]:
    """Yield the actors of a dictionary and what of it cannot be taken."""
    entry: _Entry | None = None
    inside = False  # a comment of several lines
    try:
        for number, raw in lines_of(chunks, MAX_LINE):
            text, inside, reason = _text(raw, inside)
            if reason is not None:
                yield Refused(number, reason)
            if not text or text.startswith("!"):
                continue
            name, bracket, _ = text.partition("[")
            name, is_synonym = name.removeprefix("+").strip(" \t_"), name.startswith("+")
            if name and not is_synonym:
                yield from _finished(entry)
                entry = _Entry(number, [name])
            elif entry is None:
                yield Refused(number, "it belongs to no entry before it")
                continue
            elif name:
                entry.names.append(name)
            if bracket:
                entry.codes += [(number, code.strip()) for code in _CODE.findall(text)]
                if text.count("[") != len(_CODE.findall(text)):
                    yield Dropped(number, "a code in brackets that do not close")
    except BrokenInputError as error:
        yield Refused(0, str(error))
    yield from _finished(entry)


def _text(raw: bytes | None, inside: bool) -> tuple[str, bool, str | None]:
    """Return a line without its comments, whether a comment goes on after it, and why it cannot be read."""
    if raw is None:
        return "", inside, f"a line of more than {MAX_LINE} bytes"
    try:
        text = raw.decode("utf-8").strip("\ufeff")
    except UnicodeDecodeError:
        return "", inside, "not valid UTF-8; save the file as UTF-8"
    if inside:
        _, end, text = text.partition("-->")
        if not end:
            return "", True, None
    goes_on = text.rfind("<!--") > text.rfind("-->")
    return _COMMENT.sub("", re.sub(r"\{[^{}]*\}", "", text)).strip(), goes_on, None


# ------------------------------------------------------------------ entries


def _finished(entry: _Entry | None) -> Iterator[Item]:
    if entry is None:
        return
    if not entry.codes:
        yield Refused(entry.line, f"{_shown(entry)} has no code")
        return
    terms: list[Term] = []
    alone = True
    reasons: list[tuple[int, str]] = []
    for line, code in entry.codes:
        try:
            coded, since, until = _restriction(code)
        except ValueError as error:
            reasons.append((line, str(error)))
            continue
        if coded is None:
            continue
        alone = alone and coded.is_country_alone
        if coded.left:
            yield Skipped(PARTS)
        terms.append(Term(coded.country, coded.sectors or ("UNK",), since=since, until=until))
    if terms and not alone:
        yield from (Dropped(line, f"{_shown(entry)}: {reason}") for line, reason in reasons)
        yield from _actor(entry, terms)
    elif reasons:
        yield Refused(reasons[0][0], f"{_shown(entry)}: {reasons[0][1]}")
    else:
        yield Skipped(COUNTRIES if terms else "entries that are marked as no actors")


def _actor(entry: _Entry, terms: list[Term]) -> Iterator[Item]:
    kind = _kind(entry, terms)
    if kind != "person" and len(terms) > 1:
        yield Dropped(entry.line, f"{_shown(entry)}: only a person has several codes; the last one is taken")
        terms = [max(terms, key=lambda term: (not term.until, term.since))]
    if kind != "person":
        terms = [Term(terms[0].country, terms[0].sectors)]
    names = [variant for name in entry.names for variant in _names(name, kind == "person")]
    yield Found(line=entry.line, kind=kind, names=tuple(dict.fromkeys(names)), terms=tuple(dict.fromkeys(terms)))


def _kind(entry: _Entry, terms: list[Term]) -> str:
    """Dictionaries do not tell persons from bodies: who has dates is a person, unless the name tells otherwise."""
    organisation = not ORGANISATION.isdisjoint(entry.names[0].replace(" ", "_").split("_"))
    if not organisation and any(term.since or term.until for term in terms):
        return "person"
    country, sectors = terms[0].country, terms[0].sectors
    if "PTY" in sectors:
        return "party"
    if sectors[0] in ("REB", "UAF"):
        return "armed_group"
    return "company" if country == "MNC" else "body"


def _names(written: str, person: bool) -> list[str]:
    name = tidy(written.replace("_", " "))
    match = _ACRONYM.match(name)
    acronym = ""
    if match:
        name, inner = match[1], match[2].strip()
        if inner == inner.upper() and MIN_ACRONYM <= len(inner) <= 8 and " " not in inner:
            acronym = inner
    bare = name.removeprefix("THE ")
    found = list(from_capitals(bare if " " in bare else name, person))
    return [*found, acronym] if acronym else found


def _shown(entry: _Entry) -> str:
    return entry.names[0][:80]


# ------------------------------------------------------------------ codes


def _restriction(code: str) -> tuple[Coded | None, str, str]:
    """Return what a code in brackets says and from when to when; None for a mark that it is nobody.

    Raises ValueError for a code or a date that cannot be read.
    """
    match = _RESTRICTION.fullmatch(code) if len(code) <= LONGEST_CODE else None
    if match is None:
        raise ValueError(f"[{code[:LONGEST_CODE]}] is no code, with or without dates")
    role, side, edge, first, last = match.groups()
    coded = None if role in NOBODY else decode(role)
    if side == "<":
        return coded, "", _moved(_day(edge), -1)
    if side == ">":
        return coded, _day(edge), ""
    if first:
        since, until = _day(first), _day(last)
        if since > until:
            raise ValueError(f"[{code}] ends before it begins")
        return coded, since, until
    return coded, "", ""


def _day(written: str) -> str:
    """Return a date written as YYMMDD or YYYYMMDD as a day. Raises ValueError."""
    if len(written) == 6:
        year = int(written[:2])
        written = f"{2000 + year if year <= CENTURY else 1900 + year}{written[2:]}"
    day = f"{written[:4]}-{written[4:6]}-{written[6:]}"
    if not is_date(day):
        raise ValueError(f"{written} is no date")
    return day


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
