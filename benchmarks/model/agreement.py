"""How far two coders agree on the corpus: a second one labelled 60 texts of each language without seeing the labels.

The first coder's labels are taken as gold, as they are for the model, whose figures on the same texts stand beside.
What a second coder reaches is about what can be asked of a model that learns from the first one's labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.model.options import Options
from benchmarks.model.raw import add, coded_events, product_coder
from benchmarks.model.read import watched
from benchmarks.model.tables import BREAK, Table, figure
from benchmarks.tally import Tally
from training.measure.gold import LANGUAGES, Text, dev_texts
from training.measure.matching import Told, events_fit, match

SECOND = Path(__file__).parent / "second"
COLUMNS = ("read by", "language", "texts", "triples", "P", "R", "F1", "events", "triggers", "sides", "status")


def tables(options: Options) -> Iterator[Table]:
    """Yield the table."""
    first = {text.text: text for text in dev_texts()}
    again = dev_texts(options.limit, SECOND)
    gold = [first[text.text] for text in again]
    coded = [coded_events(product_coder(options), text) or [] for text in watched(gold, "product")]
    rows = [
        *_rows("a second coder", gold, [list(text.events) for text in again]),
        BREAK,
        *_rows("product", gold, coded),
    ]
    yield Table(f"agreement with the labels, own corpus{options.shortened}", COLUMNS, rows, names=2)


def _rows(name: str, gold: list[Text], given: list[list[Told]]) -> Iterator[list[str]]:
    for language in LANGUAGES:
        chosen = [k for k, text in enumerate(gold) if text.language == language]
        tallies = [Tally() for _ in range(4)]
        same = pairs = 0
        for k in chosen:
            add(gold[k].events, given[k], *tallies)
            for one, two in match(gold[k].events, given[k], events_fit):
                pairs += 1
                same += gold[k].events[one].status == given[k][two].status
        figures = [*map(figure, tallies[0].shares()), *(figure(tally.shares()[2]) for tally in tallies[1:])]
        yield [name, language, str(len(chosen)), str(tallies[0].wanted), *figures, figure(same / max(1, pairs))]
