"""Credit lines taken apart: who wrote, who else worked on a report, and which outlets are credited."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kawat.cleaning.agencies import named_agency
from kawat.cleaning.data import alternatives, load_bylines
from kawat.cleaning.dateline import is_outlet
from kawat.cleaning.places import is_place

_LONGEST_LINE = 200
_LONGEST_NAME = 50
_MOST_NAMES = 6
_PART = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
NAME = rf"{_PART}(?:\s+(?:[a-z]{{2,3}}\s+)?{_PART}){{1,3}}"
_WHOLE_NAME = re.compile(NAME)
_ONE_WORD = re.compile(r"[A-ZÀ-Þ][\w.-]*")
_PLACE = re.compile(r"[;,]?\s+(?:in|di|dari|at|from)\s+(?=[A-ZÀ-Þ])[^;|/]{2,40}(?=[;|/)]|$)")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{2,40}[)\]]")
DATE_BEHIND = re.compile(
    r"\s*(?:[|•·–-]|,\s*Jurnalis-?)\s*[^|]{0,25}\d[^|]{0,40}(?:\|[^|]{0,20})?$"
)  # "Ann Lee | May 2, 2024"
_DIGIT = re.compile(r"[0-9]")
OWNER = re.compile(r"\b[A-Z]\w+[’']s\s+(?=[A-Z])")  # "CNN's Ann Lee"
_AGENCIES = re.compile(r"(?:(?P<who>[a-z]{2,4}(?:[/,]\s?[a-z]{2,4}){0,3})\s+)?\((?P<sources>[^()]{2,80})\)")
_BARS = re.compile(r"\s*[|/]\s*")


class Credit(NamedTuple):
    """What a credit line says: ``writers``, the names of all others, and outlets.

    ``outlets`` are the writers' own, ``sources`` those from which the report was taken.
    """

    writers: list[str]
    others: list[str]
    outlets: list[str]
    sources: list[str]


@cache
def _roles() -> re.Pattern[str]:
    """A credit anywhere in a line: "Penulis : Rina Wulandari"."""
    words = load_bylines()
    writers = alternatives(role for part in words for role in part.roles)
    others = alternatives(role for part in words for role in part.others)
    return re.compile(rf"(?:^|(?<=[|,;•/\s(\[-]))(?:(?P<writer>{writers})|(?P<other>{others}))\s*:\s*", re.I)


@cache
def _openers() -> re.Pattern[str]:
    """A credit without a colon: "Oleh Rina Wulandari", "Reporting by Ann Lee; editing by Tom Hale"."""
    words = load_bylines()
    writers = alternatives(opener for part in words for opener in part.openers)
    others = alternatives(opener for part in words for opener in part.other_openers)
    return re.compile(rf"[(\[]?(?:(?P<writer>{writers})|(?P<other>{others}))\s*,?\s+(?-i:(?=[A-ZÀ-Þ]))", re.I)


@cache
def _joiners() -> re.Pattern[str]:
    joiners = alternatives(joiner for part in load_bylines() for joiner in part.joiners)
    return re.compile(rf"\s*[|/;,•]\s*|\s+[-–—]\s+|\s+(?:{joiners})\s+", re.I)


@cache
def _no_people() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(word for part in load_bylines() for word in part.no_people)})\b", re.I)


def read_credit(line: str) -> Credit | None:
    """Return what a line that is nothing but a credit says, or None for every other line."""
    if len(line) > _LONGEST_LINE:
        return None
    line = OWNER.sub("", DATE_BEHIND.sub("", line.lstrip("*• ")) if _DIGIT.search(line) else line.lstrip("*• "))
    if line.endswith(")") and (agencies := _AGENCIES.fullmatch(line)):  # "ap/hp (dpa, AFP, Reuters)"
        sources = [part.strip() for part in agencies["sources"].split(",")]
        if all(outlet_of(part) for part in sources):
            return Credit(
                re.split(r"[/,]\s*", agencies["who"] or "")[: _MOST_NAMES if agencies["who"] else 0], [], [], sources
            )
    if ":" in line and (roles := list(_roles().finditer(line))):
        return _by_roles(line, roles) if roles[0].start() <= 1 else None
    if _openers().match(line):
        return _by_openers(line)
    return _by_bars(line)


def _by_roles(line: str, roles: list[re.Match[str]]) -> Credit | None:
    credit = Credit([], [], [], [])
    for role, after in zip(roles, [*roles[1:], None], strict=True):
        segment = line[role.end() : after.start() if after else len(line)]
        _put(credit, segment, writers=role["writer"] is not None)
    told = sum(map(len, [*credit.writers, *credit.others, *credit.outlets]))
    return credit if told and told * 2 >= len(line) - roles[0].end() else None


def _put(credit: Credit, segment: str, *, writers: bool) -> None:
    for part in _split(segment):
        if outlet := outlet_of(part):
            credit.outlets.append(outlet)
        elif len(part) <= _LONGEST_NAME and part[0].isalpha() and not _no_people().search(part):
            (credit.writers if writers else credit.others).append(part)


def _by_openers(line: str) -> Credit | None:
    if line.endswith(("?", "!", '"', "”")):
        return None
    credit = Credit([], [], [], [])
    writers = True
    for part in re.split(r"\s*;\s*", _PLACE.sub("", line)):
        opener = _openers().match(part)
        if opener:
            writers = opener["writer"] is not None
        names = person_names(part[opener.end() :] if opener else part)
        if names is None:
            return None
        (credit.writers if writers else credit.others).extend(names.writers)
        credit.outlets.extend(names.outlets)
        credit.sources.extend(names.sources)
    return credit


def _by_bars(line: str) -> Credit | None:
    """Read "RINA SARI | ANTARA" and "Rina Sari | Bagus Prakoso": names and outlets between bars, and nothing else."""
    parts = [part for part in _BARS.split(line) if part]
    if len(parts) < 2 or not line.isupper():
        return None
    names = person_names(line)
    outlets = [*names.outlets, *names.sources] if names else []
    if names is None or len(names.writers) + len(outlets) != len(parts):
        return None
    return Credit(names.writers, [], [], outlets)


def person_names(text: str) -> Credit | None:
    """Return the people and outlets that a text lists; None if there is anything else in it, or no one."""
    text = OWNER.sub("", text)
    bracketed = [part.strip(" ()[]") for part in _BRACKETS.findall(text)]
    parts = _split(_BRACKETS.sub("", text))
    outlets = [outlet for part in (*parts, *bracketed) if (outlet := outlet_of(part))]
    rest = [part for part in parts if not outlet_of(part) and not is_place(part)]
    people = [part for part in rest if is_person(part)]
    if any(
        part not in people and not (_ONE_WORD.fullmatch(part) or (part[0].isupper() and _no_people().search(part)))
        for part in rest
    ):
        return None
    if not (people or outlets or rest) or len(parts) > _MOST_NAMES:
        return None
    if not people and not outlets and not all(_no_people().search(part) for part in rest):
        return None
    return Credit(people, [], outlets, []) if people else Credit([], [], [], outlets)


def is_person(text: str) -> bool:
    """Return whether a text has the form of a person's name: two to four words with capitals."""
    if max(map(len, text.split()), default=0) < 3:
        return False  # "A A A": buttons for the size of letters
    if len(text) > _LONGEST_NAME or _WHOLE_NAME.fullmatch(text) is None or _no_people().search(text):
        return False
    return not is_place(" ".join(text.split()[-2:]))  # "Banjir Aceh Utara"


def outlet_of(text: str) -> str | None:
    """Return the text if it names an outlet or agency in whole, or None."""
    return text if is_outlet(text) or named_agency(text) else None


def _split(text: str) -> list[str]:
    parts = [part.strip(" .()[]-–—*:") for part in _joiners().split(text)]
    return [part for part in parts if part]
