"""Events with what the formats of other projects ask for beside them: who the sides are, and the first report.

What the table ``events`` does not hold itself is that of the earliest report that tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from urllib.parse import urlsplit

import msgspec

from kawat.dataset.reading import Dataset
from kawat.dataset.schema import KEYS

_ORDER = ", ".join(f"e.{column}" for column in KEYS["events"])

EVENTS = f"""
WITH counted AS (
    SELECT t.event_id, count(DISTINCT r.article_id) AS articles
    FROM (SELECT e.id AS event_id, unnest(e.reports) AS report_id FROM events e) t
    JOIN reports r ON r.id = t.report_id GROUP BY t.event_id
)
SELECT e.id, e.type, e.modes, e.contexts, e.quad, e.score, e.status, e."symmetric" AS together,
    e.actor_ids, e.actor_names, e.actor_countries, e.recipient_ids, e.recipient_names, e.recipient_countries,
    e.date_start AS day, e.place_name, e.place_country, e.place_admin1, e.place_latitude, e.place_longitude,
    e.place_geonames_id, e.report_count AS reports, e.independent_reports AS independent,
    coalesce(c.articles, 0) AS articles,
    a.id AS article, a.url, a.dateline_outlet AS outlet, a.published, a.language, v.kawat AS version,
    r.sentence_start < a.paragraph_end[1] AS in_lead
FROM events e
LEFT JOIN counted c ON c.event_id = e.id
LEFT JOIN reports r ON r.id = e.reports[1]
LEFT JOIN articles a ON a.id = r.article_id
LEFT JOIN runs v ON v.id = a.run_id
ORDER BY {_ORDER}
"""

WORDS = f"""
WITH told AS (
    SELECT e.id AS event_id, e.place_name, unnest(e.reports) AS report_id, generate_subscripts(e.reports, 1) AS nth
    FROM events e
), found AS (
    SELECT t.event_id, t.nth, r.article_id, unnest(list_concat(r.actor_ids, r.recipient_ids)) AS actor_id,
        unnest(list_concat(r.actor_start, r.recipient_start)) AS words_start,
        unnest(list_concat(r.actor_end, r.recipient_end)) AS words_end
    FROM told t JOIN reports r ON r.id = t.report_id
    UNION ALL BY NAME
    SELECT t.event_id, t.nth, r.article_id, r.place_start AS words_start, r.place_end AS words_end
    FROM told t JOIN reports r ON r.id = t.report_id
    WHERE r.place_name = t.place_name AND r.place_start IS NOT NULL
)
SELECT e.id, f.actor_id, a.sectors, substring(t.text, f.words_start + 1, f.words_end - f.words_start) AS words
FROM found f
JOIN events e ON e.id = f.event_id
JOIN articles t ON t.id = f.article_id
LEFT JOIN actors a ON a.article_id = f.article_id AND a.id = f.actor_id
ORDER BY {_ORDER}, f.nth, f.words_start, f.words_end, f.actor_id
"""
"""The words that name sides and places of each event, the earliest report first; ``actor_id`` is null for places."""


class Who(msgspec.Struct, frozen=True):
    """Somebody on one side of an event. ``words``: what names them in the text."""

    id: str
    name: str
    country: str
    sectors: tuple[str, ...] = ()
    words: str = ""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """An event and the report that tells it first. ``article`` is None where the dataset no longer has it."""

    id: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: str
    score: float
    status: str
    together: bool
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    day: date | None
    place_name: str | None
    place_country: str | None
    place_admin1: str | None
    place_latitude: float | None
    place_longitude: float | None
    place_geonames_id: int | None
    place_words: str | None
    reports: int
    independent: int
    articles: int
    article: str | None
    url: str | None
    outlet: str | None
    published: date | None
    language: str | None
    version: str | None
    in_lead: bool | None

    @property
    def publisher(self) -> str:
        """Who published the first report: the host of its address, or the outlet that its dateline names."""
        try:
            host = urlsplit(self.url or "").hostname
        except ValueError:
            host = None
        return (host or "").removeprefix("www.") or self.outlet or ""

    @property
    def town(self) -> str | None:
        """The place, where it is a town of GeoNames."""
        return self.place_name if self.place_geonames_id is not None else None

    @property
    def district(self) -> str | None:
        """The place, where it is an area below a division of the first level, or a town of Kawat's own table."""
        own = self.place_geonames_id is None and self.place_admin1 not in (None, self.place_name)
        return self.place_name if own else None

    def pairs(self) -> list[tuple[Who | None, Who | None]]:
        """Return who acts on whom, pair by pair: None stands for a side that is empty.

        What several do together each of them does with each other one.
        """
        if not self.together:
            return [(one, other) for one in self.actors or (None,) for other in self.recipients or (None,)]
        everybody = list({who.id: who for who in (*self.actors, *self.recipients)}.values())
        if len(everybody) < 2:
            return [(one, None) for one in everybody or (None,)]
        return [(one, other) for one in everybody for other in everybody if one.id != other.id]


def told(dataset: Dataset) -> Iterator[Told]:
    """Yield all events in the order of their key, from two sorted streams, so that one event is held at a time."""
    groups = groupby(_rows(dataset, WORDS), key=lambda row: row["id"])
    id, words = next(groups, ("", iter(())))
    for row in _rows(dataset, EVENTS):
        known: dict[str | None, dict] = {}
        if row["id"] == id:
            for found in words:
                known.setdefault(found["actor_id"], found)
            id, words = next(groups, ("", iter(())))
        values = {name: row[name] for name in Told.__struct_fields__ if name in row}
        values |= {name: tuple(row[name] or ()) for name in ("modes", "contexts")}
        values |= {f"{side}s": _side(row, side, known) for side in ("actor", "recipient")}
        yield Told(**values, place_words=known.get(None, {}).get("words"))


def _rows(dataset: Dataset, query: str) -> Iterator[dict]:
    for batch in dataset.stream(query):
        yield from batch.to_pylist()


def _side(row: dict, side: str, known: dict[str | None, dict]) -> tuple[Who, ...]:
    columns = (row[f"{side}_{what}"] or () for what in ("ids", "names", "countries"))
    found: dict[str, Who] = {}
    for id, name, country in zip(*columns, strict=True):
        more = known.get(id, {})
        who = Who(id, name or "", country or "", tuple(more.get("sectors") or ()), more.get("words") or "")
        found.setdefault(id, who)
    return tuple(found.values())
