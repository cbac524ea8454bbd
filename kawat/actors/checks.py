"""What must hold of rows in a file of actors; every row that breaks it is named with the reason."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Collection, Iterator, Sequence

from kawat.actors.rows import NAME_COLUMNS, REMOVED, Line, Problem, Row, values
from kawat.codebook import load_codebook
from kawat.languages import CODED

KINDS = (
    "agency", "armed_group", "body", "capital", "company", "country", "movement", "party", "person", "seat",
)  # fmt: skip
NO_COUNTRY = frozenset({"IGO", "NGO", "IMG", "MNC", "UNO", "EUR"})
LONGEST = 200  # characters of a name
SHORTEST = 3  # ... unless it is an acronym

_ID = re.compile(r"[A-Z]{3}|[a-z0-9][a-z0-9-]*")
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NOT_TEXT = {"Cc", "Cs"}


def check_rows(lines: Sequence[Line], file: str, countries: Collection[str]) -> list[Problem]:
    """Return the rows that break a rule, in order, each with all its reasons; ``countries``: codes that are known."""
    known = {*countries, *NO_COUNTRY, *(row["id"] for _, row in lines if row["kind"] == "country")}
    reasons: dict[int, list[str]] = {number: list(_of_row(row, known)) for number, row in lines}
    for number, reason in (*_ids(lines), *_names(lines)):
        reasons[number].append(reason)
    bad = sorted((number, dict.fromkeys(found)) for number, found in reasons.items() if found)
    return [Problem(file, number, "; ".join(found)) for number, found in bad]


def unsafe(name: str) -> str | None:
    """Return why a name would be found where the actor is not meant, None where it is safe."""
    if len(name) > LONGEST:
        return f"longer than {LONGEST} characters"
    if not any(character.isalpha() for character in name):
        return "without a letter"
    if len(name) < SHORTEST and not (name.isupper() and len(name) > 1):
        return "too short to mean one actor"
    if name.isalpha() and name == name.lower() and name != name.upper():
        return "an ordinary word in small letters"
    return None


def unsafe_names(lines: Sequence[Line], file: str) -> list[Problem]:
    """Return names that are taken as they are, but would be found where the actor is not meant."""
    return [
        Problem(file, number, f"the name {name!r} is {reason}")
        for number, row in lines
        for column in NAME_COLUMNS
        for name in values(row[column])
        if name and (reason := unsafe(name))
    ]


def is_date(value: str) -> bool:
    """Return whether it is a year, a month or a day as the registry writes them: YYYY, YYYY-MM or YYYY-MM-DD."""
    match = _DATE.fullmatch(value)
    if match is None:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def is_id(value: str) -> bool:
    """Return whether it can be the id of an actor."""
    return _ID.fullmatch(value) is not None


def is_wikidata(value: str) -> bool:
    """Return whether it is the id of a Wikidata item."""
    return _WIKIDATA.fullmatch(value) is not None


# ------------------------------------------------------------------ one row


def _of_row(row: Row, countries: Collection[str]) -> Iterator[str]:
    yield from _of_text(row)
    if not is_id(row["id"]):
        yield f"id {row['id']!r}: write it in small letters, digits and hyphens (countries: three capitals)"
    if row["kind"] == REMOVED:
        return
    if row["kind"] not in KINDS:
        yield f"unknown kind {row['kind']!r}; there are {', '.join(KINDS)}, and {REMOVED} to take a bundled actor out"
    if row["country"] and row["country"] not in countries:
        yield f"unknown country {row['country']!r}: write ISO 3166-1 alpha-3 or {', '.join(sorted(NO_COUNTRY))}"
    if row["kind"] == "country" and row["id"] != row["country"]:
        yield "the id of a country is its code, and its country is itself"
    yield from _of_sectors(row)
    yield from _of_names(row)
    yield from _of_dates(row)
    if row["wikidata"] and not is_wikidata(row["wikidata"]):
        yield f"wikidata {row['wikidata']!r} is no id such as Q42"


def _of_text(row: Row) -> Iterator[str]:
    for column, cell in row.items():
        if any(unicodedata.category(character) in _NOT_TEXT for character in cell):
            yield f"{column} has a character that is no text"


def _of_sectors(row: Row) -> Iterator[str]:
    sectors = values(row["sectors"])
    for sector in dict.fromkeys(sectors):
        if sector not in load_codebook().sectors:
            yield f"unknown sector {sector!r}; there are {', '.join(load_codebook().sectors)}"
        elif sectors.count(sector) > 1:
            yield f"sector {sector} stands twice"


def _of_names(row: Row) -> Iterator[str]:
    for column in NAME_COLUMNS:
        if "" in values(row[column]):
            yield f"an empty name in {column}"


def _of_dates(row: Row) -> Iterator[str]:
    since, until = row["from"], row["to"]
    wrong = [(column, row[column]) for column in ("from", "to") if row[column] and not is_date(row[column])]
    for column, value in wrong:
        yield f"{column} {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
    shared = min(len(since), len(until))
    if not wrong and since[:shared] > until[:shared]:
        yield f"from {since} is after to {until}"


# ------------------------------------------------------------------ rows together


def _ids(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    first: dict[str, Line] = {}
    for number, row in lines:
        before, other = first.setdefault(row["id"], (number, row))
        if before == number:
            continue
        if other["kind"] != row["kind"]:
            yield number, f"id {row['id']!r} is already a {other['kind']} (line {before})"
        elif row["kind"] != "person":
            yield number, f"id {row['id']!r} stands in line {before}; only a person has several rows"


def _names(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    for language in CODED:
        bearers: dict[str, Line] = {}
        for number, row in lines:
            for name in dict.fromkeys((*values(row["names"]), *values(row[f"names_{language}"]))):
                before, other = bearers.setdefault(name, (number, row))
                if name and other["id"] != row["id"]:
                    yield number, f"the name {name!r} is that of {other['id']!r} already (line {before})"
