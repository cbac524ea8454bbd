"""Which agencies and media an article cites: not the outlet that publishes it, which pages name all over."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from kawat.cleaning.agencies import agency_of_site, find_agencies
from kawat.cleaning.opening import Opening
from kawat.cleaning.pieces import Pieces

_HTTP = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#]|$)", re.I)
_WIRES = frozenset({"reuters", "afp", "ap", "epa", "getty images"})  # alone on a line: whose picture it is
_OWNER = re.compile(r"©|\(c\)|\bcopyright\b|\bhak cipta\b|\bstandards\b|\bwebsite\b|\ball rights\b", re.I)


def cited_agencies(
    pieces: Pieces, opening: Opening | None, outlets: list[str], sources: list[str], url: str | None
) -> tuple[str, ...]:
    """Return the short names of the agencies cited, in the order of their first mention.

    ``outlets`` are those of the writers, who do not cite them; ``sources`` those from which the report was taken,
    and so is an agency in a dateline's brackets.
    """
    own = [*_site(url), *_owners(pieces), *outlets]
    credits = list(sources)
    outlet = opening.head.dateline.outlet if opening else None
    if outlet:
        wire = opening is not None and "." not in outlet and re.search(rf"[(/]\s*{re.escape(outlet)}", opening.text)
        (credits if wire else own).append(outlet)
    about = [piece.text for piece in pieces.items if piece.reason in ("metadata", "byline")]
    told = [line for line in about if not _OWNER.search(line)]
    text = "\n".join([*told, *(piece.text for piece in pieces.body())])
    return find_agencies(text, credits=credits, own=own)


def _site(url: str | None) -> list[str]:
    """Return names of the site itself, as far as its address tells them."""
    host = (urlsplit(url).hostname or "") if url and _HTTP.match(url) else ""
    named = [host, *(".".join(host.split(".")[-size:]) for size in (2, 3))]
    return [*named, *filter(None, (agency_of_site(label) for label in host.split(".")))]


def _owners(pieces: Pieces) -> list[str]:
    """Return the outlets that the page's own furniture names: copyright, newsletters, "More from ..."."""
    lines = [
        piece.text
        for piece in pieces.items
        if (piece.reason == "chrome" and piece.text.lower() not in _WIRES)
        or (piece.reason == "metadata" and _OWNER.search(piece.text))
    ]
    return list(find_agencies("\n".join(lines), anywhere=True))
