"""What a dataset makes of the stories of the benchmark, against the truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from benchmarks.resolution_events.corpus import Corpus, GoldArticle, Telling
from benchmarks.tally import Tally
from kawat.dataset import Dataset
from kawat.records import Span

Item = tuple[str, int]  # an article's id and the number of a telling in it
Row = dict[str, Any]


class Found(NamedTuple):
    """A labelled telling that a report was found for."""

    report: Row
    event: tuple[str, str]  # the story and the event that it tells in truth


class Outcome:
    """The rows of one dataset beside the truth. The dataset must hold the articles of ``corpus`` and no others."""

    def __init__(self, corpus: Corpus, dataset: Dataset) -> None:
        self.corpus = corpus
        self.articles = {row["id"]: row for row in dataset.arrow("articles").to_pylist()}
        self.events = {row["id"]: row for row in dataset.arrow("events").to_pylist()}
        self.reports = {row["id"]: row for row in dataset.arrow("reports").to_pylist()}
        self.told = 0
        self.found: dict[Item, Found] = {}
        by_article: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.reports.values():
            by_article[row["article_id"]].append(row)
        for name, article in corpus.articles.items():
            self.told += len(article.told)
            self._match(article, self.articles[name]["text"], by_article[name])

    def when(self, article: str) -> tuple[Any, str]:
        """Return by what an article's place in the order of publication is."""
        return self.articles[article]["published"], article

    def origin(self, article: str) -> str:
        """Return the article that an article copies or translates, as Kawat says; itself if none."""
        original = self.articles[article]["duplicate_of"] or article
        return self.articles[original]["translation_of"] or original

    def _match(self, article: GoldArticle, text: str, reports: list[Row]) -> None:
        """Give each telling the report whose trigger it holds, one of the right type before others."""
        free = list(reports)
        story = self.corpus.story_of[article.id]
        for number, telling in enumerate(article.told):
            span = _span(article, telling, text)
            if span is None:
                continue
            wanted = self.corpus.types[story, telling.event]
            touching = [r for r in free if span.overlaps(Span(r["trigger_start"], r["trigger_end"]))]
            if touching:
                best = max(touching, key=lambda r: (r["type"] == wanted, r["confidence"]))
                free.remove(best)
                self.found[article.id, number] = Found(best, (story, telling.event))

    # ---------------------------------------------------------------- figures

    def copies(self) -> Tally:
        """Return the pairs of articles that are copies of one another."""
        families: defaultdict[str, list[str]] = defaultdict(list)
        for name, row in self.articles.items():
            families[row["duplicate_of"] or name].append(name)
        given = {pair for family in families.values() for pair in combinations(sorted(family), 2)}
        wanted = self.corpus.copies()
        tally = Tally()
        tally.add(len(given & wanted), len(given), len(wanted))
        return tally

    def stories(self) -> tuple[float, float, float]:
        """Return B-cubed precision, recall and F1 of the articles' stories."""
        return b_cubed({name: row["story_id"] for name, row in self.articles.items()}, self.corpus.story_of)

    def clusters(self) -> dict[Item, Hashable]:
        """Return the event of each telling that was found, as Kawat resolves it."""
        return {item: found.report["event_id"] for item, found in self.found.items()}

    def every_report(self) -> dict[Item, Hashable]:
        """Return the baseline by which every report is an event."""
        return {item: found.report["id"] for item, found in self.found.items()}

    def same_key(self) -> dict[Item, Hashable]:
        """Return the baseline by which one day, dyad and type are one event."""
        return {item: self._key(found.report) for item, found in self.found.items()}

    def truth(self) -> dict[Item, Hashable]:
        """Return the true event of each telling that was found."""
        return {item: found.event for item, found in self.found.items()}

    def right_type(self) -> set[Item]:
        """Return the tellings that were found and coded with the right type."""
        return {item for item, found in self.found.items() if found.report["type"] == self.corpus.types[found.event]}

    def witnesses(self) -> Tally:
        """Return for how many events of several articles the independent reports are counted right."""
        tally = Tally()
        for event in self.events.values():
            articles = sorted({self.reports[report]["article_id"] for report in event["reports"]})
            if len(articles) > 1:
                tally.add(event["independent_reports"] == self.corpus.witnesses(articles), 1, 1)
        return tally

    def _key(self, report: Row) -> Hashable:
        day = report["date_start"] or self.articles[report["article_id"]]["published"]
        sides = [tuple(sorted({c or "" for c in report[f"{side}_countries"]})) for side in ("actor", "recipient")]
        return report["type"], day, *sides


def _span(article: GoldArticle, telling: Telling, text: str) -> Span | None:
    """Return where the words of a telling stand in the cleaned text, None where cleaning has taken them out."""
    start = -1
    for _ in range(telling.nth):
        start = article.text.index(telling.words, start + 1)
    # Cleaning takes pieces away before, so that the words may stand there fewer times: count from the end.
    behind = article.text.count(telling.words, start + 1)
    places = [k for k in range(len(text)) if text.startswith(telling.words, k)]
    if len(places) <= behind:
        return None
    at = places[-1 - behind]
    return Span(at, at + len(telling.words))


def b_cubed(given: Mapping[Any, Hashable], wanted: Mapping[Any, Hashable]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin, 1998) over the items of ``given``."""
    together = Counter((given[item], wanted[item]) for item in given)
    sizes, truths = Counter(given.values()), Counter(wanted[item] for item in given)
    if not given:
        return 0.0, 0.0, 0.0
    precision = sum(n * n / sizes[g] for (g, _), n in together.items()) / len(given)
    recall = sum(n * n / truths[w] for (_, w), n in together.items()) / len(given)
    return precision, recall, 2 * precision * recall / (precision + recall)
