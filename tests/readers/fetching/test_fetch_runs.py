"""Feeds and sitemaps lead to their pages, and a second run fetches only what is new or has changed."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date

import pytest
from made_web import article, http

RSS = "application/rss+xml"


@pytest.fixture
def news(web):
    """A feed of three pages."""
    web.routes = {f"/{n}": http(article(n)) for n in range(6)}
    web.routes["/feed"] = http(web.feed("/0", "/1", "/2"), kind=RSS)
    return web


def sitemap(web, *entries: tuple[str, str]) -> bytes:
    urls = (f"<url><loc>{web.url(path)}</loc><lastmod>{day}</lastmod></url>" for path, day in entries)
    return f"<urlset>{''.join(urls)}</urlset>".encode()


def index(web, *entries: tuple[str, str]) -> bytes:
    maps = (f"<sitemap><loc>{web.url(path)}</loc><lastmod>{day}</lastmod></sitemap>" for path, day in entries)
    return f"<sitemapindex>{''.join(maps)}</sitemapindex>".encode()


def paths(outcome) -> list[str]:
    return sorted("/" + row["url"].split("/", 3)[3] for row in outcome.rows)


# ------------------------------------------------------------------ what leads where


def test_a_feed_leads_to_its_pages_and_tells_of_them(run, news):
    news.routes["/feed"] = http(news.feed("/0", "/1", pubDate="Thu, 27 Jul 2023 01:00:00 +0700"), kind=RSS)
    outcome = run(news.url("/feed"))
    assert paths(outcome) == ["/0", "/1"]
    row = outcome.rows[0]
    assert list(row) == ["fetched", "url", "title", "published", "html"]
    assert (row["title"], row["published"]) == ("Judul /0", "2023-07-27T01:00:00+07:00")
    assert row["html"] == article(0)


@pytest.mark.parametrize("kind", ["text/xml", "text/html", "text/plain", "application/atom+xml", None])
def test_a_feed_is_known_by_its_content(run, news, kind):
    news.routes["/feed"] = http(news.feed("/0"), kind=kind)
    assert paths(run(news.url("/feed"))) == ["/0"]


def test_an_index_leads_to_its_sitemaps_and_they_to_their_pages_packed_or_not(run, news):
    news.routes |= {
        "/index.xml": http(index(news, ("/s1.xml", "2023-07-01"), ("/s2.xml.gz", "2023-07-02")), kind="text/xml"),
        "/s1.xml": http(sitemap(news, ("/0", "2023-07-01")), kind="application/xml"),
        "/s2.xml.gz": http(gzip.compress(sitemap(news, ("/1", "2023-07-02"))), kind="application/x-gzip"),
    }
    assert paths(run(news.url("/index.xml"))) == ["/0", "/1"]


def test_what_an_index_names_wrongly_is_said(run, news):
    entries = [("/0", ""), ("/none", ""), ("/index.xml", "")]
    news.routes["/index.xml"] = http(index(news, *entries), kind="text/xml")
    outcome = run(news.url("/index.xml"))
    reasons = {reject.source.rpartition("/")[2]: reject.reason for reject in outcome.rejects}
    assert "is no sitemap" in reasons["0"]
    assert "404" in reasons["none"]
    assert "within an index" in reasons["index.xml"]


def test_no_more_sitemaps_are_read_than_the_limit(run, news):
    news.routes["/s.xml"] = http(sitemap(news, ("/0", "2023-07-01")), kind="text/xml")
    news.routes["/index.xml"] = http(index(news, *[("/s.xml", "2023-07-01")] * 5), kind="text/xml")
    outcome = run(news.url("/index.xml"), max_sitemaps=2)
    assert "names 5 sitemaps" in outcome.reason
    assert news.pages().count("/s.xml") == 2


def test_a_feed_within_a_feed_is_not_followed(run, news):
    news.routes["/feed"] = http(news.feed("/feed2"), kind=RSS)
    news.routes["/feed2"] = http(news.feed("/1"), kind=RSS)
    outcome = run(news.url("/feed"))
    assert "a feed or sitemap, not an article" in outcome.reason
    assert "/1" not in news.asked


def test_bad_links_in_a_feed_do_not_hinder_the_good_ones(run, news):
    feed = news.feed("/0").replace(
        b"</channel>",
        b"<item><link>file:///etc/passwd</link></item><item><link>http://inside.example/</link></item>"
        b"<item><title>no link</title></item></channel>",
    )
    news.routes["/feed"] = http(feed, kind=RSS)
    assert paths(run(news.url("/feed"))) == ["/0"]


def test_limit_takes_the_newest_of_each_listing(run, news):
    entries = [("/0", "2023-07-01"), ("/1", "2023-07-03"), ("/2", "kemarin"), ("/3", "2023-07-02T10:00:00Z")]
    news.routes["/s.xml"] = http(sitemap(news, *entries), kind="text/xml")
    assert paths(run(news.url("/s.xml"), choice={"limit": 2})) == ["/1", "/3"]


def test_limit_reads_no_more_sitemaps_than_it_needs(run, news):
    news.routes |= {
        "/index.xml": http(index(news, ("/old.xml", "2023-07-01"), ("/new.xml", "2023-07-02")), kind="text/xml"),
        "/new.xml": http(sitemap(news, ("/0", "2023-07-02"), ("/1", "2023-07-02")), kind="text/xml"),
    }
    assert run(news.url("/index.xml"), choice={"limit": 2}).new == 2
    assert "/old.xml" not in news.asked


def test_since_leaves_out_what_is_older_and_keeps_what_has_no_date(run, news):
    entries = [("/0", "2023-06-30"), ("/1", "2023-07-01T00:30:00+07:00"), ("/2", "")]
    news.routes["/s.xml"] = http(sitemap(news, *entries), kind="text/xml")
    assert paths(run(news.url("/s.xml"), choice={"since": date(2023, 7, 1)})) == ["/1", "/2"]


# ------------------------------------------------------------------ inputs


def test_files_and_standard_input_list_addresses(run, news, tmp_path):
    (tmp_path / "list.txt").write_text(f"# pages\n\n{news.url('/0')}\nnot an address\n")
    outcome = run(str(tmp_path / "list.txt"), "-", stdin=io.BytesIO(news.url("/1").encode()))
    assert paths(outcome) == ["/0", "/1"]
    assert outcome.rejects[0].source.endswith("list.txt#4")


def test_saved_feeds_and_sitemaps_are_inputs(run, news, tmp_path):
    (tmp_path / "feed.xml").write_bytes(news.feed("/0"))
    (tmp_path / "s.xml.gz").write_bytes(gzip.compress(sitemap(news, ("/1", "2023-07-01"))))
    assert paths(run(str(tmp_path / "feed.xml"), str(tmp_path / "s.xml.gz"))) == ["/0", "/1"]


@pytest.mark.parametrize(
    ("name", "said"),
    [("tiada.txt", "check the path"), ("outlet.example/page", "https://outlet.example/page"), (".", "a folder")],
)
def test_inputs_that_are_none_are_named_with_a_remedy(run, web, name, said):
    assert said in run(name).reason


# ------------------------------------------------------------------ again


def test_a_second_run_asks_for_the_feed_and_for_nothing_else(run, news):
    run(news.url("/feed"))
    news.asked.clear()
    outcome = run(news.url("/feed"))
    assert (outcome.new, outcome.known, len(outcome.rows)) == (0, 3, 3)
    assert news.pages() == ["/feed"]
    news.routes["/feed"] = http(news.feed("/0", "/3"), kind=RSS)
    assert paths(run(news.url("/feed"))) == ["/0", "/1", "/2", "/3"]


def test_a_feed_that_has_not_changed_is_not_sent_again(run, news):
    def feed(connection, headers):
        changed = headers.get("if-none-match") != '"1"' or headers.get("if-modified-since") != "yesterday"
        body = http(news.feed("/0"), kind=RSS, etag='"1"', last_modified="yesterday")
        connection.sendall(body if changed else http("", "304 Not Modified"))

    news.routes["/feed"] = feed
    assert run(news.url("/feed")).new == 1
    outcome = run(news.url("/feed"))
    assert (outcome.new, outcome.known) == (0, 1)
    assert news.headers[-1]["if-none-match"] == '"1"'


def test_a_feed_is_asked_for_in_full_until_all_of_its_pages_are_there(run, news):
    news.routes["/feed"] = http(news.feed("/0", "/late"), kind=RSS, etag='"1"')
    run(news.url("/feed"))
    run(news.url("/feed"), choice={"limit": 1})
    news.routes["/late"] = http(article("late"))
    assert run(news.url("/feed")).new == 1
    assert not any("if-none-match" in headers for headers in news.headers)


def test_a_page_that_its_sitemap_says_has_changed_is_asked_for_again(run, news):
    news.routes["/s.xml"] = http(sitemap(news, ("/0", "2023-07-01"), ("/1", "2023-07-01")), kind="text/xml")
    run(news.url("/s.xml"))
    news.asked.clear()
    news.routes["/s.xml"] = http(sitemap(news, ("/0", "2099-07-01"), ("/1", "2023-07-01")), kind="text/xml")
    news.routes["/0"] = http(article("changed"))
    outcome = run(news.url("/s.xml"))
    assert news.pages() == ["/s.xml", "/0"]
    assert [row["html"] for row in outcome.rows].count(article("changed")) == 1


def test_refresh_asks_for_all_pages_on_their_conditions_and_keeps_the_changed(run, news):
    news.routes["/0"] = [http(article(0), etag='"0"'), http("", "304 Not Modified")]
    news.routes["/2"] = [http(article(2)), http(article("changed"))]
    run(news.url("/feed"), news.url("/0"))
    outcome = run(news.url("/feed"), news.url("/0"), choice={"refresh": True})
    assert outcome.new == 1
    assert outcome.rows[-1]["html"] == article("changed")
    assert [headers["if-none-match"] for headers in news.headers if "if-none-match" in headers] == ['"0"', '"0"']


def test_a_named_page_is_not_asked_for_twice(run, news):
    run(news.url("/0"), news.url("/0"), news.url("/0#comments"))
    assert run(news.url("/0")).known == 1
    assert news.pages() == ["/0"]


def test_what_failed_is_tried_again(run, news):
    assert "404" in run(news.url("/later")).reason
    news.routes["/later"] = http(article("later"))
    assert run(news.url("/later")).new == 1


def test_a_run_that_was_cut_short_goes_on(run, news, tmp_path):
    run(news.url("/0"), news.url("/1"))
    path = tmp_path / "pages.jsonl"
    whole = path.read_bytes()
    first, second = whole.splitlines(keepends=True)
    # Ended between a row and the state, and in the middle of the next row.
    (tmp_path / "pages.jsonl.state").unlink()
    path.write_bytes(first + second[:50])
    news.asked.clear()
    outcome = run(news.url("/0"), news.url("/1"))
    assert [json.loads(line)["html"] for line in path.read_bytes().splitlines()] == [article(0), article(1)]
    assert (outcome.known, news.pages()) == (1, ["/1"])
