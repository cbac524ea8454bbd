"""Which characters of a page a cleaner kept: page, body and removed pieces laid beside one another.

Cleaning gives the body and the removed pieces each in page order, and loses nothing but the title. So the letters
and digits of the page, read from its start, are at each place the next ones of the body, or a whole removed piece,
or the title. Where both fit (a passage that stands twice), the reading that agrees best with the labels is taken:
it does not matter which of two equal copies is the one that stays.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from benchmarks.cleaning.text_pages import Line
from kawat.cleaning.characters import normalise
from kawat.records import Article

_WAYS = 64  # readings that are followed at a time


class Kept(NamedTuple):
    """For each line its letters as pairs: kept by the reader, kept by the cleaner. ``exact``: nothing was lost."""

    lines: list[list[tuple[bool, bool]]]
    exact: bool


class _Way(NamedTuple):
    """A reading of the page up to some letter: what is used up so far, and how often it agrees with the labels."""

    body: int
    piece: int
    title: bool
    agrees: int
    path: tuple | None  # (kept, letters, path before)


def align(lines: list[Line], article: Article) -> Kept:
    """Return for each letter of each line whether reader and cleaner keep it."""
    wanted: list[bool] = []
    bounds: list[tuple[int, int]] = []
    page = ""
    for line in lines:
        start = len(page)
        for text, reason in line.parts:
            letters = _letters(text)
            page += letters
            wanted += [reason is None] * len(letters)
        bounds.append((start, len(page)))
    given = _exact(page, wanted, article)
    exact = given is not None
    if given is None:
        given = _nearly(page, article)
    return Kept([list(zip(wanted[a:b], given[a:b], strict=True)) for a, b in bounds], exact)


def _letters(text: str) -> str:
    return "".join(char for char in normalise(text) if char.isalnum())


def _exact(page: str, wanted: list[bool], article: Article) -> list[bool] | None:
    """Follow all readings of the page from its start; None where none comes to the end."""
    body = _letters(article.text)
    pieces = [letters for piece in article.removed if (letters := _letters(piece.text))]
    title = _letters(article.title or "")
    ways: dict[int, dict[tuple[int, int, bool], _Way]] = {0: {(0, 0, False): _Way(0, 0, False, 0, None)}}
    right = [0]
    for want in wanted:
        right.append(right[-1] + want)
    for at in range(len(page)):
        here = sorted(ways.pop(at, {}).values(), key=lambda way: -way.agrees)[:_WAYS]
        for way in here:
            if way.body < len(body) and page[at] == body[way.body]:
                _put(ways, at + 1, way, way._replace(body=way.body + 1), wanted[at], kept=True, length=1)
            if way.piece < len(pieces) and page.startswith(pieces[way.piece], at):
                end = at + len(pieces[way.piece])
                gone = end - at - (right[end] - right[at])
                _put(ways, end, way, way._replace(piece=way.piece + 1), gone, kept=False, length=end - at)
            if title and not way.title and page.startswith(title, at):
                end = at + len(title)
                gone = end - at - (right[end] - right[at])
                _put(ways, end, way, way._replace(title=True), gone, kept=False, length=end - at)
    done = [w for w in ways.get(len(page), {}).values() if w.body == len(body) and w.piece == len(pieces)]
    if not done:
        return None
    path = max(done, key=lambda way: way.agrees).path
    given: list[bool] = []
    while path is not None:
        kept, length, path = path
        given += [kept] * length
    return given[::-1]


def _put(ways: dict, at: int, before: _Way, way: _Way, agrees: int, *, kept: bool, length: int) -> None:
    way = way._replace(agrees=before.agrees + agrees, path=(kept, length, before.path))
    key = (way.body, way.piece, way.title)
    there = ways.setdefault(at, {})
    if key not in there or there[key].agrees < way.agrees:
        there[key] = way


def _nearly(page: str, article: Article) -> list[bool]:
    """Align by longest common runs, for a cleaner that changed letters."""
    given = [False] * len(page)
    for start, _, size in SequenceMatcher(None, page, _letters(article.text), autojunk=False).get_matching_blocks():
        given[start : start + size] = [True] * size
    return given
