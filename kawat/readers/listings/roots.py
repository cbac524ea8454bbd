"""Which kind of XML some bytes are, told from the name of the outermost element."""

from __future__ import annotations

import codecs
import re

HEAD_BYTES = 4096
FEED_ROOTS = ("rss", "feed", "rdf", "channel")
SITEMAP_ROOTS = ("urlset", "sitemapindex")

_NAME = re.compile(r"<(?:[A-Za-z_][\w.-]{0,60}:)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])")
_DOCTYPE = re.compile(r"<!doctype\s{1,99}([A-Za-z][\w.-]{0,60})", re.I)
_BEFORE = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))  # what may stand before the outermost element


def root_name(head: bytes) -> str | None:
    """Return the outermost element's name without prefix, in lower case; None where this is no XML."""
    text = _characters(head[:HEAD_BYTES])
    at, declared = 0, False
    while True:
        while at < len(text) and (text[at].isspace() or text[at] == "\ufeff"):
            at += 1
        opening = next((pair for pair in _BEFORE if text.startswith(pair[0], at)), None)
        if opening is None:
            break
        if opening[0] == "<!" and "[" in text[at : text.find(">", at) + 1]:
            opening = ("<!", "]>")  # a document type with declarations inside
        end = text.find(opening[1], at)
        if end < 0:  # declarations, or a comment, longer than what is looked at
            doctype = _DOCTYPE.match(text, at)
            return doctype.group(1).lower() if doctype else "" if declared else None
        declared = declared or text.startswith("<?xml", at)
        at = end + len(opening[1])
    found = _NAME.match(text, at)
    return found.group(1).lower() if found else None


def is_listing(head: bytes) -> bool:
    """Return whether bytes begin as a feed or a sitemap does."""
    return root_name(head) in FEED_ROOTS + SITEMAP_ROOTS


def _characters(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
