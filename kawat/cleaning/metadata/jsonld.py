"""The article that a page's JSON-LD describes: headline, authors, stamps, publisher. Broken data give less."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_MAX_NODES = 4_000
_MAX_DEPTH = 24
_MAX_AUTHORS = 60
_MAX_STRING = 2_000
_MAX_BODY = 400_000
_ARTICLE = re.compile(r"(?:article|posting|report|review|claimreview|reportage|newsitem|episode)$", re.I)
_PAGE = re.compile(r"(?:webpage|itempage|creativework|videoobject|imagegallery|audioobject|recipe)$", re.I)
# Keys under which the page's own article is nested; others hold related articles, comments, parts of a ticker.
_INTO = ("@graph", "mainEntity", "mainEntityOfPage", "article", "@reverse")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_TEXT = r'"((?:[^"\\]|\\.){1,1500})"'
_LOOSE = {
    key: re.compile(rf'"{key}"\s*:\s*{_TEXT}', re.S)
    for key in ("headline", "datePublished", "dateCreated", "dateModified")
}
_LOOSE_AUTHOR = re.compile(rf'"author"\s*:\s*(?:\[\s*)?(?:\{{[^{{}}]{{0,500}}?"name"\s*:\s*)?{_TEXT}', re.S)


class Credit(NamedTuple):
    """A name under ``author``. ``organisation``: the data says that it is no person."""

    name: str
    organisation: bool


class Described(NamedTuple):
    """An article as JSON-LD describes it; fields that it lacks are empty."""

    kind: str
    headline: str = ""
    name: str = ""
    authors: tuple[Credit, ...] = ()
    published: str = ""
    created: str = ""
    modified: str = ""
    publisher: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    is_article: bool = True
    description: str = ""
    body: str = ""  # the whole text, if it is there; perhaps with markup in it


def read(scripts: list[str]) -> list[Described]:
    """Return what the scripts describe, in their order: articles first, then pages that have a date or author."""
    found: list[Described] = []
    for script in scripts:
        values = _parse(script)
        if values:
            found += _described(values)
        elif loose := _loosely(script):
            found.append(loose)
    return sorted(found, key=lambda item: not item.is_article)


def _parse(script: str) -> list[object]:
    """Return the JSON values that a script holds; what is commonly broken about them is mended first."""
    text = script.strip().strip(";").strip("\ufeff")
    for mended in (lambda: text, lambda: _TRAILING_COMMA.sub("", _WRAPPING.sub("", text)), lambda: unescape(text)):
        try:
            return [json.loads(mended(), strict=False)]
        except (ValueError, RecursionError):
            continue
    values: list[object] = []
    at = 0
    decoder = json.JSONDecoder(strict=False)
    while len(values) < 20:  # several objects one after another
        at = min((where for mark in "{[" if (where := text.find(mark, at)) >= 0), default=-1)
        if at < 0:
            break
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        values.append(value)
    return values


def _nodes(value: object, into: tuple[str, ...] | None) -> Iterator[dict]:
    """Yield the objects in ``value`` in order, within bounds; ``into``: only below these keys (None: below all)."""
    stack: list[tuple[object, int]] = [(value, 0)]
    seen = 0
    while stack and seen < _MAX_NODES:
        node, depth = stack.pop()
        seen += 1
        below: list[object] = []
        if isinstance(node, dict):
            yield node
            below = [item for key, item in node.items() if into is None or key in into]
        elif isinstance(node, list):
            below = node[:_MAX_NODES]
        if depth < _MAX_DEPTH:
            stack.extend((item, depth + 1) for item in reversed(below) if isinstance(item, dict | list))


def _described(values: list[object]) -> list[Described]:
    known: dict[str, dict] = {}  # objects by their @id, where they are more than the reference
    for node in _nodes(values, None):
        mark = node.get("@id")
        if isinstance(mark, str) and "name" in node:
            known.setdefault(mark, node)
    found = []
    for node in _nodes(values, _INTO):
        kind = _kind(node)
        is_article = bool(_ARTICLE.search(kind)) or (not kind and "headline" in node)
        if is_article or _PAGE.search(kind):
            found.append(_one(node, kind, is_article, known))
    return found


def _kind(node: dict) -> str:
    kinds = node.get("@type", node.get("type"))
    listed = kinds if isinstance(kinds, list) else [kinds]
    named = [kind for kind in listed[:10] if isinstance(kind, str)]
    return next((kind for kind in named if _ARTICLE.search(kind)), named[0] if named else "")[:60]


def _one(node: dict, kind: str, is_article: bool, known: dict[str, dict]) -> Described:
    authors = list(_credits(node.get("author"), known))
    if not authors and is_article:
        authors = list(_credits(node.get("creator"), known))
    return Described(
        kind=kind,
        headline=_text(node.get("headline")),
        name=_text(node.get("name")),
        authors=tuple(authors[:_MAX_AUTHORS]),
        published=_text(node.get("datePublished")),
        created=_text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        publisher=tuple(credit.name for credit in _credits(node.get("publisher"), known)),
        urls=tuple(url for key in ("url", "mainEntityOfPage", "@id") if (url := _address(node.get(key)))),
        is_article=is_article,
        description=_text(node.get("description")),
        body=body[:_MAX_BODY] if isinstance(body := node.get("articleBody"), str) else "",
    )


def _text(value: object) -> str:
    """Return a string, or the first string of a list or of a ``@value``; "" for all else."""
    if isinstance(value, list):
        value = next((item for item in value[:10] if isinstance(item, str | dict)), "")
    if isinstance(value, dict):
        value = value.get("@value", "")
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**14:
        return str(value)
    return value[:_MAX_STRING].strip() if isinstance(value, str) else ""


def _address(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value[:_MAX_STRING] if isinstance(value, str) else ""


def _credits(value: object, known: dict[str, dict], depth: int = 0) -> Iterator[Credit]:
    """Yield the names under ``author``: a string, an object, a reference, or lists of them in any nesting."""
    if depth > 6:
        return
    if isinstance(value, str):
        if value.strip():
            yield Credit(value[:_MAX_STRING], organisation=False)
    elif isinstance(value, list):
        for item in value[:_MAX_AUTHORS]:
            yield from _credits(item, known, depth + 1)
    elif isinstance(value, dict):
        mark = value.get("@id")
        if "name" not in value and isinstance(mark, str):
            value = known.get(mark, value)
        names = value.get("name")
        organisation = "organi" in _kind(value).lower()
        for name in names[:_MAX_AUTHORS] if isinstance(names, list) else [names]:
            if isinstance(name, str) and name.strip():
                yield Credit(name[:_MAX_STRING], organisation)


def _loosely(script: str) -> Described | None:
    """Read the fields of an article out of a script that is no JSON: the first of each."""
    script = script[:200_000]
    found = {key: match[1] if (match := pattern.search(script)) else "" for key, pattern in _LOOSE.items()}
    if not (found["headline"] and found["datePublished"]):
        return None
    author = _LOOSE_AUTHOR.search(script)
    credits = (Credit(_unquoted(author[1]), organisation=False),) if author else ()
    return Described(
        kind="Article",
        headline=_unquoted(found["headline"]),
        authors=credits,
        published=found["datePublished"],
        created=found["dateCreated"],
        modified=found["dateModified"],
    )


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except (ValueError, RecursionError):
        return text.replace('\\"', '"')
