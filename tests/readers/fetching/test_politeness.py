"""What sites ask for is done: robots.txt, pauses, one request at a time."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_web import article, http
from protego import Protego

ROBOTS = "/robots.txt"


def rules(text: str | bytes, status: str = "200 OK") -> bytes:
    return http(text, status, kind="text/plain")


def test_what_robots_txt_forbids_is_not_fetched(run, web):
    web.routes = {
        ROBOTS: rules("User-agent: other\nDisallow: /\n\nUser-agent: kawat\nDisallow: /no\nAllow: /no/but-this\n"),
        "/no/1": http(article(1)), "/no/but-this": http(article(2)), "/yes": http(article(3)),
    }  # fmt: skip
    outcome = run(web.url("/no/1"), web.url("/no/but-this"), web.url("/yes"))
    assert web.pages() == ["/no/but-this", "/yes"]
    assert "robots.txt asks programs not to" in outcome.reason
    assert web.asked.count(ROBOTS) == 1


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone"])
def test_without_a_robots_txt_everything_may_be_fetched(run, web, status):
    web.routes = {ROBOTS: rules("x", status), "/a": http(article(1))}
    assert run(web.url("/a")).new == 1


@pytest.mark.parametrize("status", ["500 Oops", "503 Service Unavailable", "429 Too Many Requests"])
def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone(run, web, status):
    web.routes = {ROBOTS: rules("x", status), "/a": http(article(1)), "/b": http(article(2))}
    outcome = run(web.url("/a"), web.url("/b"))
    assert len(outcome.rejects) == 2
    assert f"robots.txt answers {status[:3]}" in outcome.rejects[0].reason
    assert web.pages() == []


def test_a_robots_txt_that_comes_on_the_second_try_counts(run, web):
    web.routes = {ROBOTS: [rules("x", "500 Oops"), rules("User-agent: *\nDisallow: /a")], "/a": http(article(1))}
    assert "asks programs not to" in run(web.url("/a")).reason


def test_a_robots_txt_may_be_elsewhere_but_not_anywhere(run, web):
    web.routes = {
        "a.example " + ROBOTS: http("", "301 Moved", location=web.url("/r", host="b.example")),
        "c.example " + ROBOTS: http("", "301 Moved", location=ROBOTS),
        "/r": rules("User-agent: *\nDisallow: /a"), "/a": http(article(1)),
    }  # fmt: skip
    first, second = sorted(reject.reason for reject in run(web.url("/a"), web.url("/a", host="c.example")).rejects)
    assert "redirected more than" in first
    assert "asks programs not to" in second


def test_an_odd_robots_txt_of_any_kind_is_read_as_far_as_it_goes(run, web):
    content = b"\xef\xbb\xbf<html>\xff\0 nothing\r\nUser-agent: *\rDisallow: /a\r\nCrawl-delay: soon\n" + b"#" * 600_000
    web.routes = {ROBOTS: http(content, kind="application/octet-stream"), "/a": http(article(1))}
    assert "asks programs not to" in run(web.url("/a")).reason


def test_a_crawl_delay_longer_than_is_waited_is_said(run, web):
    web.routes = {ROBOTS: rules("User-agent: *\nCrawl-delay: 120"), "/a": http(article(1))}
    assert "agree with --delay 120" in run(web.url("/a")).reason
    web.routes[ROBOTS] = rules("User-agent: *\nCrawl-delay: 0.01")
    assert run(web.url("/a")).new == 1


def test_there_is_a_pause_between_two_requests_to_a_host(run, web):
    at: list[float] = []

    def answer(connection, _):
        at.append(time.monotonic())
        connection.sendall(http(article(len(at))))

    web.routes = {"/a": answer, "/b": answer, ROBOTS: rules("User-agent: *\nCrawl-delay: 0.2")}
    run(web.url("/a"), web.url("/b"))
    assert at[1] - at[0] >= 0.2  # never less, however slow the machine


def test_hosts_are_asked_side_by_side_but_each_for_one_page_at_a_time(run, web):
    active: Counter[str] = Counter()
    most: Counter[str] = Counter()

    def answer(connection, headers):
        for name in (headers["host"], "all"):
            active[name] += 1
            most[name] = max(most[name], active[name])
        time.sleep(0.03)
        for name in (headers["host"], "all"):
            active[name] -= 1
        connection.sendall(http(article(headers["host"])))

    web.routes = {f"/{n}": answer for n in range(4)}
    hosts = ["a.example", "b.example", "c.example", "d.example"]
    run(*(web.url(f"/{n}", host=host) for n in range(4) for host in hosts), hosts=3)
    assert most.pop("all") <= 3
    assert set(most.values()) == {1}


def test_the_run_says_who_it_is(run, web):
    run(web.url("/a"))
    assert {headers["user-agent"].split("/")[0] for headers in web.headers} == {"Kawat"}


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("User-agent: news\nUser-agent: KAWAT/0.1 # us\nDisallow: /a", False),
        ("user-agent kawat\r\rdisallow /a", False),
        ("User-agent: news\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\nUser-agent: Kawat\nDisallow:", True),
        ("User-agent: -\nDisallow: /", True),
        ("User-agent: *\x0bDisallow: /a", False),
    ],
)
def test_rules_are_for_whom_they_name(run, web, text, allowed):
    web.routes = {ROBOTS: rules(text), "/a": http(article(1))}
    assert run(web.url("/a")).new == allowed


def test_a_robots_txt_that_names_thousands_fills_no_memory(run, web):
    text = "".join(f"User-agent: a{n}\n" for n in range(15_000)) + "Disallow: /x*y$\n" * 15_000
    web.routes = {ROBOTS: rules(text), "/a": http(article(1))}
    assert run(web.url("/a")).new == 1


@given(st.text(max_size=200), st.text(max_size=50))
def test_any_rules_can_be_read_and_asked(text, path):
    rules = Protego.parse("User-agent: *\nDisallow: " + text)
    assert rules.can_fetch(f"https://a.example/{path}", "Kawat") in (True, False)
    rules.crawl_delay("Kawat")
