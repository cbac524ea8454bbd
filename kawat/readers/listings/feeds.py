"""RSS, Atom and RDF feeds, read by feedparser from bytes that were mended before."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from lxml import etree  # ty: ignore[missing-module-member]

from kawat.readers.listings.links import Link, Listing
from kawat.readers.listings.times import iso_time

_TAG = re.compile(r"<[^<>]{0,2000}>")
_SHORT = 600  # characters of text: a content so short that only repeats the summary is a teaser
_CUT = re.compile(r"(?:\[\s?(?:…|\.\.\.)\s?\]|…|\.\.\.)\W{0,20}$")


def read_feed(root: etree._Element) -> Listing:
    """Return a feed's entries, with their content where that is a whole article. Raises ValueError for no feed."""
    import feedparser  # here, because it takes longer to load than most inputs to be read

    try:
        # Bytes behind a stream: a string would be taken for a file's name or an address. The page's own markup
        # is wanted, as cleaning judges it, so nothing is sanitised.
        found = feedparser.parse(
            io.BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True)),
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # a library of many small readers, met with what was never meant to be a feed
        raise ValueError(f"{type(error).__name__}: {error}") from error
    return Listing(kind="feed", links=tuple(_link(entry) for entry in found.entries))


def _link(entry: Mapping[str, Any]) -> Link:
    published = iso_time(entry.get("published"))
    modified = iso_time(entry["updated"]) if "updated" in entry else None
    content, html = _content(entry)
    return Link(
        url=_text(entry.get("link")),
        id=_text(entry.get("id")),
        title=_plain(entry.get("title")),
        published=published or modified,  # Atom asks only for the second
        modified=modified,
        content=content,
        html=html,
    )


def _content(entry: Mapping[str, Any]) -> tuple[str | None, bool]:
    """Return the article that an entry carries and whether it is markup; a teaser is none."""
    # Without a summary of its own an entry gets its content for one, but not the detail.
    summary = _squeezed(str((entry.get("summary_detail") or {}).get("value") or ""))
    longest: tuple[str | None, bool] = (None, True)
    for each in entry.get("content") or ():
        value, kind = str(each.get("value") or ""), str(each.get("type") or "text/html")
        if not kind.startswith("text/") and "html" not in kind and "xml" not in kind:
            continue  # a picture or a sound, packed into the feed
        if len(value) > len(longest[0] or "") and not _is_teaser(_squeezed(value), summary):
            longest = (value, kind != "text/plain")
    return longest


def _is_teaser(text: str, summary: str) -> bool:
    if not text:
        return True
    return len(text) < _SHORT and (text == summary or _CUT.search(text[-40:]) is not None)


def _squeezed(markup: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", markup)).split())


def _plain(value: object) -> str | None:
    """Return a title without the markup that some feeds put into it."""
    return _squeezed(value) or None if isinstance(value, str) else None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
