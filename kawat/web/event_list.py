"""The list of events, and what several pages tell of an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from kawat.codebook import load_codebook
from kawat.records import Status
from kawat.web.database import Reader, Row
from kawat.web.filters import Filters, Place
from kawat.web.links import event_path
from kawat.web.wording import country_name, sentence, who_says_so

NEWEST_FIRST = "date_start DESC NULLS LAST, id"

_SPOKEN = """id IN (
    SELECT r.event_id FROM reports r JOIN articles a ON a.id = r.article_id WHERE {words}
)"""
_HAYSTACK = """lower(concat_ws(' ', array_to_string(r.actor_names, ' '), array_to_string(r.recipient_names, ' '),
    array_to_string(r.attributed_names, ' '), r.place_name,
    substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start)))"""


def event_list(reader: Reader, filters: Filters) -> Row:
    """Return what the page of events shows: the filters, how many events pass them, and one page of those."""
    conditions, params = _conditions(filters)
    where = " AND ".join(conditions) or "true"
    count = reader.count(f"SELECT count(*) FROM events WHERE {where}", params)
    if filters.after is not None:
        condition, more = _after(filters.after)
        where, params = f"({where}) AND {condition}", params | more
    query = f"SELECT * FROM events WHERE {where} ORDER BY {NEWEST_FIRST} LIMIT $limit"
    rows = reader.rows(query, params | {"limit": filters.size + 1})
    page = rows[: filters.size]
    following = filters.query(Place(page[-1]["date_start"], page[-1]["id"])) if len(rows) > len(page) else None
    return {
        "filters": filters.as_dict(),
        "count": count,
        "events": told(page),
        "next": f"/events{following}" if following else None,
        "first": f"/events{filters.query()}" if filters.after else None,
        "choices": _choices(reader),
    }


def told(rows: Iterable[Row]) -> list[Row]:
    """Return rows of ``events`` with their sentence, who says so, and their address."""
    return [
        row | {"sentence": sentence(row), "who_says_so": who_says_so(row), "path": event_path(row["id"])}
        for row in rows
    ]


def events_by_id(reader: Reader, ids: Sequence[str]) -> list[Row]:
    """Return the events with these ids, the newest first; ids that are not there are passed over."""
    query = f"SELECT * FROM events WHERE id IN (SELECT unnest($ids)) ORDER BY {NEWEST_FIRST}"
    return told(reader.rows(query, {"ids": list(ids)})) if ids else []


def _conditions(filters: Filters) -> tuple[list[str], dict[str, Any]]:
    tests = {
        "type": "type = $type",
        "status": "status = $status",
        "actor_country": "list_contains(actor_countries, $actor_country)",
        "recipient_country": "list_contains(recipient_countries, $recipient_country)",
        "actor": "list_contains(actor_ids, $actor)",
        "recipient": "list_contains(recipient_ids, $recipient)",
        "first": "coalesce(date_end, date_start) >= $first",
        "last": "date_start <= $last",
    }
    params = {name: value for name in tests if (value := getattr(filters, name)) is not None}
    conditions = [tests[name] for name in params]
    if filters.disputed is not None:
        conditions.append("len(disputed_by) > 0" if filters.disputed == "yes" else "coalesce(len(disputed_by), 0) = 0")
    if filters.words:
        words = {f"word{number}": word for number, word in enumerate(filters.words)}
        conditions.append(
            _SPOKEN.format(words=" AND ".join(f"contains({_HAYSTACK}, lower(${name}))" for name in words))
        )
        params |= words
    return conditions, params


def _after(place: Place) -> tuple[str, dict[str, Any]]:
    if place.day is None:
        return "date_start IS NULL AND id > $after_id", {"after_id": place.id}
    return (
        "(date_start < $after_day OR (date_start = $after_day AND id > $after_id) OR date_start IS NULL)",
        {"after_day": place.day, "after_id": place.id},
    )


def _choices(reader: Reader) -> dict[str, list[str]]:
    """Return what the filters may be set to in this dataset."""
    return {
        "type": list(load_codebook().types),
        "status": list(get_args(Status)),
        **{f"{side}_country": _countries(reader, side) for side in ("actor", "recipient")},
    }


def _countries(reader: Reader, side: str) -> list[str]:
    rows = reader.rows(f"SELECT DISTINCT unnest({side}_countries) AS code FROM events")
    return sorted((row["code"] for row in rows if row["code"]), key=country_name)
