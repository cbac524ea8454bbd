"""From what an importer reads to rows: unsafe names dropped, each name one actor's, ids given, all of it checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from kawat.actors.cast import slug
from kawat.actors.checks import check_rows, unsafe
from kawat.actors.importers.found import Dropped, Found, Item, Refused, Skipped, Term
from kawat.actors.registry import load_registry
from kawat.actors.rows import Line, Problem, Row, new_row, values
from kawat.languages import CODED

SHOWN = 80  # characters of a name that a message repeats
KNOWN = "actors whose name the bundled registry has"


class Imported(msgspec.Struct):
    """What became of a file: rows, what was refused, what was left out of rows, and how much was skipped as what."""

    rows: list[Row] = msgspec.field(default_factory=list)
    problems: list[Problem] = msgspec.field(default_factory=list)
    notes: list[Problem] = msgspec.field(default_factory=list)
    skipped: Counter[str] = msgspec.field(default_factory=Counter)
    actors: int = 0
    bundled: int = 0  # of the actors, those that take the place of bundled ones


class Collector:
    """Puts what is found into rows. ``before``: the rows of the file that they are added to."""

    def __init__(self, file: str, before: Sequence[Line] = (), *, new_only: bool = False) -> None:
        self.file = file
        self.imported = Imported()
        self._known = frozenset(_bundled_names()) if new_only else frozenset()
        self._ids: dict[str, Found] = {}
        self._lines: list[Line] = []
        self._bearers: dict[tuple[str, str], tuple[str, str]] = {}  # (language, name): id, and where it stands
        for number, row in before:
            for language, name in _by_language(values(row["names"]), values(row["names_id"]), values(row["names_en"])):
                self._bearers[language, name] = row["id"], f"line {number} of your file"

    def collect(self, items: Iterable[Item]) -> Imported:
        """Return what became of all that a file holds."""
        for item in items:
            if isinstance(item, Skipped):
                self.imported.skipped[item.what] += 1
            elif isinstance(item, Refused):
                self._refuse(item.line, item.reason)
            elif isinstance(item, Dropped):
                self._note(item.line, item.reason)
            else:
                self._add(item)
        return self._checked()

    def _refuse(self, line: int, reason: str) -> None:
        self.imported.problems.append(Problem(self.file, line, reason))

    def _note(self, line: int, reason: str) -> None:
        self.imported.notes.append(Problem(self.file, line, reason))

    # -------------------------------------------------------------- one actor

    def _add(self, found: Found) -> None:
        found = self._screened(found)
        if not found.names:
            self._refuse(found.line, "no name is left that can be used")
            return
        if any(name in self._known for name in found.names):
            self.imported.skipped[KNOWN] += 1
            return
        known = self._ids.get(found.id) if found.id else None
        if known is not None and not (known.kind == found.kind == "person"):
            self._refuse(found.line, f"the id {found.id!r} stands in line {known.line} already")
            return
        id = found.id or self._new_id(found.names[0])
        named = self._own_names(found, id)
        if not named.names:
            self._refuse(found.line, f"all its names are those of other actors: {found.names[0][:SHOWN]!r}")
            return
        self._ids.setdefault(id, named)
        for language, name in _by_language(named.names, named.names_id, named.names_en):
            self._bearers[language, name] = id, f"line {found.line}"
        self._lines += [(found.line, _row(id, named, term)) for term in named.terms]

    def _screened(self, found: Found) -> Found:
        """Return it without the names that are unsafe, and without the same name twice."""
        seen: set[str] = set()

        def safe(names: Iterable[str]) -> tuple[str, ...]:
            kept = []
            for name in names:
                if name in seen:
                    continue
                seen.add(name)
                if reason := unsafe(name):
                    self._note(found.line, f"the name {name[:SHOWN]!r} is {reason} and left out")
                else:
                    kept.append(name)
            return tuple(kept)

        names, names_id, names_en = safe(found.names), safe(found.names_id), safe(found.names_en)
        return msgspec.structs.replace(found, names=names, names_id=names_id, names_en=names_en)

    def _new_id(self, name: str) -> str:
        """Return an id from a name; an actor with another one's gets a number behind it."""
        base = id = slug(name)
        number = 2
        while id in self._ids:
            id, number = f"{base}-{number}", number + 1
        return id

    def _own_names(self, found: Found, id: str) -> Found:
        """Return it without the names that mean another actor of the file already."""

        def own(names: Iterable[str], languages: Sequence[str]) -> tuple[str, ...]:
            kept = []
            for name in names:
                taken = next((b for lang in languages if (b := self._bearers.get((lang, name))) and b[0] != id), None)
                if taken is None:
                    kept.append(name)
                else:
                    self._note(found.line, f"the name {name[:SHOWN]!r} is that of {taken[0]!r} already ({taken[1]})")
            return tuple(kept)

        return msgspec.structs.replace(
            found,
            names=own(found.names, CODED),
            names_id=own(found.names_id, ("id",)),
            names_en=own(found.names_en, ("en",)),
        )

    # -------------------------------------------------------------- all of them

    def _checked(self) -> Imported:
        imported, bundled = self.imported, load_registry().entries
        countries = {id for id, entry in bundled.items() if entry.kind == "country"}
        # Rows of one actor share a line: each has a number of its own here, or they could not be told apart.
        numbered = [(number, row) for number, (_, row) in enumerate(self._lines)]
        wrong = {problem.line: problem.reason for problem in check_rows(numbered, self.file, countries)}
        for number, reason in wrong.items():
            self._refuse(self._lines[number][0], reason)
        imported.rows = [row for number, row in numbered if number not in wrong]
        ids = {row["id"] for row in imported.rows}
        imported.actors, imported.bundled = len(ids), len(ids & bundled.keys())
        imported.problems.sort(key=lambda problem: problem.line)
        imported.notes.sort(key=lambda problem: problem.line)
        return imported


def _by_language(names: Iterable[str], names_id: Iterable[str], names_en: Iterable[str]) -> list[tuple[str, str]]:
    own = {"id": names_id, "en": names_en}
    shared = list(names)
    return [(language, name) for language in CODED for name in (*shared, *own.get(language, ()))]


def _bundled_names() -> set[str]:
    return {name for language in CODED for name in load_registry().names(language)}


def _row(id: str, found: Found, term: Term) -> Row:
    return new_row(
        id=id,
        kind=found.kind,
        country=term.country,
        sectors="|".join(term.sectors),
        names="|".join(found.names),
        names_id="|".join(found.names_id),
        names_en="|".join(found.names_en),
        office=term.office,
        since=term.since,
        until=term.until,
        wikidata=found.wikidata,
        note=found.note,
    )
