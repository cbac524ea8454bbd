"""News agencies and other media that an article cites, by the short names of the registry's list."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kawat.cleaning.data import alternatives, load_agency_cues

_NAME_COLUMNS = ("names", "names_id", "names_en")
_NEAR = 40  # characters on either side of a name in which its cue stands
_LONG_NAME = 12
_TOUCHING = frozenset("@/_")


class _Agencies(NamedTuple):
    names: list[str]
    canonical: dict[str, str]  # name as written → short name
    finder: AhoCorasick
    before: re.Pattern[str]
    after: re.Pattern[str]
    ambiguous: frozenset[str]
    kinds: frozenset[str]
    unlisted: re.Pattern[str]


@cache
def _agencies() -> _Agencies:
    canonical: dict[str, str] = {}
    table = resources.files("kawat") / "data" / "registry" / "agencies.tsv"
    for row in csv.DictReader(table.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        names = [n.strip() for column in _NAME_COLUMNS for n in (row.get(column) or "").split("|") if n.strip()]
        for name in names:
            canonical.setdefault(name, _short(names))
            if " " in name:
                canonical.setdefault(f"The {name}", _short(names))
            if len(name) > 4:
                canonical.setdefault(name.upper(), _short(names))
    cues = load_agency_cues()
    written = list(canonical)
    return _Agencies(
        names=written,
        canonical=canonical,
        finder=AhoCorasick(written, matchkind=MatchKind.LeftmostLongest),
        before=re.compile(rf"\b(?:{alternatives(w for c in cues for w in c.before)})\s*:?\s*[\"'“(]?$", re.I),
        after=re.compile(rf"[\"'”)]?,?\s*(?:{alternatives(w for c in cues for w in c.after)})\b", re.I),
        ambiguous=frozenset(word for cue in cues for word in cue.ambiguous),
        kinds=frozenset(kind for cue in cues for kind in cue.kinds),
        unlisted=re.compile(
            rf"\b(?i:{alternatives(kind for cue in cues for kind in cue.kinds)})\s+(?P<name>[A-Z]\w+)(?![\w.]| [A-Z(])"
            r"|(?P<named>(?:[A-Z]\w+ ){1,4}News Agency)\b"
        ),
    )


def _short(names: list[str]) -> str:
    """Return the short name of an agency: its first name, or an acronym among its names if that is long."""
    acronyms = [name for name in names if name.isupper() and name.isalpha() and 2 <= len(name) <= 6]
    return acronyms[0] if acronyms and len(names[0]) > _LONG_NAME else names[0]


def named_agency(name: str) -> str | None:
    """Return the short name of the agency or outlet that ``name`` names in whole, or None."""
    canonical = _agencies().canonical
    return canonical.get(name.strip()) or canonical.get(name.strip().upper())


def ambiguous_names() -> frozenset[str]:
    """Return the names that are words or initials as well, in lower case."""
    return _agencies().ambiguous


@cache
def abbreviations() -> dict[str, str]:
    """Return how credits abbreviate agencies, in lower case, to their names."""
    return {short: name for cue in load_agency_cues() for short, name in cue.short.items()}


@cache
def wires() -> dict[str, tuple[str, ...]]:
    """Return the short names of the agencies whose reports others carry, with the domains of their own sites."""
    return {named_agency(name) or name: sites for cue in load_agency_cues() for name, sites in cue.wires.items()}


@cache
def _sites() -> dict[str, str]:
    """Names as addresses have them, without blanks, "the" and "news", to short names."""
    sites: dict[str, str] = {}
    for name, short in _agencies().canonical.items():
        key = re.sub(r"[\W_]", "", name.casefold()).removeprefix("the")
        if len(key) > 2:
            sites.setdefault(key, short)
            sites.setdefault(key.removesuffix("news"), short)
    return sites


def agency_of_site(label: str) -> str | None:
    """Return the short name of the agency whose site's name a part of an address is: "voanews", "theguardian"."""
    return _sites().get(label.removeprefix("the").removesuffix("news"))


def find_agencies(
    text: str, *, credits: Iterable[str] = (), own: Iterable[str] = (), anywhere: bool = False
) -> tuple[str, ...]:
    """Return the short names of the agencies cited in ``text``, in the order of their first mention.

    ``credits`` are strings that name an agency in whole: the brackets of a dateline, a credit at the end.
    ``own`` are names of the outlet whose article it is: an outlet that names itself is not cited.
    ``anywhere``: names that are words as well count without anything that shows that the agency is meant.
    """
    data = _agencies()
    mine = {named_agency(name) for name in own}
    found: dict[str, None] = dict.fromkeys(short for name in credits if (short := named_agency(name)))
    for which, start, end in data.finder.find_matches_as_indexes(text):
        name = data.names[which]
        if not _is_whole(text, start, end):
            continue
        if name.casefold() in data.ambiguous and not anywhere and not _cited(text, start, end, data):
            continue
        found[data.canonical[name]] = None
    for name in _unlisted(text):
        if not any(name in short or short in name for short in found):
            found[name] = None
    return tuple(short for short in found if short not in mine)


def _unlisted(text: str) -> Iterator[str]:
    """Yield agencies that no list knows but that the text calls so: "state news agency Andina"."""
    lowered = text.lower()
    if not any(kind in lowered for kind in _agencies().kinds):
        return
    for match in _agencies().unlisted.finditer(text):
        name = match["name"] or match["named"]
        if named_agency(name) is None and len(name) > 2:
            yield name


def _is_whole(text: str, start: int, end: int) -> bool:
    """Return whether no letter, address mark or further part of a domain touches the name."""
    before, after, next_after = text[max(start - 1, 0) : start], text[end : end + 1], text[end + 1 : end + 2]
    if before.isalnum() or after.isalnum() or before in _TOUCHING or after in _TOUCHING:
        return False
    return before != "." and not (after == "." and next_after.isalnum())


def _cited(text: str, start: int, end: int, data: _Agencies) -> bool:
    """Return whether the words around an ambiguous name show that the agency is meant."""
    before, after = text[max(start - _NEAR, 0) : start], text[end : end + _NEAR]
    if before.endswith("(") and after[:1] in (")", "/", ","):
        return not _spelt_out(before[:-1], text[start:end])
    if before.rstrip()[-1:] in ("", ".", "!", "?"):
        return False  # the first word of a sentence has its capital for that reason
    return data.before.search(before) is not None or data.after.match(after) is not None


def _spelt_out(before: str, name: str) -> bool:
    """Return whether the words before brackets are what the letters in them stand for: "rukun tetangga (RT)"."""
    words = before.split()[-len(name) :]
    return name.isupper() and len(words) == len(name) and "".join(word[0] for word in words).upper() == name
