"""Feeds and sitemaps as input files: a page for each entry that carries its whole article."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.readers.limits import SAMPLE_CHARS
from kawat.readers.listings import Link, parse_listing
from kawat.readers.rows import page_from_row
from kawat.readers.streams import whole
from kawat.records import Page, Reject


def read_listing(chunks: Iterator[bytes], source: str) -> Iterator[Page | Reject]:
    """Yield a Page or a Reject for each entry of a feed, and one Reject for a sitemap.

    Raises BrokenInputError where there is more than one page may have.
    """
    raw, broken = whole(chunks)
    try:
        listing = parse_listing(raw)
    except ValueError as error:
        sample = raw[:SAMPLE_CHARS].decode("ascii", "replace")
        yield Reject(source=source, reason=broken or str(error), sample=sample)
        return
    remedy = f"kawat fetch {source}"
    if listing.kind != "feed":
        reason = f"a sitemap holds addresses, not articles; fetch them first: {remedy}"
        yield Reject(source=source, reason=reason)
    elif not listing.links:
        yield Reject(source=source, reason=broken or "the feed has no entries")
    else:
        for number, link in enumerate(listing.links, start=1):
            yield _page(link, f"{source}#{number}", remedy)
    if broken and listing.links:
        yield Reject(source=source, reason=broken)


def _page(link: Link, source: str, remedy: str) -> Page | Reject:
    if link.content is None:
        reason = f"the entry has a teaser, not the article; fetch the page: {remedy}"
        return Reject(source=source, reason=reason, sample=(link.title or link.url or "")[:SAMPLE_CHARS])
    row = {"id": link.id, "url": link.url, "title": link.title, "published": link.published}
    return page_from_row(row | {"html" if link.html else "text": link.content}, source)
