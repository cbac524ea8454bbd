"""Sitemaps: as input files they are rejected with a remedy; for fetching, their fields are read."""

from __future__ import annotations

import io

import pytest

from kawat.readers import read
from kawat.readers.listings import Link, parse_listing
from kawat.readers.listings.sitemaps import MAX_LINKS

SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
SITEMAP = f"<urlset {SPACE}><url><loc> https://a.example/1 </loc><lastmod>2023-07-27</lastmod></url></urlset>"
NEWS = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {SPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://a.example/1</loc>
<image:image><image:loc>https://a.example/1.jpg</image:loc><image:title>Foto</image:title></image:image>
<news:news><news:publication><news:name>A</news:name><news:language>in</news:language></news:publication>
<news:publication_date>2023-07-27T01:00:00+07:00</news:publication_date><news:title>Jembatan &amp; jalan</news:title>
</news:news></url></urlset>"""
INDEX = f"<sitemapindex {SPACE}><sitemap><loc>https://a.example/s1.xml</loc></sitemap><sitemap/></sitemapindex>"


@pytest.mark.parametrize("content", [SITEMAP, NEWS, INDEX])
def test_a_sitemap_as_an_input_names_the_command_that_fetches_its_pages(content, tmp_path):
    (tmp_path / "sitemap.xml").write_text(content)
    (found,) = read([tmp_path / "sitemap.xml"])
    assert found.reason.endswith(f"kawat fetch {tmp_path}/sitemap.xml")
    (found,) = read(["-"], stdin=io.BytesIO(content.encode()))
    assert "addresses, not articles" in found.reason


def test_addresses_and_their_last_change_are_read():
    listing = parse_listing(SITEMAP.encode())
    assert (listing.kind, listing.cut) == ("sitemap", False)
    assert listing.links == (Link(url="https://a.example/1", modified="2023-07-27T00:00:00"),)


def test_news_have_title_day_and_language_and_pictures_do_not_count():
    assert parse_listing(NEWS.encode()).links == (
        Link(
            url="https://a.example/1",
            title="Jembatan & jalan",
            published="2023-07-27T01:00:00+07:00",
            language="id",
        ),
    )


def test_an_index_names_sitemaps():
    listing = parse_listing(INDEX.encode())
    assert (listing.kind, [link.url for link in listing.links]) == ("index", ["https://a.example/s1.xml"])


def test_no_more_addresses_are_read_than_the_protocol_allows():
    raw = b"<urlset>" + b"<url><loc>https://a.example/</loc></url>" * (MAX_LINKS + 1) + b"</urlset>"
    listing = parse_listing(raw)
    assert (len(listing.links), listing.cut) == (MAX_LINKS, True)


def test_a_sitemap_of_more_elements_than_any_needs_is_refused():
    with pytest.raises(ValueError, match="tags"):
        parse_listing(b"<urlset>" + b"<a/>" * 2_500_000)


def test_a_bad_date_does_not_cost_the_address():
    raw = SITEMAP.replace("2023-07-27", "kemarin").encode()
    assert parse_listing(raw).links[0].modified == "kemarin"
