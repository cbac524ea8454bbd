"""Runs: many pages through several processes, whatever happens to them."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made_articles import BrokenCoder, MadeCoder, dump

from kawat.dataset import Writer, open_dataset
from kawat.readers import read
from kawat.runners import Interrupted, RunError, local, run
from kawat.runners.sinks import JsonLines

BODY = (
    "Rusia menuduh Ukraina menyerang jembatan di Kerch pada Senin. Ukraina membantah tuduhan itu dan meminta "
    "penyelidikan yang dilakukan bersama. {}\n\nPemerintah di Moskow mengatakan bahwa kerusakan pada jembatan itu "
    "tidak parah, dan lalu lintas akan dibuka kembali setelah pemeriksaan selesai."
)


def write_pages(path: Path, words: list[str]) -> Path:
    """Write one row for each of ``words``, which stands in its text."""
    rows = [
        {
            "id": f"p{number:03}",
            "text": BODY.format(word),
            "published": "2023-07-27",
            "language": "id",
            "title": "Tuduhan",
        }
        for number, word in enumerate(words)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def code(source: Path, target: Path, **options):
    with Writer(target) as writer:
        return run([source], writer, make_coder=MadeCoder, **options)


def contents(path: Path) -> dict[str, list]:
    with open_dataset(path) as dataset:
        return dump(dataset)


@pytest.mark.parametrize("workers", [1, 2])
def test_articles_come_out_in_the_order_of_the_input(tmp_path, workers):
    words = ["lambat" if number % 7 == 0 else "cepat" for number in range(40)]
    with JsonLines(str(tmp_path / "out.jsonl")) as sink:
        summary = run([write_pages(tmp_path / "in.jsonl", words)], sink, workers=workers, make_coder=MadeCoder)
    ids = [json.loads(line)["article"]["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert ids == [f"p{number:03}" for number in range(40)]
    assert (summary.coded, summary.rejected, summary.reports) == (40, 0, 80)


def test_one_process_and_several_store_the_same(tmp_path):
    source = write_pages(tmp_path / "in.jsonl", [f"kabar{number}" for number in range(30)])
    code(source, tmp_path / "one.duckdb", workers=1)
    code(source, tmp_path / "two.duckdb", workers=2)
    assert contents(tmp_path / "one.duckdb") == contents(tmp_path / "two.duckdb")


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_in_coding_rejects_that_article_alone(tmp_path, workers):
    source = write_pages(tmp_path / "in.jsonl", ["satu", "meledak", "tiga"])
    summary = code(source, tmp_path / "out.duckdb", workers=workers)
    assert (summary.coded, summary.rejected) == (2, 1)
    assert summary.rejects[0].source.endswith("in.jsonl#2")
    assert summary.rejects[0].reason == "coding failed with ZeroDivisionError: a coder's mistake"


def test_pages_that_kill_their_process_cost_those_pages_alone(tmp_path):
    words = ["mematikan" if number in (3, 4, 17, 29) else "biasa" for number in range(30)]
    summary = code(write_pages(tmp_path / "in.jsonl", words), tmp_path / "out.duckdb", workers=2)
    assert (summary.coded, summary.rejected) == (26, 4)
    assert {reject.reason for reject in summary.rejects} == {"the process that coded it was ended by SIGKILL"}
    assert [row["source"].rpartition("#")[2] for row in contents(tmp_path / "out.duckdb")["rejects"]] == [
        "18", "30", "4", "5",
    ]  # fmt: skip


def test_a_coder_that_cannot_be_made_fails_the_run(tmp_path):
    source = write_pages(tmp_path / "in.jsonl", ["satu"])
    with Writer(tmp_path / "out.duckdb") as writer, pytest.raises(RunError, match="the model is not there"):
        run([source], writer, workers=2, make_coder=BrokenCoder)


def test_only_a_bounded_number_of_pages_is_under_way(tmp_path, monkeypatch):
    taken, most = 0, 0

    def counted(inputs):
        nonlocal taken
        for page in read(inputs):
            taken += 1
            yield page

    def under_way(done: int) -> None:
        nonlocal most
        most = max(most, taken - done)

    monkeypatch.setattr(local, "read", counted)
    source = write_pages(tmp_path / "in.jsonl", ["lambat"] + ["cepat"] * 599)
    with JsonLines(str(tmp_path / "out.jsonl")) as sink:
        run([source], sink, workers=2, make_coder=MadeCoder, progress=under_way)
    assert taken == 600
    assert most <= 2 * local.HANDFUL * (local.AHEAD + 1)


def test_a_resumed_run_passes_over_what_is_stored(tmp_path):
    source = write_pages(tmp_path / "in.jsonl", [f"kabar{number}" for number in range(20)])
    code(source, tmp_path / "out.duckdb", workers=1)
    write_pages(source, [f"kabar{number}" for number in range(19)] + ["berita", "meledak", "baru"])
    again = code(source, tmp_path / "out.duckdb", workers=1, resume=True)
    assert (again.unchanged, again.coded, again.rejected) == (19, 2, 1)
    code(source, tmp_path / "whole.duckdb", workers=1)
    assert contents(tmp_path / "out.duckdb") == contents(tmp_path / "whole.duckdb")


def test_other_options_code_the_input_again(tmp_path):
    source = write_pages(tmp_path / "in.jsonl", ["satu", "dua"])
    code(source, tmp_path / "out.duckdb")
    assert code(source, tmp_path / "out.duckdb", resume=True, published="2023-08-01").unchanged == 0


def test_ctrl_c_keeps_what_was_coded_and_a_resumed_run_finishes_it(tmp_path):
    source = write_pages(tmp_path / "in.jsonl", ["satu"] * 30)

    def interrupt(done: int) -> None:
        if done == 12:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted) as caught:
        code(source, tmp_path / "out.duckdb", workers=1, progress=interrupt)
    assert caught.value.summary.coded == 12
    with open_dataset(tmp_path / "out.duckdb") as dataset:
        assert not dataset.resolved
        assert len(dataset.arrow("articles")) == 12
    assert code(source, tmp_path / "out.duckdb", resume=True).unchanged == 12
    code(source, tmp_path / "whole.duckdb")
    assert contents(tmp_path / "out.duckdb") == contents(tmp_path / "whole.duckdb")


SCRIPT = """
import sys
from kawat.dataset import Writer
from kawat.runners import local, run
from made_articles import MadeCoder
if __name__ == "__main__":
    local.BATCH = 4
    with Writer(sys.argv[2]) as writer:
        run([sys.argv[1]], writer, workers=int(sys.argv[3]), resume=True, make_coder=MadeCoder)
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_killed_at_any_moment_leaves_a_readable_file_that_a_resumed_run_finishes(tmp_path, workers):
    source = write_pages(tmp_path / "in.jsonl", ["lambat", "cepat", "meledak"] * 20)
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    target = tmp_path / "out.duckdb"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    command = [sys.executable, str(script), str(source), str(target), str(workers)]
    chance = random.Random(workers)
    for _ in range(4):
        process = subprocess.Popen(command, env=environment)
        while not target.exists() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.8))
        process.send_signal(signal.SIGKILL)
        process.wait()
        with open_dataset(target) as dataset:
            for row in dataset.sql("SELECT a.id, count(r.id) AS n FROM articles a LEFT JOIN reports r "
                                   "ON r.article_id = a.id GROUP BY a.id").to_pylist():  # fmt: skip
                assert row["n"] == 2
    subprocess.run(command, env=environment, check=True)
    code(source, tmp_path / "whole.duckdb", workers=1)
    assert contents(target) == contents(tmp_path / "whole.duckdb")


def test_lines_have_their_name_only_once_they_are_whole(tmp_path):
    source = write_pages(tmp_path / "in.jsonl", ["satu", "dua"])
    target = tmp_path / "out.jsonl"
    seen = []
    with JsonLines(str(target)) as sink:
        run([source], sink, make_coder=MadeCoder, progress=lambda _: seen.append(target.exists()))
    assert seen == [False, False]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]
