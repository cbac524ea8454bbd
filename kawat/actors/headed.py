"""Bodies that no registry knows, by the head word of their names: "Aliansi Rakyat Pesisir", "Coastal Workers Union"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from kawat.actors.introduced import entry_of, head_sector
from kawat.actors.lookup import Hit, lay_over
from kawat.languages.bodies import bodies, head_sectors
from kawat.languages.grammar import grammar

MOST_WORDS = 9  # of a name


def with_headed(text: str, hits: list[Hit], people: Sequence[int], language: str) -> list[Hit]:
    """Return ``hits`` with unknown bodies whose names begin or end with a head word; what stood inside is part of them.

    A hit that reaches into the head word or over the name's edges stays, and the name is left to it. In Indonesian a
    country or a person's name (``people``: where the model reads one to begin) behind a body's name is no part of it.
    """
    starts = [hit.start for hit in hits]
    people = sorted(people)
    new = []
    for start, longest in _names(text, language):
        # Hits do not overlap: of those that begin before the name only the last can reach into it.
        near = hits[max(0, bisect_left(starts, start) - 1) : bisect_left(starts, longest)]
        end = longest
        if bodies(language).position == "first":
            end = _cut(text, start, longest, near, people[bisect_right(people, start) : bisect_left(people, longest)])
        if " " not in text[start:end]:
            continue
        across = [h for h in near if h.start < end and start < h.end]
        head = _head(text, start, end, language)
        if any((h.start < head[1] and head[0] < h.end) or h.start < start or end < h.end for h in across):
            continue
        country = next((e.at(None).country for h in across for e in h.entries if e.kind == "country"), None)
        new.append(Hit(start=start, end=end, entries=(entry_of(text[start:end], language, country),)))
    return lay_over(text, hits, new) if new else hits


def _cut(text: str, start: int, end: int, hits: list[Hit], people: Sequence[int]) -> int:
    """Return where a name ends that begins with its head: at a country, or before somebody's name.

    ``people``: where names of people begin inside it.
    """
    inside = [h for h in hits if start < h.start < end]
    ends = [end, *people, *(h.end for h in inside if any(e.kind == "country" for e in h.entries))]
    ends += [h.start for h in inside if any(e.kind == "person" for e in h.entries)]
    return start + len(text[start : min(ends)].rstrip())


def _names(text: str, language: str) -> list[tuple[int, int]]:
    found = []
    for match in _pattern(language).finditer(text):
        start, end = _trimmed(text, match.start(), match.end(), language)
        words = text[start:end].split()
        if 2 <= len(words) <= MOST_WORDS and head_sector(text[start:end], language) is not None:
            found.append((start, end))
    return found


def _trimmed(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """Leave out words at the edges that are never part of a name: "Namun Aliansi ...", "... Union Monday"."""
    never = grammar(language).not_names
    inside = list(re.finditer(r"\S+", text[start:end]))
    if bodies(language).position == "last":
        while inside and inside[0].group() in never:
            inside.pop(0)
    else:
        cut = next((k for k, word in enumerate(inside) if k and word.group() in never), len(inside))
        inside = inside[:cut]
        while inside and not inside[-1].group()[0].isupper():
            inside.pop()
    if not inside:
        return start, start
    return start + inside[0].start(), start + inside[-1].end()


def _head(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    if bodies(language).position == "first":
        return words[0]
    heads = head_sectors(language)
    return next((w for w in reversed(words) if text[w[0] : w[1]] in heads), words[-1])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    heads = "|".join(map(re.escape, sorted(head_sectors(language), key=len, reverse=True)))
    joining = "|".join(map(re.escape, bodies(language).joining))
    word = r"[A-Z][\w'’-]*"
    if bodies(language).position == "first":
        return re.compile(rf"\b(?:{heads})(?:[ ](?:(?:{joining})[ ])?{word})+")
    return re.compile(rf"\b{word}(?:[ ](?:(?:{joining})[ ]){{0,2}}{word})*?[ ](?:{heads})\b(?:[ ](?:of|for)[ ]{word})?")
