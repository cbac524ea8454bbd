"""Events in the columns of POLECAT's files: one row for each actor and recipient of an event."""

from __future__ import annotations

from pathlib import Path

from kawat.dataset.exports.events import Told, Who, told
from kawat.dataset.exports.files import Note, text_file
from kawat.dataset.exports.tabbed import Cell, joined, line
from kawat.dataset.reading import Dataset


def _side(name: str) -> tuple[str, ...]:
    return (
        f"{name} Name", f"{name} Country", f"{name} COW", f"Primary {name} Sector", f"{name} Sectors", f"{name} Title",
        f"{name} Name Raw", f"Wikipedia {name} ID",
    )  # fmt: skip


COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_side("Actor"), *_side("Recipient"),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
ALWAYS_EMPTY = (
    "Actor COW", "Actor Title", "Wikipedia Actor ID", "Recipient COW", "Recipient Title", "Wikipedia Recipient ID",
    "Feature Type", "Story People", "Story Organizations", "Story Locations",
)  # fmt: skip
"""Columns that Kawat has nothing for."""

AUXILIARY = {"denied": "negation", "future": "future", "hypothetical": "hypothetical", "historical": "historical"}
"""PLOVER's auxiliary modes for what did not happen, or not now."""


def write(dataset: Dataset, folder: Path, note: Note) -> list[Path]:
    """Write ``events.txt``."""
    path = folder / "events.txt"
    with text_file(path) as file:
        file.write(line(COLUMNS))
        for event in told(dataset):
            for actor, recipient in event.pairs():
                cells = _cells(event, actor, recipient)
                file.write(line(cells.get(column) for column in COLUMNS))
    return [path]


def _cells(event: Told, actor: Who | None, recipient: Who | None) -> dict[str, Cell]:
    auxiliary = AUXILIARY.get(event.status)
    return {
        "Event ID": event.id,
        "Event Date": event.day,
        "Event Type": event.type,
        "Event Mode": joined((*event.modes, auxiliary)),
        "Intensity": event.score,
        "Quad Code": event.quad.upper(),
        "Contexts": joined(event.contexts),
        **_who("Actor", actor),
        **_who("Recipient", recipient),
        "Placename": event.place_name,
        "City": event.town,
        "District": event.district,
        "Province": event.place_admin1,
        "Country": event.place_country,
        "Latitude": event.place_latitude,
        "Longitude": event.place_longitude,
        "GeoNames ID": event.place_geonames_id,
        "Raw Placename": event.place_words,
        "Source": event.publisher,
        "Publication Date": event.published,
        "Language": event.language,
        "Version": f"kawat {event.version}" if event.version else None,
    }


def _who(side: str, who: Who | None) -> dict[str, Cell]:
    if who is None:
        return {}
    return {
        f"{side} Name": who.name,
        f"{side} Country": who.country,
        f"Primary {side} Sector": who.sectors[0] if who.sectors else None,
        f"{side} Sectors": joined(who.sectors),
        f"{side} Name Raw": who.words,
    }
