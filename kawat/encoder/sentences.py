"""Sentences of an article: split where a sentence ends, not where an abbreviation, number or initial has its dot.

Pages lose spaces when they are scraped ("... kata dia.Ia pergi"): such sentences are parted as well, where neither side
of the mark looks like part of a name, an address, a file or a degree.
"""

from __future__ import annotations

import re
from functools import cache

from kawat.encoder.tokens import tokenize
from kawat.languages.grammar import grammar
from kawat.records import Article, Sentence

_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«(["
_BRACKETS = ")]"
_ENDS_WORD = frozenset(f"{_CLOSERS}%")  # besides letters
# The end mark, what closes with it, white space if there is any, and what may open a sentence.
_BOUNDARY = re.compile(
    rf"(?<![.!?…])[.!?…]+(?P<close>[{re.escape(_CLOSERS)}]*+)(?P<gap>\s*+)(?=(?P<open>[{re.escape(_OPENERS)}]*+)\w)"
)
_WORD = re.compile(r"[^\W_]+")
_SEPARATORS = re.compile(r"[./]")
_BEFORE = re.compile(r"\S*\Z")
_LETTER = re.compile(r"(?:^|[-–—/])[^\W\d_]?\Z")  # "X", "D-W" of "D-W.Va.", or nothing
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,4}")  # S.Pd, S.H, Ph.D, M.Hum
_ADDRESS = re.compile(r"://|www\.|[@_=]|\.\w{2,6}/", re.IGNORECASE)
# What stands behind the dot of a domain or a file and, capitalised, opens no sentence: "Kompas.TV", "Daftar.PDF".
_ENDINGS = frozenset(
    "com co id net org tv gov edu int ac sch html htm php asp js pdf doc docx xls xlsx ppt pptx csv txt jpg jpeg png"
    " gif mp3 mp4 zip rar apk exe".split()
)
_NO_OPENERS = frozenset({"Under"})  # "U.S. Under Secretary"
REACH = 200  # characters before a mark that are looked at
MAX_SENTENCE = 1_000  # characters; a longer run without an end mark is cut at white space


def sentences(article: Article, language: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``article`` with their tokens, in order."""
    found = []
    for index, paragraph in enumerate(article.paragraphs):
        for start, end in split(article.text, paragraph.start, paragraph.end, language):
            tokens = tokenize(article.text, start, end)
            if tokens:
                found.append(Sentence(start=start, end=end, paragraph=index, tokens=tokens))
    return tuple(found)


def split(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences in ``text[start:end]``; together they hold every word of it."""
    spans = []
    begin = counted = start
    straight = 0
    for match in _BOUNDARY.finditer(text, start, end):
        close = match.start("close")
        straight += text.count('"', counted, close)
        counted = close
        stop, after = match.end("close"), match.end()
        if match["gap"]:
            ends = _ends_sentence(text, match, language, begin, end)
        else:
            opens = match["close"].startswith('"') and straight % 2 == 0  # no quotation is open: this mark opens one
            stop, after = (close, close) if opens else (stop, after)
            ends = _is_glued(text, match, language, begin, end, opens or bool(match["open"]))
        if ends:
            spans.append((begin, stop))
            begin = after
    if text[begin:end].strip():
        spans.append((begin, end))
    return [piece for span in spans for piece in _cut_long(text, *span)]


def _ends_sentence(text: str, match: re.Match[str], language: str, begin: int, end: int) -> bool:
    """Whether an end mark with white space behind it ends the sentence."""
    marks = match.group().rstrip()
    following = text[match.end()]
    if following.islower():
        # A quotation's own end mark goes on: '"Why?" he asked'.
        return False
    if marks[0] != "." or marks.startswith(".."):
        return True
    word = _word_before(text, match.start(), begin)
    last = _SEPARATORS.split(word)[-1]
    if not _is_short(word, last, language):
        degree, next_degree = _DEGREE.fullmatch(word), _DEGREE.match(text, match.end(), end)
        return not (degree and next_degree)
    # "Rp. 5", "No. 7", a title or an initial before a name go on; "... PT.”" at a quotation's end does not.
    if marks[-1] in _CLOSERS and marks[-1] not in _BRACKETS:
        return True
    # "the U.S. The talks", "dll. Ia", "vitamin C. Namun": what follows cannot be a name.
    titled = word.count(".") > 1 and word in _abbreviations(language)  # "T.G.H. Lalu Mahsun"
    may_end = not titled and (word != last or len(last) == 1 or word.islower())
    found = _WORD.match(text, match.end() + len(match["open"]), end)
    if not may_end or found is None or found[0] not in _openers(language):
        return False
    return len(found[0]) > 1 or not text.startswith(".", found.end())  # not "J. A. Smith"


def _is_glued(text: str, match: re.Match[str], language: str, begin: int, end: int, opens: bool) -> bool:
    """Whether an end mark without white space behind it ends the sentence; ``opens``: a quotation follows."""
    if not opens and not text[match.end()].isupper():
        return False
    word = _word_before(text, match.start(), begin)
    if not word or match.group().startswith("…") or _ADDRESS.search(word):
        return False
    last = _SEPARATORS.split(word)[-1]
    return _may_stop(word, last, language, opens) and (opens or _may_start(text, match.end(), end, language, last))


def _may_stop(word: str, last: str, language: str, opens: bool) -> bool:
    """Whether a sentence that lost its space may end in ``word``, of which ``last`` is what its last dot parts off."""
    if _is_short(word, last, language) or _LETTER.search(last):
        return False
    if word != last and last[0].isupper() and last.lower() not in _ENDINGS:
        return opens  # "S.Pd", "Berita.Utama"
    if last[-1].isdigit():
        return opens or len(word) > 2  # not "1.Budi"
    if last.isupper():
        return opens or len(last) > 2 or last.lower() in _ENDINGS
    return last[-1].islower() or last[-1] in _ENDS_WORD


def _may_start(text: str, at: int, end: int, language: str, last: str) -> bool:
    """Whether a sentence that lost its space may start at ``at``, behind ``last``."""
    found = _WORD.match(text, at, end)
    if found is None or found[0].lower() in _ENDINGS:
        return False
    if len(found[0]) == 1:
        return language == "en" and found[0] in "AI" and text[found.end() : found.end() + 1] == " "
    if text[found.end() : found.end() + 1] in ("@", "_", "="):
        return False
    if last.isupper() and found[0].isupper():  # "KORIDOR.NEWS"
        return False
    behind = _WORD.match(text, found.end() + 1, end) if text.startswith(".", found.end()) else None
    # "dia.Kompas.com menulis" starts one, "Berita.Utama.Daerah" does not.
    return behind is None or behind[0] in _ENDINGS or found[0] in _abbreviations(language)


def _word_before(text: str, at: int, begin: int) -> str:
    found = _BEFORE.search(text, max(begin, at - REACH), at)
    return found[0].lstrip(_OPENERS) if found else ""


def _is_short(word: str, last: str, language: str) -> bool:
    """Whether a word is an abbreviation or an initial, or ends in one: "Rp", "a.n", "Prof.Dr", "J.K"."""
    known = _abbreviations(language)
    return word in known or last in known or (len(last) == 1 and last.isupper())


@cache
def _openers(language: str) -> frozenset[str]:
    """Return the capitalised closed-class words that open sentences and no name."""
    words = grammar(language)
    closed = {
        *words.articles, *words.coordination, *words.conjunctions, *words.prepositions,
        *words.pronouns_person, *words.pronouns_plural, *words.pronouns_body, *words.pronouns_speaker,
    }  # fmt: skip
    return frozenset(word for word in words.not_names if word.lower() in closed and word not in _NO_OPENERS)


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(grammar(language).abbreviations)


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        cut = cut if cut > 0 else start + MAX_SENTENCE
        pieces.append((start, cut))
        start = cut + 1 if text[cut].isspace() else cut
    pieces.append((start, end))
    return pieces
