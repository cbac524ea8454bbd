"""Parts of a page that are no text of its article, as their names, their links and their repetition show."""

from __future__ import annotations

from collections import Counter

from kawat.cleaning.html.blocks import Block
from kawat.cleaning.html.layout import LINKED, PROSE, Layout
from kawat.cleaning.html.names import kinds_of
from kawat.records import Reason

_AGAIN = 3  # times that a notice stands on a page
_NOTICE = 8  # folded characters of the shortest notice
_LINK_LIST = 0.8  # share of linked characters from which a paragraph is nothing but links
_LONGEST_LIST = 400  # characters
_BY_NAME: tuple[Reason, ...] = ("chrome", "caption", "byline", "metadata")
_BY_TAG: dict[str, Reason] = {
    "figcaption": "caption", "figure": "caption", "form": "chrome",
}  # fmt: skip
_PROPERTIES = frozenset(
    "author creator dateCreated dateModified datePublished headline image keywords logo name publisher thumbnailUrl "
    "url".split()
)  # what microdata tell about an article


def reason_against(block: Block, layout: Layout, count: Counter[str]) -> Reason | None:
    """Return why a block is no text of the article, or None. ``count``: how often each folded text is on the page."""
    again = count[block.key] >= _AGAIN and len(block.key) >= _NOTICE
    if is_links(block) or (again and not layout.is_major(block.element.getparent())):
        return "chrome"
    if layout.is_template(block):
        return None
    long = len(block.text) > 2 * PROSE
    for element in layout.ancestors(block.element):
        if layout.is_major(element) or element.tag == "blockquote":
            return None
        if reason := _BY_TAG.get(str(element.tag)):
            return reason
        if element.get("itemprop") in _PROPERTIES:
            return "metadata"
        kinds = kinds_of(element)
        if element is block.element and long:
            kinds -= {"chrome"}  # a whole paragraph's own class says how it looks, or who may read it
        if long:
            kinds -= {"byline", "metadata"}
        for reason in _BY_NAME:
            if reason in kinds:
                return reason
    return None


def is_links(block: Block) -> bool:
    """Return whether a block is there for its links: to other stories, topics, shops."""
    if block.tag in ("li", "ul"):
        return block.linked > 0.9 or (block.linked >= LINKED and len(block.text) < PROSE)
    return block.linked > _LINK_LIST and len(block.text) < _LONGEST_LIST
