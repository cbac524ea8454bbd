"""Datelines: place, outlet and sometimes date before the first sentence, in the many styles of news houses.

"JAKARTA, KOMPAS.com - ", "Bisnis.com, JAKARTA — ", "Jakarta (ANTARA) - ", "KYIV, March 3 (Reuters) - ",
"MOSCOW, July 27. /TASS/. ", "Liputan6.com, Jakarta Presiden ...": a head of parts, each of which must be an
outlet, a place or a date, and a mark that ends it. One part of another kind, and it is no dateline.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from kawat.cleaning.data import load_datelines
from kawat.cleaning.dates import iter_dates
from kawat.cleaning.places import is_listed_place, is_place
from kawat.records import Dateline

_LONGEST = 110  # characters from the start of the paragraph to the end of the dateline
_SHORT = 55  # characters of a paragraph that may be nothing but a dateline
_LONG_ENOUGH = 60  # characters behind a place and a colon, which may be a heading instead
_ACRONYM = 5  # letters: a shorter word in capitals ("NATO -") must be a known place
_MARK = re.compile(
    r"\s*(?:--+|[—–―])\s*|\s+-\s*|(?<=[A-Za-z])-\s+|\s*[|]\s*|\s*:\s+"
    r"|(?<=[)/])\.?\s+|(?<=[A-Za-z]\))(?=[A-Z“\"])|\.\s+(?=[A-Z\"“])"
)
_PART = re.compile(r"\s*[,|]\s*|\s*(?=[(/])|(?<=[)/])\s*|\s+(?:--?|[–—])\s+|(?<=\d)\.\s+")
_DOMAIN = re.compile(
    r"(?:www\.)?[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9-]+)*"
    r"\.(?:com|co|id|net|org|tv|news|co\.id|or\.id|go\.id|ac\.id|co\.uk|info|asia|my|sg|press|media|today)",
    re.I,
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}")
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*)(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]*){0,3}")
_NEXT = re.compile(r"[\"'“‘(\[]*[A-ZÀ-Þ0-9]")
_GLUED = re.compile(rf"({_DOMAIN.pattern}),\s+", re.I)


class Head(NamedTuple):
    """A dateline found at the start of a paragraph: how far it goes, what it says, and the date in it."""

    end: int
    dateline: Dateline
    day: str | None


class _Parts(NamedTuple):
    places: list[str]
    outlets: list[str]
    day: str | None


@cache
def _outlets() -> frozenset[str]:
    return frozenset(name.casefold() for part in load_datelines() for name in part.outlets)


@cache
def _labels() -> frozenset[str]:
    return frozenset(label for part in load_datelines() for label in part.not_places)


def find_dateline(paragraph: str) -> Head | None:
    """Return the dateline that opens a paragraph, or None. A paragraph may be nothing but a dateline."""
    if len(paragraph) <= _SHORT and (alone := _alone(paragraph)):
        return alone
    head = paragraph[:_LONGEST]
    best = None
    for mark in _MARK.finditer(head):
        parts = _parts(head[: mark.start()].strip())
        if parts is None:
            break
        if not _accepted(parts, mark[0].strip(), paragraph[mark.end() : mark.end() + 60]):
            continue
        best = _head(mark.end(), parts)
        if parts.places:  # an outlet alone may be followed by its place: "KONTAN.CO.ID - JAKARTA."
            break
    return best or _glued(paragraph)


def _alone(paragraph: str) -> Head | None:
    """Find a dateline that is all there is in its paragraph: "ANKARA", "detikcom - Jakarta"."""
    parts = _parts(paragraph.strip(" -–—|.:"))
    if parts is None or not all(is_place(place) for place in parts.places[:1]):
        return None
    if not parts.outlets and len(parts.places[0]) < _ACRONYM and not is_listed_place(parts.places[0]):
        return None  # "JAM" is a word on a page before it is a town
    dashed = paragraph.rstrip().endswith(("-", "–", "—"))
    if parts.outlets or dashed or (_CAPITALS.fullmatch(parts.places[0]) and not parts.day):
        return _head(len(paragraph), parts)
    return None


def _head(end: int, parts: _Parts) -> Head:
    place = parts.places[0] if parts.places else None
    outlet = parts.outlets[0] if parts.outlets else None
    if place and outlet is None and len(parts.places) == 2 and is_place(parts.places[1]) and not is_place(place):
        outlet, place = parts.places  # "MPA, JAKARTA -": an outlet that no list knows
    return Head(end, Dateline(place=place, outlet=outlet), parts.day)


def _parts(head: str) -> _Parts | None:
    """Take a dateline's head apart; None where one part is neither outlet nor place nor date."""
    places: list[str] = []
    outlets: list[str] = []
    day = None
    dated = False
    for raw in _PART.split(head):
        part = raw.strip(" ()/[]") if raw else ""
        if not part:
            continue
        if is_outlet(part):
            outlets.append(part)
        elif any(char.isdigit() for char in part) or part[:1].isdigit():
            if not _is_date(part):
                return None
            day = day or _full_day(head)
            dated = True
        elif raw.strip()[:1] in "(/":  # in brackets stands nothing but an agency, perhaps an unknown one
            known_form = (part.isupper() and len(part) <= 10) or (dated and " " not in part and _NAME.fullmatch(part))
            if not (known_form and places and _stands_for_place(places[0])):
                return None
            outlets.append(part)
        elif _is_name_of_place(part):
            places.append(part)
        else:
            return None
    return _Parts(places, outlets, day) if places or outlets else None


