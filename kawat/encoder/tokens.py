"""Words, numbers and marks of a stretch of text, with their places."""

from __future__ import annotations

import re

from kawat.records import Token

# A number with its separators; a word with inner dots ("U.S."), apostrophes or hyphens; else one mark.
_TOKEN = re.compile(
    r"""
    \d+(?:[.,:/]\d+)*(?:\w+)?            # 1.500  27/7/2023  14:05  70th
  | (?:[^\W\d_]\.){2,}                   # U.S.  U.N.
  | [^\W_]+(?:['’][^\W\d_]+)*(?:-[^\W_]+(?:['’][^\W\d_]+)*)*
  | \.\.\.|…|--+
  | [^\w\s] | _
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


def tokenize(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the tokens of ``text[start:end]`` with spans into ``text``.

    A hyphen joins a word ("Jong-un", "kata-kata") unless it links two names ("DPRK-Rusia", "US-led"):
    those come apart, since each side may be an actor. An English possessive is a token of its own.
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        at = match.start()
        if "-" in word and len(word) > 2 and not word.startswith("-"):
            for piece, offset in _split_hyphens(word):
                _add(tokens, piece, at + offset)
        else:
            _add(tokens, word, at)
    return tuple(tokens)


def _split_hyphens(word: str) -> list[tuple[str, int]]:
    pieces: list[tuple[str, int]] = []
    begin = 0
    for i, char in enumerate(word):
        if char != "-" or i == 0 or i == len(word) - 1:
            continue
        left = word[begin:i]
        links_names = (left.isupper() and len(left) > 1) or (left[0].isupper() and word[i + 1].isupper())
        if links_names:
            pieces += [(left, begin), ("-", i)]
            begin = i + 1
    pieces.append((word[begin:], begin))
    return pieces


def _add(tokens: list[Token], word: str, at: int) -> None:
    suffix = _POSSESSIVE.search(word)
    if suffix and suffix.start() > 0:
        cut = suffix.start()
        _append(tokens, word[:cut], at)
        _append(tokens, word[cut:], at + cut)
    else:
        _append(tokens, word, at)


def _append(tokens: list[Token], word: str, at: int) -> None:
    tokens.append(Token(start=at, end=at + len(word), text=word, lower=word.lower().replace("’", "'")))
