"""HTML to blocks of text: those of the article, and those left out within it with the reason."""

from __future__ import annotations

from copy import deepcopy
from itertools import islice
from typing import NamedTuple

import trafilatura
from lxml import html as markup
from trafilatura.settings import Document

from kawat.cleaning.html.blocks import blocks_of
from kawat.cleaning.html.body import Choice, choose
from kawat.cleaning.html.evidence import Evidence
from kawat.cleaning.html.tree import NoArticleError, parse
from kawat.cleaning.metadata import Metadata, read_metadata

__all__ = ["Choice", "Extract", "NoArticleError", "extract"]

_MANY = 5_000  # elements of a page; articles have a tenth of that
_SHORT = 500  # characters of a text after which the quick way of extraction may have missed the article


class Extract(NamedTuple):
    """The article of an HTML page: its blocks, each with the reason why it is left out, and what the page says of
    itself."""

    blocks: Choice
    about: Metadata = Metadata()


def extract(html: str, url: str | None = None) -> Extract:
    """Return the article text and metadata of an HTML page.

    Raises NoArticleError where there is none, or where the markup is beyond all bounds.
    """
    tree = parse(html)
    about = read_metadata(tree, url)
    evidence = Evidence(_text(tree, url), about.headlines, about.descriptions, about.body)
    blocks = choose(blocks_of(tree), evidence)
    if not blocks:
        raise NoArticleError("no article text found in the HTML")
    return Extract(blocks, about)


def _text(tree: markup.HtmlElement, url: str | None) -> str:
    """Return what the extractor takes for the article: the quick way where that finds enough, the long way elsewhere.

    Of its options, quick with a leaning to recall measured best once ``choose`` goes over the result, on both sets of
    labelled pages (docs/decisions/0010-html-bodies.md).
    """
    quick = _found(tree, url, fast=True)
    return quick if len(quick) >= _SHORT or _is_large(tree) else max(quick, _found(tree, url, fast=False), key=len)


def _is_large(tree: markup.HtmlElement) -> bool:
    """Return whether the long way would take too long: its time grows with the square of the number of paragraphs."""
    return next(islice(tree.iter(), _MANY, None), None) is not None


def _found(tree: markup.HtmlElement, url: str | None, *, fast: bool) -> str:
    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree),  # the extractor cuts the tree up
            url=url,
            with_metadata=False,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            fast=fast,
        )
    except Exception as error:  # the extractor meets arbitrary markup; nothing it stumbles over may stop a run
        raise NoArticleError(f"the HTML could not be taken apart ({type(error).__name__})") from error
    return (found.text or "") if isinstance(found, Document) else ""
