"""How fast actors, places and days are resolved, beside one pass of the model over the same sentences."""

from __future__ import annotations

import resource
from time import perf_counter

from rich.console import Console
from rich.table import Table

from benchmarks.resolution.paragraphs import load
from kawat.actors import ActorFinder
from kawat.actors.registry import load_registry
from kawat.encoder import Model, encode
from kawat.times import find_expressions

ROUNDS = 5


def run(console: Console) -> None:
    """Print the time to load the registry and to resolve a sentence, and the share of the model's own time."""
    before = _memory()
    begun = perf_counter()
    finder = ActorFinder(load_registry())
    for language in ("id", "en"):
        finder.prepare(language)
    loaded, memory = perf_counter() - begun, _memory() - before
    model = Model(threads=1)
    articles = [(p.article(), language) for language in ("id", "en") for p in load("dev", language)]
    begun = perf_counter()
    encodings = [encode(article, language, model) for article, language in articles]
    read = perf_counter() - begun
    sentences = sum(len(encoding.sentences) for encoding in encodings)
    rounds: list[float] = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        for (article, language), encoding in zip(articles, encodings, strict=True):
            finder.find(article, encoding)
            find_expressions(article.text, language, None)
        rounds.append(perf_counter() - begun)
    spent = sum(rounds) / ROUNDS
    table = Table(title=f"{sentences} sentences, one thread")
    table.add_column("measure")
    table.add_column("value", justify="right")
    table.add_row("registry, both languages: seconds to load", f"{loaded:.2f}")
    table.add_row("the same: MiB", f"{memory:.0f}")
    table.add_row("made at the first articles: seconds", f"{rounds[0] - min(rounds):.2f}")
    table.add_row("microseconds a sentence", f"{1e6 * spent / sentences:.0f}")
    table.add_row("share of the model's time for the same sentences", f"{spent / read:.3f}")
    console.print(table)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
