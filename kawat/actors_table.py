"""Actors that were found, as a table for people or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kawat.actors.registry import Office, Registry
from kawat.actors.search import Match
from kawat.terminal import plain

NAMES_SHOWN = 6


def as_json(found: Sequence[Match], registry: Registry) -> str:
    """Return actors as a JSON array, one object each."""
    return json.dumps([_fields(match, registry) for match in found], ensure_ascii=False, indent=2)


def show_table(found: Sequence[Match], registry: Registry) -> None:
    """Print actors as a table on standard output."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for column, ratio in (("id", 3), ("name", 4), ("what", 3), ("office", 4), ("other names", 5), ("file", 3)):
        table.add_column(column, ratio=ratio, overflow="fold")
    for match in found:
        table.add_row(*(Text(plain(cell)) for cell in _cells(match, registry)))
    Console().print(table)


def _cells(match: Match, registry: Registry) -> list[str]:
    entry, office = match.entry, match.office
    what = " ".join(filter(None, (entry.kind, office.country, "|".join(office.sectors))))
    names = [name for name in (*entry.names, *entry.names_id, *entry.names_en) if name != entry.name]
    more = f", ... ({len(names) - NAMES_SHOWN} more)" if len(names) > NAMES_SHOWN else ""
    source = ("bundled " if registry.is_bundled(entry.id) else "") + registry.sources.get(entry.id, "")
    held = f"{office.office} {_term(office)}".strip()
    return [entry.id, entry.name, what, held, ", ".join(names[:NAMES_SHOWN]) + more, source.strip()]


def _term(office: Office) -> str:
    if office.since and office.until:
        return f"({office.since} to {office.until})"
    return f"(since {office.since})" if office.since else f"(until {office.until})" if office.until else ""


def _fields(match: Match, registry: Registry) -> dict[str, Any]:
    entry, office = match.entry, match.office
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "country": office.country,
        "sectors": office.sectors,
        "office": office.office or None,
        "from": office.since or None,
        "to": office.until or None,
        "names": entry.names,
        "names_id": entry.names_id,
        "names_en": entry.names_en,
        "wikidata": entry.wikidata,
        "file": registry.sources.get(entry.id),
        "bundled": registry.is_bundled(entry.id),
        "match": match.how,
        "matched": match.name,
    }
