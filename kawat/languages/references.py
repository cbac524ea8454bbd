"""Pronouns and nouns that refer back, and the words around them (``references.toml``), as typed records."""

from __future__ import annotations

from functools import cache
from typing import Literal

from kawat.languages import Strict, load


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
    again: tuple[str, ...]  # before a description of somebody told before: "sang"
    things: tuple[str, ...]  # documents and the like, which say something and are nobody: "surat"
    both: tuple[str, ...]  # "kedua", "the two"
    former: tuple[str, ...]  # before a noun: what somebody was once
    articles: tuple[str, ...]  # may open a description behind a name: "seorang", "a"
    no_apposition: tuple[str, ...]  # words that open no description: "said", "kata"
    noun: tuple[ReferringNoun, ...]
    pronoun: tuple[Pronoun, ...]


@cache
def references(language: str) -> References:
    """Return the nouns that refer back in ``language``."""
    return load(language, "references", References)
