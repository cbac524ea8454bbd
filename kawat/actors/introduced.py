"""Bodies that an article introduces itself: "Komite Nasional Pemuda Papua (KNPP)", then "KNPP"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from kawat.actors.cast import slug
from kawat.actors.lookup import Hit, lay_over
from kawat.actors.registry import PLACE_KINDS, Entry, Office
from kawat.languages.bodies import bodies, head_sectors
from kawat.languages.grammar import grammar

KIND = "introduced"
MOST = 100  # introductions in one article
SURE = 4  # letters of an acronym that is hardly used in two senses
LONGEST = 12  # words of a name before its acronym
_ACRONYM = re.compile(r" \((?P<short>[A-Z][A-Za-z]*(?:[- ]?[A-Z][A-Za-z]*){0,3})\)")
_WORD = re.compile(r"[\w'’/-]+\.?")


class Introduction(msgspec.Struct, frozen=True):
    """A name at ``start`` to ``end``, its acronym in brackets included, and the acronym."""

    start: int
    end: int
    name: str
    short: str


def introductions(text: str, language: str) -> list[Introduction]:
    """Return the names of ``text`` that are followed by an acronym of theirs in brackets, in order; of each acronym
    the first."""
    found: dict[str, Introduction] = {}
    for match in _ACRONYM.finditer(text):
        short = match["short"]
        if short in found or len(found) == MOST or len(short) > 12 or sum(c.isupper() for c in short) < 2:
            continue
        start = _name_start(text, match.start(), short, language)
        if start is not None:
            found[short] = Introduction(start, match.end(), text[start : match.start()], short)
    return list(found.values())


def with_introduced(text: str, hits: list[Hit], language: str) -> list[Hit]:
    """Return ``hits`` with the bodies that the text introduces, wherever it names them from there on.

    A name that the registry knows keeps its entry; the acronym means it, whatever else it may mean elsewhere.
    """
    found = introductions(text, language)
    if not found:
        return hits
    starting = {(hit.start, hit.end): hit for hit in hits if hit.entries}
    ending = {hit.end: hit for hit in hits if hit.entries}
    new: list[Hit] = []
    taken = bytearray(len(text))

    def add(start: int, end: int, entries: tuple[Entry, ...]) -> None:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            new.append(Hit(start=start, end=end, entries=entries))

    for one in found:
        whole = one.start, one.start + len(one.name)
        known, short = starting.get(whole), ending.get(one.end - 1)
        if known is None and (one.start, one.end) in starting:
            continue  # the registry knows it with its acronym
        if known is None and short is not None and short.start > whole[1] and _is_sure(one, short):
            known = short
        entries = known.entries if known is not None else (entry_of(one.name, language),)
        add(one.start, one.end, entries)
        again = re.compile(rf"(?<!\w)(?:{re.escape(one.name)}|{re.escape(one.short)})(?!\w)")
        for match in again.finditer(text, one.end):
            add(match.start(), match.end(), entries)
    return lay_over(text, hits, new)


def _is_sure(one: Introduction, short: Hit) -> bool:
    """Whether an acronym means here what the registry says: it is long, or the name in front is a common noun."""
    is_body = short.entries[0].kind not in (*PLACE_KINDS, "person")
    return is_body and (len(one.short) >= SURE or one.name[0].islower())


def head_sector(name: str, language: str) -> str | None:
    """Return the sector that the head word of a body's name tells, if it is one that is known."""
    heads, words = head_sectors(language), name.split()
    if not words:
        return None
    if bodies(language).position == "first":
        return heads.get(words[0])
    whole = next((k for k, word in enumerate(words) if word in ("of", "for")), len(words))
    return heads.get(words[-1]) or (heads.get(words[whole - 1]) if whole else None)


def entry_of(name: str, language: str, country: str | None = None) -> Entry:
    """Return an entry for a body that the registry does not know; its head word tells the sector."""
    sector = head_sector(name, language)
    office = Office(office="", country=country, sectors=(sector,) if sector else (), since="", until="")
    return Entry(
        id=slug(name), kind=KIND, names=(name,), names_id=(), names_en=(), wikidata=None, note="",
        offices=(office,),
    )  # fmt: skip


def _name_start(text: str, end: int, short: str, language: str) -> int | None:
    """Return where the name begins that ends at ``end`` and that ``short`` shortens, by its words' first letters."""
    words = list(_WORD.finditer(text, max(0, end - 120), end))[-LONGEST:]
    run: list[re.Match[str]] = []
    for word in reversed(words):
        if run and text[word.end() : run[-1].start()].strip(" "):
            break
        if not (word.group()[0].isupper() or word.group() in _joining(language)):
            break
        run.append(word)
    run.reverse()
    letters = [c.lower() for c in short if c.isalpha()]
    best = None
    for k, word in enumerate(run):
        if word.group()[0].isupper() and _shortens(letters, [w.group().lower() for w in run[k:]]):
            best = word.start()
            if short.isupper() and _initials(run[k:], language) == short.lower():
                return best
    return best


def _initials(words: Sequence[re.Match[str]], language: str) -> str:
    return "".join(w.group()[0].lower() for w in words if w.group() not in _joining(language))


def _shortens(letters: list[str], words: list[str]) -> bool:
    """Whether the letters stand in the words in their order, the first of them first, and every word gives one."""
    if not words or words[0][0] != letters[0] or len(words) < 2:
        return False
    joined = " ".join(words)
    at = 0
    for letter in letters:
        at = joined.find(letter, at)
        if at < 0:
            return False
        at += 1
    return len(words) <= len(letters) + 2


@cache
def _joining(language: str) -> frozenset[str]:
    return frozenset((*bodies(language).joining, *grammar(language).locatives))
