"""What importers read out of a file, before it is put into rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec


class Term(msgspec.Struct, frozen=True):
    """What an actor was in a time: country, sectors, and for persons the office."""

    country: str = ""
    sectors: tuple[str, ...] = ()
    office: str = ""
    since: str = ""
    until: str = ""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as a file has it. ``id`` is empty where the file gives none."""

    line: int
    kind: str
    names: tuple[str, ...]
    names_id: tuple[str, ...] = ()
    names_en: tuple[str, ...] = ()
    terms: tuple[Term, ...] = (Term(),)
    id: str = ""
    wikidata: str = ""
    note: str = ""


class Refused(msgspec.Struct, frozen=True):
    """A row, or a whole actor, that cannot be taken."""

    line: int
    reason: str


class Dropped(msgspec.Struct, frozen=True):
    """Something that is left out of a row that is taken."""

    line: int
    reason: str


class Skipped(msgspec.Struct, frozen=True):
    """Something that is no actor of ours; only counted, by what it is."""

    what: str


Item = Found | Refused | Dropped | Skipped
Reader = Callable[[Iterator[bytes]], Iterator[Item]]
"""Yields what the bytes of a file hold, in order; never raises for what it holds."""
