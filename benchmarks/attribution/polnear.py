"""Attribution: content, cue and source in the sentences of PolNeAR's development articles.

Exact: a span is right where its first and last word are, punctuation included. Words: the words of spans, one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.model.options import Options, data
from benchmarks.model.read import readings
from benchmarks.model.tables import Table, figure
from benchmarks.tally import Tally
from kawat.encoder.tokens import tokenize
from kawat.records import Reading
from training.sources.polnear import sentences

PARTS = ("content", "cue", "source")
Pair = tuple[int, int]


def tables(options: Options) -> Iterator[Table]:
    """Yield the table."""
    passages = list(sentences(data("attribution", "polnear", "dev")))[: options.limit]
    texts = [(passage.text, "en") for passage in passages]
    read = [found[0] for found in readings(options.model, texts, "attributions of PolNeAR", by_sentence=False)]
    rows = []
    for part in PARTS:
        exact, words = Tally(), Tally()
        for passage, found in zip(passages, read, strict=True):
            places = [(token.start, token.end) for token in tokenize(passage.text, 0, len(passage.text))]
            wanted = covered(places, ((start, end) for start, end, _ in passage.spans[part]))
            given = covered(places, given_spans(found, part))
            add(wanted, given, exact, words)
        rows.append([part, str(exact.wanted), *map(figure, (*exact.shares(), *words.shares()))])
    columns = ("part", "spans", "exact P", "R", "F1", "words P", "R", "F1")
    yield Table(f"attribution, PolNeAR dev: {len(passages)} sentences{options.shortened}", columns, rows)


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
