"""Which trigger stands in the complement of which: "menuduh X memasok ...", "refused to meet", "klaim bahwa ..."."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.encoder.clauses import Clauses
from kawat.events.triggers import Trigger
from kawat.languages import Inner, NounEntry

CLOSE = 3  # items; a trigger this near to one that takes a complement, with no mention between, is its complement
OPENERS = frozenset({"agar", "supaya", "karena", "atas", "of", "for", "from", "over"})
VERBAL_NOUNS = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})


def governing(clauses: Clauses, triggers: Sequence[Trigger], k: int) -> Trigger | None:
    """Return the nearest trigger in whose complement ``triggers[k]`` stands, if it stands in one."""
    for other in reversed(triggers[:k]):
        if treatment(other, triggers[k]) != "keep" and _in_complement(clauses, other, triggers[k]):
            return other
    return None


def treatment(outer: Trigger, inner: Trigger) -> Inner:
    """Return what becomes of an event in the complement of ``outer``: the entry says so, else its type."""
    if isinstance(inner.entry, NounEntry) and inner.entry.type in VERBAL_NOUNS:
        return "keep"  # a rejected claim, a repeated demand: made all the same
    if outer.entry.inner is not None:
        return outer.entry.inner
    if outer.entry.type == "ACCUSE":
        return "keep" if "disapprove" in outer.entry.modes and inner.voice is None else "claimed"
    if outer.entry.type in ("REQUEST", "AGREE", "THREATEN", "REJECT"):
        return "suppress"
    return "keep"


def _in_complement(clauses: Clauses, outer: Trigger, inner: Trigger) -> bool:
    items = clauses.items
    between = range(outer.last + 1, inner.first)
    start = clauses.verb_start(inner.first)
    if inner.is_verb and start > outer.last + 1 and items[start - 1].lower in clauses.words.coordination:
        return False  # "mengecam Iran dan menyerang Ukraina": beside it, not in it
    words = clauses.words
    openers = {*words.complementizers, *words.infinitives, *OPENERS}
    mention_seen = False
    for i in between:
        item = items[i]
        if item.lower in (";", ".") or (item.lower in words.relatives and item.lower not in words.complementizers):
            return False
        if item.lower in openers:
            return True
        if clauses.is_barrier(i):
            return False
        mention_seen = mention_seen or item.mention is not None
    if not mention_seen:
        return len(between) <= CLOSE
    # Object and then verb, nothing joining between: "menuduh Rusia menyerang", "urged Iran to stop".
    last = next((i for i in reversed(between) if items[i].mention is not None), None)
    return last is not None and start - last <= 1 and inner.is_verb
