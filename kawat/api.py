"""Conveniences of the Python interface that belong to no room."""

from __future__ import annotations

from kawat.cleaning import clean as clean_page
from kawat.readers import looks_like_html
from kawat.records import Article, Page, Reject


def clean(text_or_html: str, url: str | None = None) -> Article:
    """Return the cleaned article of a page given as text or HTML.

    Raises ValueError, with the reason, where there is no article in it.
    """
    if looks_like_html(text_or_html):
        page = Page(source="-", html=text_or_html, url=url)
    else:
        page = Page(source="-", text=text_or_html, url=url)
    article = clean_page(page)
    if isinstance(article, Reject):
        raise ValueError(article.reason)
    return article
