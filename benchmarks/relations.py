"""Event types of marked pairs in English sentences (PLV), by the lexicon: ``python -m benchmarks.relations``.

Data: ``relations/plv_train.tsv`` under ``KAWAT_DATA`` (default ``../shared/data``). The split is training data, and the
English lexicon was widened while looking at it: the figure is that of a development set, not of unseen sentences.
YIELD of the data is CONCEDE or RETREAT. Beside it: always the most frequent type, and the first trigger word found.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kawat.coder import Coder
from kawat.encoder.tokens import tokenize
from kawat.events.triggers import trigger_index
from training.data import data_folder
from training.examples import PairExample
from training.sources import plv

YIELD = dict.fromkeys(plv.YIELD, "YIELD")


def load(path: Path) -> list[PairExample]:
    """Return the rows of which both sides are marked."""
    return [example for example in plv.pairs(path) if example.actor and example.recipient]


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
    for row in rows:
        wanted = row.extra["gold"]
        found = coder.relate(row.text, actor=row.actor, recipient=row.recipient, language="en")
        best = next((type_ for type_ in found if type_ != "NONE"), "NONE")
        lexicon.append((wanted, YIELD.get(best, best)))
        word = _first_trigger(row.text)
        first.append((wanted, YIELD.get(word, word)))
    most = Counter(row.extra["gold"] for row in rows).most_common(1)[0][0]
    table = Table(title=f"PLV, training split as development set: {len(rows)} sentences")
    for column in ("coder", "accuracy", "macro-F1"):
        table.add_column(column, justify="left" if column == "coder" else "right")
    for name, pairs in (
        ("most frequent type", [(wanted, most) for wanted, _ in lexicon]),
        ("first trigger word", first),
        ("lexicon coder", lexicon),
    ):
        accuracy, macro = scores(pairs)
        table.add_row(name, f"{accuracy:.3f}", f"{macro:.3f}")
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
