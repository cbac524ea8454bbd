"""Head words of names of bodies (``bodies.toml``), and nouns that refer back (``references.toml``)."""

from __future__ import annotations

from functools import cache
from typing import Literal

from kawat.languages import Strict, load


class Bodies(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``bodies.toml``. ``heads``: for each sector the words that head names of such bodies, as written."""

    position: Literal["first", "last"]  # where in a name its head stands
    joining: tuple[str, ...]  # lower-case words inside names of bodies: "dan", "of"
    heads: dict[str, tuple[str, ...]]


class ReferringNoun(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A noun by which somebody named before is called again: "menteri itu", "the group".

    It means the one mentioned last who fits: ``person``, with an office that ends in one of ``offices``; an actor whose
    kind in the registry is one of ``kinds``; or one whose primary sector is one of ``sectors``. With several of these
    any of them fits, but a person is never meant by a noun for others.
    """

    forms: tuple[str, ...]
    plural: tuple[str, ...] = ()  # forms behind "kedua", "both"
    person: bool = False
    offices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()  # actors whom the noun by itself stands for as well, once they are named


class Pronoun(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Pronouns and what they mean: a person, one state or body, several people, or two who were named together.

    ``possessive``: stands before what belongs to whoever is meant, who may be the subject of the same clause.
    """

    forms: tuple[str, ...]
    means: Literal["person", "one", "many", "two"]
    gender: Literal["m", "f"] | None = None
    possessive: bool = False


class References(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``references.toml``. All words lower-case."""

    before: tuple[str, ...]  # determiners before the noun: "the"
    behind: tuple[str, ...]  # and behind it: "itu"
    both: tuple[str, ...]  # "kedua", "the two"
    former: tuple[str, ...]  # before a noun: what somebody was once
    articles: tuple[str, ...]  # may open a description behind a name: "seorang", "a"
    no_apposition: tuple[str, ...]  # words that open no description: "said", "kata"
    noun: tuple[ReferringNoun, ...]
    pronoun: tuple[Pronoun, ...]


@cache
def bodies(language: str) -> Bodies:
    """Return what head words of names of bodies tell in ``language``."""
    return load(language, "bodies", Bodies)


@cache
def head_sectors(language: str) -> dict[str, str]:
    """Return the sector of every head word of ``language``."""
    return {word: sector for sector, words in bodies(language).heads.items() for word in words}


@cache
def references(language: str) -> References:
    """Return the nouns that refer back in ``language``."""
    return load(language, "references", References)
