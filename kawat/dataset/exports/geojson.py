"""Events on the map: one GeoJSON feature collection of points (RFC 7946)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from kawat.dataset.exports.files import Note, left_out, text_file
from kawat.dataset.reading import Dataset
from kawat.dataset.schema import ordered

POINT = ("place_longitude", "place_latitude")


def write(dataset: Dataset, folder: Path, note: Note) -> list[Path]:
    """Write ``events.geojson``: one feature a line, with all columns of ``events`` as its properties."""
    path, without, joint = folder / "events.geojson", 0, "\n"
    with text_file(path) as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for batch in dataset.stream(ordered("events")):
            for row in batch.to_pylist():
                if any(row[name] is None for name in POINT):
                    without += 1
                    continue
                file.write(joint + msgspec.json.encode(_feature(row)).decode())
                joint = ",\n"
        file.write("\n]}\n")
    if without:
        note(left_out(without, "event", "their place has no coordinates or is not told"))
    return [path]


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    point = [row.pop(name) for name in POINT]
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": point},
        "properties": row,
    }
