"""Markup to a tree, within bounds that hostile markup cannot break."""

from __future__ import annotations

import re

from lxml import html as markup
from lxml.etree import LxmlError, XPath  # ty: ignore[import-not-found]

MAX_HTML_CHARS = 4_000_000
MAX_ELEMENTS = 20_000  # the largest of 232 labelled news pages has 4,110
MAX_DEPTH = 250
_TOO_DEEP = XPath(f"boolean(//*[count(ancestor::*) > {MAX_DEPTH}])")
_TAG = re.compile(r"<[a-zA-Z]")


class NoArticleError(ValueError):
    """The markup has no article that can be taken out; the message says why, for people."""


def parse(html: str) -> markup.HtmlElement:
    """Return the tree of a page, without comments.

    Raises NoArticleError where the markup cannot be parsed, or is larger or deeper than any news page.
    """
    if len(html) > MAX_HTML_CHARS or sum(1 for _ in _TAG.finditer(html)) > MAX_ELEMENTS:
        raise NoArticleError("the HTML is too big for one article; give the article's own page")
    parser = markup.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = markup.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise NoArticleError("the HTML could not be parsed") from error
    if _TOO_DEEP(tree):
        raise NoArticleError("the HTML is nested too deeply to be a news page")
    return tree
