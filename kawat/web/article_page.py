"""The page of one article: its clean text with what was found in it, and what was taken out of it."""

from __future__ import annotations

from kawat.web.chain import Voices
from kawat.web.database import Reader, Row
from kawat.web.links import article_path, event_path, original
from kawat.web.wording import sentence

_REPORTS = "SELECT * FROM reports WHERE article_id = $id ORDER BY trigger_start, id"
_COPIES = "SELECT id, title FROM articles WHERE duplicate_of = $id ORDER BY published NULLS LAST, id LIMIT 50"


def article_page(reader: Reader, id: str) -> Row | None:
    """Return an article with its events, statements and removed lines; None where it is not there."""
    row = reader.row("SELECT * FROM articles WHERE id = $id", {"id": id})
    if row is None:
        return None
    voices = Voices(reader, [row])
    numbers = {id: number for number, id in enumerate(voices.statements, start=1)}
    statements = [_statement(statement, row["text"], voices, numbers) for statement in voices.statements.values()]
    events = [_event(report) for report in reader.rows(_REPORTS, {"id": id})]
    lists = ("paragraph_start", "paragraph_end", "removed_text", "removed_reason")
    article = {name: value for name, value in row.items() if name not in lists}
    return {
        "article": article | {"path": article_path(id), "original": original(row["url"])},
        "paragraphs": _pairs(row, "start", "end", ("paragraph_start", "paragraph_end")),
        "removed": _pairs(row, "text", "reason", ("removed_text", "removed_reason")),
        "events": events,
        "statements": statements,
        "copies": [copy | {"path": article_path(copy["id"])} for copy in reader.rows(_COPIES, {"id": id})],
        "copy_of": article_path(row["duplicate_of"]) if row["duplicate_of"] else None,
        "marks": _marks(events, statements),
    }


def _event(report: Row) -> Row:
    event = report["event_id"]
    return {
        "id": report["id"],
        "event_id": event,
        "path": event_path(event) if event else None,
        "type": report["type"],
        "modes": report["modes"] or [],
        "status": report["status"],
        "disputed": bool(report["disputed_by"]),
        "sentence": sentence(report),
        "start": report["trigger_start"],
        "end": report["trigger_end"],
    }


def _statement(statement: Row, text: str, voices: Voices, numbers: dict[str, int]) -> Row:
    start, end = statement["content_start"], statement["content_end"]
    return {
        "id": statement["id"],
        "kind": statement["kind"],
        "stance": statement["stance"],
        "who_says_so": voices.chain(statement),
        "links": [link | {"number": numbers.get(link["statement_id"])} for link in statement["links"] or ()],
        "content": text[start:end],
        "start": start,
        "end": end,
        "cue": _span(statement, "cue"),
        "source": _span(statement, "source"),
    }


def _marks(events: list[Row], statements: list[Row]) -> list[Row]:
    """Return what is marked in the text, what lies on top last: triggers, the shortest on the others."""
    found = []
    for number, statement in enumerate(statements, start=1):
        spans = {"said": statement, "cue": statement["cue"], "source": statement["source"]}
        found += [
            {"start": span["start"], "end": span["end"], "kind": kind, "link": f"#s{number}"}
            for kind, span in spans.items()
            if span
        ]
    longest_first = sorted(events, key=lambda event: event["start"] - event["end"])
    found += [
        {"start": event["start"], "end": event["end"], "kind": "trigger", "link": event["path"]}
        for event in longest_first
    ]
    return found


def _span(row: Row, name: str) -> dict[str, int] | None:
    start = row[f"{name}_start"]
    return {"start": start, "end": row[f"{name}_end"]} if start is not None else None


def _pairs(row: Row, one: str, other: str, columns: tuple[str, str]) -> list[Row]:
    values = zip(row[columns[0]] or (), row[columns[1]] or (), strict=True)
    return [{one: first, other: second} for first, second in values]
