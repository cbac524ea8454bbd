"""Addresses of pages. Ids come with the input and may hold anything; addresses may not."""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import quote, urlsplit

_PLAIN = re.compile(r"\w[\w:.-]*")


def slug(id: str) -> str:
    """Return ``id`` as one part of an address: itself where that is safe, otherwise encoded after a tilde."""
    if _PLAIN.fullmatch(id) and not id.endswith(".json"):
        return quote(id, safe=":")
    return "~" + base64.urlsafe_b64encode(id.encode()).decode().rstrip("=")


def unslug(part: str) -> str:
    """Return the id of a part of an address, percent signs decoded already; "" where it is none."""
    if not part.startswith("~"):
        return part
    try:
        return base64.urlsafe_b64decode(part[1:] + "=" * (-len(part[1:]) % 4)).decode()
    except (binascii.Error, ValueError):
        return ""


def event_path(id: str) -> str:
    """Return the address of an event's page."""
    return f"/events/{slug(id)}"


def article_path(id: str) -> str:
    """Return the address of an article's page."""
    return f"/articles/{slug(id)}"


def actor_path(id: str) -> str:
    """Return the address of an actor's page."""
    return f"/actors/{slug(id)}"


def original(url: str | None) -> str | None:
    """Return ``url`` if it can be linked: an address on the web, and no script or local file."""
    if not url or any(ord(character) <= 32 for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def wikidata(id: str | None) -> str | None:
    """Return the address of a Wikidata item, or None where ``id`` names none."""
    return f"https://www.wikidata.org/wiki/{id}" if id and re.fullmatch(r"Q[1-9][0-9]*", id, re.ASCII) else None
