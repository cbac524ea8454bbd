"""Speed and memory of ``kawat code`` on articles of about 400 words: ``python -m benchmarks.speed [--articles 1000]``.

The articles are made of the sample pages' paragraphs, shuffled with a fixed seed. Each row is one run of the command
line in a process of its own, start-up, stories and DuckDB included; memory is the largest resident set of any one
process of the run. Beside it, in the same table, a floor: reading the same file and splitting its words by a regular
expression. A quarter of the articles and four times as many show whether memory grows.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.gold import GOLD
from benchmarks.samples import pages
from kawat.cleaning import clean
from kawat.records import Article

WORDS = 400
FIRST, DAYS = date(2023, 1, 1), 365  # the articles are spread over a year, as news is
_WORD = re.compile(r"\w+|[^\w\s]")


def make(path: Path, count: int, seed: int = 7) -> int:
    """Write ``count`` articles as JSONL to ``path``; return how many words they have in all."""
    chance = random.Random(seed)
    pools: dict[str, list[str]] = {"id": [], "en": []}
    for page in pages(GOLD.parent / "pages").values():
        article = clean(page)
        if isinstance(article, Article):
            texts = [article.text[span.start : span.end] for span in article.paragraphs]
            pools[article.language or "id"] += texts
    total = 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            language = "en" if number % 4 == 0 else "id"
            body: list[str] = []
            while sum(len(text.split()) for text in body) < WORDS:
                body.append(chance.choice(pools[language]))
            total += sum(len(text.split()) for text in body)
            day = (FIRST + timedelta(days=number % DAYS)).isoformat()
            row = {"id": f"made-{number}", "published": day, "language": language, "text": "\n".join(body)}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return total


def run(path: Path, workers: int, folder: Path) -> tuple[float, float]:
    """Code ``path`` with ``workers`` into a new dataset; return seconds and the peak memory in MiB."""
    out = folder / f"{path.stem}-{workers}.duckdb"
    command = [sys.executable, "-m", "kawat", "code", str(path), "-o", str(out), "--workers", str(workers)]
    begun = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, {**os.environ})
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with status {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def floor(path: Path) -> float:
    """Return the seconds that reading ``path`` and splitting its words take."""
    begun = time.perf_counter()
    with path.open(encoding="utf-8") as file:
        for line in file:
            _WORD.findall(json.loads(line)["text"])
    return time.perf_counter() - begun


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    count = parser.parse_args().articles
    table = Table(title=f"kawat code, articles of {WORDS} words or a few more")
    for column in ("articles", "workers", "seconds", "articles/s", "words/s", "peak MiB", "times the floor"):
        table.add_column(column, justify="right")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for articles, workers in ((count // 4, 1), (count, 1), (count, 2), (4 * count, 2)):
            path = folder / f"{articles}.jsonl"
            words = make(path, articles)
            least = floor(path)
            seconds, memory = run(path, workers, folder)
            table.add_row(
                str(articles), str(workers), f"{seconds:.1f}", f"{articles / seconds:.0f}", f"{words / seconds:,.0f}",
                f"{memory:.0f}", f"{seconds / least:.0f}",
            )  # fmt: skip
    Console(width=110).print(table)


if __name__ == "__main__":
    main()
