"""Pieces joined into actor phrases: "Menteri Luar Negeri RI Retno Marsudi", "Chinese Foreign Ministry spokesperson"."""

from __future__ import annotations

import re

import msgspec

from kawat.actors.introduced import KIND as INTRODUCED
from kawat.actors.pieces import Piece
from kawat.actors.registry import Entry
from kawat.languages import AgentEntry, OrganEntry, TitleEntry
from kawat.languages.grammar import Grammar
from kawat.places import place_named

# Between pieces of one phrase: a space, an abbreviation in brackets ("Kemlu (Kementerian ...) RI"), a possessive.
_GAP = re.compile(r"(?: ?\([^()\n]{1,20}\))?(?:['’]s?)?[ ]{1,2}|['’]s?[ ]|-(?=[a-z])")
_NAME_GAP = re.compile(r"(?: ?\([^()\n]{1,20}\))?[ ]{1,2}|, (?:bernama )?")


LARGE = 300_000  # people: a smaller city abroad may as well be a name


class Phrase(msgspec.Struct, frozen=True):
    """An actor phrase: its roles, the country or body that goes with them, and the person's name."""

    start: int
    end: int
    roles: tuple[TitleEntry | OrganEntry | AgentEntry, ...] = ()
    commons: tuple[OrganEntry | AgentEntry | None, ...] = ()  # for each role, its reading without a name
    country: Entry | None = None
    place_country: str | None = None  # from a place that is no capital: "Wali Kota Surabaya"
    place_name: str | None = None  # that place's name
    body: Entry | None = None
    person: Entry | None = None
    name: str | None = None
    name_start: int | None = None  # where a comma parts the name from its title: "the prime minister, X, said"
    has_state_role: bool = False  # a body that is also a common organ of states: "Kementerian Pertahanan"


def join(text: str, pieces: list[Piece], words: Grammar, language: str) -> list[Phrase]:
    """Return the phrases of one sentence, in order. A piece belongs to one phrase at most."""
    phrases: list[Phrase] = []
    i = 0
    while i < len(pieces):
        phrase, i = _grow(text, pieces, i, words, language)
        phrases.append(phrase)
    return _share_role(text, phrases, words, language)


def _grow(text: str, pieces: list[Piece], i: int, words: Grammar, language: str) -> tuple[Phrase, int]:
    phrase = _add(Phrase(start=pieces[i].start, end=pieces[i].end), pieces[i], text)
    i += 1
    if language == "en" and phrase.name is not None and i < len(pieces) and pieces[i].role is not None:
        phrase = _place_first(text, phrase, pieces[i])
    while i < len(pieces):
        piece = pieces[i]
        gap = text[phrase.end : piece.start]
        if not _may_join(text, phrase, piece, gap, words, language):
            break
        phrase = _add(phrase, piece, text)
        if gap.startswith(","):
            phrase = msgspec.structs.replace(phrase, name_start=piece.start)
        i += 1
    return phrase, i


def _place_first(text: str, phrase: Phrase, role: Piece) -> Phrase:
    """Read a place before a role as whose role it is: "Pennsylvania Governor Tom Wolf"."""
    assert phrase.name is not None
    place = place_named(phrase.name)
    if text[phrase.end : role.start] != " " or place is None or place.weight < LARGE:
        return phrase
    return Phrase(start=phrase.start, end=phrase.end, place_country=place.country, place_name=phrase.name)


