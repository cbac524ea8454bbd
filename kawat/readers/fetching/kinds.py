"""What an answer says it holds, and which kinds are read."""

from __future__ import annotations

import re

import httpx

from kawat.readers.fetching.errors import FetchError

_PLAIN = "text/plain"
_ARCHIVES = ("application/gzip", "application/x-gzip", "application/octet-stream", "binary/octet-stream")
_READ = re.compile(r"(?:text/(?:html|plain)|(?:text|application)/(?:[\w.-]+\+)?xml)")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:+-]{2,40})", re.I)


def media_type(headers: httpx.Headers) -> str:
    """Return the media type without its parameters, or "" where the answer does not say."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def charset(headers: httpx.Headers) -> str | None:
    """Return the charset that the answer names, if any."""
    named = _CHARSET.search(headers.get("content-type", "")[:500])
    return named.group(1) if named else None


def is_plain_text(headers: httpx.Headers) -> bool:
    """Return whether the answer says that it is text without markup."""
    return media_type(headers) == _PLAIN


def may_be_listing(headers: httpx.Headers, url: httpx.URL) -> bool:
    """Return whether an answer may be a feed or sitemap, which may be larger than a page."""
    kind = media_type(headers)
    return kind in _ARCHIVES or kind.endswith(("/xml", "+xml")) or url.path.endswith((".xml", ".xml.gz"))


def check_kind(headers: httpx.Headers, url: httpx.URL) -> None:
    """Raise FetchError where an answer names a kind that is not read. Packed sitemaps are known by their name."""
    kind = media_type(headers)
    if not kind or _READ.fullmatch(kind):
        return
    if kind in _ARCHIVES and url.path.endswith(".gz"):
        return
    raise FetchError(f"its content is {kind[:80]}; only HTML, plain text, feeds and sitemaps are fetched")
