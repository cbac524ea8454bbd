"""What the classes and ids of an element say that it holds, whatever the language of the page."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from lxml import html as markup

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_LONGEST = 300  # characters of class and id that are looked at


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    data = tomllib.loads((resources.files("kawat") / "data" / "markup.toml").read_text("utf-8"))
    single = {name: kind for kind, names in data["names"].items() for name in names}
    joined = {name: kind for kind, names in data["joined"].items() for name in names}
    return single, joined


def kinds_of(element: markup.HtmlElement) -> frozenset[str]:
    """Return the kinds of part ("chrome", "caption", "byline", "metadata", "standfirst") that the names tell."""
    return _kinds(f"{element.get('class') or ''} {element.get('id') or ''}"[:_LONGEST])


@lru_cache(maxsize=8192)  # bounded: pages without end give names without end
def _kinds(names: str) -> frozenset[str]:
    single, joined = _known()
    found = set()
    for name in names.split():
        words = _WORD.findall(_CAMEL.sub("-", name).lower())
        found |= {single[word] for word in words if word in single}
        found |= {joined[pair] for pair in map(" ".join, pairwise(words)) if pair in joined}
    return frozenset(found)
