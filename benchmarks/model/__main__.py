"""How well the model reads, and how fast: one command a table.

relations    types between two marked sides (PLV): the model in cross-validation, the lexicon, a linear floor
raw          raw sentences to (type, actor, recipient): the model, the lexicon, the whole product
agreement    the same by a second coder, and by the product on the texts that this coder read
names        names, by the conventions of three Indonesian corpora and of the project's own
labels       status, modes and contexts of events, and what confidences are worth
countries    whether it reads as well whichever country is named
speed        sentences a second, load time, memory, size of files
all          all of them
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.model import agreement, countries, labels, names, raw, relations, speed
from benchmarks.model.options import Missing, Options
from benchmarks.model.tables import show
from kawat.encoder.model import ModelError

ROOMS = {
    "relations": relations.tables,
    "raw": raw.tables,
    "agreement": agreement.tables,
    "names": names.tables,
    "labels": labels.tables,
    "countries": countries.tables,
    "speed": speed.tables,
}
EXAMPLES = """\
examples:
  python -m benchmarks.model raw
  python -m benchmarks.model names --model out/model --limit 50
  python -m benchmarks.model relations --folds out/folds
  python -m benchmarks.model speed --fp32 out/model-fp32
  KAWAT_DATA=/data/kawat python -m benchmarks.model all --folds out/folds

Data is looked for in KAWAT_DATA, by default ../shared/data.
"""


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks.model",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("table", choices=(*ROOMS, "all"), nargs="?", default="all", help="which table [default: all]")
    made.add_argument("--model", type=Path, metavar="FOLDER", help="a model [default: the bundled one]")
    made.add_argument("--folds", type=Path, metavar="FOLDER", help="relations: fold models, seed{S}-fold{K} in it")
    made.add_argument("--fp32", type=Path, metavar="FOLDER", help="speed: the same model in 32 bits")
    made.add_argument("--limit", type=_count, metavar="N", help="read only the first N texts of each set, for a trial")
    return made


def main(arguments: list[str] | None = None) -> int:
    """Print the tables that are asked for; return 1 where one could not be made."""
    chosen = parser().parse_args(arguments)
    options = Options(chosen.model, chosen.folds, chosen.fp32, chosen.limit)
    failed = False
    for name in ROOMS if chosen.table == "all" else (chosen.table,):
        try:
            for table in ROOMS[name](options):
                show(table)
        except (Missing, ModelError) as error:
            print(f"error: {name}: {error}", file=sys.stderr)
            failed = True
    return int(failed)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above 0")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
