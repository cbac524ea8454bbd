"""Page chrome: what stands on a news page beside the article. The phrases are data of the languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from kawat.cleaning.data import LineRule, alternatives, load_chrome
from kawat.cleaning.dates import iter_dates
from kawat.cleaning.pieces import Pieces
from kawat.cleaning.signature import signature
from kawat.records import Reason

_LONGEST_LINE = 320  # characters; longer lines are prose, whatever they begin with
_SENTENCES = re.compile(r"[a-z0-9)][.!?][\"”’)]?(?=\s|$)")
_LONGEST_SITE = 450  # characters of what a site says to its readers
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_LABEL_WORDS = 4
_LISTED = re.compile(r"(?:\d{1,2}|[a-zA-Z])[.)]\s|[-•*·–▪●◦‣]\s")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_DATE_LINE = 90  # characters of a line that tells no more than when the page was published


class _RuleSet:
    """Rules for lines: those without hints as one pattern, and the others by their hints."""

    def __init__(self, rules: Iterable[LineRule]) -> None:
        rules = list(rules)
        free = [rule.pattern for rule in rules if not rule.hints]
        self._free = re.compile("|".join(f"(?:{pattern})" for pattern in free), re.I) if free else None
        hinted = [(hint, re.compile(rule.pattern, re.I)) for rule in rules for hint in rule.hints]
        self._patterns = [pattern for _, pattern in hinted]
        self._finder = AhoCorasick([hint for hint, _ in hinted])

    def fitting(self, lowered: str) -> list[re.Pattern[str]]:
        """Return the patterns that may match a line, given in lower case."""
        hit = {which for which, _, _ in self._finder.find_matches_as_indexes(lowered, overlapping=True)}
        found = [self._patterns[which] for which in sorted(hit)]
        return [self._free, *found] if self._free else found

    def match(self, line: str, lowered: str) -> bool:
        """Return whether a rule matches the line from its start."""
        return any(pattern.match(line) for pattern in self.fitting(lowered))


class _Rules(NamedTuple):
    lines: frozenset[str]
    starts: re.Pattern[str]
    metadata: re.Pattern[str]
    patterns: _RuleSet
    captions: _RuleSet
    pictures: re.Pattern[str]
    headings: re.Pattern[str]
    heading_words: frozenset[str]
    site: AhoCorasick
    sure: int  # of the site's words, so many are certain each by itself
    address: re.Pattern[str]
    reported: re.Pattern[str]
    inline: _RuleSet
    times: frozenset[str]


def _any(rules: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule})" for rule in rules), re.I)


@cache
def line_rules() -> _Rules:
    """Return the rules of all languages."""
    parts = load_chrome()
    sure = [word for part in parts for word in part.about_site]
    perhaps = [word for part in parts for word in part.perhaps_site]
    return _Rules(
        lines=frozenset(
            line for part in parts for line in (*part.lines, *part.tails, *part.ends, *part.links, *part.buttons)
        ),
        starts=re.compile(rf"(?:{alternatives(s for part in parts for s in part.starts)})(?![^\W\d_])", re.I),
        metadata=_any(rule for part in parts for rule in part.metadata),
        patterns=_RuleSet(rule for part in parts for rule in part.patterns),
        captions=_RuleSet(rule for part in parts for rule in part.captions),
        pictures=_any(rule for part in parts for rule in part.pictures),
        headings=_any(rule for part in parts for rule in part.headings),
        heading_words=frozenset(word for part in parts for word in part.links),
        site=AhoCorasick([*sure, *perhaps], matchkind=MatchKind.LeftmostLongest),
        sure=len(sure),
        address=re.compile(rf"\b(?:{alternatives(word for part in parts for word in part.address)})\b", re.I),
        reported=re.compile(rf"\b(?:{'|'.join(w for part in parts for w in part.reported)})\b", re.I),
        inline=_RuleSet(rule for part in parts for rule in part.inline),
        times=frozenset(word for part in parts for word in part.times),
    )


def mark_chrome(pieces: Pieces) -> None:
    """Mark the lines that are chrome, captions, or metadata of the page."""
    for piece in pieces.body():
        piece.reason = _reason(piece.text)


def _reason(line: str) -> Reason | None:
    """Return why a line is no part of the article, or None."""
    if len(line) > _LONGEST_SITE:
        return None
    rules = line_rules()
    lowered = line.lower()
    if _is_about_site(line, lowered):
        return "chrome"
    if len(line) > _LONGEST_LINE:
        return None
    phrase = _EDGES.sub("", lowered)
    if len(phrase) <= 1 or (len(phrase) <= 4 and not any(char.isalpha() for char in phrase)):
        return "chrome"
    if phrase in rules.lines or rules.starts.match(line) or rules.patterns.match(line, lowered):
        return "chrome"
    if is_heading(line):
        return "chrome"
    if rules.captions.match(line, lowered) and not _is_signed(line):
        return "caption"
    if rules.metadata.match(line) or _is_date_line(line):
        return "metadata"
    return None


def _is_signed(line: str) -> bool:
    """Return whether a line is a paragraph that ends in the report's credit, not in that of a picture."""
    found = signature(line)
    return found is not None and found.sure


