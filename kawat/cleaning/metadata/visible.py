"""What the page shows its readers about itself near the headline: who wrote it."""

from __future__ import annotations

import re

from lxml import etree  # ty: ignore[missing-module-member]
from lxml import html as markup

from kawat.cleaning.characters import unique
from kawat.cleaning.metadata.harvest import words
from kawat.cleaning.metadata.names import names_of
from kawat.cleaning.metadata.stamps import Stamp, read_words
from kawat.cleaning.metadata.words import credit_words

_LONGEST_CREDIT = 220
_LONGEST_DATE = 110
_MOST_CANDIDATES = 60
_MOST_NAMES = 12
_STANDARD_TRUST = 4
_NEAR = 60  # elements behind the headline among which an unmarked credit is looked for
_STANDARD = etree.XPath("//*[@rel='author' or @itemprop='author']")
_MARKED = etree.XPath(
    "//@*[(name()='class' or name()='id' or name()='data-testid') and (contains(., 'uthor') or contains(., 'yline')"
    " or contains(., 'utor') or contains(., 'auteur') or contains(., 'penulis') or contains(., 'reporter')"
    " or contains(., 'writer') or contains(., 'redakt') or contains(., 'journalist'))]/.."
)
_LINKED = etree.XPath("//a[contains(@href,'/author') or contains(@href,'/autor') or contains(@href,'/auteur')]")
_BEHIND = etree.XPath("following::*[not(self::script or self::style)][position()<=$near]")
_AWAY = re.compile(
    r"comment|kommentar|related|recommend|teaser|sidebar|footer|newsletter|promo|popular|trending|most-?read|more-?from"
    r"|latest|listing|carousel|caption|credit-?line|copyright|terkait|weitere|navigation|(?:^|\s)nav|menu|cookie",
    re.I,
)
_AWAY_TAGS = frozenset(
    ("nav", "footer", "aside", "figure", "figcaption", "form", "button", "svg", "noscript", "template")
)
_NO_CREDIT_TAGS = frozenset(("html", "body", "meta", "link", "script", "style", "img", "input"))
_ABOVE = 12  # elements above one whose classes are looked at
_STRONG = re.compile(r"yline|name|link|(?:^|[\s_-])(?:author|autor)s?(?:$|[\s_-])", re.I)
_BIOGRAPHY = re.compile(
    r"bio|description|avatar|image|photo|about|social|follow|title|role|job|position|date|time", re.I
)


def authors_shown(tree: markup.HtmlElement, headings: list[markup.HtmlElement]) -> list[str]:
    """Return the names that the page marks as its authors; else those of a line that opens like a credit."""
    for look in (_STANDARD, _MARKED, _LINKED):
        if names := _marked(look(tree)):
            return names
    return _opened(headings)


def _marked(elements: list[markup.HtmlElement]) -> list[str]:
    best: list[tuple[int, list[str], markup.HtmlElement]] = []
    seen = 0
    for element in elements:
        if not isinstance(element.tag, str) or element.tag in _NO_CREDIT_TAGS:
            continue
        seen += 1
        if seen > _MOST_CANDIDATES:
            break
        about = " ".join(element.get(name) or "" for name in ("class", "id", "data-testid"))
        if _AWAY.search(about) or _is_away(element):
            continue
        trust = _trust(element, about)
        if trust <= 0:
            continue
        text = words(element, _LONGEST_CREDIT + 1, parted=True)
        if not text or len(text) > _LONGEST_CREDIT:
            continue
        names = _listed(element, text, strict=trust < _STANDARD_TRUST)
        if names:
            best.append((trust, names, element))
    if not best:
        return []
    top = max(trust for trust, _, _ in best)
    chosen = [(names, element) for trust, names, element in best if trust == top]
    first = chosen[0][1]
    kept = [name for names, element in chosen if _together(first, element) for name in names]
    kept = [name for name in kept if not any(name.startswith(f"{other} ") for other in kept)]  # run together by nesting
    return unique(kept)[:_MOST_NAMES]


