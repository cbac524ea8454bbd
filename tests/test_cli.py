"""The command line from outside: what it writes, what it says, and its exit statuses."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kawat.dataset import open_dataset

REPOSITORY = Path(__file__).parent.parent
BODY = (
    "JAKARTA - Menteri Luar Negeri Retno Marsudi bertemu Menteri Luar Negeri China Wang Yi di Jakarta pada Kamis "
    "(13/7/2023). Keduanya membahas kerja sama ekonomi kedua negara, kata Kementerian Luar Negeri RI.\n\n"
    "Dalam pertemuan itu, Indonesia mendesak China untuk menahan diri di Laut China Selatan. China menolak desakan "
    "tersebut. Kabar ini bernomor {}.\n"
)


def kawat(*arguments, cwd, stdin=b"", status=0, **environment):
    """Run the command line and check its exit status; give (standard output, standard error)."""
    done = subprocess.run(
        [sys.executable, "-m", "kawat", *map(str, arguments)],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)} | environment,
        timeout=240,
    )
    out, error = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == status, error
    assert "Traceback" not in error
    return out, error


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "kabar.txt"
    path.write_text("Retno Bertemu Wang Yi di Jakarta\n\n" + BODY.format("satu"), encoding="utf-8")
    return path


def lines(path: Path, count: int) -> Path:
    rows = [{"id": f"k{n}", "title": "Retno Bertemu Wang Yi", "text": BODY.format(n)} for n in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_help_has_examples_for_each_command(tmp_path):
    assert "kawat demo" in kawat("--help", cwd=tmp_path)[0]
    for command in ("code", "clean", "demo", "export"):
        assert f"kawat {command}" in kawat(command, "--help", cwd=tmp_path)[0]
    assert kawat("--version", cwd=tmp_path)[0].startswith("kawat 0.")


def test_help_loads_none_of_the_rooms(tmp_path):
    script = (
        "import sys; import kawat.cli; print([m for m in sys.modules if m in ('duckdb', 'pyarrow', 'numpy', 'lxml')])"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=REPOSITORY, check=True)
    assert found.stdout == "[]\n"


def test_code_makes_a_dataset_and_says_so_on_standard_error(page, tmp_path):
    out, error = kawat("code", page.name, cwd=tmp_path)
    assert out == ""
    assert "1 articles coded" in error
    assert "events.duckdb" in error
    with open_dataset(tmp_path / "events.duckdb") as dataset:
        assert dataset.resolved
        assert len(dataset.arrow("articles")) == 1
        assert "CONSULT" in dataset.arrow("events")["type"].to_pylist()


def test_coding_again_or_resuming_changes_nothing(page, tmp_path):
    kawat("code", page, cwd=tmp_path)
    first = kawat("export", "events.duckdb", "--format", "csv", "-o", "first", cwd=tmp_path)
    assert "9 tables in first" in first[1]
    assert "1 of them before" in kawat("code", page, cwd=tmp_path)[1]
    assert "1 of them before" in kawat("code", page, "--resume", cwd=tmp_path)[1]
    kawat("export", "events.duckdb", "--format", "csv", "-o", "second", cwd=tmp_path)
    for file in (tmp_path / "first").iterdir():
        assert file.read_bytes() == (tmp_path / "second" / file.name).read_bytes()


def test_json_lines_go_to_standard_output_alone(page, tmp_path):
    out, error = kawat("code", page, "--format", "jsonl", cwd=tmp_path)
    (coded,) = map(json.loads, out.splitlines())
    assert set(coded) == {"article", "actors", "statements", "events", "run"}
    text = coded["article"]["text"]
    for event in coded["events"]:
        assert 0 <= event["trigger"]["start"] < event["trigger"]["end"] <= len(text)
    assert "standard output" in error
    assert not (tmp_path / "events.duckdb").exists()


def test_json_lines_go_to_a_file_that_is_ours_or_new(page, tmp_path):
    kawat("code", page, "--format", "jsonl", "-o", "out.jsonl", cwd=tmp_path)
    first = (tmp_path / "out.jsonl").read_bytes()
    kawat("code", page, "--format", "jsonl", "-o", "out.jsonl", cwd=tmp_path)
    assert (tmp_path / "out.jsonl").read_bytes() == first
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kabar.txt", "out.jsonl"]


def test_standard_input_is_an_input(tmp_path):
    row = json.dumps({"id": "satu", "title": "Retno Bertemu Wang Yi", "text": BODY.format("satu")}).encode()
    out, _ = kawat("code", "-", "--format", "jsonl", cwd=tmp_path, stdin=row)
    assert json.loads(out)["article"]["id"] == "satu"


def test_the_given_day_and_language_are_used(page, tmp_path):
    out, _ = kawat("code", page, "--format", "jsonl", "--published", "2023-07-14", "--language", "id", cwd=tmp_path)
    article = json.loads(out)["article"]
    assert (article["language"], article["published"][:7]) == ("id", "2023-07")


def test_rejected_input_is_named_with_its_reason_and_gives_status_3(page, tmp_path):
    (tmp_path / "kosong.txt").write_bytes(b"")
    _, error = kawat("code", page, "kosong.txt", "hilang.txt", cwd=tmp_path, status=3)
    assert "rejected: kosong.txt: " in error
    assert "rejected: hilang.txt: no such file" in error
    assert "2 inputs rejected" in error
    with open_dataset(tmp_path / "events.duckdb") as dataset:
        assert dataset.arrow("rejects")["source"].to_pylist() == ["hilang.txt", "kosong.txt"]


def test_only_the_first_rejects_are_named(tmp_path):
    _, error = kawat("code", *(f"hilang{n:02}.txt" for n in range(25)), cwd=tmp_path, status=3)
    assert "hilang09.txt" in error
    assert "hilang10.txt" not in error
    assert "... and 15 more rejected" in error


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "INPUT"),
        (("kabar.txt", "--published", "27/7/2023"), "write it as YYYY-MM-DD"),
        (("kabar.txt", "--published", "20230727"), "write it as YYYY-MM-DD"),
        (("kabar.txt", "--language", "fr"), "'auto', 'id', 'en'"),
        (("kabar.txt", "--workers", "0"), "workers"),
        (("kabar.txt", "-o", "tiada/events.duckdb"), "mkdir -p tiada"),
        (("kabar.txt", "-o", "kabar.txt"), "not a Kawat dataset"),
        (("kabar.txt", "-o", "."), "cannot be read"),
        (("kabar.txt", "-o", "-"), "--format jsonl"),
        (("kabar.txt", "--format", "jsonl", "-o", "tiada/out.jsonl"), "mkdir -p tiada"),
        (("kabar.txt", "--format", "jsonl", "-o", "kabar.txt"), "not a file of coded articles"),
        (("kabar.txt", "--format", "jsonl", "-o", "."), "is a folder"),
        (("kabar.txt", "--format", "jsonl", "--resume"), "leave out"),
        (("kabar.txt", "--events", "lexicon", "--model", "nowhere"), "leave out --events lexicon"),
        (("kabar.txt", "--model", "nowhere"), "digests.json"),
        (("kabar.txt", "--format", "xml"), "'duckdb', 'jsonl'"),
    ],
)
def test_unusable_arguments_give_status_2_and_a_remedy(page, tmp_path, arguments, said):
    before = page.read_bytes()
    _, error = kawat("code", *arguments, cwd=tmp_path, status=2, COLUMNS="200")
    assert said in error
    assert page.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["kabar.txt"]


def test_clean_prints_text_or_json_lines(page, tmp_path):
    text, _ = kawat("clean", page, page, cwd=tmp_path)
    assert text.count("Keduanya membahas kerja sama") == 2
    assert "\n---\n" in text
    out, error = kawat("clean", page, "hilang.txt", "--format", "jsonl", cwd=tmp_path, status=3)
    article = json.loads(out)
    assert article["dateline"]["place"]
    assert article["text"][article["paragraphs"][0]["start"] :].startswith("Menteri Luar Negeri Retno")
    assert "rejected: hilang.txt" in error


def test_export_writes_all_tables(page, tmp_path):
    kawat("code", page, cwd=tmp_path)
    for format in ("csv", "parquet"):
        kawat("export", "events.duckdb", "--format", format, "-o", format, cwd=tmp_path)
        assert (tmp_path / format / f"events.{format}").stat().st_size > 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("events.duckdb", "--format", "dbase", "-o", "out"), "there are csv, parquet"),
        (("kabar.txt", "--format", "csv", "-o", "out"), "not a Kawat dataset"),
        (("tiada.duckdb", "--format", "csv", "-o", "out"), "does not exist"),
        (("events.duckdb", "--format", "csv", "-o", "kabar.txt"), "name a folder"),
        (("events.duckdb", "--format", "csv", "-o", "tiada/out"), "mkdir -p tiada"),
    ],
)
def test_export_refuses_what_it_cannot_do(page, tmp_path, arguments, said):
    kawat("code", page, cwd=tmp_path)
    assert said in kawat("export", *arguments, cwd=tmp_path, status=2)[1]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("width", [80, 140])
def test_demo_shows_events_within_the_width_of_the_terminal(tmp_path, width):
    out, error = kawat("demo", cwd=tmp_path, COLUMNS=str(width))
    table = out.splitlines()[:-1]
    assert all(len(line) <= width for line in table)
    assert "who" in table[1] + table[2]
    assert "CONSULT" in out or "ACCUSE" in out
    assert "sample pages" in out.splitlines()[-1]
    assert "rejected" not in error
    assert list(tmp_path.iterdir()) == []


def test_a_closed_pipe_ends_the_command_quietly(tmp_path):
    lines(tmp_path / "in.jsonl", 300)
    command = f"{sys.executable} -m kawat clean in.jsonl --format jsonl"
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -n 1 > first; echo ${{PIPESTATUS[0]}}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
    )
    assert done.stdout == "141\n"
    assert done.stderr == ""
    assert json.loads((tmp_path / "first").read_text())["id"] == "k0"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_was_coded_and_says_how_to_go_on(tmp_path, workers):
    content = lines(tmp_path / "in.jsonl", 40).read_bytes()
    process = subprocess.Popen(
        [sys.executable, "-m", "kawat", "code", "-", "--workers", workers],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        start_new_session=True,
    )
    # The pipe stays open, so that the run waits for more when the signal comes, as Ctrl-C sends it: to all.
    process.stdin.write(content)
    process.stdin.flush()
    while not (tmp_path / "events.duckdb").exists() and process.poll() is None:
        time.sleep(0.05)
    time.sleep(3)
    os.killpg(process.pid, signal.SIGINT)
    error = process.stderr.read().decode()
    assert process.wait() == 130
    assert "Traceback" not in error
    assert f"go on with: kawat code - --workers {workers} --resume" in error
    with open_dataset(tmp_path / "events.duckdb") as dataset:
        stored = len(dataset.arrow("articles"))
        assert not dataset.resolved or stored == 0
    _, error = kawat("code", "-", "--resume", cwd=tmp_path, stdin=content)
    assert "40 articles coded" in error
    with open_dataset(tmp_path / "events.duckdb") as dataset:
        assert dataset.resolved
        assert len(dataset.arrow("articles")) == 40
        assert max(dataset.arrow("events")["report_count"].to_pylist()) == 40
        assert set(dataset.arrow("events")["independent_reports"].to_pylist()) == {1}


def test_a_dataset_in_use_is_said_to_be_so(page, tmp_path):
    kawat("code", page, cwd=tmp_path)
    script = "import sys; from kawat.dataset import Writer; w = Writer('events.duckdb'); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
    ) as other:  # fmt: skip
        other.stdout.readline()
        assert "in use by another process" in kawat("code", page, cwd=tmp_path, status=2)[1]
        other.communicate(b"\n")
