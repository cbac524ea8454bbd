"""Redirects are followed to where anybody may go, and not for ever."""

from __future__ import annotations

import pytest
from made_web import article, http

from kawat.readers.fetching import addresses


def to(location: str, status: str = "302 Found") -> bytes:
    return http("", status, location=location)


def test_a_redirect_is_followed_and_the_row_has_the_last_address(run, web):
    web.routes = {
        "/a": to("/b", "301 Moved"),
        "/b": to(web.url("/c", host="b.example"), "308 Moved"),
        "/c": http(article(1)),
    }
    (row,) = run(web.url("/a")).rows
    assert row["url"] == web.url("/c", host="b.example")


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("/a", "more than 5 times"),
        ("file:///etc/passwd", "only http and https"),
        ("ftp://a.example/x", "only http and https"),
        ("data:text/html,x", "only http and https"),
        ("http://user:word@a.example/", "user name or password"),
        ("http://[::1", "no address"),
        ("http://a.example:99999/", "impossible port"),
        ("", "without saying where"),
    ],
)
def test_a_redirect_to_nowhere_good_is_refused(run, web, location, said):
    web.routes = {"/a": to(location)}
    assert said in run(web.url("/a")).reason


@pytest.mark.parametrize(
    "host", ["inside.example", "10.0.0.1", "169.254.169.254", "[::ffff:10.0.0.1]", "0x0a000001", "localhost."]
)
def test_a_redirect_into_a_private_network_is_refused(run, web, monkeypatch, host):
    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1" or real(address))

    async def resolver(name: str, port: int) -> list[str]:
        return ["127.0.0.1"] if name == "a.example" else ["10.0.0.1" if name[0].isalpha() else name.strip("[]")]

    web.routes = {"/a": to(f"http://{host}:{web.port}/secret"), "/secret": http(article(1))}
    outcome = run(web.url("/a"), allow_private=False, resolver=resolver)
    assert "no public address" in outcome.reason
    assert "/secret" not in web.asked


def test_private_addresses_are_refused_from_the_start(run, web):
    web.routes = {"/a": http(article(1))}
    assert "--allow-private" in run(web.url("/a"), allow_private=False).reason
    assert web.asked == []


def test_a_redirect_asks_the_robots_of_where_it_leads(run, web):
    web.routes = {
        "/a": to(web.url("/b", host="b.example")),
        "/b": http(article(1)),
        "b.example /robots.txt": http("User-agent: *\nDisallow: /b", kind="text/plain"),
    }
    assert "robots.txt asks" in run(web.url("/a")).reason
    assert web.pages() == ["/a"]


def test_two_addresses_that_lead_to_one_page_give_one_row(run, web):
    web.routes = {"/a": to("/c"), "/b": to("/c"), "/c": http(article(1))}
    outcome = run(web.url("/a"), web.url("/b"))
    assert (len(outcome.rows), outcome.known) == (1, 1)


def test_no_cookies_and_no_credentials_are_sent_on(run, web):
    web.routes = {"/a": http("", "302 Found", location="/b", set_cookie="a=1"), "/b": http(article(1))}
    run(web.url("/a"))
    assert not [headers for headers in web.headers if {"cookie", "authorization", "referer"} & headers.keys()]