def _trust(element: markup.HtmlElement, about: str) -> int:
    """Return how surely an element is the credit: marked by a standard, by a telling class, or by its address."""
    marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower()
    if _BIOGRAPHY.search(about) and "name" not in about.lower():
        return 0
    if "author" in marks.split():
        return _STANDARD_TRUST
    if _STRONG.search(about):
        return 3
    if re.search(r"/(?:author|autor|auteur)", element.get("href") or ""):
        return 2
    return 1


def _listed(element: markup.HtmlElement, text: str, *, strict: bool) -> list[str]:
    """Return the names in an element: those of its links where it has any that name people, else of its words."""
    named = [child for child in element.iter() if child.get("itemprop") == "name"][:_MOST_NAMES]
    parts = named or list(element.iter("a"))[:_MOST_NAMES]
    names = unique(
        name for child in parts for name in names_of(words(child, 120, parted=True)) if looks_like_name(name)
    )
    return names or [name for name in names_of(text) if looks_like_name(name) or (not strict and " " not in name)]


def looks_like_name(text: str) -> bool:
    """Return whether words of a page may name a person or desk: few, each with a capital, or in another script."""
    parts = text.split()
    if not 1 <= len(parts) <= 5 or any(char.isdigit() for char in text) or text.endswith(("!", "?")):
        return False
    if not text[0].isascii() and not (text[0].isupper() or text[0].islower()):
        return len(text) <= 20  # scripts without case
    capitals = sum(part[0].isupper() for part in parts)
    return parts[-1][0].isupper() and parts[0][0].isupper() and capitals * 2 >= len(parts) and len(text) > 2


def _is_away(element: markup.HtmlElement) -> bool:
    """Return whether an element stands in a part of the page that is not the article."""
    for up, parent in enumerate(element.iterancestors()):
        if parent.tag in _AWAY_TAGS:
            return True
        if up < _ABOVE and parent.tag not in ("body", "html", "main", "article"):
            about = f"{parent.get('class') or ''} {parent.get('id') or ''}"
            if _AWAY.search(about):
                return True
    return False


def _together(first: markup.HtmlElement, other: markup.HtmlElement) -> bool:
    """Return whether two elements stand in one credit: one of the nearest parents is the same."""
    if first is other:
        return True
    near = [parent for parent, _ in zip(first.iterancestors(), range(3), strict=False)]
    return any(parent in near for parent, _ in zip(other.iterancestors(), range(3), strict=False))


def _opened(headings: list[markup.HtmlElement]) -> list[str]:
    """Return the names of a short line near the headline that opens like a credit: "Oleh: Tim Redaksi"."""
    opener = credit_words().opener
    for heading in headings[:2]:
        for element in _BEHIND(heading, near=_NEAR):
            if not isinstance(element.tag, str) or len(element) > 6:
                continue
            text = words(element, _LONGEST_CREDIT + 1, parted=True)
            if len(text) > _LONGEST_CREDIT or not opener.match(text) or _is_away(element):
                continue
            names = [name for name in names_of(text) if looks_like_name(name)]
            if names:
                return names[:_MOST_NAMES]
    return []


def day_shown(headings: list[markup.HtmlElement], language: str) -> Stamp | None:
    """Return the first day told by a short line behind the headline: "Rabu, 26 Juli 2023 14:05 WIB"."""
    for heading in headings[:2]:
        for element in _BEHIND(heading, near=_NEAR):
            if not isinstance(element.tag, str) or len(element) > 6:
                continue
            text = words(element, _LONGEST_DATE + 1, parted=True)
            if len(text) <= _LONGEST_DATE and (stamp := read_words(text, language)) and not _elsewhere(element):
                return stamp
    return None


def _elsewhere(element: markup.HtmlElement) -> bool:
    """Return whether a date belongs to another article: it stands in a link or in a part that is not the article's."""
    return element.tag == "a" or any(parent.tag == "a" for parent in element.iterancestors()) or _is_away(element)
