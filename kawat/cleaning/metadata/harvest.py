"""What a page says of itself, gathered in one pass over its tree: meta tags, scripts of data, headings, times."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree  # ty: ignore[missing-module-member]
from lxml import html as markup

_TAGS = ("meta", "script", "title", "link", "time", "h1", "base")
_NAMING = ("property", "name", "itemprop", "http-equiv")
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "wbr",
    )
)
_UNSEEN = frozenset(("script", "style", "svg", "noscript", "template"))
_MAX_METAS = 600
_MAX_VALUE = 2_000  # characters of a meta tag that are read
_MAX_HEADING = 600
_MAX_SCRIPTS = 40
_MAX_SCRIPT_CHARS = 1_000_000  # of all scripts of data together
_MAX_TIMES = 40
_MAX_HEADINGS = 8


class Time(NamedTuple):
    """A ``<time>`` element: its machine-readable stamp if it has one, its words, and its attributes as one line."""

    stamp: str
    words: str
    about: str


@dataclass(slots=True)
class Harvest:
    """The raw material, in page order. ``metas`` maps lower-case names to the values given under them."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    headings: list[markup.HtmlElement] = field(default_factory=list)
    title: str = ""
    canonical: str = ""

    def first(self, *names: str) -> str:
        """Return the first value that is not blank under the first of the names that has one; else ""."""
        return next((value for name in names for value in self.metas.get(name, ())), "")


def gather(tree: markup.HtmlElement) -> Harvest:
    """Return what the tree of a page says of itself; only the first of what comes in absurd numbers is kept."""
    found = Harvest()
    metas = scripts = 0
    for element in tree.iter(*_TAGS):
        tag = element.tag
        if tag == "meta":
            metas += 1
            if metas <= _MAX_METAS:
                _meta(element, found)
        elif tag == "script":
            text = element.text
            if text and len(found.scripts) < _MAX_SCRIPTS and "ld+json" in (element.get("type") or "").lower():
                scripts += len(text)
                if scripts <= _MAX_SCRIPT_CHARS:
                    found.scripts.append(text)
        elif tag == "time":
            if len(found.times) < _MAX_TIMES:
                found.times.append(_time(element))
        elif tag == "h1":
            if len(found.headings) < _MAX_HEADINGS:
                found.headings.append(element)
        elif tag == "title":
            if not found.title and not _in_picture(element):
                found.title = words(element)
        elif tag == "link" and not found.canonical and (element.get("rel") or "").lower() == "canonical":
            found.canonical = (element.get("href") or "").strip()[:_MAX_VALUE]
    return found


def words(element: markup.HtmlElement, most: int = _MAX_HEADING, *, parted: bool = False) -> str:
    """Return the words of an element on one line, cut after ``most`` characters.

    ``parted``: a blank stands wherever a tag stood, as in credits, whose parts styles alone hold apart; without
    it, only where a tag breaks the line.
    """
    parts: list[str] = []
    size = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node is not element and (parted or node.tag not in _INLINE):
            parts.append(" ")
        text = node.tail if event == "end" and node is not element else node.text if event == "start" else None
        if text and not (event == "start" and node.tag in _UNSEEN):
            parts.append(text)
            size += len(text)
            if size > 4 * most:
                break
    return " ".join("".join(parts).split())[:most]


def _meta(element: markup.HtmlElement, found: Harvest) -> None:
    value = element.get("content") or element.get("value") or ""
    value = value[:_MAX_VALUE].strip()
    if not value:
        return
    for attribute in _NAMING:
        name = element.get(attribute)
        if name:
            found.metas.setdefault(name.strip().lower()[:100], []).append(value)


def _time(element: markup.HtmlElement) -> Time:
    about = " ".join(element.get(name) or "" for name in ("itemprop", "class", "id", "pubdate", "title"))
    stamp = (element.get("datetime") or element.get("content") or "").strip()
    return Time(stamp[:120], words(element, 120), about.lower()[:300])


def _in_picture(element: markup.HtmlElement) -> bool:
    """Return whether a ``<title>`` names a drawing (SVG), not the page."""
    parent = element.getparent()
    return parent is not None and parent.tag not in ("head", "html", "body")
