"""The sample pages behind the gold codings, and the check that the gold quotes them word for word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from benchmarks.gold import GOLD, NOBODY, OUTLET, GoldArticle, GoldError

PAGES = GOLD.parent / "pages"


def page_text(article: GoldArticle, folder: Path = PAGES) -> str:
    """Return all the text of an article's page, chrome included, each run of white space as one space.

    Raises GoldError where the page or its row is not there or has no text.
    """
    path = folder / article.file
    try:
        raw = path.read_text(encoding="utf-8")
    except OSError as error:
        raise GoldError(f"{article.name}: file: {error}") from error
    if path.suffix == ".html":
        raw = _visible(raw)
    elif path.suffix == ".jsonl":
        raw = _row(raw, article)
    return squeeze(raw)


def squeeze(text: str) -> str:
    """Return ``text`` with each run of white space as one space."""
    return " ".join(text.split())


def _visible(markup: str) -> str:
    root = html.document_fromstring(markup)
    for element in root.xpath("//head | //script | //style"):
        element.drop_tree()
    return root.text_content()


def _row(lines: str, article: GoldArticle) -> str:
    for line in lines.splitlines():
        row = json.loads(line)
        if row["id"] == article.row:
            return f"{row['title']}\n{row['text']}"
    raise GoldError(f"{article.name}: row: {article.file} has no such id")


def word_problems(article: GoldArticle, text: str) -> list[str]:
    """Return where the gold's exact words do not stand in ``text`` (a page_text), each naming its field.

    A trigger has to stand in its paragraph (found by the paragraphs' openings), a quotation in one with its
    speaker; the words for actors, places and sources may stand anywhere in the body.
    """
    if article.title not in text:
        return [f"title: not on the page: {article.title}"]
    try:
        paragraphs = list(_paragraphs(article, text))
    except GoldError as error:
        return [str(error)]
    return [*_event_problems(article, paragraphs), *_quote_problems(article, paragraphs)]


def _paragraphs(article: GoldArticle, text: str) -> Iterator[str]:
    """Give each paragraph with what chrome follows it; the last one runs to the end of the page."""
    starts = []
    position = text.index(article.title) + len(article.title)
    for opening in article.openings:
        position = text.find(squeeze(opening), position)
        if position < 0:
            raise GoldError(f"openings: not on the page in this order: {opening}")
        starts.append(position)
        position += len(opening)
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end]


def _event_problems(article: GoldArticle, paragraphs: list[str]) -> Iterator[str]:
    body = " ".join(paragraphs)
    for number, event in enumerate(article.events, 1):
        if event.trigger not in paragraphs[event.paragraph - 1]:
            yield f"event {number}: trigger: not in paragraph {event.paragraph}: {event.trigger}"
        words = {f"actors “{side.text}”": side.text for side in event.actors + event.recipients}
        if event.place:
            words["place"] = event.place
        if event.source != OUTLET:
            words["source"] = event.source
        for field, wanted in words.items():
            if wanted not in body:
                yield f"event {number} ({event.trigger}): {field}: not in the body: {wanted}"


def _quote_problems(article: GoldArticle, paragraphs: list[str]) -> Iterator[str]:
    for number, quote in enumerate(article.quotes, 1):
        home = next((paragraph for paragraph in paragraphs if quote.content in paragraph), None)
        if home is None:
            yield f"quote {number}: content: in no paragraph: {quote.content}"
        elif quote.speaker != NOBODY and quote.speaker not in home:
            yield f"quote {number}: speaker: not in the paragraph of the quotation: {quote.speaker}"
        if missing := [agency for agency in quote.via if agency not in " ".join(paragraphs)]:
            yield f"quote {number}: via: not in the body: {', '.join(missing)}"
