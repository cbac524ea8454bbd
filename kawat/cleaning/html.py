"""HTML to lines of text with the page's own metadata, within bounds that hostile markup cannot break."""

from __future__ import annotations

import re
from typing import NamedTuple

import trafilatura
from lxml import html as markup
from lxml.etree import LxmlError, iterwalk  # ty: ignore[import-not-found]
from trafilatura.settings import Document

MAX_HTML_CHARS = 4_000_000
MAX_ELEMENTS = 25_000
MAX_DEPTH = 250
_TAG = re.compile(r"<[a-zA-Z]")
_LIST_MARK = re.compile(r"^- (?=\S)", re.M)


class Extract(NamedTuple):
    """The article of an HTML page: its text, a line per paragraph, and what the page says of itself."""

    text: str
    title: str | None = None
    published: str | None = None
    authors: str | None = None
    site: str | None = None
    host: str | None = None
    url: str | None = None


class NoArticleError(ValueError):
    """The markup has no article that can be taken out; the message says why, for people."""


def extract(html: str, url: str | None = None) -> Extract:
    """Return the article text and metadata of an HTML page.

    Raises NoArticleError where there is none, or where the markup is beyond all bounds.
    """
    if len(html) > MAX_HTML_CHARS or sum(1 for _ in _TAG.finditer(html)) > MAX_ELEMENTS:
        raise NoArticleError("the HTML is too big for one article; give the article's own page")
    tree = _tree(html)
    try:
        found = trafilatura.bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # the extractor meets arbitrary markup; nothing it stumbles over may stop a run
        raise NoArticleError(f"the HTML could not be taken apart ({type(error).__name__})") from error
    if not isinstance(found, Document) or not found.text:
        raise NoArticleError("no article text found in the HTML")
    return Extract(
        text=_LIST_MARK.sub("", found.text),
        title=found.title,
        published=found.date,
        authors=found.author,
        site=found.sitename,
        host=found.hostname,
        url=found.url,
    )


def _tree(html: str) -> markup.HtmlElement:
    """Parse the markup, flattening what is nested deeper than any reader could follow."""
    parser = markup.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = markup.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise NoArticleError("the HTML could not be parsed") from error
    depth = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise NoArticleError("the HTML is nested too deeply to be a news page")
        del element
    return tree
