"""Finding actors of the registry by a name that may be written otherwise, or by a part of one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches

import msgspec

from kawat.actors.registry import Entry, Office, Registry
from kawat.actors.spelling import fold as sound
from kawat.languages import CODED

EXACT, FOLDED, WORDS, SPELT, PART = range(5)  # how well a name fits, best first
HOW = ("exact", "folded", "words", "spelling", "part")
MIN_SOUND = 5  # letters: shorter names sound like too many others


class Match(msgspec.Struct, frozen=True):
    """An entry that was found, by which of its names and how well, with the office that counts on the day asked for."""

    entry: Entry
    office: Office
    name: str
    how: str


def search(registry: Registry, wanted: str, day: str | None = None, limit: int | None = None) -> list[Match]:
    """Return the entries with a name or an id like ``wanted``, best first.

    A name fits exactly, folded (without regard to case, diacritics and punctuation), as whole words of it, in another
    spelling ("Shoygu"), or as any part. ``day``: YYYY-MM-DD, by which offices are chosen; None for the last ones.
    """
    folded = fold(wanted)
    best: dict[str, tuple[int, int, str]] = {}
    for name, entry in _names(registry):
        fit = _fit(name, wanted, folded)
        if fit is not None:
            best[entry.id] = min(best.get(entry.id, (PART + 1, 0, "")), (fit, len(name), name))
    ranked = sorted(best.items(), key=lambda item: (item[1], item[0]))
    return [_match(registry.entries[id], day, name, fit) for id, (fit, _, name) in ranked[:limit]]


def nearest(registry: Registry, wanted: str, count: int = 3) -> list[str]:
    """Return names of the registry that are spelt like ``wanted``, the nearest first."""
    shown = {fold(name): name for name, _ in _names(registry)}
    return [shown[name] for name in get_close_matches(fold(wanted), shown, n=count, cutoff=0.75)]


def fold(name: str) -> str:
    """Return ``name`` without case, diacritics and punctuation, single spaces between its words."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (c if c.isalnum() else "" if unicodedata.combining(c) or c in "'’ʼ.`" else " " for c in plain)
    return " ".join("".join(kept).split())


def _names(registry: Registry) -> Iterator[tuple[str, Entry]]:
    for entry in registry.entries.values():
        yield entry.id, entry
    for language in CODED:
        for name, entries in registry.names(language).items():
            for entry in entries:
                yield name, entry


def _fit(name: str, wanted: str, folded: str) -> int | None:
    if name == wanted:
        return EXACT
    if not folded:
        return None
    own = fold(name)
    if folded not in own:
        heard = sound(folded)
        return SPELT if len(heard) >= MIN_SOUND and heard == sound(own) else None
    if own == folded:
        return FOLDED
    return WORDS if f" {folded} " in f" {own} " else PART


def _match(entry: Entry, day: str | None, name: str, fit: int) -> Match:
    return Match(entry=entry, office=entry.at(day), name=name, how=HOW[fit])
