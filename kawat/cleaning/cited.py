"""Which agencies and media an article cites: not the outlet that publishes it, which pages name all over."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple
from urllib.parse import urlsplit

from kawat.cleaning.agencies import agency_of_site, find_agencies, named_agency, wires
from kawat.cleaning.chrome import bare, is_prose
from kawat.cleaning.opening import Opening
from kawat.cleaning.pieces import Piece, Pieces
from kawat.cleaning.signature import first_outlets, owning_wire, sources_of, wires_alone

_HTTP = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#]|$)", re.I)
_WIRES = frozenset({"reuters", "afp", "ap", "epa", "getty images"})  # alone on a line: whose picture it is
_OWNER = re.compile(r"©|\(c\)|\bcopyright\b|\bhak cipta\b|\bstandards\b|\bwebsite\b|\ball rights\b", re.I)


class _Site(NamedTuple):
    """The site on which the page stands: whether its address is known, and names of its outlet."""

    known: bool
    names: list[str]

    def carries(self, outlet: str) -> bool:
        """Return whether an outlet is an agency whose report this site carries: its own site is another."""
        agency = named_agency(outlet)
        return self.known and agency in wires() and agency not in map(named_agency, self.names)


def cited_agencies(
    pieces: Pieces, opening: Opening | None, outlets: list[str], sources: list[str], url: str | None
) -> tuple[str, ...]:
    """Return the short names of the agencies cited, in the order of their first mention.

    ``outlets`` are those of the writers, who do not cite them; ``sources`` those from which the report was taken,
    and so are agencies in a dateline's brackets, in a credit at the end, and behind "©" on another outlet's page.
    """
    site = _site(url)
    last = max((k for k, piece in enumerate(pieces.items) if piece.reason is None and is_prose(piece.text)), default=-1)
    signed = _signed(pieces.items[last + 1 :]) if last >= 0 else []
    own = [*_owners(pieces, signed, site), *outlets]
    credits = [*sources, *_credits(pieces, last, site), *(name for piece in signed for name in wires_alone(piece.text))]
    outlet = opening.head.dateline.outlet if opening else None
    if outlet:
        wire = opening is not None and "." not in outlet and re.search(rf"[(/]\s*{re.escape(outlet)}", opening.text)
        (credits if wire or site.carries(outlet) else own).append(outlet)
    about = [piece.text for piece in pieces.items if piece.reason in ("metadata", "byline")]
    told = [line for line in about if not _OWNER.search(line)]
    text = "\n".join([*told, *(piece.text for piece in pieces.body())])
    mine = [*site.names, *(name for name in own if not site.carries(name))]
    return find_agencies(text, credits=credits, own=mine)


def _site(url: str | None) -> _Site:
    """Return the site of an address, with names of its outlet as far as the address tells them."""
    host = (urlsplit(url).hostname or "").lower() if url and _HTTP.match(url) else ""
    named = [host, *(".".join(host.split(".")[-size:]) for size in (2, 3))]
    agencies = filter(None, (agency_of_site(label) for label in host.split(".")))
    own = (name for name, sites in wires().items() if any(f".{host}".endswith(f".{site}") for site in sites))
    return _Site(bool(host), [*named, *agencies, *own])


def _credits(pieces: Pieces, last: int, site: _Site) -> list[str]:
    """Return the outlets from which lines outside the report, whose last is given, say that it was taken."""
    found: list[str] = []
    for where, piece in enumerate(pieces.items):
        if piece.reason == "metadata" or (0 <= last < where):
            found += _sources(piece.text, site)
        if piece.reason in ("chrome", "metadata") and (wire := owning_wire(piece.text)) and site.carries(wire):
            found.append(wire)
        if piece.reason is not None:
            found += first_outlets(piece.text)
        for _, cut in piece.inner:
            found += first_outlets(cut)
    return found


def _sources(line: str, site: _Site) -> list[str]:
    """Return the outlets behind "Source:"; without an address wires alone, as outlets may name themselves."""
    return [name for name in sources_of(line) or () if site.known or named_agency(name) in wires()]


def _signed(items: list[Piece]) -> list[Piece]:
    """Return the lines below a report, before other things follow, that only name an agency: "AFP", "- Reuters"."""
    found: list[Piece] = []
    for piece, after in zip_longest(items, items[1:]):
        pictured = after is not None and after.reason == "caption"
        if not pictured and wires_alone(piece.text):
            found.append(piece)
        elif sources_of(piece.text) is None and piece.reason not in ("byline", "metadata"):
            break
    return found


def _owners(pieces: Pieces, signed: list[Piece], site: _Site) -> list[str]:
    """Return the outlets that the page's own furniture names: copyright, newsletters, "More from ..."."""
    lines = [
        piece.text
        for piece in pieces.items
        if (
            piece.reason == "chrome"
            and bare(piece.text) not in _WIRES
            and piece not in signed
            and not (_sources(piece.text, site) or first_outlets(piece.text))
        )
        or (piece.reason == "metadata" and _OWNER.search(piece.text))
    ]
    return list(find_agencies("\n".join(lines), anywhere=True))