def _is_about_site(line: str, lowered: str) -> bool:
    """Return whether a line is what a site says of itself: its newsletter, its cookies, its terms."""
    rules = line_rules()
    found = {
        which
        for which, start, end in rules.site.find_matches_as_indexes(lowered)
        if not lowered[max(start - 1, 0) : start].isalnum() and not lowered[end : end + 1].isalnum()
    }
    if not found:
        return False
    if min(found) >= rules.sure and (len(found) < 2 or rules.address.search(line) is None):
        return False
    if len(_SENTENCES.findall(line)) > max(len(found), 1):
        return False  # a paragraph of the article with such a sentence in it
    return line[:1] not in '"“' and rules.reported.search(line) is None


def site_sentences(line: str, lowered: str) -> list[tuple[int, int]]:
    """Return where whole sentences of a paragraph are what a site says of itself."""
    rules = line_rules()
    if not any(which < rules.sure for which, _, _ in rules.site.find_matches_as_indexes(lowered)):
        return []
    if len(line) <= _LONGEST_SITE and _is_about_site(line, lowered):
        return []  # the line goes as a whole
    ends = [match.end() for match in _SENTENCES.finditer(line)]
    found = [
        (start, end)
        for start, end in pairwise([0, *ends])
        if _is_about_site(sentence := line[start:end].strip(), sentence.lower())
    ]
    return found if len(found) < len(ends) else []


def bare(line: str) -> str:
    """Return a line in small letters without the marks at its ends, as the phrases of the languages are written."""
    return _EDGES.sub("", line.lower())


@cache
def title_words() -> frozenset[str]:
    """Return the small words that titles write in small letters."""
    return frozenset(word for part in load_chrome() for word in part.title_words)


def is_heading(line: str) -> bool:
    """Return whether a line heads a list of other stories: "Baca Juga:", "Read Next", "More stories from Ghana:"."""
    rules = line_rules()
    return bare(line) in rules.heading_words or rules.headings.match(line) is not None


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
    words = [word for word in words if word.lower() not in line_rules().times]
    return len(words) <= (4 if _CLOCK.search(rest) else 2)


def is_prose(line: str) -> bool:
    """Return whether a line reads like a sentence of the article rather than like a label or headline."""
    words = line.count(" ") + 1
    return words >= 25 or (words > _LABEL_WORDS and ends_sentence(line))


def is_listed(line: str) -> bool:
    """Return whether a line opens like an item of a list: "1. Gencatan senjata", "• Gencatan senjata"."""
    return _LISTED.match(line) is not None


def ends_sentence(line: str) -> bool:
    """Return whether a line ends with the mark of a sentence, perhaps inside a quotation or brackets."""
    return _SENTENCE_END.search(line, max(len(line) - 12, 0)) is not None
