"""Who says so, measured: one command a table.

passages   the project's own Indonesian passages: statements, speakers, chains, status, links
polnear    content, cue and source in PolNeAR's development articles: the model, the rules, the product, and a peer
all        both
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.attribution import polnear
from benchmarks.attribution.passages import FOLDER, read_passages
from benchmarks.attribution.score import Scores, score
from benchmarks.model.options import Missing, Options
from benchmarks.model.read import watched
from benchmarks.model.tables import BREAK, Table, figure, show
from benchmarks.tally import Tally
from kawat.coder import Coder
from kawat.encoder.model import ModelError

EXAMPLES = """\
examples:
  python -m benchmarks.attribution passages
  python -m benchmarks.attribution passages --errors
  python -m benchmarks.attribution polnear --limit 10
  python -m benchmarks.attribution passages --split held
"""


def passages(options: Options, split: str, with_errors: bool) -> Iterator[Table]:
    """Yield the tables of the passages."""
    read = list(read_passages(sorted(FOLDER.glob(f"id_{split}_*.toml"))))[: options.limit]
    coders = {"rules": Coder(events="lexicon"), "product": Coder(events=options.model)}
    found = {name: Scores() for name in coders}
    for name, coder in coders.items():
        for passage in watched(read, name):
            score(passage, coder.code_article(passage.article()), found[name])
    if with_errors:
        print("\n".join(found["product"].errors))
    title = f"{len(read)} Indonesian passages, {split}{options.shortened}"
    rows = list(zip(*(_rows(scores) for scores in found.values()), strict=True))
    merged = [(*one[:2], one[2], two[2]) if one else BREAK for one, two in rows]
    yield Table(title, ("what", "of", *coders), merged)


def _rows(scores: Scores) -> list[Sequence[str]]:
    rows: list[Sequence[str]] = []
    for name, tally in (("statements, F1", scores.statements), *_parts(scores)):
        rows.append((name, str(tally.wanted), figure(tally.shares()[2])))
    rows.append(BREAK)
    for name in QUESTIONS:
        tally = scores.right[name]
        rows.append((name, str(tally.wanted), figure(tally.shares()[1])))
    rows.append(BREAK)
    for status in STATUSES:
        tally = scores.status[status]
        rows.append((f"status {status}, F1", str(tally.wanted), figure(tally.shares()[2])))
    f1s = [scores.status[status].shares()[2] for status in STATUSES if scores.status[status].wanted]
    rows.append(("status, macro-F1", "", figure(sum(f1s) / max(1, len(f1s)))))
    rows.append(BREAK)
    for name, label in LINKS.items():
        tally = scores.links[name]
        rows.append((label, str(tally.wanted), figure(tally.shares()[2])))
    return rows


QUESTIONS = (
    "speaker, direct", "speaker, indirect", "chain exact", "chain exact, with mouths between", "stance", "kind",
    "events found",
)  # fmt: skip
STATUSES = ("asserted", "claimed", "denied", "future", "hypothetical", "historical")
LINKS = {
    "contradicts": "claim and denial, F1",
    "any": "which statement it is about, F1",
    "disputes": "event disputed by, F1",
}


def _parts(scores: Scores) -> Iterator[tuple[str, Tally]]:
    for part, (exact, words) in scores.parts.items():
        yield f"{part}, exact, F1", exact
        yield f"{part}, words, F1", words


def main(arguments: list[str] | None = None) -> int:
    """Print the tables that are asked for; return 1 where one could not be made."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.attribution", description=__doc__, epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    made.add_argument("table", choices=("passages", "polnear", "all"), nargs="?", default="all")
    made.add_argument("--split", choices=("dev", "held"), default="dev", help="of the passages [default: dev]")
    made.add_argument("--errors", action="store_true", help="passages: print what the product gets wrong")
    made.add_argument("--model", type=Path, metavar="FOLDER", help="a model [default: the bundled one]")
    made.add_argument("--limit", type=int, metavar="N", help="read only the first N passages or articles, for a trial")
    chosen = made.parse_args(arguments)
    if chosen.errors and chosen.split == "held":
        made.error("errors of the part kept aside are not looked at")
    options = Options(chosen.model, limit=chosen.limit)
    try:
        if chosen.table != "polnear":
            for table in passages(options, chosen.split, chosen.errors):
                show(table)
        if chosen.table != "passages":
            for table in polnear.tables(options):
                show(table)
    except (Missing, ModelError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
