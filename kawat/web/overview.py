"""The first page: what the dataset holds, and what in it is disputed."""

from __future__ import annotations

from kawat.web.database import Reader, Row
from kawat.web.event_list import NEWEST_FIRST, events_by_id, told

DISPUTED = 10

_COUNTS = """
    SELECT (SELECT count(*) FROM articles) AS articles,
        (SELECT count(*) FROM stories) AS stories,
        (SELECT count(*) FROM events) AS events,
        (SELECT count(*) FROM reports) AS reports,
        (SELECT count(*) FROM statements) AS statements,
        (SELECT count(DISTINCT id) FROM actors) AS actors,
        (SELECT count(*) FROM rejects) AS rejects,
        (SELECT count(*) FROM events WHERE len(disputed_by) > 0) AS disputed
"""
_BY_TYPE = """
    SELECT type, any_value(quad) AS quad, count(*) AS events,
        count(*) FILTER (WHERE status = 'asserted') AS asserted
    FROM events GROUP BY type ORDER BY events DESC, type
"""
_BY_STATUS = "SELECT status, count(*) AS events FROM events GROUP BY status ORDER BY events DESC, status"
_PERIOD = "SELECT min(published) AS first, max(published) AS last FROM articles"
_DISPUTED = f"SELECT * FROM events WHERE len(disputed_by) > 0 ORDER BY {NEWEST_FIRST} LIMIT $limit"


def overview(reader: Reader) -> Row:
    """Return the counts, the events by type and status, and the newest that are disputed, with what disputes them."""
    disputed = told(reader.rows(_DISPUTED, {"limit": DISPUTED}))
    others = {row["id"]: row for row in events_by_id(reader, [id for row in disputed for id in row["disputed_by"]])}
    return {
        "counts": reader.row(_COUNTS),
        "published": reader.row(_PERIOD),
        "by_type": reader.rows(_BY_TYPE),
        "by_status": reader.rows(_BY_STATUS),
        "disputed": [
            {"event": row, "by": [others[id] for id in row["disputed_by"] if id in others]} for row in disputed
        ],
    }
