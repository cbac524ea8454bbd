"""The page of one actor: how often it is named, and what it does and has done to it."""

from __future__ import annotations

from urllib.parse import urlencode

from kawat.web.database import Reader, Row
from kawat.web.event_list import NEWEST_FIRST, told
from kawat.web.links import actor_path, wikidata

SHOWN = 20

# Articles may differ about an actor: what most of them say is shown.
_ACTOR = """
    SELECT id, mode(name) AS name, mode(country) AS country, mode(sectors) AS sectors, mode(wikidata) AS wikidata,
        count(*) AS articles, list_sort(list(DISTINCT name)) AS names
    FROM actors WHERE id = $id GROUP BY id
"""


def actor_page(reader: Reader, id: str) -> Row | None:
    """Return an actor with counts and its newest events on each side; None where it is not there."""
    actor = reader.row(_ACTOR, {"id": id})
    if actor is None:
        return None
    return {
        "actor": actor | {"path": actor_path(id), "wikidata_page": wikidata(actor["wikidata"])},
        "mentions": reader.count("SELECT count(*) FROM mentions WHERE actor_id = $id", {"id": id}),
        "statements": reader.count("SELECT count(*) FROM statements WHERE source_actor_id = $id", {"id": id}),
        "as_actor": _events(reader, id, "actor"),
        "as_recipient": _events(reader, id, "recipient"),
    }


def _events(reader: Reader, id: str, side: str) -> Row:
    where = f"list_contains({side}_ids, $id)"
    query = f"SELECT * FROM events WHERE {where} ORDER BY {NEWEST_FIRST} LIMIT {SHOWN}"
    return {
        "count": reader.count(f"SELECT count(*) FROM events WHERE {where}", {"id": id}),
        "events": told(reader.rows(query, {"id": id})),
        "all": f"/events?{urlencode({side: id})}",
    }
