"""Reports and articles as the steps across articles see them."""

from __future__ import annotations

import hashlib
import re
from datetime import date

import msgspec

from kawat.records import Status

WORD = re.compile(r"\w{3,}")


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one article tells it.

    ``article`` is the article's place in the order of publication, ``original`` that of the earliest
    article which it nearly copies or translates (itself, if none), ``story`` the number of its story. ``day`` is None
    where neither the report nor its article says when. ``words`` are those of its sentence, which begins at
    ``sentence_start``, ``names`` the names and numbers in it.
    """

    id: str
    article: int
    original: int
    story: int
    type: str
    quad: str
    score: float
    status: Status
    confidence: float
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actor_ids: tuple[str, ...] = ()
    actor_names: tuple[str, ...] = ()
    actor_countries: tuple[str | None, ...] = ()
    recipient_ids: tuple[str, ...] = ()
    recipient_names: tuple[str, ...] = ()
    recipient_countries: tuple[str | None, ...] = ()
    symmetric: bool = False
    attributed_names: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    date_start: date | None = None
    date_end: date | None = None
    published: date | None = None
    place_name: str | None = None
    place_country: str | None = None
    place_admin1: str | None = None
    place_latitude: float | None = None
    place_longitude: float | None = None
    place_geonames_id: int | None = None
    sentence_start: int = 0
    language: str | None = None
    outlet: str | None = None
    outlet_country: str | None = None
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day; the day of publication where the text gives none and it is no background."""
        if self.date_start is not None:
            return self.date_start, self.date_end or self.date_start
        if self.published is not None and self.status != "historical":
            return self.published, self.published
        return None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it is compared with others. ``article`` as in Report; ``terms``: names, numbers, actors and places
    in it, and how often they stand there."""

    article: int
    published: date | None
    terms: dict[str, int]
    language: str | None = None


def stable_id(kind: str, first: str) -> str:
    """Return an id for a group that begins with the member ``first``."""
    return f"{kind}-{hashlib.blake2b(first.encode(), digest_size=8).hexdigest()}"


def words(sentence: str) -> frozenset[str]:
    """Return the words of a sentence by which it is compared with others."""
    return frozenset(WORD.findall(sentence.casefold()))
