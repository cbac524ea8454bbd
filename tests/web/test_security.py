"""What the server tells browsers, whom it answers, and that it stays up and changes nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from looking import Site

from kawat.dataset import Writer
from kawat.web.app import create_app
from kawat.web.database import Reader
from kawat.web.security import is_loopback

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("path", ["/", "/events", "/events.json", "/static/kawat.css", "/x", "/events?x=1"])
def test_every_answer_has_the_security_headers(site, path):
    headers = site.client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_failure_has_them_too_and_shows_nothing_of_itself(sample, monkeypatch):
    def broken(*_):
        raise RuntimeError("secret")

    with Site(sample) as site:
        site.client._transport.raise_server_exceptions = False
        monkeypatch.setattr(Reader, "rows", broken)
        answer = site.client.get("/events")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY
    assert "secret" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8001", "localhost:8001", "[::1]:8001", "LOCALHOST"])
def test_loopback_names_are_answered(site, host):
    site.get("/", Host=host)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8001", "0.0.0.0", ""]
)
def test_other_names_are_not_answered_on_loopback(site, host):
    answer = site.get("/", 400, Host=host)
    assert "events" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


def test_a_server_open_to_the_network_answers_any_name(sample):
    with Site(sample, base="http://kawat.example", host="0.0.0.0") as site:
        site.get("/")


def test_loopback_is_told_from_the_network():
    assert all(map(is_loopback, ["127.0.0.1", "127.0.0.2", "::1", "localhost"]))
    assert not any(map(is_loopback, ["0.0.0.0", "::", "192.168.1.2", "kawat.example", "localhost.evil.example", ""]))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_can_only_be_read(site, method):
    assert site.client.request(method, "/events").status_code == 405


def test_a_page_can_be_asked_for_its_headers_alone(site):
    answer = site.client.head("/events")
    assert (answer.status_code, answer.content) == (200, b"")


def test_files_beside_the_style_sheet_are_not_given_out(site):
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/"):
        assert site.client.get(path).status_code == 404


def test_there_are_no_pages_that_load_from_elsewhere(site):
    for path in ("/docs", "/redoc", "/openapi.json"):
        site.get(path, 404)


def test_many_readers_at_once_get_the_same(site):
    paths = ["/events.json?size=500", "/.json", "/events.json?text=tni", "/events.json?disputed=yes"] * 8
    alone = {path: site.get(path).content for path in set(paths)}
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda path: (path, site.client.get(path).content), paths))
    assert all(alone[path] == content for path, content in answers)


def test_a_dataset_without_articles_has_pages_too(tmp_path):
    path = tmp_path / "empty.duckdb"
    with Writer(path) as writer:
        writer.finish()
    with Site(path) as site:
        assert "Nothing in this dataset is disputed" in site.page("/").words
        assert "No event passes" in site.page("/events").words


def test_an_interrupted_run_is_said_to_be_so(tmp_path, bad):
    path = tmp_path / "half.duckdb"
    with Writer(path):
        pass
    with Site(path) as site:
        assert "interrupted" in site.page("/").all(of="notice")[0].words


def test_a_file_that_is_no_dataset_is_refused(tmp_path):
    with pytest.raises(ValueError, match="does not exist"):
        create_app(tmp_path / "tiada.duckdb")