def is_outlet(part: str) -> bool:
    """Return whether a text is the name of an outlet, by the languages' lists or as a domain."""
    return part.casefold() in _outlets() or _DOMAIN.fullmatch(part) is not None


def _is_name_of_place(part: str) -> bool:
    return len(part) <= 40 and part.casefold() not in _labels() and _NAME.fullmatch(part) is not None


def _stands_for_place(part: str) -> bool:
    return _CAPITALS.fullmatch(part) is not None or is_place(part)


def _is_date(part: str) -> bool:
    """Return whether a part with digits is a date or a year, and nothing besides."""
    if re.fullmatch(r"(?:19|20)\d\d", part):
        return True
    found = list(iter_dates(part, None, date(2000, 1, 1)))
    return len(found) == 1 and len(part) - (found[0].end - found[0].start) <= 2


def _full_day(head: str) -> str | None:
    for found in iter_dates(head, None, None):
        if found.full:
            return found.day
    return None


def _accepted(parts: _Parts, mark: str, following: str) -> bool:
    """Return whether parts and the mark behind them make a dateline, given the words that follow."""
    if following and not _NEXT.match(following):
        return False
    if parts.outlets:
        if mark in ("", "."):
            return bool(parts.places) and is_outlet(parts.outlets[0])
        if mark == ":":
            return bool(parts.places) or _DOMAIN.fullmatch(parts.outlets[0]) is not None
        return following != "" or bool(parts.places)
    place = parts.places[0]
    if mark == "." and len(parts.places) == 1:  # "Pontianak. A haze task force ...": a sentence that is a place
        return is_place(place) and len(following) >= _LONG_ENOUGH
    if mark in ("", ".") or not following:
        return False
    if mark == ":":  # "QUETTA: Doctors": but "PUTIN: We" is a question's answer
        if len(parts.places) > 1 or not is_place(place):
            return False
        return len(following) >= _LONG_ENOUGH or (len(place) > 3 and _CAPITALS.fullmatch(place) is not None)
    if _CAPITALS.fullmatch(place) and (len(place) > _ACRONYM or len(parts.places) == 2):
        return True
    return is_place(place) and not _is_route(following)


def _is_route(following: str) -> bool:
    """Return whether a second place follows the dash: "Jakarta - Bandung macet"."""
    word = re.match(r"[\w.'’-]+(?: [A-Z][\w.'’-]+)?", following)
    return word is not None and (is_place(word[0]) or is_place(word[0].split(" ")[0]))


def _glued(paragraph: str) -> Head | None:
    """Find "Liputan6.com, Jakarta Presiden ...", whose dash was lost: a domain, then a known place."""
    match = _GLUED.match(paragraph[:_LONGEST])
    if not match:
        return None
    words = paragraph[match.end() : match.end() + 60].split(" ")
    for count in (3, 2, 1):
        place = " ".join(words[:count])
        if len(words) > count and is_place(place) and _NEXT.match(words[count]):
            end = match.end() + len(place) + 1
            return Head(end, Dateline(place=place, outlet=match[1]), None)
    return None
