"""How well confidences are met on the hand-coded samples: ``python -m benchmarks.confidence``.

An event is right where its type, actor countries and recipient countries are those of a gold event of its article
that no earlier event has taken. The table gives, for each value of the confidence, how many events bear it and what
share of them is right; ECE is the mean distance between the two, weighted by the events.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from rich.console import Console
from rich.table import Table

from benchmarks.gold import GOLD, GoldArticle, load_gold
from benchmarks.samples import pages
from kawat.cleaning import clean
from kawat.coder import Coder
from kawat.records import CodedArticle, Reject

Key = tuple[str, frozenset[str], frozenset[str]]


def judged(gold: GoldArticle, coded: CodedArticle) -> list[tuple[float, bool]]:
    """Return the confidence of every coded event, and whether the event is right."""
    country = {actor.id: actor.country or "" for actor in coded.actors}
    wanted: Counter[Key] = Counter(
        (e.type, frozenset(p.country or "" for p in e.actors), frozenset(p.country or "" for p in e.recipients))
        for e in gold.events
    )
    found = []
    for event in coded.events:
        actors = frozenset(country[side.actor_id] for side in event.actors)
        key = event.type, actors, frozenset(country[side.actor_id] for side in event.recipients)
        found.append((event.confidence, wanted[key] > 0))
        wanted[key] -= 1
    return found


def main() -> None:
    """Print the table."""
    coder, found = Coder(events="lexicon"), pages(GOLD.parent / "pages")
    bins: dict[str, dict[float, list[bool]]] = {"dev": defaultdict(list), "held": defaultdict(list)}
    for gold in load_gold():
        article = clean(found[gold.name])
        if isinstance(article, Reject):
            raise SystemExit(f"sample {gold.name} was rejected: {article.reason}")
        for confidence, right in judged(gold, coder.code_article(article)):
            bins[gold.split][confidence].append(right)
    table = Table(title="confidence against share right, lexicon coder")
    for column in ("confidence", "dev events", "right", "held events", "right"):
        table.add_column(column, justify="right")
    for confidence in sorted(bins["dev"] | bins["held"], reverse=True):
        cells = [f"{confidence:.2f}"]
        for split in ("dev", "held"):
            rights = bins[split].get(confidence, [])
            cells += [str(len(rights)), f"{sum(rights) / len(rights):.2f}" if rights else ""]
        table.add_row(*cells)
    table.add_section()
    errors = [f"ECE {_error(bins[split]):.2f}" for split in ("dev", "held")]
    table.add_row("", "", errors[0], "", errors[1])
    Console(width=100).print(table)


def _error(bins: dict[float, list[bool]]) -> float:
    total = sum(len(rights) for rights in bins.values())
    return sum(abs(sum(rights) - confidence * len(rights)) for confidence, rights in bins.items()) / total


if __name__ == "__main__":
    main()
