"""Attribution in PolNeAR's development articles: content, cue and source of every one.

Exact: a span is right where its first and last word are, punctuation included. Words: the words of spans, one by one.
"model" is what its heads mark in sentences; "rules" and "product" are statements of whole articles, by the lexicon
alone and as users get them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.model.options import Options, data
from benchmarks.model.read import readings, watched
from benchmarks.model.tables import BREAK, Table, figure
from benchmarks.tally import Tally
from kawat.coder import Coder
from kawat.encoder.tokens import tokenize
from kawat.records import Article, Reading, Span, Statement
from training.examples import Passage
from training.sources.polnear import sentences, texts

PARTS = ("content", "cue", "source")
COLUMNS = ("read by", "part", "spans", "exact P", "R", "F1", "words P", "R", "F1")
Pair = tuple[int, int]


def tables(options: Options) -> Iterator[Table]:
    """Yield the table."""
    folder = data("attribution", "polnear", "dev")
    rows = [*_heads(options, folder), BREAK]
    articles = list(texts(folder))[: options.limit]
    for name, coder in (("rules", Coder(events="lexicon")), ("product", Coder(events=options.model))):
        tallies = {part: (Tally(), Tally()) for part in PARTS}
        for article in watched(articles, f"PolNeAR by {name}"):
            said = coder.code_article(_article(article)).statements
            for part in PARTS:
                _add_text(article, _statement_spans(said, part), part, *tallies[part])
        rows += [*_rows(name, tallies), BREAK]
    yield Table(f"attribution, PolNeAR dev: {len(articles)} articles{options.shortened}", COLUMNS, rows[:-1], names=2)


def _heads(options: Options, folder: Path) -> Iterator[list[str]]:
    passages = list(sentences(folder))[: options.limit and 20 * options.limit]
    pairs = [(passage.text, "en") for passage in passages]
    read = [found[0] for found in readings(options.model, pairs, "attributions of PolNeAR", by_sentence=False)]
    tallies = {part: (Tally(), Tally()) for part in PARTS}
    for passage, found in zip(passages, read, strict=True):
        for part in PARTS:
            _add_text(passage, given_spans(found, part), part, *tallies[part])
    yield from _rows("model", tallies)


def _rows(name: str, tallies: dict[str, tuple[Tally, Tally]]) -> Iterator[list[str]]:
    for part, (exact, words) in tallies.items():
        yield [name, part, str(exact.wanted), *map(figure, (*exact.shares(), *words.shares()))]


def _add_text(passage: Passage, spans: list[Pair], part: str, exact: Tally, words: Tally) -> None:
    places = [(token.start, token.end) for token in tokenize(passage.text, 0, len(passage.text))]
    wanted = covered(places, ((start, end) for start, end, _ in passage.spans[part]))
    add(wanted, covered(places, spans), exact, words)


def _article(passage: Passage) -> Article:
    """Return a text as cleaning would hand it on, a paragraph a line."""
    spans, start = [], 0
    for line in passage.text.split("\n"):
        bare = line.strip()
        if bare:
            first = start + line.index(bare)
            spans.append(Span(first, first + len(bare)))
        start += len(line) + 1
    return Article(
        id=passage.where, source=passage.where, text=passage.text, paragraphs=tuple(spans), language="en",
        published="2016-10-01", published_from="given",
    )  # fmt: skip


def _statement_spans(said: Iterable[Statement], part: str) -> list[Pair]:
    found = {
        "content": [s.content for s in said],
        "cue": [s.cue for s in said if s.cue is not None],
        "source": [s.source for s in said if s.source is not None],
    }[part]
    return [(span.start, span.end) for span in found]


def given_spans(found: Reading, part: str) -> list[Pair]:
    """Return the spans of one part of attributions."""
    spans = {"content": found.contents, "cue": [cue for cue, _ in found.cues], "source": found.sources}[part]
    return [(span.start, span.end) for span in spans]


def covered(places: list[Pair], spans: Iterable[Pair]) -> set[tuple[int, ...]]:
    """Return for each span the indices of the words that it covers a character of; none for a span of blanks."""
    found = {tuple(k for k, (s, e) in enumerate(places) if s < end and start < e) for start, end in spans}
    return found - {()}


def add(wanted: set[tuple[int, ...]], given: set[tuple[int, ...]], exact: Tally, words: Tally) -> None:
    """Add one sentence to the counts of whole spans and of words."""
    exact.add(len(wanted & given), len(given), len(wanted))
    of_wanted, of_given = ({k for span in spans for k in span} for spans in (wanted, given))
    words.add(len(of_wanted & of_given), len(of_given), len(of_wanted))
