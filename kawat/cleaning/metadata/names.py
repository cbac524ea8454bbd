"""Names out of a credit in any language: "Von Jana Weber und Tom Berg, Reporter" → Jana Weber, Tom Berg."""

from __future__ import annotations

import re
from html import unescape

from kawat.cleaning.characters import normalise, unique
from kawat.cleaning.metadata.words import credit_words

_LONGEST_CREDIT = 600
_LONGEST_NAME = 70
_MOST_WORDS = 7
_MOST_NAMES = 40
_TAG = re.compile(r"<[^<>]{0,300}>")
_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*|[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\w)@\w+")
_BRACKETS = re.compile(r"\s*[(\[（【][^()\[\]（）【】]{0,80}[)\]）】]")
_HARD = re.compile(r"\s*(?:[;|•·\n\t\r]|\s[–—/]\s|、|，|；|／|\s-\s)\s*")
_SLASH = re.compile(r"(?<=\w)/(?=\w)")
_COMMA = re.compile(r"\s*,\s*")
_TITLE_BEHIND = re.compile(
    r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|mba|m\.?a|esq|dds|rn|rd|s\.?\w{1,3}|m\.?\w{1,3})\.?", re.I
)
_CLOCK_OR_DATE = re.compile(r"\d{1,2}[:./-]\d{1,2}|(?:19|20)\d\d|\b\d{1,2}\s*(?:min|h|am|pm)\b", re.I)
_SYSTEM = re.compile(r"(?<![^\W_])(?:admin|administrator|developer|webmaster)(?![^\W_])", re.I)
_EDGES = re.compile(r"^[\s:.,;*|/–—•·&+＝=\-]+|[\s:,;*|/–—•·&+=\-]+$")
_DIGITS = re.compile(r"\d")
_DOMAIN_TAIL = re.compile(r"^[\w-]+(?:\.[\w-]+)+$")


def names_of(credit: str) -> list[str]:
    """Return the names in a credit, in order and without repetitions.

    An opener such as "By" is cut off. Roles, places, dates, addresses and accounts are no names and are left out;
    names of desks and agencies are kept as they are written.
    """
    words = credit_words()
    text = normalise(_TAG.sub(" ", unescape(credit[:_LONGEST_CREDIT])))
    text = _ADDRESS.sub(" ", text)
    text = _BRACKETS.sub("", text)
    found: list[str] = []
    for part in _HARD.split(text):
        if part and not words.other.match(part):
            found += _of_part(part)
        if len(found) > _MOST_NAMES:
            break
    return unique(found)


def _of_part(part: str) -> list[str]:
    words = credit_words()
    if match := words.opener.match(part):
        part = part[match.end() :]
    found: list[str] = []
    pieces = [piece for piece in _COMMA.split(part) if piece]
    for where, piece in enumerate(pieces):
        if where and _TITLE_BEHIND.fullmatch(piece) and found:
            continue
        for name in _joined(piece):
            clean = _name(name)
            if clean and (not where or not _beside_a_name(clean, found)):
                found.append(clean)
    return found


def _joined(piece: str) -> list[str]:
    """Part a piece at "and" where both sides can be names: "Simon and Schuster" and "Rise and Shine" stay whole."""
    words = credit_words()
    parts: list[str] = []
    at = start = 0
    while match := words.joiner.search(piece, at):
        left, right = piece[start : match.start()].strip(), piece[match.end() :].strip()
        if _can_part(left, right, match[1].lower() in words.weak):
            parts.append(left)
            start = match.end()
        at = match.end()
    parts.append(piece[start:])
    slashed = [half for part in parts for half in _unslashed(part)]
    return [part for part in slashed if part.strip()]


def _can_part(left: str, right: str, weak: bool) -> bool:
    enough = 2 if weak else 1
    sizes = (len(left.split()), len(right.split()))
    if not left or not right or min(sizes) < enough or max(sizes) < 2 or right[0].islower():
        return False
    return sizes[1] > 1 or not any(word.islower() for word in left.split())


def _unslashed(part: str) -> list[str]:
    """Part "Rina Sari/Budi Utomo"; initials such as "asp/idh" are one mark and stay."""
    halves = _SLASH.split(part)
    if len(halves) > 1 and all(" " in half.strip() for half in halves):
        return halves
    return [part]


def _name(text: str) -> str:
    """Return a name without what clings to it; "" where it is none."""
    words = credit_words()
    text = _EDGES.sub("", text)
    if match := words.head.match(text):
        text = text[match.end() :]
    if match := words.place.search(text):
        before = text[: match.start()]
        if len(before.split()) >= 2:  # "Ann Lee in London", not "Leben in Berlin"
            text = before
    text = _EDGES.sub("", text)
    if not any(char.isalpha() for char in text) or len(text) > _LONGEST_NAME or text.count(" ") >= _MOST_WORDS:
        return ""
    if text.casefold() in words.nobody or _SYSTEM.search(text) or _CLOCK_OR_DATE.search(text):
        return ""
    if words.roles.search(text):
        return ""
    return text.rstrip(".") if not re.search(r"(?:\b\w|\b[JS]r)\.$", text) else text


def _beside_a_name(part: str, found: list[str]) -> bool:
    """Return whether what stands behind a name's comma only describes it: it begins in lower case."""
    return bool(found) and part[0].islower() and " " in part
