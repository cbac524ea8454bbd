"""What the classes and ids of an element say that it holds, whatever the language of the page."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

import msgspec
from lxml import html as markup

from kawat.languages import Strict

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_LONGEST = 300  # characters of class and id that are looked at


class MarkupData(Strict, frozen=True):
    """``data/markup.toml``: by kind of part, names of one word, and names of two."""

    names: dict[str, tuple[str, ...]]
    joined: dict[str, tuple[str, ...]]


@cache
def load_markup() -> MarkupData:
    """Return the names that sites give the parts of their pages."""
    path = resources.files("kawat") / "data" / "markup.toml"
    return msgspec.toml.decode(path.read_bytes(), type=MarkupData)


@cache
def _known() -> dict[str, str]:
    data = load_markup()
    return {name: kind for part in (data.names, data.joined) for kind, names in part.items() for name in names}


def kinds_of(element: markup.HtmlElement) -> frozenset[str]:
    """Return the kinds of part ("chrome", "caption", "byline", "metadata", "standfirst") that the names tell."""
    return _kinds(f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST])


@lru_cache(maxsize=8192)  # bounded: pages without end give names without end
def _kinds(names: str) -> frozenset[str]:
    known = _known()
    found = set()
    for name in names.split():
        words = _WORD.findall(_CAMEL.sub("-", name).lower())
        found |= {known[told] for told in (*words, *map(" ".join, pairwise(words))) if told in known}
    return frozenset(found)
