"""Sentences of an article: split where a sentence ends, not where an abbreviation, number or initial has its dot."""

from __future__ import annotations

import re
from functools import cache

from kawat.encoder.tokens import tokenize
from kawat.languages.grammar import grammar
from kawat.records import Article, Sentence

_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«(["
# The end mark, what closes with it, white space, and what may open a sentence.
_BOUNDARY = re.compile(rf"[.!?…]+[{re.escape(_CLOSERS)}]*\s+(?=[{re.escape(_OPENERS)}]*[\w])")
MAX_SENTENCE = 2_000  # characters; a longer run without an end mark is cut at white space


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
    begin = start
    for match in _BOUNDARY.finditer(text, start, end):
        if match.start() < begin or not _ends_sentence(text, match, language, begin):
            continue
        spans.append((begin, match.start() + len(match.group().rstrip())))
        begin = match.end()
    if text[begin:end].strip():
        spans.append((begin, end))
    return [piece for span in spans for piece in _cut_long(text, *span)]


def _ends_sentence(text: str, match: re.Match[str], language: str, begin: int) -> bool:
    marks = match.group().rstrip()
    following = text[match.end()]
    if following.islower() and marks[0] != "." and marks[-1] in _CLOSERS:
        return False  # a quotation's own end mark: '"Why?" he asked'
    if marks[0] != "." or marks.startswith(".."):
        return not following.islower()
    if following.islower():
        return False
    word_start = max(text.rfind(" ", begin, match.start()), text.rfind("\n", begin, match.start())) + 1
    word = text[max(begin, word_start) : match.start()].lstrip(_OPENERS)
    if word in _abbreviations(language):
        # "Rp. 5", "No. 7" and a title before a name go on; "... PT." at a quotation's end does not.
        return marks[-1] in _CLOSERS
    is_initial = len(word) == 1 and word.isupper()
    return not (is_initial and marks[-1] not in _CLOSERS)


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
