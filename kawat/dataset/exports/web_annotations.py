"""Every coded span as a W3C web annotation: an annotation collection in JSON-LD, one annotation a line.

Articles, reports and statements are read side by side in the order of the articles' ids, so that one article
is held at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from kawat.dataset.exports.files import Note, text_file
from kawat.dataset.reading import Dataset
from kawat.dataset.schema import KEYS
from kawat.version import __version__

AROUND = 32  # characters of text before and after a quotation
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
COLLECTION = "urn:kawat:annotations"
COLUMNS = {
    "articles": "id, url, text",
    "actors": "article_id, id, name, wikidata",
    "reports": "article_id, id, type, modes, contexts, status, trigger_start, trigger_end, "
    "actor_ids, actor_names, actor_start, actor_end, recipient_ids, recipient_names, recipient_start, recipient_end, "
    "date_start, date_end, date_text_start, date_text_end, "
    "place_name, place_geonames_id, place_start, place_end",
    "statements": "article_id, id, kind, stance, content_start, content_end, cue_start, cue_end, "
    "source_start, source_end, source_actor_id, source_name",
}

Row = dict[str, Any]
Body = dict[str, str]


def write(dataset: Dataset, folder: Path, note: Note) -> list[Path]:
    """Write ``annotations.jsonld``."""
    path, count = folder / "annotations.jsonld", 0
    head = {
        "@context": CONTEXT,
        "id": COLLECTION,
        "type": "AnnotationCollection",
        "label": "Events and statements, with the words that tell them",
        "generator": {"id": "urn:kawat", "type": "Software", "name": f"Kawat {__version__}"},
    }
    page = {"id": f"{COLLECTION}:1", "type": "AnnotationPage", "partOf": COLLECTION, "startIndex": 0}
    with text_file(path) as file:
        file.write(_open(head) + ',"first":' + _open(page) + ',"items":[')
        for annotation in spans(dataset):
            file.write(("," if count else "") + "\n" + msgspec.json.encode(annotation).decode())
            count += 1
        # The order of keys means nothing, and here the number is known.
        file.write(f'\n]}},"total":{count}}}\n')
    return [path]


def spans(dataset: Dataset) -> Iterator[Row]:
    """Yield the annotations of all articles."""
    rows = {table: _rows(dataset, table) for table in COLUMNS}
    actors, reports, statements = (_ByArticle(rows[table]) for table in ("actors", "reports", "statements"))
    for article in rows["articles"]:
        id = article["id"]
        wikidata = {actor["id"]: actor["wikidata"] for actor in actors.of(id)}
        for report in reports.of(id):
            yield from _of_report(article, report, wikidata)
        for statement in statements.of(id):
            yield from _of_statement(article, statement, wikidata)


# ------------------------------------------------------------------ what is coded


def _of_report(article: Row, report: Row, wikidata: dict[str, str | None]) -> Iterator[Row]:
    id = f"urn:kawat:report:{quote(report['id'], safe='')}"
    tags = [*(report["modes"] or ()), *(report["contexts"] or ()), report["status"]]
    what = [_text(report["type"], "classifying"), *(_text(tag, "tagging") for tag in tags)]
    yield from _annotation(article, f"{id}:trigger", "trigger", what, report["trigger_start"], report["trigger_end"])
    for side in ("actor", "recipient"):
        columns = (report[f"{side}_{column}"] or () for column in ("ids", "names", "start", "end"))
        for nth, (actor, name, start, end) in enumerate(zip(*columns, strict=True), start=1):
            who = _who(name, wikidata.get(actor))
            yield from _annotation(article, f"{id}:{side}:{nth}", side, who, start, end)
    if report["date_start"] is not None:
        days = dict.fromkeys(day.isoformat() for day in (report["date_start"], report["date_end"]) if day)
        when = [_text("/".join(days), "identifying")]
        yield from _annotation(article, f"{id}:date", "date", when, report["date_text_start"], report["date_text_end"])
    if report["place_name"] is not None:
        where = [_text(report["place_name"], "identifying")]
        if report["place_geonames_id"] is not None:
            where.append(_thing(f"https://sws.geonames.org/{report['place_geonames_id']}/"))
        yield from _annotation(article, f"{id}:place", "place", where, report["place_start"], report["place_end"])


def _of_statement(article: Row, statement: Row, wikidata: dict[str, str | None]) -> Iterator[Row]:
    id = f"urn:kawat:statement:{quote(statement['id'], safe='')}"
    parts: dict[str, list[Body]] = {
        "source": _who(statement["source_name"], wikidata.get(statement["source_actor_id"])),
        "cue": [_text(statement["stance"], "classifying")],
        "content": [_text(statement["kind"], "classifying")],
    }
    for part, bodies in parts.items():
        start, end = statement[f"{part}_start"], statement[f"{part}_end"]
        yield from _annotation(article, f"{id}:{part}", part, bodies, start, end)


def _who(name: str | None, wikidata: str | None) -> list[Body]:
    bodies = [_text(name, "identifying")] if name else []
    return [*bodies, _thing(f"http://www.wikidata.org/entity/{wikidata}")] if wikidata else bodies


def _text(value: str, purpose: str) -> Body:
    return {"type": "TextualBody", "value": value, "purpose": purpose}


def _thing(address: str) -> Body:
    return {"type": "SpecificResource", "source": address, "purpose": "identifying"}


# ------------------------------------------------------------------ where it stands


def _annotation(
    article: Row, id: str, field: str, bodies: list[Body], start: int | None, end: int | None
) -> Iterator[Row]:
    """Yield the annotation of a span, none where there is no span. ``field``: which field of the coding it gives."""
    if start is None or end is None:
        return
    text = article["text"]
    yield {
        "id": id,
        "type": "Annotation",
        "motivation": "identifying" if any(body["purpose"] == "identifying" for body in bodies) else "classifying",
        "body": [*bodies, _text(field, "tagging")],
        "target": {
            "source": _address(article),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }


def _address(article: Row) -> str:
    """Return the article's address, or a name made of its id where it has none."""
    url = article["url"] or ""
    if re.match(r"https?://", url, re.IGNORECASE):
        # Signs that no address may hold; letters of any script may stand.
        return re.sub(r"[\x00-\x20\x7f<>\"{}|\\^`]", lambda sign: quote(sign[0], safe=""), url)
    return f"urn:kawat:article:{quote(article['id'], safe='')}"


# ------------------------------------------------------------------ reading


def _rows(dataset: Dataset, table: str) -> Iterator[Row]:
    for batch in dataset.stream(f"SELECT {COLUMNS[table]} FROM {table} ORDER BY {', '.join(KEYS[table])}"):
        yield from batch.to_pylist()


class _ByArticle:
    """The rows of a table that is ordered by its articles, given out one article after the other."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._groups = groupby(rows, key=lambda row: row["article_id"])
        self._next: tuple[str, Iterator[Row]] | None = next(self._groups, None)

    def of(self, article: str) -> Iterator[Row]:
        """Yield the rows of an article; articles must be asked for in order."""
        while self._next is not None and self._next[0] < article:
            self._next = next(self._groups, None)
        if self._next is not None and self._next[0] == article:
            yield from self._next[1]


def _open(start: Row) -> str:
    """Return an object without its closing brace."""
    return msgspec.json.encode(start).decode()[:-1]
