"""Bytes to a listing."""

from __future__ import annotations

from kawat.readers.decoding import NotTextError
from kawat.readers.limits import MAX_PAGE_BYTES, megabytes
from kawat.readers.listings.feeds import read_feed
from kawat.readers.listings.links import Listing
from kawat.readers.listings.roots import FEED_ROOTS, SITEMAP_ROOTS
from kawat.readers.listings.sitemaps import local_name, read_sitemap
from kawat.readers.listings.trees import parse_tree


def parse_listing(raw: bytes, charset: str | None = None) -> Listing:
    """Return the feed or sitemap in ``raw``; ``charset`` is what HTTP said of it.

    Raises ValueError where there is none; the message says why, for people.
    """
    try:
        root = parse_tree(raw, charset)
    except NotTextError as error:
        raise ValueError(str(error)) from error
    if root is None:
        raise ValueError("the XML is too broken to be read; check where it comes from")
    name = local_name(root)
    if name in SITEMAP_ROOTS:
        return read_sitemap(root)
    if name not in FEED_ROOTS:
        raise ValueError(f"XML of another kind (<{name[:40]}>); only feeds, sitemaps and XHTML pages are read")
    if len(raw) > MAX_PAGE_BYTES:  # reading feeds takes seconds for each megabyte
        raise ValueError(f"the feed is larger than {megabytes(MAX_PAGE_BYTES)}; feeds of news are a tenth of that")
    try:
        return read_feed(root)
    except ValueError as error:
        raise ValueError(f"not a readable feed ({str(error)[:200]})") from error
