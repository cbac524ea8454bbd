"""Coded spans as web annotations."""

from __future__ import annotations

import json
import re

import pytest
from made_articles import entry, made
from odd_articles import BEYOND, ODD_ID, RTL, make

from kawat.dataset import Writer, export, open_dataset
from kawat.dataset.exports.web_annotations import AROUND

ODD_ADDRESS = "https://www.odd.example/a%20b?q=%22ü%22"
SPANS = ("trigger", "actor", "recipient", "date_text", "place", "cue", "source", "content")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("annotations")
    with open_dataset(make(folder / "events.duckdb")) as dataset:
        (file,) = export(dataset, "annotations", folder)
        tables = {table: dataset.arrow(table).to_pylist() for table in ("articles", "reports", "statements")}
    return json.loads(file.read_text(encoding="utf-8")), tables, file


@pytest.fixture
def items(exported):
    return exported[0]["first"]["items"]


def field(item: dict) -> str:
    return item["body"][-1]["value"]


def values(item: dict, purpose: str) -> list[str]:
    return [body.get("value") or body["source"] for body in item["body"] if body["purpose"] == purpose]


def test_it_is_a_collection_with_one_page(exported):
    found = exported[0]
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert found["total"] == len(found["first"]["items"])
    ids = [item["id"] for item in found["first"]["items"]]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:kawat:(report|statement):[\w%.~-]+(:\w+)+", id) for id in ids)


def test_every_annotation_is_a_line(exported):
    lines = exported[2].read_text(encoding="utf-8").split("\n")[1:-2]
    assert [json.loads(line.rstrip(",")) for line in lines] == exported[0]["first"]["items"]


def test_every_quotation_stands_at_its_position_in_the_text(exported, items):
    texts = {f"urn:kawat:article:{row['id']}": row["text"] for row in exported[1]["articles"]}
    texts[ODD_ADDRESS] = next(row["text"] for row in exported[1]["articles"] if row["id"] == ODD_ID)
    assert {item["target"]["source"] for item in items} == {ODD_ADDRESS, "urn:kawat:article:a", "urn:kawat:article:b"}
    for item in items:
        text = texts[item["target"]["source"]]
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert quote["exact"] == text[start:end] != ""
        assert quote["prefix"] == text[:start][-AROUND:]
        assert quote["suffix"] == text[end:][:AROUND]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_every_span_has_its_annotation(exported, items):
    rows = exported[1]["reports"] + exported[1]["statements"]
    starts = [row.get(f"{name}_start") for row in rows for name in SPANS]
    count = sum(len(start) if isinstance(start, list) else start is not None for start in starts)
    assert len(items) == count


def test_a_trigger_is_classified(items):
    item = next(item for item in items if field(item) == "trigger" and values(item, "classifying") == ["CONSULT"])
    assert item["motivation"] == "classifying"
    expected = ["visit", "multilateral", "diplomatic", "human_rights", "asserted", "trigger"]
    assert values(item, "tagging") == expected


def test_sides_dates_and_places_are_identified(items):
    odd = [item for item in items if item["target"]["source"] == ODD_ADDRESS]
    found = {(field(item), item["target"]["selector"][0]["exact"]): values(item, "identifying") for item in odd}
    assert found["actor", "PBB"] == ["United Nations", "http://www.wikidata.org/entity/Q1065"]
    assert found["recipient", f"{RTL}علي"] == [f"{RTL}علي"]
    assert found["date", "27 Juli"] == ["2023-07-27/2023-07-28"]
    assert found["place", "Jakarta"] == ["Jakarta", "https://sws.geonames.org/1642911/"]
    assert found["source", "Rusia"] == ["Russia", "http://www.wikidata.org/entity/Q159"]


def test_statements_tell_stance_and_kind(items):
    odd = [item for item in items if item["id"].startswith("urn:kawat:statement:odd")]
    assert {field(item): values(item, "classifying") for item in odd if field(item) != "source"} == {
        "cue": ["promises"],
        "content": ["indirect"],
    }


def test_articles_in_any_number_keep_to_their_own_spans(tmp_path):
    ids = [f"{n}{sign}" for n in range(40) for sign in "aZ-ü" + BEYOND]
    with Writer(tmp_path / "events.duckdb") as writer:
        writer.write([entry(made(id)) for id in ids])
        writer.finish()
    with open_dataset(tmp_path / "events.duckdb") as dataset:
        (file,) = export(dataset, "annotations", tmp_path)
        each = len(json.loads(file.read_text(encoding="utf-8"))["first"]["items"]) / len(ids)
    # Of two reports: two triggers, two actors, two recipients, one place; of a statement: source, cue and content.
    assert each == 10
