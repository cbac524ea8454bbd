"""Which outlets a report credits at its end: "(AFP/I-1)", ". — Reuters", "Sumber: Antara/Reuters", "AP" on a line."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kawat.cleaning.agencies import abbreviations, agency_of_site, ambiguous_names, named_agency, wires
from kawat.cleaning.credits import outlet_of
from kawat.cleaning.data import alternatives, load_agency_cues

_WINDOW = 120
_WORDS = 4  # of an outlet's name
_SHORT = 4  # letters: such a name in small letters may be somebody's initials
_JOINED = re.compile(r"\s*[/|,;&+]\s*|\s+(?:dan|and)\s+")
_DESK = re.compile(r"[A-Z]{1,3}-\d{1,2}")  # "H-4": the desk's mark
_INITIALS = re.compile(r"[a-z]{2,4}\d{0,2}")
# What stands beside an outlet in the credit of a picture, in place of who took it.
PICTURES = frozenset("istimewa ist net ho dok handout stringer str file foto pool jp mi via".split())
_STOPS = frozenset(".!?\"”’'*)]")
_EDGES = re.compile(r"^[\s(\[*—–-]+|[\s)\].*—–-]+$")
_BRACKETS = re.compile(r"(?<=[\w.!?\"”’'*)\]])\s*[(\[]\s*(?P<who>[^()\[\]]{2,60}?)\s*[)\]]\s*\.?$")
_BEHIND = re.compile(r"(?<=[.!?\"”’'])\s*(?:[—–]|--?|©|\(c\))\s*(?P<who>[A-Z\d][^—–©()]{1,40}?)\.?$")
_DOMAIN = re.compile(r"[\w.-]+\.[a-z]{2,}", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Signature(NamedTuple):
    """The credit with which a line ends: where it starts, and the outlets in it.

    ``sure``: initials or a desk's mark stand beside them, which credits of pictures do not have.
    """

    start: int
    outlets: list[str]
    sure: bool


@cache
def _sources() -> re.Pattern[str]:
    words = alternatives(word for cue in load_agency_cues() for word in cue.sources)
    return re.compile(rf"[(\[*\s—–-]*(?:{words})\s*:\s*(?P<who>.{{0,60}})$", re.I)


@cache
def _cues() -> tuple[str, ...]:
    return tuple(word for cue in load_agency_cues() for word in cue.republished)


@cache
def _republished() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(_cues())})\s+(?P<who>[^,;:()\n]{{2,80}})", re.I)


@cache
def _owners() -> re.Pattern[str]:
    """A wire behind the mark of an owner: "Copyright © ANTARA 2025", "© 2019 The Associated Press"."""
    between = r"(?:[\W\d]|\bcopyright\b|\bthe\b|\bc\b){0,20}"
    return re.compile(rf"(?:©|\(c\)|\bcopyright\b|\bhak cipta\b){between}(?P<who>[^\W\d][\w .-]{{1,60}})", re.I)


def signature(line: str) -> Signature | None:
    """Return the credit of outlets behind the last sentence of a line, or None."""
    start = max(len(line) - _WINDOW, 0)
    if match := _BRACKETS.search(line, start):
        source = _sources().match(match["who"])
        parts = _parts(source["who"] if source else match["who"])
        outlets = _outlets(parts)
        sure = len(parts) > len(outlets)
        if not outlets or not (sure or source or line[match.start() - 1] in _STOPS):
            return None  # "di Partai Berkarya (Tempo)"
        return Signature(match.start(), outlets, sure)
    if match := _BEHIND.search(line, start):
        outlets = _outlets(_parts(_YEAR.sub("", match["who"]).strip()))
        if outlets and all(named_agency(outlet) in wires() for outlet in outlets):
            return Signature(match.start(), outlets, sure=False)
    return None


def credited(text: str) -> list[str]:
    """Return the outlets that a credit lists; none if there is anything in it but outlets, initials and desks."""
    return _outlets(_parts(_EDGES.sub("", text))) if len(text) <= _WINDOW else []


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _JOINED.split(text) if part.strip()]


def _outlets(parts: list[str]) -> list[str]:
    outlets: list[str] = []
    for part in parts:
        if outlet := credited_outlet(part):
            outlets.append(outlet)
        elif not (outlets and (_DESK.fullmatch(part) or (_INITIALS.fullmatch(part) and part not in PICTURES))):
            return []
    return outlets


def credited_outlet(part: str) -> str | None:
    """Return the outlet that a part of a credit names: "Ant" is Antara, but "ria" are somebody's initials."""
    if part.islower() and len(part) <= _SHORT and part in ambiguous_names():
        return None
    return abbreviations().get(part.lower()) or outlet_of(part)


def wires_alone(line: str) -> list[str]:
    """Return the outlets of a line that names wires and perhaps other outlets, and holds nothing else."""
    outlets = credited(line)
    known = any(named_agency(outlet) in wires() for outlet in outlets)
    return outlets if known and not _EDGES.sub("", line)[0].islower() else []


def sources_of(line: str) -> list[str] | None:
    """Return the outlets behind "Sumber:" or "Source:", or None for any other line."""
    match = _sources().match(line)
    return credited(match["who"]) if match else None


def first_outlets(text: str) -> list[str]:
    """Return who is said to have had the report first: "Artikel ini telah tayang di Antara."."""
    lowered = text.lower()
    if not any(cue in lowered for cue in _cues()):
        return []
    found = (_longest(match["who"]) for match in _republished().finditer(text))
    return [name for name in found if name]


def owning_wire(line: str) -> str | None:
    """Return the wire to which a line says that the report belongs: "© Agence France-Presse"."""
    match = _owners().search(line)
    name = _longest(match["who"]) if match else None
    return name if name and named_agency(name) in wires() else None


def _longest(text: str) -> str | None:
    """Return the longest name of an agency with which a text begins."""
    words = text.split()[:_WORDS]
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).strip(" .,:;\"'”’")
        if agency := abbreviations().get(name.lower()) or named_agency(name):
            return agency
        if count == 1 and _DOMAIN.fullmatch(name):
            return next(filter(None, map(agency_of_site, name.lower().split("."))), None)
    return None
