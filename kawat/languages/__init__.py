"""What is particular to a language, as data: one folder a language, TOML files read into typed records.

A file with a wrong or missing field is refused with its name and the field; see docs/how-to/add-a-language.md.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal, TypeVar

import msgspec

CODED = ("id", "en")

Frame = Literal["object", "preposition", "with", "none"]
Inner = Literal["suppress", "claimed", "denied", "hypothetical", "keep"]


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of language data: unknown fields are mistakes."""


class VerbEntry(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A verb that tells an event.

    ``base`` is the form that inflection starts from: in Indonesian the root with its suffix but without its
    prefix ("tuduh", "kunjungi", "janjikan"), in English the lemma. ``frame`` says where the recipient
    stands: the direct object, behind one of ``prepositions``, the partner of a mutual act ("with"), or
    nowhere. ``forms`` adds irregular forms; ``inflect = false`` takes ``forms`` alone. ``swap``: the subject
    is the recipient, and where ``frame`` points stands the actor ("menjamu", "host").
    """

    base: str
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    frame: Frame = "object"
    prepositions: tuple[str, ...] = ()
    symmetric: bool = False
    particle: str | None = None  # must follow within two tokens: "call" + "on"
    near: tuple[str, ...] = ()  # one of these words must follow within five tokens: "give" + "aid"
    unless: tuple[str, ...] = ()  # none of these words may follow within five tokens
    past: str | None = None  # English irregular past
    participle: str | None = None  # English irregular participle
    inflect: bool = True
    forms: tuple[str, ...] = ()
    passive_forms: tuple[str, ...] = ()
    weak: bool = False  # ambiguous: coded only when both sides are found
    swap: bool = False  # the subject is the recipient, the object the actor: "host", "receive a delegation"
    inner: Inner | None = None  # status of events in its complement; None: by type


class NounEntry(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A noun that tells an event: "pertemuan", "strike". ``forms`` are lower-case words or phrases."""

    forms: tuple[str, ...]
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    recipient_prepositions: tuple[str, ...] = ()
    symmetric: bool = False
    unless: tuple[str, ...] = ()  # none of these words may stand within two tokens on either side
    weak: bool = False
    inner: Inner | None = None


class Triggers(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``triggers.toml``: the verbs and nouns of a language that tell events."""

    verb: tuple[VerbEntry, ...]
    noun: tuple[NounEntry, ...]


class TitleEntry(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An office or rank that stands beside a name. ``office`` is its key in the registry, where it has one."""

    forms: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    office: str | None = None


class AgentEntry(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A common noun for somebody who acts: "demonstran", "gunmen". ``forms`` are lower-case."""

    forms: tuple[str, ...]
    name: str
    sectors: tuple[str, ...]


class OrganEntry(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of a state that is named with its country: "Kementerian Pertahanan", "pasukan", "parliament".

    ``needs_country``: too common a word to be an actor unless a country stands with it. ``state``: it is the country
    itself that acts: "the government".
    """

    forms: tuple[str, ...]
    name: str
    sectors: tuple[str, ...]
    needs_country: bool = False
    state: bool = False


class Roles(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``roles.toml``: titles, organs of states, and common nouns for agents."""

    title: tuple[TitleEntry, ...]
    organ: tuple[OrganEntry, ...]
    agent: tuple[AgentEntry, ...]


T = TypeVar("T")


class LanguageDataError(ValueError):
    """A language's data file does not have the form its reader expects."""


@cache
def load(language: str, name: str, kind: type[T]) -> T:
    """Return ``languages/<language>/<name>.toml`` read into ``kind``.

    Raises LanguageDataError, naming file and field, where the file is missing or has another form.
    """
    path = resources.files(__name__) / language / f"{name}.toml"
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except FileNotFoundError as error:
        raise LanguageDataError(f"language {language!r} has no {name}.toml") from error
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise LanguageDataError(f"languages/{language}/{name}.toml: {error}") from error
