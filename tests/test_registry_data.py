"""The actor registry and the role lexicons: every row is well formed, known to the codebook, and safe to match."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from importlib import resources
from itertools import pairwise

import pytest
from babel import Locale

from kawat.codebook import load_codebook
from kawat.languages import CODED, Roles, load
from kawat.languages.grammar import grammar

REGISTRY = resources.files("kawat") / "data" / "registry"
COLUMNS = ["id", "kind", "country", "sectors", "names", "names_id", "names_en"]
COLUMNS += ["office", "from", "to", "wikidata", "note"]
KINDS = {
    "countries": {"country"},
    "seats": {"capital", "seat"},
    "bodies": {"body"},
    "groups": {"armed_group", "party", "movement"},
    "indonesia": {"body", "party", "movement", "company"},
    "persons": {"person"},
    "agencies": {"agency"},
}
NO_COUNTRY = {"UNO", "EUR", "IGO", "NGO", "IMG", "MNC"}
NAME_COLUMNS = ("names", "names_id", "names_en")
SMALL_LETTER_BRANDS = {"detikcom"}
SECTORS = set(load_codebook().sectors)
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read(name: str) -> list[dict[str, str]]:
    """Return the rows of a registry file; a line with too many or too few cells is refused."""
    lines = (REGISTRY / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    assert all(len(row) == len(header) for row in rows), f"{name}: a row of another width than the header"
    return [dict(zip(header, row, strict=True)) for row in rows]


ROWS = {name: read(name) for name in KINDS}
ALL = [(name, row) for name, rows in ROWS.items() for row in rows]


def split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def ordinary(name: str) -> bool:
    """Say whether a name could be an ordinary word: no capital, no dot as in "detik.com", no brand in small letters."""
    return name == name.lower() and "." not in name and name not in SMALL_LETTER_BRANDS


def iso_codes() -> set[str]:
    """Return the alpha-3 codes that the country table itself declares."""
    return {row["id"] for row in ROWS["countries"]}


@pytest.mark.parametrize("name", KINDS)
def test_every_file_has_the_registry_columns(name):
    lines = (REGISTRY / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == COLUMNS


@pytest.mark.parametrize("name", KINDS)
def test_rows_are_sorted_by_id_and_none_stands_twice(name):
    rows = ROWS[name]
    assert all(a["id"] <= b["id"] for a, b in pairwise(rows))
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def test_an_id_has_one_kind_and_lives_in_one_file():
    homes = defaultdict(set)
    for name, row in ALL:
        assert row["kind"] in KINDS[name], row
        assert re.fullmatch(r"[A-Z]{3}|[a-z0-9][a-z0-9-]*", row["id"]), row
        homes[row["id"]].add((name, row["kind"]))
    assert not {key: home for key, home in homes.items() if len(home) > 1}


def test_only_persons_have_several_rows_under_one_id():
    for name in KINDS.keys() - {"persons"}:
        ids = [row["id"] for row in ROWS[name]]
        assert len(set(ids)) == len(ids), name


def test_countries_and_sectors_are_codes_of_the_codebook():
    known = iso_codes() | NO_COUNTRY
    for _, row in ALL:
        assert row["country"] in known, row
        sectors = split(row["sectors"])
        assert sectors and len(set(sectors)) == len(sectors) and set(sectors) <= SECTORS, row


def test_the_country_table_covers_every_country_that_the_world_knows():
    english = {name.replace("&", "and") for name in Locale("en").territories.values()}
    assert len(iso_codes()) >= 240
    shared = sum(any(name in english for name in split(row["names"])) for row in ROWS["countries"])
    assert shared >= 200
    assert {"TWN", "PSE", "XKX", "HKG", "VAT"} <= iso_codes()


def test_dates_are_dates_and_offices_begin_before_they_end():
    for _, row in ALL:
        for date in (row["from"], row["to"]):
            assert not date or DATE.fullmatch(date), row
        if row["from"] and row["to"]:
            shared = min(len(row["from"]), len(row["to"]))
            assert row["from"][:shared] <= row["to"][:shared], row


def test_wikidata_ids_are_written_as_such_and_name_one_actor():
    homes = defaultdict(set)
    for _, row in ALL:
        if row["wikidata"]:
            assert re.fullmatch(r"Q[1-9]\d*", row["wikidata"]), row
            homes[row["wikidata"]].add(row["id"])
    assert not {key: ids for key, ids in homes.items() if len(ids) > 1}


def test_every_actor_has_a_display_name_and_clean_names():
    for _, row in ALL:
        names = [name for column in NAME_COLUMNS for name in split(row[column])]
        assert split(row["names"]), row
        assert len(set(names)) == len(names), row
        for name in names:
            assert name and name == " ".join(name.split()), row


def test_no_name_is_an_ordinary_lower_case_word():
    assert ordinary("kompas") and not ordinary("detik.com") and not ordinary("RI")
    assert not [(row["id"], n) for _, row in ALL for c in NAME_COLUMNS for n in split(row[c]) if ordinary(n)]


@pytest.mark.parametrize("language", CODED)
def test_a_name_means_one_actor_in_a_language(language):
    homes = defaultdict(set)
    for _, row in ALL:
        for name in split(row["names"]) + split(row[f"names_{language}"]):
            homes[name].add(row["id"])
    assert not {name: ids for name, ids in homes.items() if len(ids) > 1}


def test_persons_keep_their_names_over_all_their_offices():
    names = defaultdict(set)
    for row in ROWS["persons"]:
        names[row["id"]].add(tuple(row[column] for column in NAME_COLUMNS))
        assert row["office"], row
        assert re.fullmatch(r"[a-z][a-z' -]+( \(.+\))?", row["office"]), row
    assert not {key: value for key, value in names.items() if len(value) > 1}


def test_news_agencies_say_whose_they_are():
    for row in ROWS["agencies"]:
        assert row["note"] in {"state", "public", "private"}, row
        assert split(row["sectors"])[0] == "JRN", row
        assert (row["note"] == "state") == ("GOV" in split(row["sectors"]) or row["country"] == "VAT"), row


def test_indonesian_places_lie_in_indonesia():
    rows = read("places_idn")
    provinces = {row["admin1"] for row in rows}
    assert len(provinces) == 38 and provinces <= {row["name"] for row in rows}
    assert [row["name"] for row in rows] == sorted({row["name"] for row in rows})
    names = [name for row in rows for name in split(row["names"])]
    assert len(set(names)) == len(names)
    for row in rows:
        assert -11.1 < float(row["latitude"]) < 6.1 and 94.9 < float(row["longitude"]) < 141.1, row


@pytest.mark.parametrize("language", CODED)
def test_role_lexicons_load_with_known_sectors_and_forms_that_stand_once(language):
    roles = load(language, "roles", Roles)
    for section, least in ((roles.title, 200), (roles.organ, 100), (roles.agent, 120)):
        forms = [form for entry in section for form in entry.forms]
        assert len(forms) >= least and len(set(forms)) == len(forms)
        assert all(form and form == " ".join(form.split()) for form in forms)
        assert all(entry.sectors and set(entry.sectors) <= SECTORS for entry in section)
    assert all(form == form.lower() for entry in roles.agent for form in entry.forms)


@pytest.mark.parametrize("language", CODED)
def test_titles_name_every_office_that_the_registry_has(language):
    titles = {entry.office for entry in load(language, "roles", Roles).title}
    assert not {row["office"].split(" (")[0] for row in ROWS["persons"]} - titles


def test_offices_that_several_hold_at_once_say_of_what():
    """They read "governor (Bali)", so that "gubernur" alone never means one of them."""
    several = {"governor", "mayor", "ambassador", "envoy", "spokesperson", "opposition leader", "party chair"}
    assert not several & {row["office"] for row in ROWS["persons"]}


def test_offices_without_brackets_do_not_overlap_for_long():
    terms = defaultdict(list)
    for row in ROWS["persons"]:
        if "(" not in row["office"]:
            terms[row["office"], row["country"]].append((row["from"], row["to"] or "9999", row["id"]))
    for office, held in terms.items():
        for (_, until, one), (since, _, other) in pairwise(sorted(held)):
            assert since[:7] >= until[:7] or one == other, (office, one, other)


@pytest.mark.parametrize("language", CODED)
def test_phrases_that_are_no_actors_are_not_names_of_actors(language):
    phrases = grammar(language).not_actors
    assert len(set(phrases)) == len(phrases)
    actors = {name for _, row in ALL for column in NAME_COLUMNS for name in split(row[column])}
    assert not actors & set(phrases)
