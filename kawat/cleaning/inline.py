"""Page chrome within lines of the article is cut out: fixed phrases, and links to other stories with their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kawat.cleaning.chrome import line_rules, site_sentences, title_words
from kawat.cleaning.data import load_chrome
from kawat.cleaning.pieces import Pieces

_LONGEST_TITLE = 220  # characters
_LOOKED_AT = 13  # words behind a seam that tell whether a sentence begins there
_SMALL_WORDS = 2  # of them, in small letters, that show a sentence
_FIRST_WORDS = 4  # a title has at least as many
# Where a title and the next sentence have been glued together: "RudalKorea", "DPRChico", "Mobilnya“Ini", "Apa?Usai".
_SEAM = re.compile(
    r"(?<=[a-zà-ÿ0-9%)])(?=[A-Z][a-z]|[A-Z]{2,}\b|[“\"][A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]+[ ,])"
    r"|(?<=[?!”\"’'])(?=[A-Z“][a-z])|(?<=[?!”\"’] )(?=[A-Z][a-z]+ [a-z])|(?<=[?!] )(?=[“\"][A-Z])"
    r"|(?P<next>(?=\s*(?:\[[A-Z]|[\[(][a-z]{2,4}/[a-z]{2,4}[\])]|(?:BACA|Baca|Simak|Lihat|Tonton) [Jj](?:UGA|uga)\b)))"
)
_COLON = re.compile(r"\s*:")
_GLUED = re.compile(r"[A-Z0-9“”\"-]")
_WORD = re.compile(r"\S+")
_BEFORE = frozenset('.!?"”’)]…:|')
_SENTENCE_END = re.compile(r"[.](?=\s|$)|[.!?][\"”’)](?=\s|$)")
_QUOTED = re.compile(
    r"\s*:?\s*(?:[\"'“‘].{5,200}?[\"'”’]+\s*(?:di\s+sini\s*)?(?::|di\s+sini\b|$)|[\"“][^\"“”]{5,200}[\"”](?=\s*(?:$|[A-Z\[])))"
)


class _Opener(NamedTuple):
    """Where the words that open a link stand; ``colon``: one follows them."""

    start: int
    end: int
    colon: bool
    several: bool  # it is more than one word


@cache
def _words() -> tuple[AhoCorasick, list[str]]:
    words = {form for part in load_chrome() for word in part.links for form in _cases(word)}
    listed = sorted(words)
    return AhoCorasick(listed, matchkind=MatchKind.LeftmostLongest), listed


def _openers(text: str) -> Iterator[_Opener]:
    """Yield the words that may open a link; a single word is one only before a colon."""
    finder, listed = _words()
    for which, start, end in finder.find_matches_as_indexes(text):
        colon = _COLON.match(text, end)
        several = " " in listed[which]
        if colon or several:
            yield _Opener(start, colon.end() if colon else end, colon is not None, several)


def _cases(words: str) -> tuple[str, ...]:
    """Return the words as links write them: "Baca juga", "Baca Juga", "BACA JUGA"."""
    return words.capitalize(), words.title(), words.upper()


@cache
def _camels() -> frozenset[str]:
    return frozenset(word for part in load_chrome() for word in part.camels)


def cut_inline(pieces: Pieces) -> None:
    """Cut out the chrome that stands within lines of the article; the line around it stays one paragraph."""
    rules = line_rules().inline
    for piece in pieces.body():
        lowered = piece.text.lower()
        patterns = rules.fitting(lowered)
        found = [match.span() for pattern in patterns for match in pattern.finditer(piece.text)]
        found += _links(piece.text)
        found += site_sentences(piece.text, lowered)
        if found:
            piece.cut_out(found)


def _links(text: str) -> list[tuple[int, int]]:
    """Return where links to other stories stand in a line of the article: "Baca juga: Pasar Lama Terbakar"."""
    found = []
    done = 0
    for opener in _openers(text):
        if opener.start < done or not _opens(text, opener):
            continue
        end = _end(text, opener)
        start = opener.start - (text[opener.start - 1 : opener.start] in ("[", "("))
        if end is None or (start == 0 and end == len(text)):
            continue  # the whole line is the link: the rules for lines know it
        end += start < opener.start and text[end : end + 1] in ("]", ")")
        found.append((start, end))
        done = end
    return found


def _opens(text: str, opener: _Opener) -> bool:
    """Return whether the words open a link: after the end of a sentence or glued to a word, and before a title."""
    before = text[max(opener.start - 3, 0) : opener.start].rstrip()[-1:]
    free = before in _BEFORE or before == "" or text[opener.start - 1].isalnum()
    if opener.colon:
        return free or opener.several
    after = text[opener.end : opener.end + 2]
    if not after or _GLUED.match(after):
        return True
    return free and after.startswith(" ") and not after[1:].islower()


def _end(text: str, opener: _Opener) -> int | None:
    """Return where the link ends, or None where nothing shows it."""
    at = opener.end
    if not opener.colon and _GLUED.match(text, at):
        return at  # glued on both sides: the button of a link whose title is not on the page
    if quoted := _QUOTED.match(text, at):
        return quoted.end()
    limit = min(at + _LONGEST_TITLE, len(text))
    for seam in _SEAM.finditer(text, at + 10, limit):
        if seam["next"] is not None or _is_seam(text, at, seam.start()):
            return seam.start()
    if limit == len(text) and not _SENTENCE_END.search(text, at):
        return len(text)
    return _case_end(text, at, limit)


def _is_seam(text: str, start: int, at: int) -> bool:
    """Return whether a sentence begins at ``at``: no name with a capital inside, and small words follow."""
    left = text.rfind(" ", start, at) + 1
    whole = re.match(r"[^\W_]*", text[left : at + 30])
    if whole and left < at and (whole[0] in _camels() or at - left <= 1):
        return False
    if text[at] in '“"' and text.count('"', start, at) % 2 == 0:
        return True
    words = _WORD.findall(text[at : at + 120])[:_LOOKED_AT]
    small = [w for w in words[1:] if w[0].islower() and w.strip(".,") not in title_words()]
    return len(small) >= _SMALL_WORDS or (bool(small) and len(words) < _LOOKED_AT)


def _case_end(text: str, start: int, limit: int) -> int | None:
    """Find the end of a title in which every word has a capital, before a sentence that has small words.

    "Baca juga: Warga Dua Desa Mengungsi Bupati Rina Sari mengatakan": the sentence begins with the longest
    run of words before the first small one that the page has elsewhere, too.
    """
    words = [(m.start(), m[0]) for m in _WORD.finditer(text, start, limit)]
    for where, (_, word) in enumerate(words):
        if where >= _FIRST_WORDS and word[0].islower() and word.strip(".,:") not in title_words():
            break
    else:
        return None
    run = where
    while run > 1 and words[run - 1][1][0].isupper() and where - run < 5:
        run -= 1
    for first in range(max(run, 2), where):
        begin = words[first][0]
        phrase = text[begin : words[where][0]].rstrip(" ,")
        if phrase and (text.find(phrase, 0, start) >= 0 or text.find(phrase, limit) >= 0):
            return begin
    return None
