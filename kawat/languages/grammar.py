"""The closed-class words of a language (``grammar.toml``) and its speech cues (``cues.toml``), as typed records."""

from __future__ import annotations

from functools import cache
from typing import Literal

from kawat.languages import Strict, load
from kawat.records import Stance


class Grammar(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``grammar.toml``. All words lower-case unless a field says otherwise."""

    abbreviations: tuple[str, ...]  # as written; a full stop after them does not end a sentence
    articles: tuple[str, ...]  # words that may open a noun phrase before its head
    coordination: tuple[str, ...]
    complementizers: tuple[str, ...]
    calling: tuple[str, ...]  # before what something is called: "sebagai", "as"
    relatives: tuple[str, ...]
    conjunctions: tuple[str, ...]  # open a clause with a subject of its own
    prepositions: tuple[str, ...]
    locatives: tuple[str, ...]  # of these, the ones that say where
    directions: tuple[str, ...]  # say where to: "ke", "on"
    agent_prepositions: tuple[str, ...]  # "oleh", "by"
    genitives: tuple[str, ...]  # "of", "dari": join a role to its country or body
    passive_auxiliaries: tuple[str, ...]
    auxiliaries: tuple[str, ...]  # may stand between subject and verb and say nothing about status
    negation: tuple[str, ...]
    future: tuple[str, ...]
    modality: tuple[str, ...]
    conditional: tuple[str, ...]  # open a hypothetical clause
    background: tuple[str, ...]  # phrases that place what they stand with in an earlier time
    infinitives: tuple[str, ...]  # "to", "untuk"
    light_verbs: tuple[str, ...]  # "melakukan", "held": the event is told by their noun
    light_passives: tuple[str, ...]  # "dilakukan", "carried out"
    pronouns_person: tuple[str, ...]
    pronouns_plural: tuple[str, ...]
    pronouns_body: tuple[str, ...]  # "it": a state or body, where it is a subject
    pronouns_speaker: tuple[str, ...]
    pronouns_self: tuple[str, ...]  # of these, the ones that mean the speaker alone: "saya"
    pronouns_own_side: tuple[str, ...]  # of these, the ones that reported speech has as well: "pihaknya"
    pronouns_others: tuple[str, ...]  # further words that name nobody by themselves: "both", "keduanya"
    possessives: tuple[str, ...]  # before what belongs to whoever was named: "its"
    possessive_endings: tuple[str, ...]  # the same at the end of a word: "-nya"
    adjective_roles: tuple[str, ...]  # role words that also modify nouns: "operasi militer", "police station"
    modified_nouns: tuple[str, ...]  # English: nouns that such a word before them modifies
    led_by: tuple[str, ...]  # join a body to its leader: "dipimpin", "headed"
    both_countries: tuple[str, ...]
    that_country: tuple[str, ...]
    name_particles: tuple[str, ...]  # lower-case parts of names: "bin", "al-", "van"
    not_names: tuple[str, ...]  # capitalised words that open sentences or titles and are never part of a name
    homonyms: tuple[str, ...]  # names of countries and capitals that people and things bear as well
    not_actors: tuple[str, ...]  # as written; hold a registry name but are something else: "dolar AS"

    @property
    def referring(self) -> tuple[str, ...]:
        """All words that name nobody by themselves."""
        pronouns = (*self.pronouns_person, *self.pronouns_plural, *self.pronouns_body, *self.pronouns_speaker)
        return (*pronouns, *self.pronouns_others, *self.both_countries, *self.that_country)


class Cue(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that bring in what somebody says. ``forms`` lower-case; ``clause``: may be followed by a clause with a
    subject of its own ("mengatakan Rusia menyerang"), not by an object alone ("memuji Rusia")."""

    forms: tuple[str, ...]
    stance: Stance = "asserts"
    clause: bool = True


class Cues(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``cues.toml``: verbs of speech, and the words that name a source without a verb."""

    verb: tuple[Cue, ...]
    according: tuple[Cue, ...]  # stand before the source: "menurut", "according to", "dikutip dari"
    passed_on: tuple[str, ...]  # before media that pass on what another says: "dikutip dari", "as quoted by"
    told: tuple[str, ...]  # before media to which it was said: "kepada", "told"
    quoting: tuple[str, ...]  # between media and whom they quote: "mengutip", "citing"
    openers: tuple[str, ...]  # before what is asked or hoped, beside the complementizers: "agar"
    endings: tuple[str, ...]  # that stand for whoever speaks: "kata-nya"
    media: tuple[str, ...]  # kinds of media, before or in their names: "harian", "news agency"


@cache
def grammar(language: str) -> Grammar:
    """Return the closed-class words of ``language``."""
    return load(language, "grammar", Grammar)


class Answers(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``answers.toml``: how one statement speaks of another. All words lower-case."""

    deny: tuple[str, ...]  # words by which something may be denied: "tidak ada", "never"
    false: tuple[str, ...]  # phrases that call what somebody said untrue: "tidak benar", "baseless"
    confirm: tuple[str, ...]  # cues that say that it is so
    reject: tuple[str, ...]  # words of a sentence by which a saying before is rejected
    sayings: dict[str, Stance | Literal[""]]  # nouns for what somebody said, and of which stance: "tuduhan"
    itself: tuple[str, ...]  # words that open what is said of something said: "itu", "that"
    behind: tuple[str, ...]  # determiners behind such a noun: "itu"
    before: tuple[str, ...]  # and before it: "the"
    prefixes: tuple[str, ...]  # of words, which are no part of the stem, longest first
    common: tuple[str, ...]  # words that say nothing of what a statement is about


@cache
def answers(language: str) -> Answers:
    """Return how statements answer one another in ``language``."""
    return load(language, "answers", Answers)


@cache
def cues(language: str) -> Cues:
    """Return the speech cues of ``language``."""
    return load(language, "cues", Cues)


@cache
def cue_forms(language: str) -> dict[str, Cue]:
    """Return every form of the speech verbs of ``language``, with its cue, also with the endings that words take."""
    known = cues(language)
    ended = {form + end: cue for cue in known.verb for form in cue.forms for end in known.endings if " " not in form}
    return ended | {form: cue for cue in known.verb for form in cue.forms}
