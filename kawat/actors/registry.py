"""The actor registry: reviewable TSV files read into entries, and the offices that persons held."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable
from functools import cache
from importlib import resources

import msgspec

COLUMNS = [
    "id",
    "kind",
    "country",
    "sectors",
    "names",
    "names_id",
    "names_en",
    "office",
    "from",
    "to",
    "wikidata",
    "note",
]
FILES = ("agencies", "bodies", "countries", "groups", "indonesia", "persons", "seats")
PLACE_KINDS = frozenset({"country", "capital", "seat"})


class RegistryError(ValueError):
    """A registry file has a row that cannot be read; the message names file, line and reason."""


class Office(msgspec.Struct, frozen=True):
    """An office held from ``since`` to ``until`` (ISO days or shorter, "" for open)."""

    office: str
    country: str | None
    sectors: tuple[str, ...]
    since: str
    until: str

    def held_on(self, day: str) -> bool:
        """Return whether the office was held on ``day`` (a coarse date holds for all its days)."""
        return (not self.since or self.since <= day) and (not self.until or day[: len(self.until)] <= self.until)


class Entry(msgspec.Struct, frozen=True):
    """Somebody the registry knows. Persons have one office or more, others exactly one row."""

    id: str
    kind: str
    names: tuple[str, ...]
    names_id: tuple[str, ...]
    names_en: tuple[str, ...]
    wikidata: str | None
    note: str
    offices: tuple[Office, ...]

    @property
    def name(self) -> str:
        """The name it is shown by."""
        return self.names[0]

    def at(self, day: str | None) -> Office:
        """Return the office held on ``day``: else the last one before it, else the first one after it."""
        if day is None:
            return max(self.offices, key=lambda office: office.since)
        held = [office for office in self.offices if office.held_on(day)]
        if held:
            return max(held, key=lambda office: office.since)
        before = [office for office in self.offices if office.since <= day]
        if before:
            return max(before, key=lambda office: office.since)
        return min(self.offices, key=lambda office: office.since)


class Registry:
    """All entries, their names, and who held which office when."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: dict[str, Entry] = {entry.id: entry for entry in entries}
        self._by_office: dict[tuple[str, str | None], list[Entry]] = {}
        for entry in self.entries.values():
            for office in entry.offices:
                if entry.kind == "person" and office.office:
                    self._by_office.setdefault((office.office, office.country), []).append(entry)
        self._places: dict[str, str] = {
            name: country
            for language in ("id", "en")
            for name, entries in self.names(language).items()
            for entry in entries
            if entry.kind in ("country", "capital") and (country := entry.offices[0].country) is not None
        }

    def agencies(self) -> frozenset[str]:
        """Return the ids of the news agencies."""
        return frozenset(entry.id for entry in self.entries.values() if entry.kind == "agency")

    def holder(self, office: str, country: str | None, day: str | None) -> Entry | None:
        """Return who held ``office`` of ``country`` on ``day``, or None where that is not known for sure."""
        if day is None:
            return None
        holders = {
            entry.id: entry
            for entry in self._by_office.get((office, country), ())
            if any(o.office == office and o.country == country and o.held_on(day) for o in entry.offices)
        }
        return next(iter(holders.values())) if len(holders) == 1 else None

    def place_country(self, name: str) -> str | None:
        """Return the country that ``name`` names or is the capital of, in either language."""
        return self._places.get(name)

    def names(self, language: str) -> dict[str, list[Entry]]:
        """Return every name used in ``language`` with the entries that bear it."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            own = entry.names_id if language == "id" else entry.names_en
            for name in {*entry.names, *own}:
                found.setdefault(name, []).append(entry)
        if language in ("id", "en"):
            for iso3, name in _cldr_names(language).items():
                entry = self.entries.get(iso3)
                if entry is not None and entry not in found.setdefault(name, []):
                    found[name].append(entry)
        return found


@cache
def load_registry() -> Registry:
    """Return the registry that ships with the package."""
    folder = resources.files("kawat") / "data" / "registry"
    rows: list[tuple[str, int, dict[str, str]]] = []
    for name in FILES:
        text = (folder / f"{name}.tsv").read_text("utf-8")
        rows += [(f"{name}.tsv", line, row) for line, row in read_rows(text, f"{name}.tsv")]
    return Registry(build_entries(rows))


def read_rows(text: str, filename: str) -> list[tuple[int, dict[str, str]]]:
    """Return (line number, row) of a registry file's text. Raises RegistryError for a bad header or row."""
    reader = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(reader, [])
    if header != COLUMNS:
        raise RegistryError(f"{filename}:1: columns must be {' '.join(COLUMNS)}; found {' '.join(header)}")
    rows = []
    for line, cells in enumerate(reader, start=2):
        if not cells:
            continue
        if len(cells) != len(COLUMNS):
            raise RegistryError(f"{filename}:{line}: {len(cells)} cells where {len(COLUMNS)} are needed")
        row = dict(zip(COLUMNS, cells, strict=True))
        if not row["id"] or not row["kind"] or not row["names"]:
            raise RegistryError(f"{filename}:{line}: id, kind and names must not be empty")
        rows.append((line, row))
    return rows


def build_entries(rows: Iterable[tuple[str, int, dict[str, str]]]) -> list[Entry]:
    """Return one entry an id; a person's rows are joined as that person's offices."""
    grouped: dict[str, list[dict[str, str]]] = {}
    for filename, line, row in rows:
        group = grouped.setdefault(row["id"], [])
        if group and group[0]["kind"] != row["kind"]:
            raise RegistryError(f"{filename}:{line}: id {row['id']!r} is already a {group[0]['kind']}")
        group.append(row)
    return [_entry(group) for group in grouped.values()]


def _entry(rows: list[dict[str, str]]) -> Entry:
    def names(column: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for row in rows for name in row[column].split("|") if name))

    return Entry(
        id=rows[0]["id"],
        kind=sys.intern(rows[0]["kind"]),
        names=names("names"),
        names_id=names("names_id"),
        names_en=names("names_en"),
        wikidata=next((row["wikidata"] for row in rows if row["wikidata"]), None),
        note=rows[0]["note"],
        offices=tuple(
            Office(
                office=row["office"],
                country=row["country"] or None,
                sectors=tuple(sector for sector in row["sectors"].split("|") if sector),
                since=row["from"],
                until=row["to"],
            )
            for row in rows
        ),
    )


def _cldr_names(language: str) -> dict[str, str]:
    """Return CLDR's name of every territory in ``language``, by ISO 3166-1 alpha-3 code."""
    from babel import Locale
    from babel.core import get_global

    territories = Locale(language).territories
    names = {}
    for alpha3, alpha2 in get_global("territory_aliases").items():
        if len(alpha3) == 3 and alpha3.isalpha() and len(alpha2) == 1 and alpha2[0] in territories:
            names[alpha3] = territories[alpha2[0]]
    return names
