"""Names of actors that are none where they stand: "bahasa Rusia", "Swiss cheese", "Antara Jakarta dan Bandung"."""

from __future__ import annotations

import re

from kawat.actors.lookup import Hit
from kawat.actors.registry import PLACE_KINDS
from kawat.languages.grammar import cue_forms
from kawat.languages.things import Things, things

_BEFORE = re.compile(r"([\w-]+)(?:['’]s|\s+(?:of|de))?\s+$")
_AFTER = re.compile(r"\s+([\w-]+)")
_REACH = 30  # characters in which a neighbouring word stands


def without_things(text: str, hits: list[Hit], language: str) -> list[Hit]:
    """Return ``hits`` without names of countries inside names of things, and ordinary words that open a sentence."""
    data = things(language)
    roles = {hit.end for hit in hits if hit.role is not None}  # "Angkatan Laut" before "Australia" is no sea
    return [
        hit for hit in hits if not hit.entries or hit.start - 1 in roles or not _is_thing(text, hit, data, language)
    ]


def _is_thing(text: str, hit: Hit, data: Things, language: str) -> bool:
    after = _AFTER.match(text, hit.end)
    following = after[1].lower() if after is not None else ""
    if text[hit.start : hit.end] in data.opening:
        return _opens_sentence(text, hit.start) and following not in cue_forms(language)
    if hit.entries[0].kind not in PLACE_KINDS:
        return False
    before = _BEFORE.search(text, max(0, hit.start - _REACH), hit.start)
    return following in data.after or (before is not None and before[1].lower() in data.before)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"“'‘")
    return not before or before[-1] in ".!?\n"
