"""Speed of the model with all heads, on sentences of about 30 words, in a process of its own for every row.

Sentences from the project's corpus and from scraped news, read in one call: tokens, one pass, and what the scores say.
Resident memory is that of the whole process after reading, Python and libraries included.
"""

from __future__ import annotations

import gzip
import json
import multiprocessing
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from benchmarks.model.options import Missing, Options, data
from benchmarks.model.read import watched
from benchmarks.model.tables import Table
from kawat.encoder.model import FILES, Model, bundled, check
from kawat.encoder.read import read_spans
from kawat.encoder.sentences import split
from training.corpus import read_corpus

SHORTEST, LONGEST = 27, 33  # words
COUNT = 200
ROUNDS = 3
SEED = 7
MEGABYTE = 1_000_000


class Measured(NamedTuple):
    """The times of one model: to load it, and the median of rounds over all sentences, in seconds; memory in bytes."""

    load: float
    seconds: float
    resident: int


def tables(options: Options) -> Iterator[Table]:
    """Yield the table."""
    texts = chosen_sentences()[: options.limit]
    folder = options.folder or bundled()
    kinds = [("int8", folder)] + ([("fp32", options.full)] if options.full else [])
    runs = [(kind, path, threads) for kind, path in kinds for threads in (1, 2)]
    for _, path in kinds:
        check(path)
    rows = []
    for kind, path, threads in watched(runs, "speed"):
        measured = apart(path, threads, texts)
        sizes = [f"{(path / name).stat().st_size / MEGABYTE:.1f}" for name in FILES[:2]]
        rows.append(
            [
                kind,
                str(threads),
                f"{len(texts) / measured.seconds:.0f}",
                f"{1000 * measured.seconds / len(texts):.1f}",
                f"{measured.load:.2f}",
                f"{measured.resident / 2**20:.0f}",
                *sizes,
            ]
        )
    words = statistics.mean(len(text.split()) for text in texts)
    columns = ("weights", "threads", "sentences/s", "ms a sentence", "load s", "resident MiB", "model MB",
               "tokenizer MB")  # fmt: skip
    title = f"speed: {len(texts)} sentences of {words:.0f} words on average, all heads"
    yield Table(title, columns, rows, (f"the median of {ROUNDS} rounds, after one that is not counted",))


def chosen_sentences(count: int = COUNT) -> list[str]:
    """Return sentences of 27 to 33 words: up to half of the corpus, the others of scraped news, always the same."""
    rng = random.Random(SEED)
    own = [text for item in read_corpus() for text in _fitting(item.marked.text, item.language)]
    news: list[str] = []
    try:
        with gzip.open(data("news_id", "articles.jsonl.gz"), "rt", encoding="utf-8") as lines:
            for line in lines:
                for paragraph in json.loads(line)["text"].split("\n"):
                    news += _fitting(paragraph, "id")
    except Missing:
        count = min(count, len(own))
    of_own = rng.sample(own, min(len(own), count // 2 if news else count))
    return of_own + rng.sample(news, min(len(news), count - len(of_own)))


def _fitting(text: str, language: str) -> list[str]:
    pieces = [text[start:end] for start, end in split(text, 0, len(text), language)]
    return [piece for piece in pieces if SHORTEST <= len(piece.split()) <= LONGEST]


def apart(folder: Path, threads: int, texts: Sequence[str]) -> Measured:
    """Return what `measure` finds in a process of its own, so that memory is that of this model alone."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(measure, folder, threads, texts).result()


def measure(folder: Path, threads: int, texts: Sequence[str]) -> Measured:
    """Load the model and read all texts some times."""
    begun = time.perf_counter()
    model = Model(folder, threads)
    load = time.perf_counter() - begun
    whole, places = "\n".join(texts), []
    for text in texts:
        start = places[-1][1] + 1 if places else 0
        places.append((start, start + len(text)))
    times = []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        read_spans(model, whole, places)
        times.append(time.perf_counter() - begun)
    return Measured(load, statistics.median(times[1:]), _resident())


def _resident() -> int:
    """Return the bytes of memory that this process holds; 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0)
