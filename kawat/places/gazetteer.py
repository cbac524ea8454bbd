"""The places of the world by name: areas from tables of ours, populated places from GeoNames."""

from __future__ import annotations

import csv
import io
from functools import cache, lru_cache
from importlib import resources

import msgspec

from kawat.places.cities import City, cities_named

AREA_WEIGHT = 1_000_000  # people that an area of our tables counts for beside towns of its name
TABLES = ("places_idn", "regions")
REMEMBERED = 20_000  # names


class GazetteerPlace(msgspec.Struct, frozen=True):
    """A place. ``population``: 0 where it is an area rather than a town. ``own``: it was asked for by its own name."""

    name: str
    country: str  # ISO 3166-1 alpha-3
    latitude: float
    longitude: float
    population: int = 0
    admin1: str | None = None
    geonames_id: int | None = None
    own: bool = True

    @property
    def point(self) -> tuple[float, float]:
        """Its latitude and longitude, in degrees."""
        return self.latitude, self.longitude

    @property
    def weight(self) -> int:
        """How much speaks for this place beside others of its name: its people."""
        return self.population or (AREA_WEIGHT if self.geonames_id is None else 0)


@lru_cache(maxsize=REMEMBERED)
def places_named(name: str) -> tuple[GazetteerPlace, ...]:
    """Return the places that bear ``name``: areas first, then towns, the largest first."""
    areas = _areas().get(name, ())
    return (*areas, *(_town(city) for city in cities_named(name)))


def same_area(name: str) -> tuple[str, ...]:
    """Return all names of the areas called ``name``: "Jawa Tengah", "Jateng", "Central Java"."""
    return tuple(dict.fromkeys(n for place in _areas().get(name, ()) for n in _area_names()[place]))


@cache
def _area_names() -> dict[GazetteerPlace, list[str]]:
    names: dict[GazetteerPlace, list[str]] = {}
    for name, places in _areas().items():
        for place in places:
            names.setdefault(place, []).append(name)
    return names


def place_named(name: str, near: str | None = None) -> GazetteerPlace | None:
    """Return the place called ``name``; of several, one in the country ``near`` before the largest one."""
    places = places_named(name)
    for place in places:
        if place.country == near:
            return place
    return max(places, key=lambda place: place.weight, default=None)


def _town(city: City) -> GazetteerPlace:
    return GazetteerPlace(
        name=city.name,
        country=city.country,
        latitude=city.latitude,
        longitude=city.longitude,
        population=city.population,
        admin1=_divisions().get((city.country, city.admin1), city.admin1) or None,
        geonames_id=city.geonames_id,
        own=city.own,
    )


@cache
def _areas() -> dict[str, tuple[GazetteerPlace, ...]]:
    found: dict[str, list[GazetteerPlace]] = {}
    for table in TABLES:
        for row in _rows(table):
            place = GazetteerPlace(
                name=row["name"],
                country=row.get("country") or "IDN",
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
                admin1=row["admin1"] or None,
            )
            for name in dict.fromkeys((row["name"], *row["names"].split("|"))):
                if name:
                    found.setdefault(name, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


@cache
def _divisions() -> dict[tuple[str, str], str]:
    """Return the names of first-order divisions by country and GeoNames code, for the countries that our table has."""
    return {(row["country"], row["code"]): row["name"] for row in _rows("divisions")}


def _rows(table: str) -> list[dict[str, str]]:
    path = resources.files("kawat") / "data" / "registry" / f"{table}.tsv"
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE))
