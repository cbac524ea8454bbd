"""Titles of other stories on lines of their own: lists below a heading such as "Baca Juga", and lone ones."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from kawat.cleaning.chrome import bare, ends_sentence, is_heading, is_listed, is_prose, title_words
from kawat.cleaning.data import load_chrome
from kawat.cleaning.dateline import find_dateline
from kawat.cleaning.pieces import Piece, Pieces
from kawat.cleaning.words import stems

_LONGEST = 180  # characters of a title
_MOST_TITLES = 12  # below one heading
_SUBHEADING_WORDS = 4  # a line with no more, before prose and not the first, is the article's own heading
_TITLE_WORDS = 3  # spaces in a title, at least, if prose follows it at once
_LONE_WORDS = 6  # a title that stands alone has at least as many, or one fewer if each has its capital
_MOST_TOGETHER = 4
_UNSEEN_EACH = 0.8  # of the words of each of several titles together, and of one without capitals
_MOST_SMALL = 14  # words of a title in small letters
_UNSEEN = 0.55  # of its longer words are nowhere else on the page
_MARKS = re.compile(r"^[|·•\W_]*$")
_INNER_END = re.compile(r"[a-z]{3}[.][\"”’)]?\s+[A-Z(“\"]")
_BULLET = re.compile(r"^[•·▪●*]\s+")
_STOPS = (",", ";", "-", "–", "—")


@cache
def _buttons() -> frozenset[str]:
    return frozenset(word for part in load_chrome() for word in part.buttons)


def is_title_like(line: str) -> bool:
    """Return whether a line may be a title: short, no stop at its end, no item of a list, no dateline."""
    if len(line) > _LONGEST or line.endswith(_STOPS) or line.endswith(":"):
        return False
    if ends_sentence(line) and not line.rstrip("\"'”’)").endswith(("?", "!", "…", "...")):
        return False
    if _INNER_END.search(line):
        return False
    return not line[0].islower() and not is_listed(line) and find_dateline(line) is None


def mark_links(pieces: Pieces) -> None:
    """Mark the titles below headings and above buttons such as "Read more"."""
    items = pieces.items
    start = next((k for k, piece in enumerate(items) if piece.reason is None and is_prose(piece.text)), len(items))
    for where, piece in enumerate(items):
        if where < start or piece.reason != "chrome":
            continue
        if is_heading(piece.text):
            _mark_list(items, where + 1)
        elif bare(piece.text) in _buttons() and where and items[where - 1].reason is None:
            before = items[where - 1]
            if is_title_like(before.text) and before.text.count(" ") >= _SUBHEADING_WORDS - 1:
                before.reason = "chrome"


def _mark_list(items: list[Piece], start: int) -> None:
    """Mark the titles that follow a heading, until a line that is none. Times and marks between them are no matter."""
    marked = 0
    for where in range(start, len(items)):
        piece = items[where]
        if piece.reason is not None:
            if piece.reason in ("chrome", "metadata", "caption") and not is_heading(piece.text):
                continue
            return
        if not is_title_like(piece.text) or marked == _MOST_TITLES:
            return
        following = next((item for item in islice(items, where + 1, None) if item.reason is None), None)
        if not marked and piece.text.count(" ") < _TITLE_WORDS and following is not None and is_prose(following.text):
            return
        own = piece.text.count(" ") < _SUBHEADING_WORDS and following is not None and is_prose(following.text)
        if marked and own:
            return
        piece.reason = "chrome"
        marked += 1


def mark_headlines(pieces: Pieces, title: str | None) -> None:
    """Mark titles of other stories that stand between paragraphs, alone or a few together.

    Such a line has a title's form, follows and precedes sentences, and most of its words are nowhere else on the
    page: that tells it from the article's own headings and from lines of a list.
    """
    body = pieces.body()
    entries = _headings_of_entries(pieces)
    runs = [run for run in _runs(body) if not any(id(body[where]) in entries for where in run)]
    if not runs:
        return
    apart = {where for run in runs for where in run}
    seen = stems(title or "") | stems(*(piece.text for where, piece in enumerate(body) if where not in apart))
    for run in runs:
        alone = len(run) == 1 and _in_capitals(_BULLET.sub("", body[run[0]].text).split())
        wanted = _UNSEEN if alone else _UNSEEN_EACH  # without capitals it may be a sentence that lost its stop
        words = [stems(body[where].text) for where in run]
        if all(mine and len(mine - seen) >= wanted * len(mine) for mine in words):
            for where in run:
                body[where].reason = "chrome"


def _runs(body: list[Piece]) -> list[list[int]]:
    """Return the runs of lines with a title's form between two sentences; what follows a colon is a list."""
    runs: list[list[int]] = []
    run: list[int] = []
    for where, piece in enumerate(body):
        if _is_lone_title(piece.text):
            run.append(where)
            continue
        before = body[run[0] - 1].text if run and run[0] else ""
        if run and len(run) <= _MOST_TOGETHER and ends_sentence(before) and _closes(piece.text):
            runs.append(run)
        run = []
    return runs


def _closes(line: str) -> bool:
    return ends_sentence(line) or line.endswith(":")


def _headings_of_entries(pieces: Pieces) -> set[int]:
    """Return the lines that stand directly below a time or above a name: headings of entries in a live blog."""
    return {
        id(piece)
        for before, piece, after in zip(pieces.items, pieces.items[1:], pieces.items[2:], strict=False)
        if before.reason == "metadata" or after.reason == "byline"
    }


def _is_lone_title(line: str) -> bool:
    plain = _BULLET.sub("", line)
    if not plain or not is_title_like(plain) or is_prose(plain) or plain[0] in "\"“'‘(":
        return False
    words = plain.split()
    capitals = _in_capitals(words)
    return len(words) >= _LONE_WORDS - capitals and (capitals or len(words) <= _MOST_SMALL)


def _in_capitals(words: list[str]) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() or word in title_words() for word in words)
