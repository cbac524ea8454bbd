"""What a feed or sitemap comes to."""

from __future__ import annotations

from typing import Literal

import msgspec


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One page that a listing names, with what the listing says of it; days and times in ISO format.

    ``content`` is the article itself where a feed carries it, ``html`` says whether that is markup.
    """

    url: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    content: str | None = None
    html: bool = True


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """A feed, a sitemap, or an index of sitemaps (whose ``links`` are sitemaps again).

    ``cut``: it names more pages than are read.
    """

    kind: Literal["feed", "sitemap", "index"]
    links: tuple[Link, ...]
    cut: bool = False
