"""Where registry names and role words stand in a text: Aho-Corasick, longest match on word boundaries."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from kawat.actors.registry import Entry, Registry
from kawat.actors.spelling import fold
from kawat.languages import AgentEntry, OrganEntry, Roles, TitleEntry, load
from kawat.languages.grammar import grammar

MIN_CAPITALS = 4  # shorter names are not also matched in capitals: "Mali" is, "Oman" is, "AS" and "Iran" stay apart
OPENING = 8  # characters of a name that a text is searched for; what follows them is looked up
Role = TitleEntry | OrganEntry | AgentEntry


class Hit(msgspec.Struct, frozen=True):
    """A name or role word at ``start`` to ``end``: registry entries, or a role, or neither for a block."""

    start: int
    end: int
    entries: tuple[Entry, ...] = ()
    role: Role | None = None
    common: AgentEntry | OrganEntry | None = None  # what a title means without a name beside it: "warga"


class Lookup:
    """Finds every registry name and role word of one language in a text."""

    def __init__(self, registry: Registry, language: str) -> None:
        names: dict[str, tuple[Entry, ...]] = {}
        for name, entries in registry.names(language).items():
            names[name] = entries
            if len(name) >= MIN_CAPITALS:
                names.setdefault(name.upper(), entries)
        for name in grammar(language).not_actors:
            names[name] = ()
        self._names = names
        openings = _openings(names)
        self._lengths = list(openings.values())
        self._automaton = AhoCorasick(openings, matchkind=MatchKind.Standard)
        self._roles = _role_forms(language)
        self._role_patterns = list(self._roles)
        self._role_automaton = AhoCorasick(self._role_patterns, matchkind=MatchKind.Standard)

    def alike(self, name: str) -> Entry | None:
        """Return the person whose full name is ``name`` in another spelling, if the registry knows just one."""
        return self._alike.get(fold(name)) if " " in name else None

    @cached_property
    def _alike(self) -> dict[str, Entry]:
        return _alike(self._names)  # when the first text with an unknown name needs it: folding takes its time

    def find(self, text: str) -> list[Hit]:
        """Return the hits in ``text`` in order, none overlapping another: longer before shorter, names before roles."""
        hits = self._named(text)
        lower = _lower(text)
        hits += [
            _role_hit(start, end, *self._roles[self._role_patterns[index]])
            for index, start, end in self._role_automaton.find_matches_as_indexes(lower, overlapping=True)
            if _on_boundaries(text, start, end)
        ]
        return _longest(hits)

    def _named(self, text: str) -> list[Hit]:
        hits: list[Hit] = []
        for index, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if start > 0 and text[start - 1].isalnum() and text[start].isalnum():
                continue  # within a word: most matches are
            for length in self._lengths[index]:
                end = start + length
                entries = self._names.get(text[start:end])
                if entries is not None and end <= len(text) and _on_boundaries(text, start, end):
                    hits.append(Hit(start=start, end=end, entries=entries))
        return hits


def _openings(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return the first characters of all names, with the lengths of the names that begin so.

    Names are many and long: a search for their openings is made in less than half the time of one for all of them.
    """
    found: dict[str, tuple[int, ...]] = {}
    for name in names:
        opening, length = name[:OPENING], len(name)
        known = found.get(opening)
        if known is None:
            found[opening] = (length,)
        elif length not in known:
            found[opening] = (*known, length)
    return found


def _alike(names: dict[str, tuple[Entry, ...]]) -> dict[str, Entry]:
    """Return the people who are known by names of two words and more, by how these sound."""
    found: dict[str, Entry | None] = {}
    for name, entries in names.items():
        if " " in name and entries and entries[0].kind == "person" and not name.isupper():
            key = fold(name)
            found[key] = entries[0] if found.get(key, entries[0]) is entries[0] else None
    return {key: entry for key, entry in found.items() if entry is not None}


Common = AgentEntry | OrganEntry


@cache
def _role_forms(language: str) -> dict[str, tuple[TitleEntry | None, Common | None]]:
    roles = load(language, "roles", Roles)
    commons: dict[str, Common] = {}
    needy = [organ for organ in roles.organ if organ.needs_country]
    sure = [organ for organ in roles.organ if not organ.needs_country]
    for entry in (*needy, *roles.agent, *sure):  # of a form's readings the last wins: "polisi" is an organ of states
        for form in entry.forms:
            commons[form.lower()] = entry
    titles = {form.lower(): entry for entry in roles.title for form in entry.forms}
    return {form: (titles.get(form), commons.get(form)) for form in {**commons, **titles}}


def _role_hit(start: int, end: int, title: TitleEntry | None, common: Common | None) -> Hit:
    return Hit(start=start, end=end, role=title or common, common=common)


def _lower(text: str) -> str:
    """Return ``text`` in lower case, code point by code point the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _on_boundaries(text: str, start: int, end: int) -> bool:
    if start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_") and text[start].isalnum():
        return False
    if end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_"):
        return False
    return not text.startswith("$", end)  # "US$5" is money


def lay_over(text: str, hits: list[Hit], new: list[Hit]) -> list[Hit]:
    """Return ``new`` and those of ``hits`` that share no character with any of them, in order."""
    taken = bytearray(len(text))
    for hit in new:
        taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return sorted([*new, *(hit for hit in hits if not any(taken[hit.start : hit.end]))], key=lambda hit: hit.start)


def _longest(hits: list[Hit]) -> list[Hit]:
    """Drop what overlaps a longer hit; of equal spans keep the registry's unless it is a role of states."""
    chosen: list[Hit] = []
    taken: set[int] = set()
    spans: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        other = spans.get((hit.start, hit.end))
        spans[hit.start, hit.end] = hit if other is None else _merge(other, hit)
    for hit in sorted(spans.values(), key=lambda h: (h.start - h.end, h.start)):
        if taken.isdisjoint(range(hit.start, hit.end)):
            chosen.append(hit)
            taken.update(range(hit.start, hit.end))
    return sorted(chosen, key=lambda h: h.start)


def _merge(one: Hit, other: Hit) -> Hit:
    if not one.entries and one.role is None:
        return one  # a block stays a block
    return Hit(
        start=one.start,
        end=one.end,
        entries=one.entries or other.entries,
        role=one.role or other.role,
        common=one.common or other.common,
    )
