"""Which language a text is in: common words decide where they can, a general identifier elsewhere.

Then the languages that are easily taken for one of ours are told apart by words that only one of the two has. What
counts is the text around the quotations: an Indonesian report of an English speech is Indonesian.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from kawat.cleaning.data import WordData
from kawat.languages import CODED, load

_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_QUOTATION = re.compile(r"“[^”]{1,2000}”|\"[^\"\n]{1,2000}\"|«[^«»]{1,2000}»")
_LOOKED_AT = 2500  # characters, after as many of quotations at most
_MIN_FRAME = 6  # words outside of quotations that can speak for the text
_SURE_WORDS = 25  # a text so long,
_SHARE = 0.15  # with so many of its language's commonest words,
_LEAD = 3.0  # times as many as of the other language, needs no further opinion
_MARKS = 2  # a rival needs so many words of its own, of two kinds,
_FEW_WORDS = 12  # in so short a text the general identifier takes Indonesian for its neighbours
_FAVOURED = ("id",)
_FEW_SHARE = 0.25  # of a headline's words: its language's common ones, of two kinds
_MARKS_SHARE = 0.08  # and so many of all words, unless the language is in question already
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


class _Rival(NamedTuple):
    marks: frozenset[str]
    own: frozenset[str]


@cache
def _common() -> dict[str, frozenset[str]]:
    return {code: frozenset(load(code, "words", WordData).common) for code in CODED}


@cache
def _rivals() -> dict[tuple[str, str], _Rival]:
    return {
        (code, rival): _Rival(frozenset(data.marks), frozenset(data.own))
        for code in CODED
        for rival, data in load(code, "words", WordData).rivals.items()
    }


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
    frame = _frame(text)
    words = Counter(word.replace("’", "'") for word in _WORDS.findall(frame.lower()))
    if not words:
        return None
    return _told_apart(words, _obvious(words) or _general(frame))


def _frame(text: str) -> str:
    """Return the beginning of the text without its quotations, or with them where little else is there."""
    frame = _QUOTATION.sub(" ", text[: 2 * _LOOKED_AT])[:_LOOKED_AT]
    return frame if len(_WORDS.findall(frame)) >= _MIN_FRAME else text[:_LOOKED_AT]


def _obvious(words: Counter[str]) -> str | None:
    """Return the language whose commonest words the text is full of, if it is long enough to say."""
    total = words.total()
    shares = {code: _count(words, common) / total for code, common in _common().items()}
    best, *others = sorted(shares, key=lambda code: -shares[code])
    lead = all(shares[best] >= _LEAD * shares[other] for other in others)
    return best if total >= _SURE_WORDS and shares[best] >= _SHARE and lead else None


def _told_apart(words: Counter[str], best: str) -> str:
    """Return ``best``, or the language that is like it and has more words of its own in the text."""
    for (code, rival), (marks, own) in _rivals().items():
        theirs, ours = _count(words, marks), _count(words, own)
        doubtful = code in _FAVOURED and not theirs and words.total() < _FEW_WORDS
        if best == rival and (ours > theirs or doubtful):
            best = code
        elif theirs > ours and theirs >= (_MARKS if best == code else max(_MARKS, _MARKS_SHARE * words.total())):
            best = rival if len(marks.intersection(words)) > 1 else best
    return best if best in _known() else _of_few_words(words) or best


@cache
def _known() -> frozenset[str]:
    return frozenset(code for pair in _rivals() for code in pair)


def _of_few_words(words: Counter[str]) -> str | None:
    """Return the coded language of a headline: the general identifier names rare languages for those."""
    for code, common in _common().items():
        own = common.union(*(rival.own for (of, _), rival in _rivals().items() if of == code))
        some = len(own.intersection(words))
        if words.total() < _SURE_WORDS and some > 1 and _count(words, own) >= _FEW_SHARE * words.total():
            return code
    return None


def _count(words: Counter[str], wanted: frozenset[str]) -> int:
    return sum(words[word] for word in wanted if word in words)


def _general(text: str) -> str:
    """Ask the general identifier."""
    import py3langid  # a second to load, and most texts do not need it

    return str(py3langid.classify(text)[0])
