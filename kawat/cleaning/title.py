"""The headline: the one that the reader gave, or the first line of a text page if it looks like one."""

from __future__ import annotations

import re

from kawat.cleaning.characters import fold, normalise
from kawat.cleaning.chrome import ends_sentence, is_listed, is_prose
from kawat.cleaning.dateline import find_dateline
from kawat.cleaning.pieces import Piece, Pieces
from kawat.cleaning.words import stems

_LONGEST = 220
_MOST_WORDS = 28
_LEADING = 14  # lines at the start of the page among which the headline stands
_GIVEN = 8  # of them, where the title is known
_PROSE = 3  # sentences that may stand before the headline: cookies, browsers, a standfirst
_PARAGRAPH = 240  # characters: a longer one is the article
_COMES_BACK = 0.5  # of the headline's words stand in the article
_SITE_LENGTH = 30
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
    its end, no dateline, longer than the name of a section) and a longer line follows; of several, the first most
    of whose words come back in the text. A given title is looked for among the first lines. Lines that say the
    title again are chrome.
    """
    body = pieces.body()
    if given is not None:
        for piece in body[:_GIVEN]:
            if _key(piece.text) == _key(given):
                pieces.drop(piece)
                break
        _mark_again(pieces, given)
        return given
    leading = _leading(body)
    title = _likeliest([piece for piece in leading if _is_long(piece.text)], body)
    if title is None:
        title = next((piece for piece in leading[:1] if piece is body[0]), None)
    if title is None:
        return None
    after = body[body.index(title) + 1 :][:_LEADING]
    if not any(len(piece.text) > len(title.text) or ends_sentence(piece.text) for piece in after):
        return None
    pieces.drop(title)
    _mark_again(pieces, title.text)
    return tidy_title(title.text)


def _leading(body: list[Piece]) -> list[Piece]:
    """Return the headlines among the first lines, up to the article's first paragraphs."""
    found: list[Piece] = []
    prose = 0
    for piece in body[:_LEADING]:
        if _is_headline(piece.text):
            found.append(piece)
        elif is_prose(piece.text):
            prose += 1
            if prose == _PROSE or len(piece.text) > _PARAGRAPH:
                break
    return found


def _likeliest(candidates: list[Piece], body: list[Piece]) -> Piece | None:
    """Return the first candidate whose words come back in the text, or else the one with most of them."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    keys = {_key(piece.text) for piece in candidates}
    text = stems(*(piece.text for piece in body if is_prose(piece.text) and _key(piece.text) not in keys))
    shares = []
    for piece in candidates:
        words = stems(piece.text)
        shares.append(len(words & text) / len(words) if words else 0.0)
    sure = next((where for where, share in enumerate(shares) if share >= _COMES_BACK), None)
    return candidates[shares.index(max(shares)) if sure is None else sure]


def _mark_again(pieces: Pieces, title: str) -> None:
    """Mark lines that are the title once more, perhaps with the site's name behind it."""
    key = _key(title)
    for piece in pieces.body():
        first = piece.text[0].casefold()
        if len(piece.text) > 2 * _LONGEST or not key or (first.isalnum() and first != key[0]):
            continue
        if _key(piece.text).startswith(key):
            rest = _key(piece.text)[len(key) :]
            if not rest or (len(rest) <= _SITE_LENGTH and _key(tidy_title(piece.text) or "") == key):
                piece.reason = "chrome"


def _is_long(line: str) -> bool:
    return line.count(" ") >= _SECTION_WORDS


def _key(title: str) -> str:
    return re.sub(r"[\W_]+", "", fold(title))


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST or not 3 <= line.count(" ") + 1 <= _MOST_WORDS:
        return False
    if line.rstrip("\"'”’)").endswith((".", ",", ";", ":")) or not re.search(r"[^\W\d_]", line):
        return False
    return not line[0].islower() and not is_listed(line) and find_dateline(line) is None
