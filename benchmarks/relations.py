"""Event types of marked pairs in English sentences (PLV), by the lexicon: ``python -m benchmarks.relations``.

Data: ``relations/plv_train.tsv`` under ``KAWAT_DATA`` (default ``../shared/data``). The split is training data, and the
English lexicon was widened while looking at it: the figure is that of a development set, not of unseen sentences.
YIELD of the data is CONCEDE or RETREAT. Beside it: always the most frequent type, and the first trigger word found.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kawat.coder import Coder
from kawat.encoder.tokens import tokenize
from kawat.events.triggers import trigger_index
from training.data import data_folder
from training.sources.plv import unmark

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
Marked = tuple[str, tuple[int, int], tuple[int, int], str]


def load(path: Path) -> list[Marked]:
    """Return (sentence, source span, target span, type) of every row whose marks are whole."""
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            sentence, spans = unmark(row["marked_sentence"])
            if {"s", "t"} <= set(spans) and not _overlap(spans["s"], spans["t"]):
                rows.append((sentence, spans["s"], spans["t"], row["gold_root"]))
    return rows


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def scores(pairs: list[tuple[str, str]]) -> tuple[float, float]:
    """Return accuracy and macro-F1 of (wanted, given) types."""
    right = Counter(wanted for wanted, given in pairs if wanted == given)
    wanted_count, given_count = Counter(w for w, _ in pairs), Counter(g for _, g in pairs)
    f1 = [2 * right[type_] / (wanted_count[type_] + given_count[type_]) for type_ in wanted_count]
    return sum(right.values()) / len(pairs), sum(f1) / len(f1)


def _first_trigger(sentence: str) -> str:
    verbs = trigger_index("en").verbs
    for token in tokenize(sentence, 0, len(sentence)):
        if token.lower in verbs:
            return verbs[token.lower][0][0].type
    return "NONE"


def main() -> None:
    """Print the table."""
    path = data_folder() / "relations" / "plv_train.tsv"
    if not path.exists():
        raise SystemExit(f"{path} is not there: set KAWAT_DATA to the folder that holds relations/")
    rows = load(path)
    coder = Coder(events="lexicon")
    lexicon, first = [], []
    for sentence, source, target, wanted in rows:
        found = coder.relate(sentence, actor=source, recipient=target, language="en")
        best = next((type_ for type_ in found if type_ != "NONE"), "NONE")
        lexicon.append((wanted, YIELD.get(best, best)))
        word = _first_trigger(sentence)
        first.append((wanted, YIELD.get(word, word)))
    most = Counter(wanted for *_, wanted in rows).most_common(1)[0][0]
    table = Table(title=f"PLV, training split as development set: {len(rows)} sentences")
    for column in ("coder", "accuracy", "macro-F1"):
        table.add_column(column, justify="left" if column == "coder" else "right")
    for name, pairs in (
        ("most frequent type", [(wanted, most) for *_, wanted in rows]),
        ("first trigger word", first),
        ("lexicon coder", lexicon),
    ):
        accuracy, macro = scores(pairs)
        table.add_row(name, f"{accuracy:.3f}", f"{macro:.3f}")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
