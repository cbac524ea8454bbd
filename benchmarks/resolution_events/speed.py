"""How long resolution takes: ``python -m benchmarks.resolution_events.speed --articles 100000``.

The development stories are coded once and then told again and again on other days in other words (letters and digits
shifted), until there are as many articles as asked for. Measured in processes of their own: resolving all of them, and
then one day more of 1,000 articles, at two sizes of history: what a day costs should not depend on what was before it.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec

from benchmarks.model.tables import Table, show
from benchmarks.resolution_events.corpus import read
from kawat.coder import Coder
from kawat.dataset import Entry, Writer, open_dataset
from kawat.records import CodedArticle
from kawat.runners.steps import Options, code_page

FIRST = date(2021, 1, 1)
DAY = 1000  # articles of the day that comes behind
BATCH = 500
_WORD = re.compile(r"\b[A-Za-z]{4,}|\b[A-Z]{2,3}\b")
_NUMBER = re.compile(r"\d{2,}")


def coded() -> list[CodedArticle]:
    """Return the development articles, coded."""
    coder = Coder()
    found = (code_page(coder, article.page(), Options()) for article in read("dev").articles.values())
    return [outcome for outcome in found if isinstance(outcome, CodedArticle)]


def told_again(some: list[CodedArticle], start: int, count: int, days: int) -> Iterator[CodedArticle]:
    """Yield ``count`` articles, each telling's stories on days of their own within ``days``."""
    first = min(date.fromisoformat(a.article.published or "") for a in some).toordinal()
    for number in range(start, start + count):
        telling, k = divmod(number, len(some))
        original = some[k]
        own = date.fromisoformat(original.article.published or "").toordinal() - first
        shift = FIRST.toordinal() + (own + telling * 37) % days - first - own
        yield _told(original, telling, shift)


def _told(original: CodedArticle, telling: int, shift: int) -> CodedArticle:
    line = msgspec.json.encode(original).decode()
    line = re.sub(r'"(\d{4}-\d\d-\d\d)"', lambda m: f'"{_moved(m[1], shift)}"', line)
    line = re.sub(r'"actor_id":"([^"]{4,})"', lambda m: f'"actor_id":"{m[1]}~{telling}"', line)
    line = re.sub(r'"geonames_id":(\d+)', lambda m: f'"geonames_id":{int(m[1]) * 1000 + telling}', line)
    made = msgspec.json.decode(line, type=CodedArticle)
    actors = tuple(
        msgspec.structs.replace(actor, id=f"{actor.id}~{telling}" if len(actor.id) > 3 else actor.id)
        for actor in made.actors
    )
    statements = tuple(
        msgspec.structs.replace(said, via=tuple(f"{v}~{telling}" if len(v) > 3 else v for v in said.via))
        for said in made.statements
    )
    article = msgspec.structs.replace(
        made.article,
        id=f"{made.article.id}~{telling}",
        title=_retold(made.article.title or "", telling),
        text=_retold(made.article.text, telling),
    )
    return msgspec.structs.replace(made, article=article, actors=actors, statements=statements)


def _moved(day: str, shift: int) -> str:
    return (date.fromisoformat(day) + timedelta(shift)).isoformat()


def _retold(text: str, telling: int) -> str:
    words = _WORD.sub(lambda match: _shifted(match.group(), telling), text)
    return _NUMBER.sub(lambda match: _renumbered(match.group(), telling), words)


def _shifted(word: str, telling: int) -> str:
    """Return a word as long and as large, with other letters."""
    out = [word[0]]
    for k, letter in enumerate(word[1:]):
        base = ord("A") if letter.isupper() else ord("a")
        out.append(chr(base + (ord(letter) - base + telling // (25**k % 600 + 1) + telling * (k + 1)) % 26))
    return "".join(out)


def _renumbered(number: str, telling: int) -> str:
    """Return a number as long, another one."""
    return str(int(number) * 7919 + telling * 104_729)[-len(number) :].rjust(len(number), "1")


def measure(path: Path) -> dict[str, float]:
    """Resolve the dataset at ``path`` in a process of its own; return seconds and megabytes at most."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.resolution_events.speed", "--resolve", str(path)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def _resolve(path: Path) -> None:
    with Writer(path) as writer:
        began = time.perf_counter()
        writer.finish()
        seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def _write(path: Path, articles: Iterator[CodedArticle]) -> None:
    with Writer(path) as writer:
        batch: list[Entry] = []
        for article in articles:
            batch.append(Entry(source="-", input_digest=article.article.id, outcome=article))
            if len(batch) == BATCH:
                writer.write(batch)
                batch = []
        if batch:
            writer.write(batch)


def main() -> None:
    """Measure and print."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.resolution_events.speed", description=__doc__)
    made.add_argument("--articles", type=int, default=100_000, help="[default: 100000]")
    made.add_argument("--resolve", type=Path, help=argparse.SUPPRESS)
    chosen = made.parse_args()
    if chosen.resolve is not None:
        _resolve(chosen.resolve)
        return
    some = coded()
    rows = []
    with tempfile.TemporaryDirectory(dir=".") as folder:
        for count in (chosen.articles // 5, chosen.articles):
            path = Path(folder, f"{count}.duckdb")
            days = max(1, count // DAY)
            _write(path, told_again(some, 0, count, days))
            whole = measure(path)
            later = (_later(article, days) for article in told_again(some, count, DAY, 1))
            _write(path, later)
            day = measure(path)
            with open_dataset(path) as dataset:
                reports, events, stories = (
                    dataset.sql(f"SELECT count(*) AS n FROM {table}")["n"][0].as_py()
                    for table in ("reports", "events", "stories")
                )
            rows.append(
                (f"{count:,}", f"{reports:,}", f"{events:,}", f"{stories:,}", f"{whole['seconds']:.0f}",
                 f"{whole['megabytes']:.0f}", f"{day['seconds']:.1f}", f"{day['seconds'] / whole['seconds']:.3f}")
            )  # fmt: skip
    columns = (
        "articles", "reports", "events", "stories", "seconds", "MB at most", f"{DAY:,} more, seconds", "of the whole",
    )  # fmt: skip
    show(Table("resolving reports into events", columns, rows, [f"{DAY:,} articles a day."]))


def _later(article: CodedArticle, days: int) -> CodedArticle:
    published = (FIRST + timedelta(days)).isoformat()
    return msgspec.structs.replace(article, article=msgspec.structs.replace(article.article, published=published))


if __name__ == "__main__":
    main()
