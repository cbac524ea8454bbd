"""Runs that are killed at any moment: in opening, in storing, in resolving, in closing.

A small server loads all there is and forks a process for each run, so that runs start at once. A run tells what it is
about to do. It is killed some calls of DuckDB after that: right there, or a little later, in the middle of whatever it
does then.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_articles import TEXT, dump

from kawat.dataset import open_dataset

SERVER = """
import json, linecache, os, signal, sys, traceback
import kawat.dataset.resolve, kawat.readers, msgspec, pandas
from kawat.dataset import Writer
from kawat.records import CodedArticle
from kawat.runners import local, run
from made_articles import MadeCoder

local.BATCH = 3
DATASET = os.path.dirname(kawat.dataset.__file__)

def say(word):
    global left
    os.write(1, f"{word}\\n".encode())
    if word == moment:
        sys.settrace(trace)
        left = calls
        pass_call()

def pass_call():
    global left
    if left == 0:
        say("now")
        if at_once:
            os.kill(os.getpid(), signal.SIGKILL)
    left = left - 1 if left else None

def trace(frame, event, _):
    path = frame.f_code.co_filename
    if not path.startswith(DATASET):
        return None
    if event == "line" and "execute(" in linecache.getline(path, frame.f_lineno):
        pass_call()
    return trace

class Telling(Writer):
    def write(self, entries):
        say("write")
        written = super().write(entries)
        say(f"stored {written.coded + written.unchanged}")
        return written

    def finish(self):
        say("resolve")
        super().finish()
        say("resolved")

    def close(self):
        say("close")
        super().close()

class Coder(MadeCoder):
    def code_article(self, article):  # the last word tells who accuses whom, and where
        subject = article.text.rpartition(" ")[2].strip(".")
        coded = msgspec.json.encode(super().code_article(article)).decode()
        for name in ("rus", "ukr", "Rusia", "Ukraina", "Kerch"):
            coded = coded.replace(f'"{name}"', f'"{name} {subject}"')
        return msgspec.json.decode(coded, type=CodedArticle)

def code(inputs, target):
    say("open")
    with Telling(target) as writer:
        run(inputs, writer, workers=1, resume=True, make_coder=Coder)
    say("end")

with Writer(sys.argv[2]) as writer:  # load what is loaded at first use, so that no run has to
    run(sys.argv[1:2], writer, workers=1, make_coder=Coder)
for line in sys.stdin:
    inputs, target, moment, calls, at_once = json.loads(line)
    left = None
    pid = os.fork()
    if not pid:
        say(f"start {os.getpid()}")
        try:
            code(inputs, target)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    sys.stdin.readline()  # only now may its number be given to another process
    say(f"ended {os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}")
"""

KILLS = 55
DAYS = 20
EACH_DAY = 3
LATER = 0.02
# The words after which runs are killed: how often, and after at most how many calls.
MOMENTS = {"open": (1, 4), "write": (5, 50), "resolve": (6, 32), "close": (1, 0)}
SYLLABLES = "ba di ga ju ka la me na pe ra su ta wi yo".split()
IDS = dict.fromkeys(("articles", "statements", "reports", "events", "stories", "rejects", "runs"), "id")
IDS |= {"actors": "(article_id, id)", "mentions": "(article_id, mention_start)"}
ROWS = {"actors": 2, "mentions": 2, "statements": 1, "reports": 2}  # that MadeCoder gives each article
WRONG = {
    "articles without a run": "SELECT count(*) FROM articles WHERE run_id NOT IN (SELECT id FROM runs)",
    "events that say otherwise": """SELECT count(*) FROM reports r FULL JOIN
        (SELECT id, unnest(reports) AS report FROM events) e ON e.report = r.id
        WHERE e.id IS DISTINCT FROM r.event_id""",
    "stories that say otherwise": """SELECT count(*) FROM articles a FULL JOIN
        (SELECT id, unnest(articles) AS article FROM stories) s ON s.article = a.id
        WHERE s.id IS DISTINCT FROM a.story_id""",
}
WRONG_IF_RESOLVED = {
    "articles without a story": "SELECT count(*) FROM articles WHERE story_id IS NULL",
    "reports without an event": "SELECT count(*) FROM reports WHERE event_id IS NULL",
}


class Server:
    """The server, with one run at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin
        assert process.stdout
        self._orders, self._words = process.stdin, process.stdout

    def start(self, inputs: list[Path], target: Path, moment: str = "", calls: int = 0, at_once: bool = False) -> None:
        """Start a run that says "now", or dies, so many calls after it says the word ``moment``."""
        order = [str(path) for path in inputs], str(target), moment, calls, at_once
        print(json.dumps(order), file=self._orders, flush=True)
        self._pid = int(self.hear("start")[-1].split()[1])

    def hear(self, *awaited: str) -> list[str]:
        """Return what the run says up to one of the words."""
        heard = []
        while not heard or heard[-1].split()[0] not in awaited:
            heard.append(self._words.readline().strip())
            assert heard[-1], "the server ended"
        return heard

    def end(self, *, kill: bool) -> list[str]:
        """Have the run killed or let it end; return what it says until then, last of all its exit status."""
        if kill:
            os.kill(self._pid, signal.SIGKILL)
        print(file=self._orders, flush=True)
        return self.hear("ended")


