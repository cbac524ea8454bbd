"""Events in POLECAT's columns."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from odd_articles import RTL, make

from kawat.dataset import export, open_dataset
from kawat.dataset.exports.polecat import ALWAYS_EMPTY, COLUMNS


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    folder = tmp_path_factory.mktemp("polecat")
    with open_dataset(make(folder / "events.duckdb")) as dataset:
        (file,) = export(dataset, "polecat", folder)
        events = dataset.arrow("events").to_pylist()
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert reader.fieldnames == list(COLUMNS)
        found = list(reader)
    assert {row["Event ID"] for row in found} == {event["id"] for event in events}
    return found


def of(rows: list[dict], type: str, **cells: str) -> list[dict]:
    return [row for row in rows if row["Event Type"] == type and cells.items() <= row.items()]


def test_columns_are_there_once():
    assert len(COLUMNS) == len(set(COLUMNS)) == 40
    assert set(ALWAYS_EMPTY) <= set(COLUMNS)


def test_the_page_tells_of_every_column_and_which_are_empty():
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "export.md").read_text(encoding="utf-8")
    section = page.split("## POLECAT")[1].split("## CAMEO")[0]
    table, empty = section.split("Always empty")
    told = [name for row in re.findall(r"^\| ([^|]+) \|", table, re.M) for name in row.split(", ")]
    assert set(COLUMNS) - set(told) == set(ALWAYS_EMPTY)
    assert all(name in " ".join(empty.split()) for name in ALWAYS_EMPTY)


def test_every_other_column_has_a_value_somewhere(rows):
    assert {column for column in COLUMNS if not any(row[column] for row in rows)} == set(ALWAYS_EMPTY)


def test_lines_are_in_the_order_of_the_events(rows):
    days = [row["Event Date"] for row in rows if row["Event Date"]]
    assert days == sorted(days)
    assert rows[-1]["Event Date"] == ""


def test_what_several_do_together_each_does_with_each_other(rows):
    pairs = {(row["Actor Name"], row["Recipient Name"]) for row in of(rows, "CONSULT")}
    names = {'Ana;\\tBeta\\n"Ü"', "United Nations", f"{RTL}علي"}
    assert pairs == {(one, other) for one in names for other in names if one != other}


def test_a_row_tells_who_what_when_and_where(rows):
    (row,) = of(rows, "CONSULT", **{"Actor Name": "United Nations", "Recipient Name": f"{RTL}علي"})
    expected = {
        "Event Date": "2023-07-27", "Event Mode": "visit;multilateral", "Intensity": "2.5",
        "Quad Code": "VERBAL COOPERATION", "Contexts": "diplomatic;human_rights", "Actor Country": "UNO",
        "Actor Name Raw": "PBB", "Primary Actor Sector": "GOV", "Recipient Country": "EGY", "Recipient Sectors": "",
        "Recipient Name Raw": f"{RTL}علي", "Placename": "Jakarta", "City": "Jakarta", "District": "",
        "Province": "DKI Jakarta", "Country": "IDN", "Latitude": "-6.21462", "Longitude": "106.84513",
        "GeoNames ID": "1642911", "Raw Placename": "Jakarta", "Source": "odd.example", "Publication Date": "2023-07-28",
        "Language": "id", "Version": "kawat 0.1.0",
    }  # fmt: skip
    assert expected.items() <= row.items()


def test_sectors_come_the_primary_one_first(rows):
    row = of(rows, "CONSULT", **{"Actor Country": ""})[0]
    assert (row["Primary Actor Sector"], row["Actor Sectors"]) == ("GOV", "GOV;ELI;JRN")
    assert row["Actor Name Raw"] == 'Ana\\tBeta"'


def test_what_did_not_happen_says_so_in_its_mode(rows):
    assert of(rows, "ASSAULT")[0]["Event Mode"] == "destroy;aerial;future"
    assert of(rows, "AID")[0]["Event Mode"] == "negation"
    assert of(rows, "MOBILIZE")[0]["Event Mode"] == "historical"


def test_an_event_without_recipient_has_one_row_for_each_actor(rows):
    (row,) = of(rows, "PROTEST")
    assert (row["Actor Name"], row["Recipient Name"], row["Placename"]) == ("warga", "", "")


def test_an_area_is_no_town(rows):
    row = of(rows, "ASSAULT")[0]
    assert (row["City"], row["District"], row["Province"], row["GeoNames ID"]) == ("", "Aceh Besar", "Aceh", "")
