"""Feeds and sitemaps: what they hold themselves, and which pages they name.

A feed (RSS, Atom, RDF) may carry whole articles; a sitemap holds addresses only. Nothing here touches the
network.
"""

from __future__ import annotations

from kawat.readers.listings.links import Link, Listing
from kawat.readers.listings.parse import parse_listing
from kawat.readers.listings.roots import is_listing, root_name

__all__ = ["Link", "Listing", "is_listing", "parse_listing", "root_name"]
