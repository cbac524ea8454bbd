"""Print how well reports are put together: copies, stories, events in the world, independent witnesses.

The stories of `stories/` (invented, with true copies, edits, translations, follow-ups and look-alikes) are coded and
resolved as `kawat code` does it. Events are scored by B-cubed over the labelled tellings for which a report was found,
beside two baselines: every report is an event; one day, dyad and type are one event.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Collection, Hashable, Mapping
from pathlib import Path

import duckdb
import msgspec

from benchmarks.model.options import Options
from benchmarks.model.tables import BREAK, Table, figure, show
from benchmarks.resolution_events.corpus import Corpus, read
from benchmarks.resolution_events.errors import told
from benchmarks.resolution_events.score import Item, Outcome, b_cubed
from kawat.coder import Coder
from kawat.dataset import DatasetError, Writer, open_dataset
from kawat.encoder import ModelError
from kawat.runners import run

EXAMPLES = """\
examples:
  python -m benchmarks.resolution_events
  python -m benchmarks.resolution_events --errors
  python -m benchmarks.resolution_events --split held
"""


def code(corpus: Corpus, path: Path, options: Options) -> None:
    """Code the articles of ``corpus`` into the dataset at ``path``; what it holds already is only resolved anew."""
    if path.exists():
        with duckdb.connect(path) as connection:
            connection.execute("UPDATE kawat_internal.dataset SET resolved_by = 'another'")
    pages = path.with_suffix(".jsonl")
    pages.write_bytes(
        b"\n".join(msgspec.json.encode({k: v for k, v in page.items() if v is not None and k != "source"})
                   for article in corpus.articles.values() for page in (msgspec.structs.asdict(article.page()),))
    )  # fmt: skip
    with Writer(path) as writer:
        summary = run([pages], writer, workers=1, resume=True, make_coder=lambda: Coder(events=options.model))
    if summary.rejected:
        raise ValueError(f"{summary.rejected} articles were rejected, the first: {summary.rejects[0].reason}")


def table(outcome: Outcome, split: str) -> Table:
    """Return the figures of one dataset."""
    corpus, truth = outcome.corpus, outcome.truth()
    precision, recall, f1 = outcome.stories()
    copies, witnesses, right = outcome.copies(), outcome.witnesses(), outcome.right_type()
    rows: list[tuple[str, ...]] = [
        ("duplicate pairs", str(len(corpus.copies())), *map(figure, copies.shares()), ""),
        ("stories, B-cubed", str(len(corpus.stories)), figure(precision), figure(recall), figure(f1), ""),
        ("independent reports counted right", str(witnesses.wanted), "", "", figure(witnesses.shares()[1]), ""),
        BREAK,
    ]
    ways: dict[str, Mapping[Item, Hashable]] = {
        "Kawat": outcome.clusters(),
        "every report is an event": outcome.every_report(),
        "same day, dyad and type": outcome.same_key(),
    }
    for what, items in (("", truth.keys()), (", of right type", right)):
        rows += [_event_row(f"events{what}: {name}", way, truth, items) for name, way in ways.items()]
        rows.append(BREAK)
    title = f"{len(corpus.stories)} stories, {len(corpus.articles)} articles, {split}"
    notes = [
        f"{len(outcome.found)} of {outcome.told} labelled tellings were found, {len(right)} with the right type; "
        "events are scored over those found.",
        "found / true: how many events the tellings found make, by how many they tell.",
    ]
    return Table(title, ("what", "of", "precision", "recall", "F1", "found / true"), rows, notes)


def _event_row(
    name: str, way: Mapping[Item, Hashable], truth: Mapping[Item, Hashable], items: Collection[Item]
) -> tuple[str, ...]:
    given = {item: way[item] for item in items}
    true = {truth[item] for item in items}
    count = len(set(given.values())) / max(1, len(true))
    return name, str(len(true)), *map(figure, b_cubed(given, truth)), f"{count:.2f}"


def main(arguments: list[str] | None = None) -> int:
    """Print the table that is asked for; return 1 where it could not be made."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.resolution_events", description=__doc__, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    made.add_argument("--split", choices=("dev", "held"), default="dev", help="[default: dev]")
    made.add_argument("--errors", action="store_true", help="print what is put together wrongly")
    made.add_argument("--model", type=Path, metavar="FOLDER", help="a model [default: the bundled one]")
    made.add_argument("--keep", type=Path, metavar="FILE", help="a dataset to keep, so that the next run need not code")
    chosen = made.parse_args(arguments)
    if chosen.errors and chosen.split == "held":
        made.error("errors of the part kept aside are not looked at")
    corpus = read(chosen.split)
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = chosen.keep or Path(folder, "events.duckdb")
            code(corpus, path, Options(chosen.model))
            with open_dataset(path) as dataset:
                outcome = Outcome(corpus, dataset)
    except (ModelError, DatasetError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    if chosen.errors:
        print("\n".join(told(outcome)))
    show(table(outcome, chosen.split))
    return 0


if __name__ == "__main__":
    sys.exit(main())
