"""Events with CAMEO codes, as ICEWS and GDELT give theirs out, and the table of codes."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from odd_articles import make

from kawat.codebook import load_codebook
from kawat.dataset import export, open_dataset
from kawat.dataset.exports.cameo import DYADS, GDELT, load_cameo


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder, notes = tmp_path_factory.mktemp("cameo"), []
    with open_dataset(make(folder / "events.duckdb")) as dataset:
        files = export(dataset, "cameo", folder, notes.append)
    read = []
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            read.append(list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)))
    header, *dyads = read[0]
    assert header == list(DYADS)
    assert all(len(row) == len(DYADS) for row in dyads)
    assert all(len(row) == len(GDELT) for row in read[1])
    return [dict(zip(DYADS, row, strict=True)) for row in dyads], read[1], notes


@pytest.fixture
def dyads(exported):
    return exported[0]


@pytest.fixture
def gdelt(exported):
    return [dict(zip(GDELT, row, strict=True)) for row in exported[1]]


# ------------------------------------------------------------------ the table


def test_every_type_and_mode_of_the_codebook_has_a_code():
    cameo, types = load_cameo(), load_codebook().types
    for name, type in types.items():
        for modes in ((), *((mode,) for mode in type.modes)):
            assert cameo.root(name, modes) in cameo.roots
    assert {rule.type for rule in cameo.events} == set(types)
    assert all(rule.mode in (None, *types[rule.type].modes) for rule in cameo.events)


def test_the_row_for_all_modes_is_the_last_of_its_type():
    rules = load_cameo().events
    for type in {rule.type for rule in rules}:
        modes = [rule.mode for rule in rules if rule.type == type]
        assert modes.index(None) == len(modes) - 1
        assert len(set(modes)) == len(modes)


def test_there_are_twenty_roots_and_sectors_of_the_codebook():
    cameo = load_cameo()
    assert list(cameo.roots) == [f"{number:02}" for number in range(1, 21)]
    assert all(-10 <= root.score <= 10 for root in cameo.roots.values())
    assert set(cameo.sectors) <= set(load_codebook().sectors)


@pytest.mark.parametrize(
    ("type", "modes", "root"),
    [
        ("CONSULT", ("visit",), "04"),
        ("ACCUSE", ("allege", "investigate"), "09"),
        ("ACCUSE", ("allege",), "11"),
        ("SANCTION", ("convict",), "17"),
        ("SANCTION", (), "16"),
        ("ASSAULT", ("destroy", "aerial"), "19"),
        ("ASSAULT", ("destroy",), "17"),
        ("ASSAULT", ("beat",), "18"),
        ("ASSAULT", ("firearms", "unconventional"), "20"),
        ("ASSAULT", (), "19"),
    ],
)
def test_modes_decide_where_cameo_divides(type, modes, root):
    assert load_cameo().root(type, modes) == root


def test_the_page_has_the_roots_and_scores_of_the_table():
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "export.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[A-Z].*?) \| (.*?) \| (.*?) \|$", page.split("## CAMEO")[1], re.M)
    cameo, seen = load_cameo(), set()
    for types, roots, scores in rows:
        for type in re.findall(r"`(\w+)`", types):
            seen.add(type)
            written = re.findall(r"\b(\d\d)\b", roots)
            assert set(written) == {rule.root for rule in cameo.events if rule.type == type}
            assert cameo.root(type, ()) == written[0]
            assert {float(score) for score in scores.split("; ")} == {cameo.roots[root].score for root in written}
    assert seen == set(load_codebook().types)


# ------------------------------------------------------------------ both files


def test_what_did_not_happen_is_left_out_and_counted(gdelt, exported):
    assert not [row for row in gdelt if row["EventRootCode"] in ("07", "19")]
    assert exported[2] == [
        "2 events left out: they are denied, hypothetical or in the future",
        "2 rows are in gdelt.csv alone: in dyads.tab every event has two sides",
    ]


def test_rows_have_the_same_number_in_both_files(dyads, gdelt):
    numbers = [row["GLOBALEVENTID"] for row in gdelt]
    assert len(set(numbers)) == len(numbers)
    assert {row["Event ID"] for row in dyads} < set(numbers)
    assert all(0 <= int(number) < 2**53 for number in numbers)


# ------------------------------------------------------------------ ICEWS


def test_a_dyad(dyads):
    (row,) = [row for row in dyads if row["Source Name"] == "United Nations" and row["Target Country"] == "Egypt"]
    expected = {
        "Event Date": "2023-07-27", "Source Sectors": "GOV", "Source Country": "", "Event Text": "Consult",
        "CAMEO Code": "040", "Intensity": "1.0", "Story ID": "odd: 1/ü\\t#", "Sentence Number": "",
        "Publisher": "odd.example", "City": "Jakarta", "Province": "DKI Jakarta", "Country": "Indonesia",
        "Latitude": "-6.21462",
    }  # fmt: skip
    assert expected.items() <= row.items()


def test_what_is_done_together_stands_in_both_directions(dyads):
    pairs = [(row["Source Name"], row["Target Name"]) for row in dyads if row["CAMEO Code"] == "040"]
    assert len(pairs) == 6
    assert {(other, one) for one, other in pairs} == set(pairs)


# ------------------------------------------------------------------ GDELT


def test_there_are_the_columns_of_gdelt_2():
    assert len(GDELT) == len(set(GDELT)) == 61
    assert [GDELT.index(name) for name in ("Actor2Code", "EventCode", "Actor1Geo_Type", "SOURCEURL")] == [
        15,
        26,
        35,
        60,
    ]


def test_an_event_of_gdelt(gdelt):
    (row,) = [row for row in gdelt if row["Actor1Name"] == "United Nations" and row["Actor2CountryCode"] == "EGY"]
    expected = {
        "SQLDATE": "20230727", "MonthYear": "202307", "Year": "2023", "FractionDate": "2023.5671",
        "Actor1Code": "IGOUNOGOV", "Actor1CountryCode": "", "Actor1KnownGroupCode": "UNO", "Actor1Type1Code": "IGO",
        "Actor1Type2Code": "GOV", "Actor2Code": "EGY", "IsRootEvent": "1", "EventCode": "040", "EventBaseCode": "040",
        "EventRootCode": "04", "QuadClass": "1", "GoldsteinScale": "1.0", "NumMentions": "1", "NumSources": "1",
        "NumArticles": "1", "AvgTone": "", "ActionGeo_Type": "4", "ActionGeo_CountryCode": "ID",
        "ActionGeo_FullName": "Jakarta, DKI Jakarta, Indonesia", "DATEADDED": "20230728000000",
        "SOURCEURL": 'https://www.odd.example/a b?q="ü"',
    }  # fmt: skip
    assert expected.items() <= row.items()


def test_codes_of_actors_are_of_country_and_sectors(gdelt):
    codes = {row["Actor1Name"]: row["Actor1Code"] for row in gdelt}
    assert codes["Polisi"] == "IDNCOP"
    assert codes['Ana;\\tBeta\\n"Ü"'] == "GOVELIMED"


def test_what_is_not_known_is_empty(gdelt):
    (row,) = [row for row in gdelt if row["EventRootCode"] == "14"]
    empty = ("SQLDATE", "FractionDate", "Actor2Code", "Actor2Name", "ActionGeo_Type", "ActionGeo_Lat")
    assert {row[name] for name in empty} == {""}
    assert row["IsRootEvent"] == "0"


def test_a_country_alone_is_a_place_of_its_own_kind(gdelt):
    (row,) = [row for row in gdelt if row["EventRootCode"] == "15"]
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_Lat"]) == ("1", "Indonesia", "")
