"""Speed and memory of cleaning HTML pages: ``python -m benchmarks.cleaning.speed [--rounds 3]``; beside trafilatura.

Each row is a process of its own that goes over all pages of both labelled sets, one page before the clock starts. The
fastest of the rounds counts; rounds of the rows take turns, so that what else the machine does hits all alike.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import chain

from benchmarks.cleaning.bodies import SETS, kawat_body
from benchmarks.cleaning.html_sets import LabelledPage
from benchmarks.cleaning.peers import trafilatura_body, trafilatura_with_metadata
from benchmarks.cleaning.tables import Table, show

RUNS: dict[str, Callable[[LabelledPage], object]] = {
    "kawat, whole cleaning with metadata": kawat_body,
    "trafilatura, body alone": trafilatura_body,
    "trafilatura, with metadata": trafilatura_with_metadata,
}


def once(name: str) -> None:
    """Print seconds for all pages and the process's peak memory in KiB, for ``measure``."""
    seconds: list[float] = []
    for page in chain.from_iterable(load() for load in SETS.values()):  # one in memory at a time
        start = time.perf_counter()
        RUNS[name](page)
        seconds.append(time.perf_counter() - start)
    print(len(seconds) - 1, sum(seconds[1:]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def measure(name: str) -> tuple[int, float, float]:
    """Return the number of pages, seconds, and peak memory in MiB of one round in a new process."""
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.cleaning.speed", "--once", name]
    pages, seconds, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return int(pages), float(seconds), int(peak) / 1024


def table(rounds: int = 3) -> Table:
    """Return pages a second, their ratio to trafilatura's, and peak memory."""
    found = {name: [] for name in RUNS}
    for _ in range(rounds):
        for name in RUNS:
            found[name].append(measure(name))
    pages = {name: max(count / seconds for count, seconds, _ in runs) for name, runs in found.items()}
    rows = []
    for name, runs in found.items():
        ratios = [f"{pages[name] / pages[peer]:.2f}" for peer in list(RUNS)[1:]]
        rows.append([name, str(runs[0][0]), f"{pages[name]:.1f}", *ratios, f"{max(peak for *_, peak in runs):.0f}"])
    columns = ["cleaner", "pages", "pages a second", "to body alone", "to with metadata", "peak MiB"]
    return Table(f"Speed of cleaning, one process, best of {rounds}", columns, rows)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", choices=RUNS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        once(options.once)
    else:
        show(table(options.rounds))


if __name__ == "__main__":
    main()
