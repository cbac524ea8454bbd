"""Events on the map."""

from __future__ import annotations

import json

import pytest
from odd_articles import make
from typer.testing import CliRunner

from kawat.cli import app
from kawat.dataset import export, open_dataset


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    folder, notes = tmp_path_factory.mktemp("geojson"), []
    with open_dataset(make(folder / "events.duckdb")) as dataset:
        (file,) = export(dataset, "geojson", folder, notes.append)
        events = dataset.arrow("events").to_pylist()
    return json.loads(file.read_text(encoding="utf-8")), events, notes


def test_events_with_coordinates_are_points(exported):
    found, events, _ = exported
    assert found["type"] == "FeatureCollection"
    placed = {event["id"]: event for event in events if event["place_latitude"] is not None}
    assert [feature["id"] for feature in found["features"]] == list(placed)
    for feature in found["features"]:
        event = placed[feature["id"]]
        point = [event["place_longitude"], event["place_latitude"]]
        assert feature["geometry"] == {"type": "Point", "coordinates": point}


def test_properties_are_the_columns_of_events(exported):
    found, events, _ = exported
    consult = next(f["properties"] for f in found["features"] if f["properties"]["type"] == "CONSULT")
    event = next(event for event in events if event["type"] == "CONSULT")
    assert set(consult) == set(event) - {"place_latitude", "place_longitude"}
    assert consult["actor_names"] == event["actor_names"]
    assert consult["date_start"] == "2023-07-27"


def test_the_others_are_counted(exported):
    found, events, notes = exported
    without = len(events) - len(found["features"])
    assert notes == [f"{without} events left out: their place has no coordinates or is not told"]


def test_the_command_says_how_many(tmp_path):
    path = make(tmp_path / "events.duckdb")
    done = CliRunner().invoke(app, ["export", str(path), "--format", "geojson", "-o", str(tmp_path / "map")])
    assert done.exit_code == 0
    assert "events left out: their place has no coordinates" in done.stderr
    assert "events.geojson in" in done.stderr
    assert (tmp_path / "map" / "events.geojson").exists()
