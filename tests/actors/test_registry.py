"""The registry: rows that are read or refused, offices by day, names by language."""

from __future__ import annotations

import pytest

from kawat.actors.registry import COLUMNS, Registry, RegistryError, build_entries, load_registry, read_rows

HEADER = "\t".join(COLUMNS)


def row(**cells: str) -> str:
    return "\t".join(cells.get(column, "") for column in COLUMNS)


def registry(*rows: str) -> Registry:
    read = read_rows("\n".join([HEADER, *rows]) + "\n", "uji.tsv")
    return Registry(build_entries(("uji.tsv", line, cells) for line, cells in read))


def person(id: str, name: str, office: str, since: str, until: str = "", sectors: str = "GOV") -> str:
    cells = {"from": since, "to": until}
    return row(id=id, kind="person", country="AAA", sectors=sectors, names=name, office=office, **cells)


MINISTER = person("ana", "Ana Tan", "minister", "2010", "2014-06-30")
PRESIDENT = person("ana", "Ana Tan|A. Tan", "president", "2014-07-01")
OPPONENT = person("ben", "Ben Lo", "leader", "2012", "2013", sectors="OPP")


def test_the_rows_of_a_person_are_one_entry_with_its_offices() -> None:
    entry = registry(MINISTER, PRESIDENT).entries["ana"]
    assert entry.name == "Ana Tan"
    assert entry.names == ("Ana Tan", "A. Tan")
    assert [office.office for office in entry.offices] == ["minister", "president"]


@pytest.mark.parametrize(
    ("day", "office"),
    [
        ("2009-12-31", "minister"),  # the first one after it
        ("2010-01-01", "minister"),
        ("2014-06-30", "minister"),
        ("2014-07-01", "president"),
        ("2030-01-01", "president"),
        (None, "president"),  # the last one
    ],
)
def test_the_office_held_on_a_day(day: str | None, office: str) -> None:
    assert registry(MINISTER, PRESIDENT).entries["ana"].at(day).office == office


@pytest.mark.parametrize(
    ("day", "held"), [("2011-12-31", False), ("2012-01-01", True), ("2013-12-31", True), ("2014-01-01", False)]
)
def test_a_year_holds_for_all_its_days(day: str, held: bool) -> None:
    assert registry(OPPONENT).entries["ben"].offices[0].held_on(day) is held


def test_the_holder_of_an_office_is_told_only_where_it_is_sure() -> None:
    both = registry(MINISTER, PRESIDENT, OPPONENT)
    assert both.holder("president", "AAA", "2020-01-01") is both.entries["ana"]
    assert both.holder("president", "AAA", "2013-01-01") is None
    assert both.holder("president", "BBB", "2020-01-01") is None
    assert both.holder("president", "AAA", None) is None
    rival = person("cai", "Cai Wu", "president", "")
    assert registry(PRESIDENT, rival).holder("president", "AAA", "2020-01-01") is None


def test_names_are_those_of_the_language_and_those_of_all() -> None:
    made = registry(row(id="x", kind="body", names="Xo", names_id="Badan Xo", names_en="Xo Office"))
    assert set(made.names("id")) == {"Xo", "Badan Xo"}
    assert set(made.names("en")) == {"Xo", "Xo Office"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id\tkind\n", "uji.tsv:1: columns must be"),
        ("", "uji.tsv:1: columns must be"),
        (f"{HEADER}\n{row(id='a', kind='body')}\n", "uji.tsv:2: id, kind and names must not be empty"),
        (f"{HEADER}\na\tbody\tA\n", "uji.tsv:2: 3 cells where 12 are needed"),
    ],
)
def test_a_bad_row_is_refused_with_file_and_line(text: str, says: str) -> None:
    with pytest.raises(RegistryError, match=says):
        read_rows(text, "uji.tsv")


def test_an_id_cannot_be_two_kinds() -> None:
    with pytest.raises(RegistryError, match=r"uji.tsv:3: id 'ben' is already a person"):
        registry(OPPONENT, row(id="ben", kind="body", names="Ben"))


def test_quotation_marks_in_cells_are_kept_and_empty_lines_passed_over() -> None:
    rows = read_rows(f"{HEADER}\n\n{row(id='a', kind='body', names=chr(34) + 'A' + chr(34))}\n", "uji.tsv")
    assert [(line, cells["names"]) for line, cells in rows] == [(3, '"A"')]


@pytest.mark.parametrize(
    ("name", "language", "entry"),
    [
        ("Korut", "id", "PRK"),
        ("Korea Utara", "id", "PRK"),
        ("Belanda", "id", "NLD"),
        ("The Netherlands", "en", "NLD"),
        ("PBB", "id", "un"),
        ("Uni Eropa", "id", "eu"),
        ("KCNA", "en", "kcna"),
    ],
)
def test_the_bundled_registry_knows(name: str, language: str, entry: str) -> None:
    assert entry in [found.id for found in load_registry().names(language)[name]]


def test_the_bundled_registry_knows_capitals_in_both_languages() -> None:
    known = load_registry()
    names = {**known.names("en"), **known.names("id")}
    found = [names[name][0].offices[0].country for name in ("Moskow", "Moscow", "Kairo", "Jakarta")]
    assert found == ["RUS", "RUS", "EGY", "IDN"]
