"""Page chrome: what stands on a news page beside the article. The phrases are data of the languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kawat.cleaning.data import LineRule, alternatives, load_chrome
from kawat.cleaning.dateline import find_dateline
from kawat.cleaning.dates import iter_dates
from kawat.cleaning.pieces import Part, Piece, Pieces
from kawat.records import Reason

_LONGEST_LINE = 320  # characters; longer lines are prose, whatever they begin with
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_LABEL_WORDS = 4
_LISTED = re.compile(r"(?:\d{1,2}|[a-zA-Z])[.)]\s|[-•*·–]\s")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_DATE_LINE = 90  # characters of a line that tells no more than when the page was published


class _RuleSet:
    """Rules for lines: those without hints as one pattern, and the others by their hints."""

    def __init__(self, rules: Iterable[LineRule]) -> None:
        rules = list(rules)
        free = [rule.pattern for rule in rules if not rule.hints]
        self._free = re.compile("|".join(f"(?:{pattern})" for pattern in free), re.I) if free else None
        self._hinted = [(rule.hints, re.compile(rule.pattern, re.I)) for rule in rules if rule.hints]

    def fitting(self, lowered: str) -> list[re.Pattern[str]]:
        """Return the patterns that may match a line, given in lower case."""
        found = [pattern for hints, pattern in self._hinted if any(hint in lowered for hint in hints)]
        return [self._free, *found] if self._free else found

    def match(self, line: str, lowered: str) -> bool:
        """Return whether a rule matches the line from its start."""
        return any(pattern.match(line) for pattern in self.fitting(lowered))


class _Rules(NamedTuple):
    lines: frozenset[str]
    tails: frozenset[str]
    starts: re.Pattern[str]
    metadata: re.Pattern[str]
    patterns: _RuleSet
    captions: _RuleSet
    inline: _RuleSet
    times: frozenset[str]


@cache
def _rules() -> _Rules:
    parts = load_chrome()
    return _Rules(
        lines=frozenset(line for part in parts for line in part.lines),
        tails=frozenset(line for part in parts for line in part.tails),
        starts=re.compile(rf"(?:{alternatives(s for part in parts for s in part.starts)})(?![^\W\d_])", re.I),
        metadata=re.compile("|".join(f"(?:{rule})" for part in parts for rule in part.metadata), re.I),
        patterns=_RuleSet(rule for part in parts for rule in part.patterns),
        captions=_RuleSet(rule for part in parts for rule in part.captions),
        inline=_RuleSet(rule for part in parts for rule in part.inline),
        times=frozenset(word for part in parts for word in part.times),
    )


def cut_inline(pieces: Pieces) -> None:
    """Cut out the chrome that stands within lines of the article; the line around it stays one paragraph."""
    pieces.cut(_without_chrome)


def _without_chrome(piece: Piece) -> list[Part]:
    patterns = _rules().inline.fitting(piece.text.lower())
    found = (match.span() for pattern in patterns for match in pattern.finditer(piece.text))
    spans = sorted(found, key=lambda span: (span[0], -span[1]))
    kept: list[str] = []
    gone: list[Part] = []
    done = 0
    for start, end in spans:
        if start < done:
            continue
        kept.append(piece.text[done:start].strip())
        gone.append((piece.text[start:end], "chrome"))
        done = end
    if not gone:
        return []
    kept.append(piece.text[done:].strip())
    return [(" ".join(part for part in kept if part), None), *gone]


def mark_chrome(pieces: Pieces) -> None:
    """Mark the lines that are chrome, captions, or metadata of the page."""
    for piece in pieces.body():
        piece.reason = _reason(piece.text)
    _mark_tail(pieces)


def _reason(line: str) -> Reason | None:
    """Return why a line is no part of the article, or None."""
    if len(line) > _LONGEST_LINE:
        return None
    rules = _rules()
    lowered = line.lower()
    bare = _EDGES.sub("", lowered)
    if len(bare) <= 1 or (len(bare) <= 4 and not any(char.isalpha() for char in bare)):
        return "chrome"
    if bare in rules.lines or rules.starts.match(line) or rules.patterns.match(line, lowered):
        return "chrome"
    if rules.captions.match(line, lowered):
        return "caption"
    if rules.metadata.match(line) or _is_date_line(line):
        return "metadata"
    return None


def _is_date_line(line: str) -> bool:
    """Return whether a line only says when (and perhaps where on the site) the page was published."""
    if len(line) > _DATE_LINE or not any(char.isdigit() for char in line) or ends_sentence(line):
        return False
    dates = [found for found in iter_dates(line, None, None) if found.full]
    if not dates:
        return False
    rest = line[: dates[0].start] + line[dates[-1].end :]
    words = re.findall(r"[^\W\d_]+", rest)
    # "8:41 PM GMT Updated 2 days ago": what tells times counts for nothing.
    words = [word for word in words if word.lower() not in _rules().times]
    return len(words) <= (4 if _CLOCK.search(rest) else 2)


def _mark_tail(pieces: Pieces) -> None:
    """Mark what follows a heading such as "Berita Terkait" if it is but a list of headlines, to the end."""
    rules = _rules()
    items = pieces.items
    last = max(
        (where for where, piece in enumerate(items) if piece.reason is None and is_prose(piece.text)), default=-1
    )
    if last < 0:
        return
    for where in range(last + 1, len(items)):
        if items[where].reason == "chrome" and _EDGES.sub("", items[where].text).lower() in rules.tails:
            for later in items[where + 1 :]:
                later.reason = later.reason or "chrome"
            return


def is_prose(line: str) -> bool:
    """Return whether a line reads like a sentence of the article rather than like a label or headline."""
    words = line.count(" ") + 1
    return words >= 25 or (words > _LABEL_WORDS and ends_sentence(line))


def ends_sentence(line: str) -> bool:
    """Return whether a line ends with the mark of a sentence, perhaps inside a quotation or brackets."""
    return _SENTENCE_END.search(line, max(len(line) - 12, 0)) is not None


def mark_labels(body: list[Piece]) -> None:
    """Mark short labels before the first and after the last line of prose: menus, tags, section names.

    Items of a list ("1. Gencatan senjata") and datelines on a line of their own are none.
    """
    prose = [where for where, piece in enumerate(body) if is_prose(piece.text)]
    if not prose:
        return
    for piece in [*body[: prose[0]], *body[prose[-1] + 1 :]]:
        if piece.text.count(" ") < _LABEL_WORDS and not (
            ends_sentence(piece.text) or _LISTED.match(piece.text) or find_dateline(piece.text)
        ):
            piece.reason = "chrome"
