"""Which language a text is in: common words decide where they can, a general identifier elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from kawat.cleaning.data import WordData
from kawat.languages import CODED, load

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_LOOKED_AT = 2500  # characters
_SHARE = 0.10  # of all words: a text has at least so many of its language's commonest words
_LEAD = 3.0  # times as many as of any other language
_RIVAL_WORDS = 3  # at least, of two kinds
_NAMES = {
    "indonesian": "id",
    "indonesia": "id",
    "bahasa": "id",
    "bahasa indonesia": "id",
    "in": "id",
    "ind": "id",
    "english": "en",
    "eng": "en",
}


@cache
def _common() -> dict[str, tuple[frozenset[str], dict[str, frozenset[str]]]]:
    found = {}
    for code in CODED:
        data = load(code, "words", WordData)
        rivals = {rival: frozenset(words) for rival, words in data.rivals.items()}
        found[code] = (frozenset(data.common), rivals)
    return found


def named_language(name: str | None) -> str | None:
    """Return the ISO 639-1 code that a declared language means ("id-ID", "in", "Indonesian"), or None."""
    if name is None:
        return None
    name = name.strip().casefold()
    if name in ("", "auto", "und", "unknown"):
        return None
    code = _NAMES.get(name) or re.split(r"[-_]", name)[0]
    code = _NAMES.get(code, code)
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None


def identify(text: str) -> str | None:
    """Return the code of the text's language, or None where the text has no words."""
    words = Counter(_WORDS.findall(text[:_LOOKED_AT].lower()))
    if not words:
        return None
    total = words.total()
    shares = {code: _count(words, common) / total for code, (common, _) in _common().items()}
    best, *others = sorted(shares, key=lambda code: -shares[code])
    if shares[best] < _SHARE or shares[best] < _LEAD * max(shares[other] for other in others):
        return _general(text)
    for rival, marks in _common()[best][1].items():
        if _count(words, marks) >= _RIVAL_WORDS and len(marks.intersection(words)) > 1:
            return rival
    return best


def _count(words: Counter[str], wanted: frozenset[str]) -> int:
    return sum(words[word] for word in wanted if word in words)


def _general(text: str) -> str:
    """Ask the general identifier; it cannot tell Indonesian from Malay, so its Malay means Indonesian here."""
    import py3langid  # half a second to load, and most texts do not need it

    code, _ = py3langid.classify(text[:_LOOKED_AT])
    return "id" if code == "ms" else str(code)