@pytest.fixture
def days(tmp_path: Path) -> list[Path]:
    return write_days(tmp_path)


@pytest.fixture
def server(tmp_path: Path, days: list[Path]) -> Iterator[Server]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    command = [sys.executable, "-c", SERVER, str(days[0]), str(tmp_path / "first.duckdb")]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Server(process)


def write_days(folder: Path) -> list[Path]:
    """Write a file of pages for each day: stories that go on over days, and copies of pages of earlier days."""
    chance = random.Random(1)
    subjects = [["".join(chance.choices(SYLLABLES, k=3)).title() for _ in range(40)] for _ in range(8)]
    texts: list[str] = []
    paths = [folder / f"day{day:02}.jsonl" for day in range(1, DAYS + 1)]
    for day, path in enumerate(paths, 1):
        rows = []
        for number in range(EACH_DAY):
            subject = chance.choice(subjects)
            text = f"{TEXT} Menurut {' dan '.join(chance.choices(subject, k=30))}, juga {subject[0]}."
            texts.append(chance.choice(texts) if texts and chance.random() < 0.25 else text)
            row = {"id": f"d{day:02}n{number}", "text": texts[-1], "published": f"2023-07-{day:02}", "language": "id"}
            rows.append(row)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return paths


def look(path: Path) -> tuple[int, bool, dict[str, int]]:
    """Return how many articles a dataset has, whether it is resolved, and what in it is wrong."""
    counts = {"articles": "SELECT count(*) FROM articles"} | WRONG
    for table, id in IDS.items():
        counts[f"an id twice in {table}"] = f"SELECT count(*) - count(DISTINCT {id}) FROM {table}"
    for table, rows in ROWS.items():
        counts[f"articles without all their {table}"] = f"""SELECT count(*) FROM articles a
            WHERE {rows} <> (SELECT count(*) FROM {table} t WHERE t.article_id = a.id)"""
        counts[f"{table} without an article"] = f"""SELECT count(*) FROM {table}
            WHERE article_id NOT IN (SELECT id FROM articles)"""
    with open_dataset(path) as dataset:
        resolved = dataset.resolved
        counts |= WRONG_IF_RESOLVED if resolved else {}
        query = "SELECT " + ", ".join(f'({query}) AS "{name}"' for name, query in counts.items())
        found = dataset.sql(query).to_pylist()[0]
    return found.pop("articles"), resolved, {name: count for name, count in found.items() if count}


def contents(path: Path) -> dict[str, list]:
    with open_dataset(path) as dataset:
        drafts = dataset.sql("SELECT * FROM kawat_internal.drafts ORDER BY report_id").to_pylist()
        return dump(dataset) | {"drafts": drafts}


def test_runs_killed_anywhere_leave_whole_articles_and_a_resumed_run_finishes_them(tmp_path, days, server):
    chance = random.Random(2)
    server.start(days, tmp_path / "whole.duckdb")
    assert server.end(kill=False)[-1] == "ended 0"
    chance.shuffle(days)  # the news of a day may come after that of the next
    target = tmp_path / "killed.duckdb"
    killed: Counter[str] = Counter()
    articles = 0
    while killed.total() < KILLS:
        (moment,) = chance.choices(list(MOMENTS), [share for share, _ in MOMENTS.values()])
        calls, at_once = chance.randint(0, MOMENTS[moment][1]), chance.random() < 0.5
        inputs = days[killed.total() * DAYS // KILLS :: -1]  # the new ones first
        server.start(inputs, target, moment, calls, at_once)
        heard = server.hear("now", "end")
        if not at_once:
            time.sleep(chance.uniform(0, LATER))
        heard += server.end(kill=True)
        assert heard[-1] in ("ended 0", "ended -9")
        if not target.exists():
            assert "write" not in heard
            continue
        before, (articles, resolved, wrong) = articles, look(target)
        assert not wrong
        stored = sum(int(word.split()[1]) for word in heard if word.startswith("stored"))
        assert articles >= max(before, stored)
        assert resolved or "resolved" not in heard
        if heard[-1] == "ended -9":
            killed[next(word for word in reversed(heard[:-1]) if word in MOMENTS)] += 1
    assert killed["write"]
    assert killed["resolve"]
    server.start(days, target)
    assert server.end(kill=False)[-1] == "ended 0"
    assert contents(target) == contents(tmp_path / "whole.duckdb")
    assert not list(tmp_path.glob("killed.duckdb.*"))
