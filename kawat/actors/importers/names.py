"""Names as other files write them, put the way that news writes them."""

from __future__ import annotations

import re
import unicodedata

SMALL = frozenset(
    "of and the for in on to at by with against de la du da di del do dos das des von van der den bin binti ibn e y"
    .split()
)  # fmt: skip
CAPITALS = frozenset("UN US EU UK USA UAE NATO ASEAN PLO IRA CIA FBI II III IV VII VIII XII XIII XIV XVI".split())
PLAIN = frozenset("MR MRS MS DR ST JR SR NG LT LTD MD MT NY SGT TBK".split())  # words without a vowel, yet no acronyms
_VOWEL = re.compile(r"[AEIOUY]")
_ARTICLE = re.compile(r"\b(?P<first>[AE])l(?P<gap>[ -])(?=\w)")
_LATIN = re.compile(r"LATIN|DIGIT")


def is_latin(name: str) -> bool:
    """Return whether a name is written in Latin letters, as it would be in Indonesian and English news."""
    letters = [character for character in name if character.isalpha()]
    return bool(letters) and all(_LATIN.match(unicodedata.name(letter, "")) for letter in letters)


def tidy(name: str) -> str:
    """Return a name in composed letters, with single spaces and no bar, which parts names in the registry."""
    return " ".join(unicodedata.normalize("NFC", name).replace("|", " ").split())


def from_capitals(name: str, person: bool = False) -> tuple[str, ...]:
    """Return the ways that news writes a name that is given in capitals; other names as they are.

    Capitals do not tell acronyms from words: what has no vowel, and single words of up to three letters, stay as
    they are. The look-up finds names of four letters and more in capitals too.
    """
    if name != name.upper():
        return (name,)
    words = name.split()
    if len(words) == 1:
        return _single(name)
    plain = " ".join(_word(word, at) for at, word in enumerate(words))
    found = [_ARTICLE.sub(lambda m: f"{m['first'].lower()}l-", plain), plain]
    if person and "-" in plain:
        found.append(re.sub(r"(?<=\w\w)(?<!\b[AE]l)-(\w)", lambda m: f"-{m[1].lower()}", plain))  # "Ban Ki-moon"
    return tuple(dict.fromkeys(found))


def _single(name: str) -> tuple[str, ...]:
    if len(name) <= 3 or (not name.isalpha() and "-" not in name):
        return (name,)
    plain = _word(name, 0)
    return tuple(dict.fromkeys((plain, _ARTICLE.sub(lambda m: f"{m['first'].lower()}l-", plain))))


def _word(word: str, at: int) -> str:
    for mark in "-/":
        if mark in word:
            return mark.join(_word(part, at) for part in word.split(mark))
    if at and word.lower() in SMALL:
        return word.lower()
    if word in CAPITALS or "." in word or _is_acronym(word):
        return word
    return _capitalised(word)


def _is_acronym(word: str) -> bool:
    """Whether a word cannot be spoken: without a vowel, or of nothing else."""
    letters = word.strip("()'’")
    if not 2 <= len(letters) <= 6 or letters in PLAIN or not letters.isalpha():
        return False
    vowels = len(_VOWEL.findall(letters))
    return not vowels or len(letters) == vowels > 2


def _capitalised(word: str) -> str:
    if len(word) > 2 and word[1] in "'’":  # "O'Brien", "D'Escoto"
        return word[:2] + word[2:].capitalize()
    if word.startswith("MC") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    at = next((at for at, character in enumerate(word) if character.isalnum()), 0)
    return word[:at] + word[at : at + 1] + word[at + 1 :].lower()
