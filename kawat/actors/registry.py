"""The actor registry: reviewable TSV files read into entries, and the offices that persons held.

Files of a project lie over the bundled ones as layers: see `load_registry`.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path

import msgspec

from kawat.actors.checks import check_rows
from kawat.actors.rows import COLUMNS, REMOVED, Line, Problem, RegistryError, Row, parse, read_bytes, values

__all__ = [
    "COLUMNS", "PLACE_KINDS", "Checked", "Entry", "Office", "Registry", "RegistryError", "build_entries", "check_file",
    "load_registry", "read_rows",
]  # fmt: skip

FILES = ("agencies", "bodies", "countries", "groups", "indonesia", "persons", "seats")
PLACE_KINDS = frozenset({"country", "capital", "seat"})


class Office(msgspec.Struct, frozen=True, gc=False):
    """An office held from ``since`` to ``until`` (ISO days or shorter, "" for open)."""

    office: str
    country: str | None
    sectors: tuple[str, ...]
    since: str
    until: str

    def held_on(self, day: str) -> bool:
        """Return whether the office was held on ``day`` (a coarse date holds for all its days)."""
        return (not self.since or self.since <= day) and (not self.until or day[: len(self.until)] <= self.until)


class Entry(msgspec.Struct, frozen=True, gc=False):
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

    def is_former(self, day: str | None) -> bool:
        """Whether all offices were left before ``day``."""
        return day is not None and all(o.until and o.until < day and not o.held_on(day) for o in self.offices)

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
    """All entries, their names, and who held which office when.

    ``sources``: the file that each id comes from, where that is known. ``ranks``: how many layers lie below the one
    that an id comes from; a name, and an office on a day, mean the actor of the highest layer that has them.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        sources: Mapping[str, str] | None = None,
        ranks: Mapping[str, int] | None = None,
    ) -> None:
        self.entries: dict[str, Entry] = {entry.id: entry for entry in entries}
        self.sources = dict(sources or {})
        self._ranks = dict(ranks or {})
        self._by_office: dict[tuple[str, str | None], list[Entry]] = {}
        for entry in self.entries.values():
            for office in entry.offices:
                if entry.kind == "person" and office.office:
                    self._by_office.setdefault((office.office, office.country), []).append(entry)
        self._names: dict[str, dict[str, tuple[Entry, ...]]] = {}

    def over(self, entries: Iterable[Entry], removed: Collection[str], source: str) -> Registry:
        """Return the registry with a layer over it: ``entries`` replace those of the same id, ``removed`` are gone."""
        added = {entry.id: entry for entry in entries}
        kept = {id: entry for id, entry in self.entries.items() if id not in removed}
        rank = max(self._ranks.values(), default=0) + 1
        return Registry(
            {**kept, **added}.values(),
            {**self.sources, **dict.fromkeys(added, source)},
            {**self._ranks, **dict.fromkeys(added, rank)},
        )

    def is_bundled(self, id: str) -> bool:
        """Return whether the entry with this id ships with the package, so far as that is known."""
        return id in self.sources and id not in self._ranks

    def digest(self) -> str:
        """Return the digest of all that answers depend on: entries, and which of them lie over others."""
        content = [list(self.entries.values()), sorted((i, r) for i, r in self._ranks.items() if i in self.entries)]
        return blake2b(msgspec.json.encode(content), digest_size=8).hexdigest()

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
        uppermost = self._uppermost(tuple(holders.values()))
        return uppermost[0] if len(uppermost) == 1 else None

    def names(self, language: str) -> dict[str, tuple[Entry, ...]]:
        """Return every name used in ``language`` with the entries that bear it."""
        if language not in self._names:
            self._names[language] = self._read_names(language)
        return self._names[language]

    def _read_names(self, language: str) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries.values():
            own = entry.names_id if language == "id" else entry.names_en
            for name in dict.fromkeys((*entry.names, *own)):
                found[name] = (*found[name], entry) if name in found else (entry,)
        if language in ("id", "en"):
            for iso3, name in _cldr_names(language).items():
                entry = self.entries.get(iso3)
                if entry is not None and entry not in found.get(name, ()):
                    found[name] = (*found.get(name, ()), entry)
        return {name: self._uppermost(entries) for name, entries in found.items()} if self._ranks else found

    def _uppermost(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        if len(entries) < 2 or not self._ranks:
            return entries
        highest = max(self._ranks.get(entry.id, 0) for entry in entries)
        return tuple(entry for entry in entries if self._ranks.get(entry.id, 0) == highest)


def load_registry(*paths: str | Path) -> Registry:
    """Return the registry that ships with the package, with files of your own laid over it, the last one uppermost.

    A row with the id of an entry below replaces that entry wholly, a row of the kind ``none`` takes it out, and a name
    or an office means the actor of the uppermost file that has it. Raises RegistryError for a file that cannot be
    read or has a bad row.
    """
    registry = _bundled()
    for path in paths:
        checked = check_file(path, registry)
        if checked.problems:
            more = len(checked.problems) - 1
            hint = f" (and {more} more; to see them: kawat actors check {path})" if more else ""
            raise RegistryError(f"{checked.problems[0]}{hint}")
        registry = checked.over(registry)
    return registry


@cache
def _bundled() -> Registry:
    folder = resources.files("kawat") / "data" / "registry"
    rows: list[tuple[str, int, Row]] = []
    for name in FILES:
        text = (folder / f"{name}.tsv").read_text("utf-8")
        rows += [(f"{name}.tsv", line, row) for line, row in read_rows(text, f"{name}.tsv")]
    return Registry(build_entries(rows), {row["id"]: file for file, _, row in rows})


class Checked(msgspec.Struct, frozen=True):
    """A file of a project: its good rows with their lines, and its bad ones."""

    file: str
    lines: list[Line]
    problems: list[Problem]

    def over(self, beneath: Registry) -> Registry:
        """Return ``beneath`` with the good rows over it."""
        removed = {row["id"] for _, row in self.lines if row["kind"] == REMOVED}
        rows = [(self.file, number, row) for number, row in self.lines if row["kind"] != REMOVED]
        return beneath.over(build_entries(rows), removed, self.file)


def check_file(path: str | Path, beneath: Registry) -> Checked:
    """Return the rows of a project's file that is to lie over ``beneath``. Raises RegistryError if it is unreadable."""
    return check_content(read_bytes(path), str(path), beneath)


def check_content(content: bytes, file: str, beneath: Registry) -> Checked:
    """Return the rows of a file's content as `check_file` does."""
    lines, problems = parse(content, file)
    countries = {entry.id for entry in beneath.entries.values() if entry.kind == "country"}
    problems += check_rows(lines, file, countries)
    problems += [
        Problem(file, number, f"there is no actor {row['id']!r} to take out")
        for number, row in lines
        if row["kind"] == REMOVED and row["id"] not in beneath.entries
    ]
    bad = {problem.line for problem in problems}
    good = [(number, row) for number, row in lines if number not in bad]
    return Checked(file, good, sorted(problems, key=lambda problem: problem.line))


def read_rows(text: str, filename: str) -> list[Line]:
    """Return (line number, row) of a registry file's text. Raises RegistryError for a bad header or row."""
    lines, problems = parse(text.encode("utf-8", "surrogatepass"), filename)
    if problems:
        raise RegistryError(str(problems[0]))
    return lines


def build_entries(rows: Iterable[tuple[str, int, Row]]) -> list[Entry]:
    """Return one entry an id; a person's rows are joined as that person's offices. Raises RegistryError."""
    grouped: dict[str, list[Row]] = {}
    for filename, line, row in rows:
        group = grouped.setdefault(row["id"], [])
        if group and group[0]["kind"] != row["kind"]:
            raise RegistryError(f"{filename}:{line}: id {row['id']!r} is already a {group[0]['kind']}")
        group.append(row)
    return [_entry(group) for group in grouped.values()]


def _entry(rows: list[Row]) -> Entry:
    first = rows[0]
    return Entry(
        id=first["id"],
        kind=sys.intern(first["kind"]),
        names=_distinct(rows, "names"),
        names_id=_distinct(rows, "names_id"),
        names_en=_distinct(rows, "names_en"),
        wikidata=next((row["wikidata"] for row in rows if row["wikidata"]), None),
        note=first["note"],
        offices=tuple(
            [
                Office(
                    office=row["office"],
                    country=row["country"] or None,
                    sectors=_sectors(row["sectors"]),
                    since=row["from"],
                    until=row["to"],
                )
                for row in rows
            ]
        ),
    )


def _distinct(rows: list[Row], column: str) -> tuple[str, ...]:
    """Return the values of a column of several rows, each once."""
    cell = rows[0][column] if len(rows) == 1 else "|".join([row[column] for row in rows])
    if "|" not in cell:
        return (cell,) if cell else ()
    return tuple(dict.fromkeys(filter(None, values(cell))))


@lru_cache(maxsize=1_000)
def _sectors(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, values(cell)))


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
