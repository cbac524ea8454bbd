"""The headline: the one that the reader gave, or the first line of a text page if it looks like one."""

from __future__ import annotations

import re
from itertools import takewhile

from kawat.cleaning.characters import fold, normalise
from kawat.cleaning.chrome import ends_sentence, is_prose
from kawat.cleaning.dateline import find_dateline
from kawat.cleaning.pieces import Piece, Pieces

_LONGEST = 220
_MOST_WORDS = 28
_LEADING = 8  # lines at the start of the page among which the headline stands
_SECTION_WORDS = 4  # names of sections and people before the headline have fewer words
_SITE = re.compile(r"\s*(?:\s[-–—|»·•:]{1,2}\s|[|：])\s*(?P<site>[^-–—|»·•]{2,40})$")
_LOOKS_LIKE_SITE = re.compile(r"\.(?:com|co|id|net|org|tv|news|de|fr|ca|uk|nl)\b|\b(?:news|berita|online)\b", re.I)
_SITE_WORDS = 4


def tidy_title(title: str | None, *sites: str | None) -> str | None:
    """Return a headline as one line without the site's name behind it; None where nothing is left.

    ``sites``: names and addresses by which the page calls its site.
    """
    if title is None:
        return None
    title = " ".join(normalise(title[: 4 * _LONGEST]).split())[:_LONGEST].strip()
    for _ in range(2):
        match = _SITE.search(title)
        if match is None or title.count(" ", 0, match.start()) < 2 or not _is_site(match, sites):
            break
        title = title[: match.start()]
    return title or None


def _is_site(match: re.Match[str], sites: tuple[str | None, ...]) -> bool:
    """Return whether what follows the last dash or bar of a title names the site rather than the news."""
    name = _key(match["site"])
    if _LOOKS_LIKE_SITE.search(match["site"]) or any(site and name and name in _key(site) for site in sites):
        return True
    return "|" in match[0] and match["site"].count(" ") < _SITE_WORDS


def take_title(pieces: Pieces, given: str | None) -> str | None:
    """Return the title, and take the line that holds it out of the body.

    Without a given title, one of the first lines is it if it looks like a headline (short, no full stop at
    its end, no dateline, longer than the name of a section) and a longer line follows. A given title is looked for
    among the first lines.
    """
    body = pieces.body()
    if given is not None:
        key = _key(given)
        for piece in body[:4]:
            if _key(piece.text) == key:
                pieces.drop(piece)
                break
        return given
    leading = list(takewhile(_may_lead, body[:_LEADING]))
    long_ones = [piece for piece in leading if _is_headline(piece.text) and _is_long(piece.text)]
    short_ones = [piece for piece in leading[:1] if _is_headline(piece.text)]
    title = next(iter(long_ones or short_ones), None)
    if title is None:
        return None
    after = body[body.index(title) + 1 :][:_LEADING]
    if not any(len(piece.text) > len(title.text) or ends_sentence(piece.text) for piece in after):
        return None
    pieces.drop(title)
    return tidy_title(title.text)


def _may_lead(piece: Piece) -> bool:
    """Return whether a line may stand before the article's first sentence."""
    return _is_headline(piece.text) or not is_prose(piece.text)


def _is_long(line: str) -> bool:
    return line.count(" ") >= _SECTION_WORDS


def _key(title: str) -> str:
    return re.sub(r"[\W_]+", "", fold(title))


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST or not 3 <= line.count(" ") + 1 <= _MOST_WORDS:
        return False
    if line.rstrip("\"'”’)").endswith((".", ",", ";", ":")) or not re.search(r"[^\W\d_]", line):
        return False
    return not line[0].islower() and find_dateline(line) is None
