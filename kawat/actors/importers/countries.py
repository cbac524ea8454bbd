"""Countries as other files write them: ISO 3166-1 codes of two or three letters, and names in English or Indonesian."""

from __future__ import annotations

from functools import cache

from kawat.actors.checks import NO_COUNTRY
from kawat.actors.registry import load_registry
from kawat.actors.search import fold
from kawat.languages import CODED

# Codes that are not of ISO 3166-1, or no longer: their successors, and what FollowTheMoney calls parts of countries.
OTHER = {
    "BUR": "MMR", "KSV": "XKX", "ROM": "ROU", "TMP": "TLS", "XKK": "XKX", "ZAR": "COD", "EU": "EUR", "UK": "GBR",
    "XK": "XKX", "GB-WLS": "GBR", "GB-SCT": "GBR", "GB-NIR": "GBR",
}  # fmt: skip


def country_code(text: str) -> str | None:
    """Return the code of a country written in any usual way, None where it is not known."""
    code = text.strip().upper()
    if code in NO_COUNTRY or code in _codes():
        return code
    return OTHER.get(code) or _two_letters().get(code) or _by_name().get(fold(text))


@cache
def _codes() -> frozenset[str]:
    return frozenset(entry.id for entry in load_registry().entries.values() if entry.kind == "country")


@cache
def _two_letters() -> dict[str, str]:
    from babel.core import get_global

    aliases = get_global("territory_aliases").items()
    return {new[0]: old for old, new in aliases if old in _codes() and len(new) == 1}


@cache
def _by_name() -> dict[str, str]:
    return {
        fold(name): entry.id
        for language in CODED
        for name, entries in load_registry().names(language).items()
        for entry in entries
        if entry.kind == "country"
    }
