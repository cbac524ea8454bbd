"""The page of one event: what it is, who says so, and every report's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kawat.web.chain import Voices
from kawat.web.database import Reader, Row
from kawat.web.event_list import events_by_id, told
from kawat.web.filters import ParametersError
from kawat.web.highlight import Mark
from kawat.web.links import article_path, original
from kawat.web.wording import STATUSES, sentence

REPORTS = 25

_REPORTS = """
    SELECT r.*, a.title, a.url, a.published, a.text, a.paragraph_start, a.paragraph_end, a.duplicate_of,
        a.dateline_outlet
    FROM reports r JOIN articles a ON a.id = r.article_id
    WHERE r.id IN (SELECT unnest($ids))
"""


def event_page(reader: Reader, id: str, skip: int = 0) -> Row | None:
    """Return an event with its reports, REPORTS of them after the first ``skip``; None where it is not there."""
    row = reader.row("SELECT * FROM events WHERE id = $id", {"id": id})
    if row is None:
        return None
    (event,) = told([row])
    shown = event["reports"][skip : skip + REPORTS]
    more = skip + REPORTS
    return {
        "event": event | {"status_meaning": STATUSES.get(event["status"], "")},
        "disputed_by": events_by_id(reader, event["disputed_by"] or ()),
        "disputes": told(
            reader.rows("SELECT * FROM events WHERE list_contains(disputed_by, $id) ORDER BY id", {"id": id})
        ),
        "skipped": skip,
        "reports": _reports(reader, shown),
        "next": f"{event['path']}?skip={more}" if more < len(event["reports"]) else None,
    }


def parse_skip(items: Iterable[tuple[str, str]]) -> int:
    """Return how many reports are passed over. Raises ParametersError."""
    values = dict(items)
    value = values.pop("skip", "0")
    messages = [f"There is no parameter “{name}” here." for name in values]
    if not (value.isascii() and value.isdigit() and len(value) < 9):
        messages.append(f"The parameter “skip” cannot be “{value}”: it is the number of reports to pass over.")
    if messages:
        raise ParametersError(messages)
    return int(value)


def report_marks(report: Row) -> list[Mark]:
    """Return the words that a report's fields come from."""
    marks = [Mark(report["trigger_start"], report["trigger_end"], "trigger")]
    for side in ("actor", "recipient"):
        spans = zip(report[f"{side}_start"] or (), report[f"{side}_end"] or (), strict=True)
        marks += [Mark(start, end, side) for start, end in spans]
    for kind, name in (("date", "date_text"), ("place", "place")):
        if report[f"{name}_start"] is not None:
            marks.append(Mark(report[f"{name}_start"], report[f"{name}_end"], kind))
    return marks


def paragraph_of(article: Row, start: int) -> tuple[int, int, int]:
    """Return the number, start and end of the paragraph that holds a character; all of the text where none does."""
    spans = zip(article["paragraph_start"] or (), article["paragraph_end"] or (), strict=True)
    for number, (first, last) in enumerate(spans):
        if first <= start < last:
            return number, first, last
    return 0, 0, len(article["text"])


def _reports(reader: Reader, ids: Sequence[str]) -> list[Row]:
    rows = {row["id"]: row for row in reader.rows(_REPORTS, {"ids": list(ids)})}
    articles = [row | {"id": row["article_id"]} for row in rows.values()]
    voices = Voices(reader, articles)
    return [_report(rows[id], voices) for id in ids if id in rows]


def _report(row: Row, voices: Voices) -> Row:
    number, start, end = paragraph_of(row, row["sentence_start"])
    end = max(end, row["sentence_end"])
    said = [voices.statements[id] for id in row["attributed_to"] or () if id in voices.statements]
    marks = [Mark(row["sentence_start"], row["sentence_end"], "sentence"), *report_marks(row)]
    return {
        "id": row["id"],
        "sentence": sentence(row),
        "status": row["status"],
        "confidence": row["confidence"],
        "article": {
            "id": row["article_id"],
            "title": row["title"],
            "published": row["published"],
            "path": article_path(row["article_id"]),
            "place": f"{article_path(row['article_id'])}#p{number + 1}",
            "original": original(row["url"]),
            "duplicate_of": row["duplicate_of"],
        },
        "agencies": row["agencies"] or [],
        "who_says_so": [voices.chain(statement) for statement in said] or [voices.unsourced(row)],
        "paragraph": row["text"][start:end],
        "marks": [
            {"start": max(mark.start, start) - start, "end": min(mark.end, end) - start, "kind": mark.kind}
            for mark in marks
            if max(mark.start, start) < min(mark.end, end)
        ],
    }
