"""Paragraphs, runs of sentences and whole halves that a page holds twice: the more complete copy stays.

Copies may differ a little: one is cut off ("..."), has chrome in it, lacks a word, or is one sentence of a paragraph
that is shown again as a caption or a pull quote. Texts are compared by runs of words, in time that grows with the page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kawat.cleaning.characters import fold
from kawat.cleaning.chrome import ends_sentence
from kawat.cleaning.pieces import Piece, Pieces
from kawat.cleaning.shingles import SIZE, Seen, Shingles, shingles, twice
from kawat.cleaning.within import mark_within

_LONG = 40  # folded characters: a shorter paragraph may return as a refrain
_INSIDE = 0.9  # of its runs of words: the one paragraph is inside the other
_ALIKE = 0.75  # of the runs of both: the same paragraph with small changes
_FEWEST = 3  # runs of words: less is no evidence
_PASSAGE = 15  # runs that stand twice: enough for sentences inside longer paragraphs
_MORE = 1.1  # times as many runs: the longer copy is the more complete one
_QUOTATION = re.compile(r"[\"“][^\"“”]{10,300}[\"”]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_AROUND = "\"'.,!?…"
_SHORTEST = 12  # folded characters of a quotation
_MOST_PULLED = 20
_NAME_WORDS = 6  # of a line under a pull quote that says whose it is


class _Match(NamedTuple):
    """A later paragraph and the earlier one that it repeats; ``fuller`` if the later one has more."""

    later: int
    earlier: int
    fuller: bool
    part: bool  # one is but a part of the other: a pull quote, a lead that was cut off


def mark_repeats(pieces: Pieces, opening: str = "") -> None:
    """Mark paragraphs that stand on the page twice, ignoring white space, case and the shape of quotes.

    ``opening`` is the dateline of the first paragraph, which its repetition may lack. Short paragraphs
    count as repeated only directly beside a repeated long one, in the order in which they stood before.
    """
    body = pieces.body()
    matches = _exact([piece.text for piece in body], fold(opening))
    taken = {match.later for match in matches}
    runs = [shingles(piece.text) for piece in body]
    again = twice(runs)
    if again >= _FEWEST:
        matches += _near(runs, taken)
        gone: set[int] = set()
        for passage in _passages(sorted(matches)):
            turn = next((k for k, match in enumerate(passage) if match.fuller), len(passage))
            gone.update(match.later for match in passage[:turn])
            gone.update(match.earlier for match in passage[turn:])
        for where in gone:
            body[where].reason = "repeat"
        _mark_names(body, {match.later for match in matches if match.part}, gone)
        if again >= _PASSAGE:
            mark_within(pieces)
    elif matches:
        for match in matches:
            body[match.later].reason = "repeat"
    _mark_pulled(pieces.body())


def _mark_pulled(body: list[Piece]) -> None:
    """Mark lines that are nothing but a quotation that another paragraph has, too: pull quotes, however short."""
    lines = [where for where, piece in enumerate(body) if piece.reason is None and _QUOTATION.fullmatch(piece.text)]
    for where in lines[:_MOST_PULLED]:
        parts = [fold(part).strip(_AROUND) for part in _SENTENCE.split(body[where].text)]
        if sum(map(len, parts)) < _SHORTEST or (where and body[where - 1].text.endswith(":")):
            continue
        for other, piece in enumerate(body):
            if other != where and piece.reason is None and len(piece.text) > len(body[where].text):
                key = fold(piece.text)
                if all(part in key for part in parts):
                    body[where].reason = "repeat"
                    _mark_name(body, where)
                    break


def _exact(texts: list[str], opening: str) -> list[_Match]:
    """Return the paragraphs that stand word for word before, short ones only beside a long one."""
    keys = [fold(text) for text in texts]
    if opening:
        keys = [key.removeprefix(opening) for key in keys]
    first: dict[str, int] = {}
    origin = [first.setdefault(key, where) for where, key in enumerate(keys)]
    repeated = [came != where for where, came in enumerate(origin)]
    sure = [again and len(key) >= _LONG for again, key in zip(repeated, keys, strict=True)]
    for where, came in enumerate(origin):
        if repeated[where] and not sure[where]:
            sure[where] = any(
                0 <= where + step < len(origin) and sure[where + step] and origin[where + step] == came + step
                for step in (-1, 1)
            )
    return [_Match(where, origin[where], False, False) for where, again in enumerate(sure) if again]


def _near(runs: list[Shingles], taken: set[int]) -> list[_Match]:
    """Return the paragraphs that repeat an earlier one nearly, or are part of it, or have it as a part.

    One that holds several earlier paragraphs is a copy of them without its line ends: it goes if it has nothing
    more, and else what it repeats is cut out of it.
    """
    seen = Seen()
    found = []
    for later, mine in enumerate(runs):
        if later in taken:
            continue
        counts = seen.count(mine)
        inside = sum(shared >= max(_INSIDE * len(runs[earlier]), 1) for earlier, shared in counts.items())
        if inside > 1:
            if seen.share(mine) * len(mine) >= _INSIDE * (len(mine) - (SIZE - 1) * (inside - 1)):
                found.append(_Match(later, max(counts), False, True))
            seen.add(later, mine)
            continue
        for earlier, shared in counts.most_common():
            match = _compare(later, earlier, shared, len(mine), len(runs[earlier]))
            if match is not None:
                found.append(match)
                break
        seen.add(later, mine)
    return found


def _compare(later: int, earlier: int, shared: int, mine: int, theirs: int) -> _Match | None:
    """Decide whether two paragraphs that share so many runs of words are copies."""
    if shared < _FEWEST:
        return None
    if shared >= _INSIDE * mine:
        return _Match(later, earlier, False, theirs > _MORE * mine)
    if shared >= _INSIDE * theirs:
        return _Match(later, earlier, True, True)
    if shared >= _ALIKE * mine and shared >= _ALIKE * theirs:
        return _Match(later, earlier, mine > _MORE * theirs, False)
    return None


def _passages(matches: list[_Match]) -> list[list[_Match]]:
    """Group copies that follow one another in both places.

    Of such a passage the first copy stays up to where the second one has more, and the second from there on: that
    keeps the paragraphs in their order.
    """
    passages: list[list[_Match]] = []
    for match in matches:
        before = passages[-1][-1] if passages else None
        if before and 0 < match.later - before.later <= 2 and 0 < match.earlier - before.earlier <= 2:
            passages[-1].append(match)
        else:
            passages.append([match])
    return passages


def _mark_names(body: list[Piece], parts: set[int], gone: set[int]) -> None:
    """Mark the line under a pull quote that says who is quoted, if the article names that person."""
    for where in parts & gone:
        _mark_name(body, where)


def _mark_name(body: list[Piece], where: int) -> None:
    if where + 1 >= len(body) or body[where + 1].reason is not None:
        return
    line = body[where + 1].text
    name = line.split(",")[0].strip(" -–—")
    if line.count(" ") >= _NAME_WORDS or ends_sentence(line) or not name.istitle():
        return
    if any(name in piece.text for piece in body if piece.reason is None and piece.text != line):
        body[where + 1].reason = "repeat"
