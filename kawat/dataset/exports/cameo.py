"""Events for work that reads CAMEO: as ICEWS and as GDELT give theirs out, one row for each actor and recipient.

CAMEO codes, scores and actor codes come from ``kawat/data/cameo.toml``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec

from kawat.dataset.exports.countries import country_names, fips_codes
from kawat.dataset.exports.events import Told, Who, told
from kawat.dataset.exports.files import Note, left_out, text_file
from kawat.dataset.exports.tabbed import Cell, joined, line
from kawat.dataset.reading import Dataset

DYADS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
"""Columns of ``dyads.tab``, as in ICEWS."""


def _actor(side: str) -> tuple[str, ...]:
    what = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
    return tuple(f"{side}{name}" for name in (*what, "Type1Code", "Type2Code", "Type3Code"))


def _geo(what: str) -> tuple[str, ...]:
    names = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return tuple(f"{what}Geo_{name}" for name in names)


GDELT = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", *_actor("Actor1"), *_actor("Actor2"),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone", *_geo("Actor1"), *_geo("Actor2"), *_geo("Action"), "DATEADDED",
    "SOURCEURL",
)  # fmt: skip
"""Columns of ``gdelt.csv``, as in GDELT 2.0. The file has no line with their names."""

NOT_SO = ("denied", "hypothetical", "future")
"""Statuses of events that are left out: a reader of CAMEO data would take them for facts."""

QUADS = {1: range(1, 6), 2: range(6, 9), 3: range(9, 14), 4: range(14, 21)}
"""GDELT's quad classes by root code."""


class Root(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A root code's name and Goldstein score."""

    name: str
    score: float


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Events of a type, and with a mode if one is given, have a root code."""

    type: str
    root: str
    mode: str | None = None
    reason: str | None = None


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a code that stands for no country is made of."""

    type: str
    group: str = ""
    country: str = ""


class Cameo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that ``data/cameo.toml`` holds."""

    roots: dict[str, Root]
    events: tuple[Rule, ...]
    sectors: dict[str, str]
    groups: dict[str, Group]

    def root(self, type: str, modes: Sequence[str]) -> str:
        """Return the root code of an event."""
        return next(rule.root for rule in self.events if rule.type == type and rule.mode in (None, *modes))


@cache
def load_cameo() -> Cameo:
    """Return the bundled table."""
    path = resources.files("kawat") / "data" / "cameo.toml"
    return msgspec.toml.decode(path.read_bytes(), type=Cameo)


def write(dataset: Dataset, folder: Path, note: Note) -> list[Path]:
    """Write ``dyads.tab`` and ``gdelt.csv``."""
    paths, unfit, alone = [folder / "dyads.tab", folder / "gdelt.csv"], 0, 0
    with text_file(paths[0]) as dyads, text_file(paths[1]) as gdelt:
        dyads.write(line(DYADS))
        for event in told(dataset):
            if event.status in NOT_SO:
                unfit += 1
                continue
            for actor, recipient in event.pairs():
                gdelt.write(line(_in_order(GDELT, _gdelt(event, actor, recipient))))
                if actor is None or recipient is None:
                    alone += 1
                    continue
                dyads.write(line(_in_order(DYADS, _dyad(event, actor, recipient))))
    if unfit:
        note(left_out(unfit, "event", "they are denied, hypothetical or in the future"))
    if alone:
        note(f"{alone} rows are in gdelt.csv alone: in dyads.tab every event has two sides")
    return paths


def _in_order(columns: Sequence[str], cells: dict[str, Cell]) -> list[Cell]:
    return [cells.get(column) for column in columns]


def pair_id(event: Told, *sides: Who | None) -> int:
    """Return a row's number: below 2**53, so that it stays whole in every program, and the same in every dataset."""
    key = "\n".join((event.id, *(who.id if who else "" for who in sides)))
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 11


# ------------------------------------------------------------------ ICEWS


def _dyad(event: Told, actor: Who, recipient: Who) -> dict[str, Cell]:
    cameo = load_cameo()
    root = cameo.root(event.type, event.modes)
    return {
        "Event ID": pair_id(event, actor, recipient),
        "Event Date": event.day,
        "Source Name": actor.name,
        "Source Sectors": joined(actor.sectors, ","),
        "Source Country": country_names().get(actor.country),
        "Event Text": cameo.roots[root].name,
        "CAMEO Code": f"{root}0",
        "Intensity": cameo.roots[root].score,
        "Target Name": recipient.name,
        "Target Sectors": joined(recipient.sectors, ","),
        "Target Country": country_names().get(recipient.country),
        "Story ID": event.article,
        "Publisher": event.publisher,
        "City": event.town,
        "District": event.district,
        "Province": event.place_admin1,
        "Country": country_names().get(event.place_country or ""),
        "Latitude": event.place_latitude,
        "Longitude": event.place_longitude,
    }


# ------------------------------------------------------------------ GDELT


def _gdelt(event: Told, actor: Who | None, recipient: Who | None) -> dict[str, Cell]:
    cameo = load_cameo()
    root = cameo.root(event.type, event.modes)
    return {
        "GLOBALEVENTID": pair_id(event, actor, recipient),
        **_when(event.day),
        **_who("Actor1", actor),
        **_who("Actor2", recipient),
        "IsRootEvent": None if event.in_lead is None else int(event.in_lead),
        "EventCode": f"{root}0",
        "EventBaseCode": f"{root}0",
        "EventRootCode": root,
        "QuadClass": next(quad for quad, roots in QUADS.items() if int(root) in roots),
        "GoldsteinScale": cameo.roots[root].score,
        "NumMentions": event.reports,
        "NumSources": event.independent,
        "NumArticles": event.articles,
        **_where(event),
        "DATEADDED": f"{_digits(event.published)}000000" if event.published else None,
        "SOURCEURL": event.url,
    }


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _when(day: date | None) -> dict[str, Cell]:
    if day is None:
        return {}
    digits = _digits(day)
    return {
        "SQLDATE": digits,
        "MonthYear": digits[:6],
        "Year": digits[:4],
        "FractionDate": f"{day.year + ((day.month - 1) * 30 + day.day) / 365:.4f}",
    }


def _who(side: str, who: Who | None) -> dict[str, Cell]:
    if who is None:
        return {}
    cameo = load_cameo()
    group = cameo.groups.get(who.country)
    country = group.country if group else who.country
    first = [group.type] if group else []
    known = group.group if group else ""
    types = list(dict.fromkeys([*first, *(cameo.sectors[name] for name in who.sectors if name in cameo.sectors)]))[:3]
    # CAMEO writes what stands for no country by its type first: IGOUNO, IGOEUREEC.
    code = (*first, country, known, *types[len(first) :])
    return {
        f"{side}Code": "".join(code),
        f"{side}Name": who.name,
        f"{side}CountryCode": country,
        f"{side}KnownGroupCode": known,
        **{f"{side}Type{nth}Code": type for nth, type in enumerate(types, start=1)},
    }


def _where(event: Told) -> dict[str, Cell]:
    if event.place_name is None:
        return {}
    country, admin1 = event.place_country or "", event.place_admin1
    american = country == "USA"
    if event.town or event.district:
        kind: int | None = 3 if american else 4
    elif admin1:
        kind = 2 if american else 5
    else:
        kind = 1 if country else None
    parts = dict.fromkeys((event.place_name, admin1, country_names().get(country)))
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": joined(parts, ", "),
        "ActionGeo_CountryCode": fips_codes().get(country),
        "ActionGeo_Lat": event.place_latitude,
        "ActionGeo_Long": event.place_longitude,
    }
