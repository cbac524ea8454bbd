"""Coded articles made by hand, for tests that need no reader, model or registry."""

from __future__ import annotations

import os
import signal
import time

from kawat.dataset import Dataset, Entry
from kawat.records import (
    Actor,
    Article,
    CodedArticle,
    Event,
    EventDate,
    Mention,
    Place,
    Run,
    Side,
    SourceSpan,
    Span,
    Statement,
)

RUN = Run(kawat="0.1.0", model="none", model_digest="0", codebook="1")
TEXT = "Rusia menuduh Ukraina menyerang jembatan di Kerch pada Senin. Ukraina membantah tuduhan itu."


def made(id: str, text: str = TEXT, *, published: str | None = "2023-07-27", title: str | None = None) -> CodedArticle:
    """Return an article in which Russia accuses Ukraine, and Ukraine rejects it."""
    article = Article(
        id=id,
        source=f"pages/{id}.txt",
        text=text,
        paragraphs=(Span(0, len(text)),),
        title=title,
        language="id",
        published=published,
        published_from="given" if published else None,
        agencies=("TASS",),
    )
    actors = (
        Actor(id="rus", name="Rusia", country="RUS", sectors=("GOV",), mentions=(Mention(start=0, end=5),)),
        Actor(id="ukr", name="Ukraina", country="UKR", sectors=("GOV",), mentions=(Mention(start=14, end=21),)),
    )
    statement = Statement(
        id="s1",
        kind="indirect",
        content=Span(14, 60),
        cue=Span(6, 13),
        source=SourceSpan(start=0, end=5, actor_id="rus"),
        stance="alleges",
    )
    sides = (Side(actor_id="rus", start=0, end=5),), (Side(actor_id="ukr", start=14, end=21),)
    accusation = Event(
        id="e1",
        type="ACCUSE",
        quad="verbal conflict",
        score=-3.0,
        trigger=Span(6, 13),
        sentence=Span(0, 61),
        modes=("allege",),
        actors=sides[0],
        recipients=sides[1],
        attributed_to=("s1",),
        disputed_by=("e2",),
        date=EventDate(start=published, end=published) if published else None,
        place=Place(name="Kerch", country="UKR", start=44, end=49),
        confidence=0.8,
    )
    denial = Event(
        id="e2",
        type="REJECT",
        quad="verbal conflict",
        score=-2.0,
        trigger=Span(70, 79),
        sentence=Span(62, len(text)),
        actors=sides[1],
        recipients=sides[0],
        confidence=0.7,
    )
    return CodedArticle(article=article, actors=actors, statements=(statement,), events=(accusation, denial), run=RUN)


def entry(coded: CodedArticle) -> Entry:
    """Return the entry that a runner would make of an article."""
    return Entry(source=coded.article.source, input_digest=f"digest of {coded.article.id}", outcome=coded)


def dump(dataset: Dataset) -> dict[str, list]:
    """Return all that is in a dataset."""
    return {table: dataset.arrow(table).to_pylist() for table in dataset.tables}


class MadeCoder:
    """Codes any article as ``made`` does, except that some words make it misbehave."""

    run = RUN

    def code_article(self, article: Article) -> CodedArticle:
        """Code an article; it may take its time, raise, or end the process."""
        if "lambat" in article.text:
            time.sleep(0.05)
        if "meledak" in article.text:
            raise ZeroDivisionError("a coder's mistake")
        if "mematikan" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return made(article.id, article.text, published=article.published, title=article.title)


class BrokenCoder:
    """Cannot be made."""

    def __init__(self) -> None:
        raise FileNotFoundError("the model is not there")
