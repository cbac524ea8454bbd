"""Sitemaps, indexes of sitemaps, and the fields that news sitemaps add (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from lxml import etree  # ty: ignore[missing-module-member]

from kawat.readers.listings.links import Link, Listing
from kawat.readers.listings.times import iso_time

MAX_LINKS = 50_000  # as many as the protocol allows
_WITHIN = ("loc", "lastmod", "title", "publication_date", "language")
_OLD_CODES = {"in": "id", "iw": "he"}  # codes that ISO 639 gave up, and that are still written


def read_sitemap(root: etree._Element) -> Listing:
    """Return the addresses of a sitemap, or of the sitemaps that an index names."""
    kind, item = ("index", "sitemap") if local_name(root) == "sitemapindex" else ("sitemap", "url")
    links, cut = [], False
    for element in root.iterchildren():
        if local_name(element) != item:
            continue
        if len(links) == MAX_LINKS:
            cut = True
            break
        if link := _link(element):
            links.append(link)
    return Listing(kind=kind, links=tuple(links), cut=cut)


def local_name(element: etree._Element) -> str:
    """Return an element's name in lower case, without namespace or prefix; "" for what is no element."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def _link(item: etree._Element) -> Link | None:
    """Return what one item says; the fields of news stand one or two steps deeper than those of the protocol."""
    fields: dict[str, str] = {}
    for element in item.iterdescendants():
        name = local_name(element)
        parent = element.getparent()
        if name in ("title", "loc") and parent is not None and local_name(parent) in ("image", "video"):
            continue  # a picture's own title and address
        if name in _WITHIN and name not in fields and (text := (element.text or "").strip()):
            fields[name] = text
    if "loc" not in fields:
        return None
    return Link(
        url=fields["loc"],
        title=fields.get("title"),
        published=iso_time(fields.get("publication_date")),
        modified=iso_time(fields.get("lastmod")),
        language=_language(fields.get("language")),
    )


def _language(written: str | None) -> str | None:
    code = (written or "").replace("_", "-").partition("-")[0].strip().lower()
    return _OLD_CODES.get(code, code) if code.isascii() and len(code) == 2 else None
