"""``kawat fetch`` from outside: from a site to coded events, again, interrupted, and with unusable arguments."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from made_web import http

REPOSITORY = Path(__file__).parents[3]
BODY = (
    "<html><body><article><p>JAKARTA - Menteri Luar Negeri Retno Marsudi bertemu Menteri Luar Negeri China Wang Yi di "
    "Jakarta pada Kamis (13/7/2023). Keduanya membahas kerja sama ekonomi kedua negara.</p><p>Kabar {}.</p></article>"
)
FETCH = ("fetch", "--allow-private", "--delay", "0")


def kawat(*arguments, cwd, status=0):
    done = subprocess.run(
        [sys.executable, "-m", "kawat", *map(str, arguments)],
        cwd=cwd,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        timeout=120,
    )
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


@pytest.fixture
def news(web, monkeypatch):
    monkeypatch.setattr(web, "url", lambda path="": f"http://127.0.0.1:{web.port}{path}")
    web.routes = {f"/{n}": http(BODY.format(n)) for n in range(2)}
    web.routes["/feed"] = http(web.feed("/0", "/1"), kind="application/rss+xml")
    return web


def test_what_is_fetched_is_coded_and_not_fetched_again(news, tmp_path):
    _, error = kawat(*FETCH, news.url("/feed"), cwd=tmp_path)
    assert error == "2 new pages in pages.jsonl\n"
    out, _ = kawat("code", "pages.jsonl", "--format", "jsonl", cwd=tmp_path)
    coded = [json.loads(line) for line in out.splitlines()]
    assert [each["article"]["url"] for each in coded] == [news.url("/0"), news.url("/1")]
    assert coded[0]["article"]["title"] == "Judul /0"
    assert coded[0]["events"]
    before = (tmp_path / "pages.jsonl").read_bytes()
    news.asked.clear()
    assert "0 new pages" in kawat(*FETCH, news.url("/feed"), cwd=tmp_path)[1]
    assert news.pages() == ["/feed"]
    assert (tmp_path / "pages.jsonl").read_bytes() == before


def test_failures_are_named_and_give_status_3(news, tmp_path):
    _, error = kawat(*FETCH, news.url("/0"), news.url("/none"), "tiada.txt", "-o", "a.jsonl", cwd=tmp_path, status=3)
    assert f"rejected: {news.url('/none')}: there is no such page (404)" in error
    assert "rejected: tiada.txt: no such file" in error
    assert "1 new pages in a.jsonl; 2 failed" in error


def test_rows_go_to_standard_output_alone(news, tmp_path):
    out, error = kawat(*FETCH, news.url("/0"), "-o", "-", cwd=tmp_path)
    assert json.loads(out)["url"] == news.url("/0")
    assert "standard output" in error
    assert list(tmp_path.iterdir()) == []


def test_hosts_on_this_machine_need_leave(news, tmp_path):
    assert "--allow-private" in kawat("fetch", news.url("/0"), cwd=tmp_path, status=3)[1]


def test_ctrl_c_keeps_what_was_fetched_and_the_same_command_goes_on(news, tmp_path):
    news.routes["/1"] = lambda connection, _: connection.recv(1)
    process = subprocess.Popen(
        [sys.executable, "-m", "kawat", *FETCH, news.url("/feed")],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
    )
    while "/1" not in news.asked and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    error = process.stderr.read()
    assert process.wait() == 130
    assert error == "interrupted: 1 new pages in pages.jsonl; the same command goes on from there\n"
    news.routes["/1"] = http(BODY.format(1))
    assert "1 new pages" in kawat(*FETCH, news.url("/feed"), cwd=tmp_path)[1]
    rows = [json.loads(line) for line in (tmp_path / "pages.jsonl").read_bytes().splitlines()]
    assert [row["url"] for row in rows] == [news.url("/0"), news.url("/1")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "INPUT"),
        (("https://a.example/", "--since", "July"), "--since 'July' is no day"),
        (("https://a.example/", "--limit", "0"), "limit"),
        (("https://a.example/", "--delay", "-1"), "delay"),
        (("https://a.example/", "--delay", "nan"), "delay"),
        (("https://a.example/", "-o", "tiada/a.jsonl"), "mkdir -p tiada"),
        (("https://a.example/", "-o", "mine.jsonl"), "name another file"),
    ],
)
def test_unusable_arguments_give_status_2(tmp_path, arguments, said):
    (tmp_path / "mine.jsonl").write_text('{"text": "mine"}\n')
    assert said in kawat("fetch", *arguments, cwd=tmp_path, status=2)[1]
    assert [each.name for each in tmp_path.iterdir()] == ["mine.jsonl"]


def test_help_has_examples(tmp_path):
    assert "kawat fetch https://outlet.example/feed" in kawat("fetch", "--help", cwd=tmp_path)[0]