def _may_join(text: str, phrase: Phrase, piece: Piece, gap: str, words: Grammar, language: str) -> bool:
    if phrase.name is not None or phrase.person is not None:
        return False
    genitive = gap.strip() in words.genitives or gap.strip() in {f"{g} the" for g in words.genitives}
    if piece.is_name:
        if not phrase.roles:
            return False
        return bool(_NAME_GAP.fullmatch(gap)) and (gap[0] != "," or _closes_apposition(text, piece))
    if not (genitive or _GAP.fullmatch(gap)):
        return False
    if piece.country is not None:
        if phrase.country is not None:
            return "(" in text[phrase.end : piece.start]  # never: brackets are inside the gap
        follows_role = bool(phrase.roles) or (phrase.body is not None and phrase.has_state_role)
        return follows_role and (language == "id" or genitive)
    if phrase.place_name is not None and not phrase.roles and piece.role is not None:
        return gap == " "  # "Pennsylvania Governor"
    if piece.role is not None and piece.body is None:
        if genitive:
            return bool(phrase.roles)
        if language == "id":
            return (bool(phrase.roles or phrase.body) and phrase.country is None) or _second_title(phrase, piece)
        return True
    if piece.body is not None and piece.body.kind == INTRODUCED and phrase.country is not None:
        return True  # "Libya's National Transitional Council"
    if piece.body is not None:
        return bool(phrase.roles) and (language == "id" or genitive or phrase.body is None)
    return False


def _second_title(phrase: Phrase, piece: Piece) -> bool:
    """In Indonesian a rank may follow the place: "Kapolres Nduga AKBP ..."."""
    return bool(phrase.roles) and isinstance(piece.role, TitleEntry)


def _closes_apposition(text: str, piece: Piece) -> bool:
    """A name after a comma belongs to the title before it only if a comma closes it: "its leader, X, said"."""
    return text[piece.end : piece.end + 1] in (",", ".", ";", "")


def _add(phrase: Phrase, piece: Piece, text: str) -> Phrase:
    changes: dict = {"end": piece.end}
    if piece.country is not None:
        changes["country"] = piece.country
    elif piece.person is not None:
        changes |= {"person": piece.person, "name": text[piece.start : piece.end]}
    elif piece.body is not None:
        changes |= {"body": piece.body, "has_state_role": piece.role is not None}
        if piece.role is not None:
            changes |= {"roles": (*phrase.roles, piece.role), "commons": (*phrase.commons, piece.common)}
    elif piece.role is not None:
        changes |= {"roles": (*phrase.roles, piece.role), "commons": (*phrase.commons, piece.common)}
    elif piece.run is not None:
        changes |= _read_run(phrase, piece)
    return msgspec.structs.replace(phrase, **changes)


def _read_run(phrase: Phrase, piece: Piece) -> dict:
    """A run after a role is a name, or a place and then a name: "Wali Kota Surabaya Eri Cahyadi"."""
    assert piece.run is not None
    if not phrase.roles:
        return {"name": piece.run}
    words = piece.run.split(" ")
    for count in range(min(3, len(words)), 0, -1):
        head = " ".join(words[:count])
        place = place_named(head, near="IDN")
        sure = place is not None and (place.country == "IDN" or (place.population > LARGE and place.name == head))
        if place is not None and sure and phrase.country is None:
            rest = " ".join(words[count:])
            found: dict = {"place_country": place.country, "place_name": head}
            if rest:
                found["name"] = rest
            return found
    return {"name": piece.run}


def _share_role(text: str, phrases: list[Phrase], words: Grammar, language: str) -> list[Phrase]:
    """Let coordinated countries share a role: "pejabat Rusia dan China", "Russian and Chinese officials"."""
    shared = list(phrases)
    for k in range(len(shared) - 1):
        one, two = shared[k], shared[k + 1]
        if text[one.end : two.start].strip() not in words.coordination:
            continue
        if language == "id" and _is_group(one) and _bare_country(two):
            shared[k + 1] = msgspec.structs.replace(two, roles=one.roles, commons=one.commons)
        elif language == "en" and _bare_country(one) and _is_group(two) and two.country is not None:
            shared[k] = msgspec.structs.replace(one, roles=two.roles, commons=two.commons)
    return shared


def _is_group(phrase: Phrase) -> bool:
    return bool(phrase.roles) and phrase.country is not None and phrase.name is None


def _bare_country(phrase: Phrase) -> bool:
    return phrase.country is not None and not phrase.roles and phrase.name is None
