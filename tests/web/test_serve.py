"""``kawat serve`` from outside, and its pages in a real browser."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from hostile_articles import IDS

from kawat.web.links import article_path

CHROMIUM = shutil.which("chromium", path=f"{os.environ.get('PATH', '')}:/usr/bin")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}


@contextmanager
def serving(dataset, *options):
    """Run ``kawat serve`` on a free port and give its address; Ctrl-C must end it quietly."""
    command = [sys.executable, "-m", "kawat", "serve", str(dataset), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT) as server:
        try:
            said = server.stderr.readline()
            address = re.search(r"http://\S+/", said)
            assert address, said
            yield address[0].rstrip("/")
        finally:
            server.send_signal(signal.SIGINT)
            error = server.stderr.read()
        assert server.wait() == 0
        assert error == ""


def refused(*arguments):
    command = [sys.executable, "-m", "kawat", "serve", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    return done.stderr


def test_the_explorer_is_served_until_ctrl_c(sample):
    with serving(sample) as address:
        assert httpx.get(f"{address}/events").status_code == 200
        assert httpx.get(f"{address}/.json").json()["counts"]["events"] > 0
        assert "server" not in httpx.get(address).headers
        assert httpx.get(address, headers={"Host": "evil.example"}).status_code == 400


def test_what_cannot_be_served_is_said_with_a_remedy(sample, tmp_path):
    assert "kawat code INPUT -o" in refused(tmp_path / "tiada.duckdb")
    (tmp_path / "teks.duckdb").write_text("teks")
    assert "not a Kawat dataset" in refused(tmp_path / "teks.duckdb")
    assert "leave out --host" in refused(sample, "--host", "tiada.invalid", "--port", "0")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "--port 0" in refused(sample, "--port", taken.getsockname()[1])


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_a_real_browser_shows_the_pages_and_runs_nothing_in_them(bad, tmp_path):
    with serving(bad) as address:
        picture = tmp_path / "events.png"
        browse(tmp_path, f"--screenshot={picture}", f"{address}/events")
        assert picture.read_bytes().startswith(b"\x89PNG")
        assert picture.stat().st_size > 10_000
        for id in IDS[:2]:
            dom = browse(tmp_path, "--dump-dom", address + article_path(id))
            assert "<title>Judul &lt;script&gt;" in dom
            assert "<title>owned" not in dom


def browse(folder, *options):
    """Run the browser once; nothing that a page asks for may have been refused by its own policy."""
    command = [
        CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        f"--user-data-dir={folder / 'profile'}", "--window-size=1200,900", "--enable-logging=stderr", *options,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Content Security Policy" not in done.stderr
    return done.stdout
