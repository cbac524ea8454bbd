"""Pronouns and nouns that refer back, and the words around them (``references.toml``), as typed records."""

from __future__ import annotations

from functools import cache
from typing import Literal

from kawat.languages import Strict, load


class ReferringNoun(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A noun by which somebody named before is called again: "menteri itu", "the group".

    It means the one mentioned last who fits: ``person``, with an office that ends in one of ``offices``; an actor whose
    kind in the registry is one of ``kinds``; or one whose primary sector is one of ``sectors``. With several of these
    any of them fits, but a person is never meant by a noun for others. Whoever the text called by the same word goes
    first. ``bare``: means a body that was called so even without a determiner ("Kementerian membantah").
    """

    forms: tuple[str, ...]
    plural: tuple[str, ...] = ()  # forms behind "kedua", "both"
    person: bool = False
    gender: Literal["m", "f"] | None = None
    bare: bool = False
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


class Relation(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A noun for somebody by what he is to another, with "-nya" or behind "his": "istrinya", "his rival".

    ``means``: a person named beside it or told before ("kin"); the same, or else the other of two alike ("other"); the
    country ("country") or the body ("body") of the other. ``converse``: what the other is then called.
    """

    forms: tuple[str, ...]
    means: Literal["kin", "other", "country", "body"]
    converse: tuple[str, ...] = ()


class References(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``references.toml``. All words lower-case."""

    before: tuple[str, ...]  # determiners before the noun: "the"
    behind: tuple[str, ...]  # and behind it: "itu"
    again: tuple[str, ...]  # before a description of somebody told before: "sang"
    things: tuple[str, ...]  # documents and the like, which say something and are nobody: "surat"
    both: tuple[str, ...]  # "kedua", "the two"
    two: tuple[str, ...] = ()  # the same where a determiner stands behind: "dua lelaki itu"
    one: tuple[str, ...]  # before a noun: it means one person ("seorang", "a")
    plural_endings: tuple[str, ...] = ()  # of nouns that mean several
    collective: tuple[str, ...] = ()  # singular nouns that mean several: "police"
    verb_endings: tuple[str, ...] = ()  # of verbs behind "it" that somebody does: "it closed"
    dummy: tuple[str, ...] = ()  # and those behind a dummy: "it rained"
    describing: tuple[str, ...] = ()  # words like verbs that a mere description holds: "berusia"
    former: tuple[str, ...]  # before a noun: what somebody was once
    articles: tuple[str, ...]  # may open a description behind a name: "seorang", "a"
    no_apposition: tuple[str, ...]  # words that open no description: "said", "kata"
    noun: tuple[ReferringNoun, ...]
    pronoun: tuple[Pronoun, ...]
    relation: tuple[Relation, ...]
    former_before: tuple[str, ...] = ()  # between a possessive and its noun: "former"


@cache
def references(language: str) -> References:
    """Return the nouns that refer back in ``language``."""
    return load(language, "references", References)
