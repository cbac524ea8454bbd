"""Short ways to articles and codings for tests."""

from __future__ import annotations

from functools import cache

from kawat.coder import Coder
from kawat.records import Article, CodedArticle, Dateline, Event, Span


@cache
def model_coder() -> Coder:
    """One coder with the bundled model for the whole test run."""
    return Coder(events="model")


@cache
def coder() -> Coder:
    """One lexicon coder for the whole test run: building it reads the registry."""
    return Coder(events="lexicon")


def article(*paragraphs: str, language: str = "id", published: str | None = "2023-07-27", **fields: object) -> Article:
    """Return an article with these paragraphs, as cleaning would hand it on."""
    text = "\n\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    place = fields.pop("place", None)
    dateline = Dateline(place=str(place)) if place else Dateline()
    return Article(
        id="a1", source="test", text=text, paragraphs=tuple(spans), language=language, published=published,
        dateline=dateline, **fields,
    )  # fmt: skip


def coded(*paragraphs: str, **fields: object) -> CodedArticle:
    """Return these paragraphs coded."""
    return coder().code_article(article(*paragraphs, **fields))  # type: ignore[arg-type]


def sides(found: CodedArticle, event: Event) -> tuple[set[str | None], set[str | None]]:
    """Return the countries on both sides of ``event``."""
    country = {actor.id: actor.country for actor in found.actors}
    return {country[s.actor_id] for s in event.actors}, {country[s.actor_id] for s in event.recipients}


def told(found: CodedArticle) -> list[str]:
    """Return the events in short: "ACCUSE USA>PRK asserted"."""
    lines = []
    for event in found.events:
        actors, recipients = sides(found, event)
        names = ["+".join(sorted(c or "?" for c in side)) for side in (actors, recipients)]
        lines.append(f"{event.type} {names[0]}{'=' if event.symmetric else '>'}{names[1]} {event.status}")
    return lines
