"""Accuracy on the hand-coded samples of ``examples/``: ``python -m benchmarks.samples [--split dev|held|all]``.

Matching, article by article:

dyads     every (type, actor country, recipient country) of an event, as a multiset; a side that is not told is empty
triggers  an event of the same type whose trigger overlaps a gold trigger's words in the same paragraph
status    of the events whose triggers match, the share with the right status
speakers  of the gold quotations, the share found whose source has the speaker's words or name, and country
fields    of the articles, the share with the right paragraph count, date, dateline place, bylines and agencies
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import product
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.gold import GOLD, GoldArticle, GoldQuote, load_gold
from benchmarks.tally import Tally
from kawat.cleaning import clean
from kawat.coder import Coder
from kawat.readers import read
from kawat.records import Article, CodedArticle, Page, Reject, Span

Dyad = tuple[str, str, str]


def pages(folder: Path) -> dict[str, Page]:
    """Return the sample pages by file name, with ``#`` and the row's id where a file holds several."""
    found = {}
    for page in read([folder]):
        if isinstance(page, Reject):
            raise SystemExit(f"sample page {page.source} is not readable: {page.reason}")
        name = Path(page.source.split("#")[0]).name
        found[f"{name}#{page.id}" if name.endswith(".jsonl") else name] = page
    return found


def gold_dyads(gold: GoldArticle) -> Counter[Dyad]:
    """Return the dyads of all gold events of an article."""
    found: Counter[Dyad] = Counter()
    for event in gold.events:
        actors = [party.country or "" for party in event.actors]
        recipients = [party.country or "" for party in event.recipients]
        found.update(_dyads(event.type, actors, recipients, event.symmetric))
    return found


def coded_dyads(coded: CodedArticle) -> Counter[Dyad]:
    """Return the dyads of all coded events of an article."""
    country = {actor.id: actor.country or "" for actor in coded.actors}
    found: Counter[Dyad] = Counter()
    for event in coded.events:
        actors = [country[side.actor_id] for side in event.actors]
        recipients = [country[side.actor_id] for side in event.recipients]
        found.update(_dyads(event.type, actors, recipients, event.symmetric))
    return found


def _dyads(type_: str, actors: list[str], recipients: list[str], symmetric: bool) -> set[Dyad]:
    pairs = set(product(actors or [""], recipients or [""]))
    if symmetric and len(set(actors)) > 1:
        pairs = {(one, two) for one, two in pairs if one != two}
    return {(type_, one, two) for one, two in pairs}


def match_triggers(gold: GoldArticle, coded: CodedArticle) -> list[tuple[int, int]]:
    """Return pairs (gold event, coded event) of one type whose triggers overlap, each used once."""
    article = coded.article
    used: set[int] = set()
    pairs = []
    for g, event in enumerate(gold.events):
        paragraph = _paragraph(article, event.paragraph)
        spans = _occurrences(article.text, event.trigger, paragraph) if paragraph else []
        for c, found in enumerate(coded.events):
            if c not in used and found.type == event.type and any(span.overlaps(found.trigger) for span in spans):
                used.add(c)
                pairs.append((g, c))
                break
    return pairs


def _paragraph(article: Article, number: int) -> Span | None:
    return article.paragraphs[number - 1] if number <= len(article.paragraphs) else None


def _occurrences(text: str, words: str, inside: Span) -> list[Span]:
    found, start = [], text.find(words, inside.start, inside.end)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1, inside.end)
    return found


def speaker_right(quote: GoldQuote, coded: CodedArticle) -> bool:
    """Whether a statement covers the quotation and names its speaker, by words or name, with the right country."""
    text = coded.article.text
    at = text.find(quote.content[:40])
    if at < 0:
        return False
    content = Span(at, at + len(quote.content))
    actors = {actor.id: actor for actor in coded.actors}
    for statement in coded.statements:
        if statement.source is None or not statement.content.overlaps(content):
            continue
        overlap = min(statement.content.end, content.end) - max(statement.content.start, content.start)
        if 2 * overlap < content.end - content.start:
            continue
        actor = actors.get(statement.source.actor_id or "")
        if actor is None or (quote.country and actor.country != quote.country):
            continue
        said_by = text[statement.source.start : statement.source.end]
        names = set(actor.name.lower().split()) & set(quote.speaker_name.lower().split())
        if names or quote.speaker in said_by or said_by in quote.speaker:
            return True
    return False


def field_rights(gold: GoldArticle, article: Article) -> dict[str, bool]:
    """Return for each field of the article whether cleaning got it right."""
    return {
        "paragraphs": len(article.paragraphs) == gold.paragraphs,
        "date": article.published == gold.published,
        "dateline": (article.dateline.place or "").lower() == (gold.dateline_place or "").lower(),
        "bylines": set(article.bylines) == set(gold.bylines),
        "agencies": set(article.agencies) == set(gold.agencies),
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "held", "all"), default="all")
    parser.add_argument("--events", choices=("model", "lexicon"), default="model", help="what reads the events")
    arguments = parser.parse_args()
    split = arguments.split
    coder = Coder(events=arguments.events)
    found = pages(GOLD.parent / "pages")
    table = Table(title=f"hand-coded samples, events by the {arguments.events}")
    columns = (
        "split",
        "lang",
        "articles",
        "dyads P",
        "R",
        "F1",
        "triggers P",
        "R",
        "F1",
        "status",
        "speakers",
        "fields",
    )
    for column in columns:
        table.add_column(column, justify="right")
    golds = [gold for gold in load_gold() if split in ("all", gold.split)]
    for name in ("dev", "held"):
        for language in ("id", "en"):
            chosen = [gold for gold in golds if gold.split == name and gold.language == language]
            if chosen:
                table.add_row(name, language, *_row(chosen, found, coder))
    if split == "all":
        table.add_row("all", "", *_row(golds, found, coder))
    Console(width=120).print(table)


def _row(golds: list[GoldArticle], found: dict[str, Page], coder: Coder) -> list[str]:
    dyads, triggers, status, speakers, fields = (Tally() for _ in range(5))
    for gold in golds:
        article = clean(found[gold.name])
        if isinstance(article, Reject):
            raise SystemExit(f"sample {gold.name} was rejected: {article.reason}")
        coded = coder.code_article(article)
        wanted, given = gold_dyads(gold), coded_dyads(coded)
        dyads.add((wanted & given).total(), given.total(), wanted.total())
        pairs = match_triggers(gold, coded)
        triggers.add(len(pairs), len(coded.events), len(gold.events))
        right = sum(gold.events[g].status == coded.events[c].status for g, c in pairs)
        status.add(right, len(pairs), len(pairs))
        speakers.add(sum(speaker_right(quote, coded) for quote in gold.quotes), len(gold.quotes), len(gold.quotes))
        rights = field_rights(gold, article)
        fields.add(sum(rights.values()), len(rights), len(rights))
    numbers = [*dyads.shares(), *triggers.shares(), status.shares()[1], speakers.shares()[1], fields.shares()[1]]
    return [str(len(golds)), *(f"{number:.2f}" for number in numbers)]


if __name__ == "__main__":
    main()
