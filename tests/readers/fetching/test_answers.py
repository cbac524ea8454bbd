"""Whatever a host answers, a run ends, says what was wrong, and goes on with the next address."""

from __future__ import annotations

import gzip
import itertools
import random
import socket
import time
import zlib

import pytest
from made_web import article, http


def send_slowly(connection: socket.socket, _: object) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n")
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.02)


def send_headers_slowly(connection: socket.socket, _: object) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(200):
        connection.sendall(f"x-{number}: y\r\n".encode())
        time.sleep(0.02)


def say_nothing(connection: socket.socket, _: object) -> None:
    connection.recv(1)  # until the reader goes away


def send_without_end(connection: socket.socket, _: object) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n")
    for _ in itertools.count():
        connection.sendall(b"x" * 10_000)


def send_headers_without_end(connection: socket.socket, _: object) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in itertools.count():
        connection.sendall(b"x-%d: %s\r\n" % (number, b"y" * 1000))


def hang_up(connection: socket.socket, _: object) -> None:
    connection.shutdown(socket.SHUT_RDWR)


BOMB = gzip.compress(b"x" * 50_000_000)
BAD = {
    "slow drip": (send_slowly, "not whole after"),
    "slow headers": (send_headers_slowly, "not whole after"),
    "silence": (say_nothing, "stopped sending"),
    "endless body": (send_without_end, "larger than"),
    "endless headers": (send_headers_without_end, "no proper HTTP"),
    "hung up": (hang_up, "cut"),
    "garbage": (b"\x00\xffgarbage\r\n\r\n", "no proper HTTP"),
    "another protocol": (b"SSH-2.0-OpenSSH_9.6\r\n", "no proper HTTP"),
    "empty": (http(""), "empty"),
    "blank": (http(" \n "), "empty"),
    "too short for its length": (http("<p>x", content_length=900), "cut off"),
    "bad length": (http("<p>x", content_length="many"), "no proper HTTP"),
    "bad chunks": (
        b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc", "no proper HTTP",
    ),
    "gzip bomb": (http(BOMB, content_encoding="gzip"), "larger than"),
    "deflate bomb": (http(zlib.compress(b"x" * 50_000_000), content_encoding="deflate"), "larger than"),
    "gzip cut off": (http(gzip.compress(b"<p>abc" * 99)[:-20], content_encoding="gzip"), "damaged or cut off"),
    "no gzip": (http("<p>not packed", content_encoding="gzip"), "damaged or cut off"),
    "brotli": (http("<p>x", content_encoding="br"), "packed as br"),
    "PDF": (http("%PDF-1.4", kind="application/pdf"), "application/pdf"),
    "PDF under another name": (http("%PDF-1.4 ..."), "PDF"),
    "picture": (http("x", kind="image/png"), "image/png"),
    "binary": (http(bytes(range(256)) * 20), "binary"),
    "not found": (http("x", "404 Not Found"), "check the address"),
    "gone": (http("x", "410 Gone"), "web archive"),
    "login": (http("x", "401 Unauthorized"), "login"),
    "forbidden": (http("x", "403 Forbidden"), "refuses"),
    "unasked 304": (http("", "304 Not Modified"), "answers 304"),
    "no content": (http("", "204 No Content"), "answers 204"),
    "partial": (http("<p>x", "206 Partial Content"), "answers 206"),
    "teapot": (http("x", "418 I'm a teapot"), "418"),
    "strange status": (http("x", "999 Odd"), "answers 999"),
    "broken for long": (http("x", "503 Service Unavailable"), "answers 503"),
    "a feed without entries": (http("<rss><channel/></rss>", kind="text/xml"), "names no pages"),
    "other XML": (http("<?xml version='1.0'?><pom/>", kind="text/xml"), "<pom>"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_answer_is_named_with_its_reason_and_the_next_page_is_fetched(run, web, case):
    route, said = BAD[case]
    web.routes = {"/bad": route, "/good": http(article(1))}
    outcome = run(web.url("/bad"), web.url("/good"), max_bytes=100_000, answer_seconds=2.0, read_seconds=1.0, retries=0)
    assert said in outcome.reason
    assert outcome.rejects[0].source == web.url("/bad")
    assert [row["url"] for row in outcome.rows] == [web.url("/good")]


GOOD = {
    "plain": http(article(1)),
    "gzip": http(gzip.compress(article(1).encode()), content_encoding="gzip"),
    "deflate": http(zlib.compress(article(1).encode()), content_encoding="deflate"),
    "bare deflate": http(zlib.compress(article(1).encode(), wbits=-15), content_encoding="deflate"),
    "no length": http(article(1), content_length=None),
    "no kind": http(article(1), kind=None),
    "XHTML": http(article(1), kind="application/xhtml+xml"),
    "length too short": http(article(1) + "more", content_length=len(article(1))),
    "chunks": b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
    % (len(article(1)), article(1).encode()),
    "HTTP/1.0": http(article(1)).replace(b"HTTP/1.1", b"HTTP/1.0"),
}  # fmt: skip


@pytest.mark.parametrize("case", GOOD)
def test_an_answer_in_any_proper_form_is_read(run, web, case):
    web.routes = {"/a": GOOD[case]}
    (row,) = run(web.url("/a")).rows
    assert row["html"] == article(1)


@pytest.mark.parametrize(
    ("encoding", "header", "meta"),
    [
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", "", "<meta charset=latin1>"),
        ("iso-8859-2", "iso-8859-2", "<meta charset=utf-8>"),
        ("iso-8859-2", "", "<meta charset=iso-8859-2>"),
        ("iso-8859-2", "no-such-charset", "<meta charset=iso-8859-2>"),
        ("iso-8859-2", "utf-16", "<meta charset=iso-8859-2>"),
        ("utf-16", "utf-8", ""),
    ],
)
def test_charsets_are_believed_only_where_they_fit(run, web, encoding, header, meta):
    page = f"<html>{meta}<body><p>Prezydent Wałęsa spotkał się z ministrem.</p></body></html>"
    kind = f"text/html; charset={header}" if header else "text/html"
    web.routes = {"/a": http(page.encode(encoding), kind=kind)}
    (row,) = run(web.url("/a")).rows
    assert row["html"] == page


def test_plain_text_is_text_unless_it_is_markup(run, web):
    web.routes = {"/a": http("Gubernur berpidato.", kind="text/plain"), "/b": http(article(1), kind="text/plain")}
    text, markup = run(web.url("/a"), web.url("/b")).rows
    assert (text["text"], markup["html"]) == ("Gubernur berpidato.", article(1))


def test_passing_errors_are_tried_again(run, web):
    web.routes = {
        "/a": [http("x", "500 Oops"), http(article(1))],
        "/b": [hang_up, http("x", "429 Too Many Requests", retry_after=0), http(article(2))],
    }
    assert len(run(web.url("/a"), web.url("/b")).rows) == 2
    assert web.pages() == ["/a", "/a", "/b", "/b", "/b"]


@pytest.mark.parametrize("written", ["3600", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_host_that_asks_for_a_long_rest_is_asked_no_more(run, web, written):
    web.routes = {"/a": http("x", "429 Too Many Requests", retry_after=written), "/b": http(article(1))}
    outcome = run(web.url("/a"), web.url("/b"), web.url("/b", host="b.example"))
    assert [row["url"] for row in outcome.rows] == [web.url("/b", host="b.example")]
    assert "left alone" in outcome.rejects[-1].reason
    assert sorted(web.pages()) == ["/a", "/b"]


def test_a_host_that_leaves_some_addresses_without_an_answer_is_asked_no_more(run, web):
    web.routes = dict.fromkeys(("/1", "/2", "/3", "/4"), http("x", "500 Oops"))
    outcome = run(*(web.url(path) for path in web.routes), strikes=2, retries=0)
    assert web.pages() == ["/1", "/2"]
    assert [("in a row" in reject.reason) for reject in outcome.rejects] == [False, False, True, True]


def test_answers_damaged_at_random_never_end_a_run(run, web):
    chance = random.Random(7)
    sound = [*GOOD.values(), http(web.feed(), kind="text/xml"), http("", "302 Found", location="/good")]
    for number in range(60):
        answer = bytearray(chance.choice(sound))
        for _ in range(chance.randint(1, 8)):
            answer[chance.randrange(len(answer))] = chance.choice(b"\0\r\n :;<>/9a\xff")
        web.routes[f"/{number}"] = bytes(answer[: chance.randint(1, len(answer))])
    web.routes["/good"] = http(article(1))
    outcome = run(*map(web.url, web.routes), retries=0, strikes=1000)
    assert outcome.rejects
    assert web.url("/good") in [row["url"] for row in outcome.rows]


def test_a_name_without_an_address_and_a_port_without_a_server_are_said_to_be_so(run, web):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    unknown, closed = run("http://unknown.example/a", f"http://a.example:{port}/a", retries=0).rejects
    assert "no address is known for unknown.example" in unknown.reason
    assert "no connection could be made" in closed.reason
