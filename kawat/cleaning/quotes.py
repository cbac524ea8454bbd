"""Double quotation marks that scraping or typing has broken are mended; which words they enclose stays the same."""

from __future__ import annotations

import re

_PAIRED = re.compile(
    r"``|''(?=[A-Za-z])|(?<=[^\W\d])''|(?<=[.,!?] )''|(?<=[.,!?])''|,,(?=\w)"
    r"|\"\"(?=\w)|(?<=[\w.,!?])\"\"(?!\")"
)
_PAIRS = {"``": "“", "''": "”", ",,": "“", '""': '"'}
# A mark of which something is odd: spaces on both sides or inside, a closing one that opens, an opening one that ends.
_ODD = re.compile(r"(?:^|[\s(])[\"“]\s|\s[\"”](?:\s|$|[.,;])|(?:^|[\s(])”\w|[\w.,!?]“(?:[\s.,;:!?)]|$)|“\s|\s”")
_MARK = re.compile('[“”"]')
_OPENS_AFTER = frozenset(" ([{-–—/:‘'")
_CLOSES_BEFORE = frozenset(" .,;:!?)]}-–—/…’'")


def mend_quotes(line: str) -> str:
    """Return the line with its quotation marks in order.

    `` and '' become marks, a closing mark that opens becomes an opening one and the other way round, two marks of
    one pair get one shape, and spaces inside a pair that the sentence does not need go. Where a mark's
    neighbours do not tell what it is, it stays as it is.
    """
    if "``" in line or "''" in line or ",," in line or '""' in line:
        line = _PAIRED.sub(lambda match: _PAIRS[match[0]], line)
    curly, straight = "“" in line or "”" in line, '"' in line
    if not (curly or straight) or (curly != straight and _ODD.search(line) is None):
        return line
    marks = [match.start() for match in _MARK.finditer(line)]
    if not marks:
        return line
    shapes, pairs = _shapes(line, marks)
    return _tighten(line, shapes, pairs)


def _shapes(line: str, marks: list[int]) -> tuple[dict[int, str], list[tuple[int, int]]]:
    """Return the right shape of each mark, and the pairs that enclose a quotation."""
    shapes: dict[int, str] = {}
    pairs: list[tuple[int, int]] = []
    outer: int | None = None  # the curly mark that is open
    inner: int | None = None  # the straight mark that is open
    for at in marks:
        mark = shapes[at] = line[at]
        opens, closes = _may_open(line, at), _may_close(line, at)
        if mark == '"':
            if inner is not None and (closes or not opens):
                pairs.append((inner, at))
                inner = None
            elif outer is not None and closes and not opens:
                shapes[at] = "”"
                pairs.append((outer, at))
                outer = None
            else:
                inner = at
        elif mark == "”" and opens and not closes and outer is None and inner is None:
            shapes[at] = "“"
            outer = at
        elif mark == "“" and closes and not opens and outer is not None:
            shapes[at] = "”"
            pairs.append((outer, at))
            outer = None
        elif mark == "“":
            outer = at
        elif outer is not None:
            pairs.append((outer, at))
            outer = None
        elif inner is not None and closes:
            shapes[inner] = "“"
            pairs.append((inner, at))
            inner = None
    return shapes, pairs


def _may_open(line: str, at: int) -> bool:
    """Return whether a mark may open: something other than a word before it, a word or bracket after it."""
    after = line[at + 1 : at + 2]
    return (at == 0 or line[at - 1] in _OPENS_AFTER) and (after.isalnum() or after in ("(", "[", "‘", "'", "…", "@"))


def _may_close(line: str, at: int) -> bool:
    """Return whether a mark may close: a word or stop before it, no word after it."""
    after = line[at + 1 : at + 2]
    return at > 0 and line[at - 1] not in " ([{" and (not after or after in _CLOSES_BEFORE)


def _tighten(line: str, shapes: dict[int, str], pairs: list[tuple[int, int]]) -> str:
    """Put the shapes in, and leave out the spaces inside pairs: "“ Kami siap, ” kata"."""
    gone: set[int] = set()
    for first, last in pairs:
        free_before = first == 0 or line[first - 1] in _OPENS_AFTER
        free_after = last + 1 == len(line) or line[last + 1] in _CLOSES_BEFORE
        if free_before and free_after and last - first > 3:
            gone.update(at for at in (first + 1, last - 1) if line[at] == " ")
    parts: list[str] = []
    done = 0
    for at in sorted(gone.union(shapes)):
        parts.append(line[done:at])
        parts.append("" if at in gone else shapes[at])
        done = at + 1
    return "".join([*parts, line[done:]])
