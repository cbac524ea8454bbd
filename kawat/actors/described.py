"""Which of several people a description fits best: "mantan menteri pertahanan itu", "warga Selandia Baru itu"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kawat.actors.cast import Cast, Member
from kawat.languages import Roles, load

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
MOST_WORDS = 5  # of a title or a country's name


def best_described(members: Sequence[Member], description: str, cast: Cast, language: str) -> list[Member]:
    """Return those of ``members`` who hold or held the office that the words name, or are of the country they name.

    All of them where the words name neither, or fit nobody.
    """
    for fits in (_by_office, _by_country):
        fitting = fits(members, description, cast, language)
        if fitting:
            return fitting
    return list(members)


def _by_office(members: Sequence[Member], description: str, cast: Cast, language: str) -> list[Member]:
    titles = _titles(language)
    named = {titles[form] for form in _runs(description.lower()) if form in titles}
    offices = {office for office, _ in named if office is not None}
    armed = any("MIL" in sectors for _, sectors in named)
    return [m for m in members if offices & held(m, cast) or (armed and "MIL" in _sectors(m, cast))]


def _by_country(members: Sequence[Member], description: str, cast: Cast, language: str) -> list[Member]:
    names = cast.registry.names(language)
    found = [entry for run in _runs(description) if run[0].isupper() for entry in names.get(run, ())]
    countries = {entry.at(cast.day).country for entry in found if entry.kind == "country"}
    return [m for m in members if m.country in countries]


def held(member: Member, cast: Cast) -> set[str]:
    """Return the offices that somebody was given in the text, and those of the registry up to the article's day."""
    entry = cast.registry.entries.get(member.id)
    known = () if entry is None else entry.offices
    return member.roles | {o.office.partition(" (")[0] for o in known if cast.day is None or o.since <= cast.day}


def _sectors(member: Member, cast: Cast) -> set[str]:
    entry = cast.registry.entries.get(member.id)
    return {*member.sectors, *(sector for o in (entry.offices if entry else ()) for sector in o.sectors)}


def _runs(text: str) -> list[str]:
    """Return all runs of words, the longest first."""
    words = [match.span() for match in _WORD.finditer(text)]
    return [
        text[words[k][0] : words[k + count - 1][1]]
        for count in range(min(MOST_WORDS, len(words)), 0, -1)
        for k in range(len(words) - count + 1)
    ]


@cache
def _titles(language: str) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    return {
        form.lower(): (title.office, title.sectors)
        for title in load(language, "roles", Roles).title
        for form in title.forms
    }
