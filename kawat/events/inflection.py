"""Forms of verbs: Indonesian active, passive and bare forms; English inflections."""

from __future__ import annotations

from typing import Literal

from kawat.languages import VerbEntry

Voice = Literal["active", "passive", "participle", "bare", "gerund"]

_VOWELS = "aiueo"


def forms(verb: VerbEntry, language: str) -> dict[str, Voice]:
    """Return every form of ``verb`` with the voice it shows.

    ``participle``: an English form that is active (past) or passive (participle) by what stands around it.
    ``bare``: an Indonesian root, active in headlines and after "akan"; an English base form.
    """
    found: dict[str, Voice] = dict.fromkeys(verb.forms, "active")
    for form in verb.passive_forms:
        found[form] = "participle" if form in found else "passive"
    if not verb.inflect:
        return found
    derived = _indonesian(verb.base) if language == "id" else _english(verb)
    return {**derived, **found}


def _indonesian(base: str) -> dict[str, Voice]:
    if " " in base or "-" in base:
        return {base: "bare"}
    return {active(base): "active", f"di{base}": "passive", base: "bare"}


def active(base: str) -> str:
    """Return the meN- form of an Indonesian base, with its nasal: tuduh, menuduh; serang, menyerang; bom, mengebom."""
    first, second = base[0], base[1:2]
    if len(base) <= 3 and base[-1] not in _VOWELS and sum(char in _VOWELS for char in base) == 1:
        return f"menge{base}"  # one syllable: bom, cat, tik
    if first in _VOWELS or first in "hgx":
        return f"meng{base}"
    if first == "k":
        return f"meng{base}" if second not in _VOWELS else f"meng{base[1:]}"
    if first == "p":
        return f"mem{base}" if second not in _VOWELS else f"mem{base[1:]}"
    if first in "bfv":
        return f"mem{base}"
    if first == "t":
        return f"men{base}" if second not in _VOWELS else f"men{base[1:]}"
    if first in "dcjz":
        return f"men{base}"
    if first == "s":
        return f"men{base}" if second not in _VOWELS else f"meny{base[1:]}"
    return f"me{base}"  # l m n r w y


def _english(verb: VerbEntry) -> dict[str, Voice]:
    base = verb.base
    past = verb.past or _ed(base)
    participle = verb.participle or verb.past or _ed(base)
    found: dict[str, Voice] = {base: "bare", _s(base): "active", _ing(base): "gerund"}
    found[past] = "active" if past != participle else "participle"
    found[participle] = "participle" if past == participle else "passive"
    if participle == base:
        found[base] = "bare"
    return found


def _s(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"


def _doubles(base: str) -> bool:
    """One syllable, consonant-vowel-consonant: bar, barred; stab, stabbed."""
    if len(base) < 3 or base[-1] in "wxy" + _VOWELS or base[-2] not in _VOWELS or base[-3] in _VOWELS:
        return False
    return sum(char in _VOWELS for char in base) == 1 or base.endswith(
        ("mit", "fer", "pel", "bel", "cel", "vel", "tol")
    )


def _ed(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if _doubles(base) else f"{base}ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return f"{base[:-1]}ing"
    return f"{base}{base[-1]}ing" if _doubles(base) else f"{base}ing"
