"""A coded article as the rows of the dataset's tables."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import msgspec

from kawat.dataset.outlets import address_country, address_host
from kawat.records import Actor, Article, CodedArticle, Event, Reject, Run, Side, Statement

Row = dict[str, Any]


def digest(*parts: bytes) -> str:
    """Return a short digest of ``parts``; it depends on where one ends and the next begins."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8, "little"))
        state.update(part)
    return state.hexdigest()


def run_id(run: Run) -> str:
    """Return the id of a row of ``runs``."""
    return digest(msgspec.json.encode(run))


def article_digest(coded: CodedArticle) -> str:
    """Return the digest of an article and all that was coded in it; where it was read from is left out."""
    article = msgspec.structs.replace(coded.article, source="")
    return digest(msgspec.json.encode(msgspec.structs.replace(coded, article=article)))


def printable(text: str) -> str:
    """Return ``text`` with what UTF-8 cannot hold escaped: paths may have bytes that are no text."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def reject_row(reject: Reject) -> Row:
    """Return the row of ``rejects``."""
    row = {name: printable(getattr(reject, name)) for name in ("source", "reason", "sample")}
    return {"id": digest(*(value.encode() for value in row.values())), **row}


def run_row(run: Run) -> Row:
    """Return the row of ``runs``."""
    return {"id": run_id(run), **msgspec.to_builtins(run)}


def article_rows(coded: CodedArticle, input_digest: str) -> dict[str, list[Row]]:
    """Return the rows of one coded article, by table.

    Raises ValueError where a field cannot be stored: a date that is no day, text that is no Unicode, a
    reference to an actor or statement that is not there.
    """
    article = coded.article
    actors = {actor.id: actor for actor in coded.actors}
    statements = {statement.id: statement for statement in coded.statements}
    outlet = _outlet(coded)
    try:
        return {
            "articles": [_article(coded, input_digest)],
            "actors": [_actor(article.id, actor) for actor in coded.actors],
            "mentions": [
                {
                    "article_id": article.id,
                    "actor_id": actor.id,
                    "mention_start": mention.start,
                    "mention_end": mention.end,
                    "how": mention.how,
                }
                for actor in coded.actors
                for mention in actor.mentions
            ],
            "statements": [_statement(article, statement, actors) for statement in coded.statements],
            "reports": [_report(article, outlet, event, actors, statements) for event in coded.events],
        }
    except KeyError as error:
        raise ValueError(f"it refers to {error}, which is not in it") from error


def _article(coded: CodedArticle, input_digest: str) -> Row:
    article = coded.article
    return {
        "id": article.id,
        "source": printable(article.source),
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "published": _day(article.published),
        "published_from": article.published_from,
        "published_day": [_day(told.day) for told in article.published_candidates],
        "published_where": [told.where for told in article.published_candidates],
        "dateline_place": article.dateline.place,
        "dateline_outlet": article.dateline.outlet,
        "bylines": article.bylines,
        "agencies": article.agencies,
        **_outlet_row(coded),
        "text": article.text,
        "paragraph_start": [span.start for span in article.paragraphs],
        "paragraph_end": [span.end for span in article.paragraphs],
        "removed_text": [removed.text for removed in article.removed],
        "removed_reason": [removed.reason for removed in article.removed],
        "story_id": None,
        "duplicate_of": None,
        "translation_of": None,
        "run_id": run_id(coded.run),
        "input_digest": input_digest,
        "digest": article_digest(coded),
    }


def _actor(article_id: str, actor: Actor) -> Row:
    return {
        "article_id": article_id,
        "id": actor.id,
        "name": actor.name,
        "country": actor.country,
        "sectors": actor.sectors,
        "wikidata": actor.wikidata,
    }


def _statement(article: Article, statement: Statement, actors: dict[str, Actor]) -> Row:
    cue, source = statement.cue, statement.source
    return {
        "id": _whole(article, statement.id),
        "article_id": article.id,
        "kind": statement.kind,
        "stance": statement.stance,
        "content_start": statement.content.start,
        "content_end": statement.content.end,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "source_start": source.start if source else None,
        "source_end": source.end if source else None,
        "source_actor_id": source.actor_id if source else None,
        "source_name": _source_name(article, statement, actors),
        "via": statement.via,
        "links": [{"statement_id": _whole(article, link.statement_id), "how": link.how} for link in statement.links],
    }


def _report(
    article: Article,
    outlet: str | None,
    event: Event,
    actors: dict[str, Actor],
    statements: dict[str, Statement],
) -> Row:
    said = [statements[id] for id in event.attributed_to]
    when, where = event.date, event.place
    return {
        "id": _whole(article, event.id),
        "article_id": article.id,
        "event_id": None,
        "type": event.type,
        "modes": event.modes,
        "contexts": event.contexts,
        "quad": event.quad,
        "score": event.score,
        **_side("actor", event.actors, actors),
        **_side("recipient", event.recipients, actors),
        "symmetric": event.symmetric,
        "status": event.status,
        "attributed_to": [_whole(article, id) for id in event.attributed_to],
        "attributed_names": _distinct(_source_name(article, statement, actors) for statement in said),
        "agencies": _agencies(article, outlet, said, actors),
        "disputed_by": [_whole(article, id) for id in event.disputed_by],
        "date_start": _day(when.start) if when else None,
        "date_end": _day(when.end) if when else None,
        "date_text_start": when.text_start if when else None,
        "date_text_end": when.text_end if when else None,
        "date_precision": when.precision if when else None,
        "date_contradicts": when.contradicts if when else None,
        **{
            f"place_{name}": getattr(where, name) if where else None
            for name in ("name", "country", "admin1", "latitude", "longitude", "geonames_id", "start", "end")
        },
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "sentence_start": event.sentence.start,
        "sentence_end": event.sentence.end,
        "confidence": event.confidence,
    }


def _side(name: str, sides: tuple[Side, ...], actors: dict[str, Actor]) -> Row:
    who = [actors[side.actor_id] for side in sides]
    columns: dict[str, Callable[[Actor], str | None]] = {
        "ids": lambda actor: actor.id,
        "names": lambda actor: actor.name,
        "countries": lambda actor: actor.country,
    }
    row: Row = {f"{name}_{column}": [value(actor) for actor in who] for column, value in columns.items()}
    row[f"{name}_start"] = [side.start for side in sides]
    row[f"{name}_end"] = [side.end for side in sides]
    return row


def _agencies(article: Article, outlet: str | None, said: list[Statement], actors: dict[str, Actor]) -> list[str]:
    """Name the agencies that a report came through: those of its statements, or else of the article."""
    chain = [id for statement in said for id in (*statement.via, _speaker(statement)) if id not in (None, outlet)]
    named = [actors[id] for id in chain if id is not None]
    return _distinct(actor.name for actor in named if "JRN" in actor.sectors) or _distinct(article.agencies)


def _outlet(coded: CodedArticle) -> str | None:
    """Return the outlet's actor id: every chain begins with it. Without it the outermost chain is empty."""
    outermost = {statement.via[0] if statement.via else None for statement in coded.statements}
    return outermost.pop() if len(outermost) == 1 else None


def _outlet_row(coded: CodedArticle) -> Row:
    """Return who publishes an article, as the registry names it if it does, and of which country that is."""
    article, id = coded.article, _outlet(coded)
    known = next((actor for actor in coded.actors if actor.id == id), None)
    country = known.country if known is not None else None
    return {
        "outlet": known.name if known is not None else article.dateline.outlet or address_host(article.url),
        "outlet_country": country or address_country(article.url),
    }


def _speaker(statement: Statement) -> str | None:
    return statement.source.actor_id if statement.source else None


def _source_name(article: Article, statement: Statement, actors: dict[str, Actor]) -> str | None:
    source = statement.source
    if source is None:
        return None
    if source.actor_id is not None:
        return actors[source.actor_id].name
    return article.text[source.start : source.end]


def _whole(article: Article, id: str) -> str:
    """Return an id within the article as one that is unique in the dataset."""
    return id if id.startswith(f"{article.id}:") else f"{article.id}:{id}"


def _distinct(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
