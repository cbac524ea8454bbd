"""The extractors that people use, given the page as bytes; nothing is fetched. ``kawat[bench]`` installs them."""

from __future__ import annotations

import contextlib
import io
import logging
from importlib import import_module
from typing import Any

import trafilatura

from benchmarks.cleaning.html_sets import LabelledPage
from kawat.readers.decoding import decode

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def trafilatura_body(page: LabelledPage) -> str:
    """Return what trafilatura gives out of the box."""
    return trafilatura.extract(page.html, url=page.url) or ""


def trafilatura_body_without_comments(page: LabelledPage) -> str:
    """Return what trafilatura gives when it is told that readers' comments are not wanted."""
    return trafilatura.extract(page.html, url=page.url, include_comments=False) or ""


def newspaper_body(page: LabelledPage) -> str:
    """Return newspaper4k's text, "" where it needs a tokenizer for the language that is not installed."""
    article = newspaper_article(page)
    return article.text or "" if article is not None else ""


def newspaper_article(page: LabelledPage) -> Any:
    """Return newspaper4k's article, None where it fails: for want of a language's tokenizer, or on the page."""
    newspaper = import_module("newspaper")
    article = newspaper.Article(page.url or "http://localhost/", fetch_images=False)
    with contextlib.redirect_stderr(io.StringIO()):
        try:
            article.download(input_html=decode(page.html, declared=True))
            article.parse()
        except (ImportError, newspaper.ArticleException):
            return None
    return article


def trafilatura_with_metadata(page: LabelledPage) -> object:
    """Return trafilatura's document with title, authors and date."""
    return trafilatura.bare_extraction(page.html, url=page.url, with_metadata=True)
