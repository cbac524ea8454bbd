"""What an address tells of the outlet: its host and its country."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from babel.core import get_global

ANYBODYS = frozenset("ai am cc co fm gg io is la ly me sh so to tv vc ws".split())  # endings that outlets anywhere take
BRITISH = "uk"  # the one ending that is not the country's ISO code


def address_country(url: str | None) -> str | None:
    """Return the country of an address by its ending, ISO 3166-1 alpha-3: "https://a.com.my/b" is of MYS.

    None for endings that tell none (.com, .org), that outlets of any country take (.co, .tv), and for no address.
    """
    ending = (address_host(url) or "").rpartition(".")[2]
    return None if ending in ANYBODYS else _endings().get(ending)


def address_host(url: str | None) -> str | None:
    """Return the host of an address without "www.", None where it has none."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:  # "http://[broken"
        return None
    return host.removeprefix("www.") if host else None


@cache
def _endings() -> dict[str, str]:
    """Return alpha-3 codes by endings: CLDR's aliases of territories lead from alpha-3 to alpha-2."""
    aliases = get_global("territory_aliases").items()
    known = {two[0].lower(): three for three, two in aliases if len(three) == 3 and three.isalpha() and len(two) == 1}
    return known | {BRITISH: known["gb"]}
