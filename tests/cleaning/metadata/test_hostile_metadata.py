"""Whatever stands in the markup or its data, the metadata step gives something or nothing; it never raises."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as markup

from kawat.cleaning.metadata import Metadata, read_metadata
from kawat.cleaning.metadata.jsonld import read
from kawat.cleaning.metadata.names import names_of
from kawat.cleaning.metadata.stamps import read_stamp

KEYS = st.sampled_from(
    ["@type", "@graph", "@id", "author", "name", "headline", "datePublished", "publisher", "mainEntity", "url", "x"]
)
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
    | st.sampled_from(["NewsArticle", "Person", "2024-08-14", "Rina Sari", "#a", "http://[", "6/12/2025"])
)  # fmt: skip
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5))
PIECES = st.sampled_from(
    ["<h1>", "</h1>", "<time datetime='2024-99-99'>", "<a rel=author>", "</a>", "<p class=byline>", "Oleh: ",
     "<meta property='og:title' content='x'>", "<meta name=date content='99999999999999'>", "<title>", "</title>",
     "<link rel=canonical href='http://['>", "<svg>", "Editor:", "<!--", "-->", "26 Juli 2023", "\u2028", "<p>", "<br>",
     "Rina Sari", " | "]
)  # fmt: skip


def check(found: Metadata) -> None:
    assert found.title is None or found.title.strip()
    assert all(name.strip() for name in found.authors)
    day = found.published.day
    assert day is None or len(day.day) == 10
    assert (day is None) == (not found.published.all)


def page(script: str) -> markup.HtmlElement:
    html = f'<html><script type="application/ld+json">{script}</script><h1>Judul berita</h1></html>'
    return markup.document_fromstring(html)


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_any_json(value):
    check(read_metadata(page(json.dumps(value)), "https://uji.example/a"))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_as_data(text):
    read([text])


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=10), max_size=40).map("".join), st.none() | st.text(max_size=20))
def test_any_html(html, url):
    check(read_metadata(markup.document_fromstring(f"<html>{html}</html>".encode("utf-8", "replace")), url))


@settings(deadline=None)
@given(st.text(max_size=150), st.text(max_size=8))
def test_any_stamp_and_any_language(text, language):
    read_stamp(text, language)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_credit(text):
    assert all(name.strip() for name in names_of(text))


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"@graph":' * 50_000,
        '{"author":' * 5_000 + "1" + "}" * 5_000,
        json.dumps({"@type": "NewsArticle", "headline": "a" * 5_000_000}),
        json.dumps({"@type": "NewsArticle", "author": ["Rina Sari"] * 100_000}),
        json.dumps({"@type": "NewsArticle", "author": ",".join("Ab Cd" for _ in range(50_000))}),
        json.dumps([{"@type": "NewsArticle"}] * 50_000),
        '{"headline": "a", "datePublished": ' + "9" * 10_000 + "}",
        '{"headline": "' + "\\" * 100_000,
        "{" + ",}" * 100_000,
        '"author":' + " " * 200_000,
    ],
)
def test_hostile_data_stays_within_bounds(script):
    check(read_metadata(page(script)))


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type":"NewsArticle","headline":"Sidang dibuka","author":"Rina Sari"} -->',
        '// <![CDATA[\n{"@type":"NewsArticle","headline":"Sidang dibuka","author":"Rina Sari"}\n// ]]>',
        '{"@type":"NewsArticle","headline":"Sidang dibuka","author":["Rina Sari",],}',
        '{"@type":"NewsArticle","headline":"Sidang\ndibuka","author":"Rina Sari"};',
        '{"@type":"WebSite"}{"@type":"NewsArticle","headline":"Sidang dibuka","author":"Rina Sari"}',
        '{"@type":"NewsArticle","headline":"Sidang dibuka","x":"a"b","datePublished":"2024-08-14","author":"Rina Sari"',
        '{"@type":"NewsArticle","headline":"Sidang dibuka",,"datePublished":"2024-08-14","author":["Rina Sari"]',
    ],
)
def test_common_breakage_is_read(script):
    found = read([script])[0]
    assert found.headline.split() == ["Sidang", "dibuka"]
    assert [credit.name for credit in found.authors] == ["Rina Sari"]
