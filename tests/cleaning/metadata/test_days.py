"""The day of publication: the outlet's own, the original one; every place's reading is kept."""

from __future__ import annotations

import json
from datetime import date

import pytest
from lxml import html as markup

from kawat.cleaning import clean
from kawat.cleaning.metadata import read_metadata
from kawat.cleaning.metadata.stamps import outlets_own_day, read_stamp
from kawat.records import Article, Page


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("2025-06-04T02:37:08+09:00", "ko", "2025-06-04"),
        ("2025-06-04T02:37:08.0000000Z", "", "2025-06-04"),
        ("2024-04-30 16:00:34 +02:00", "fr", "2024-04-30"),
        ("20250114", "ja", "2025-01-14"),
        ("1715279080", "", "2024-05-09"),
        ("1715279080000", "", "2024-05-09"),
        ("Mon, 05 Aug 2024 12:47:21 GMT", "", "2024-08-05"),
        ("Fri Apr 28 2023 17:52:31 GMT+0000 (Coordinated Universal Time)", "", "2023-04-28"),
        ("Rabu, 26 Juli 2023 14:05 WIB", "id", "2023-07-26"),
        ("26/07/2023 14:05", "id", "2023-07-26"),
        ("torsdag 09. mai 2024 - 13:26", "no", "2024-05-09"),
        ("4 Febbraio 2025 - 14:41", "it-IT", "2025-02-04"),
        ("15 de octubre de 2024", "es", "2024-10-15"),
        ("April 15, 2025", "en-US", "2025-04-15"),
        ("2025年1月14日 21時17分", "ja", "2025-01-14"),
        ("2025. 6. 4.", "ko", "2025-06-04"),
        ("2 hours ago", "en", None),
        ("0001-01-01T00:00:00Z", "", None),
        ("1970-01-01", "", None),
        ("9999999999999999999", "", None),
        ("2024-13-45", "", None),
        ("", "", None),
    ],
)
def test_stamps(text, language, day):
    found = read_stamp(text, language)
    assert (found.day.isoformat() if found else None) == day


def test_a_stamp_in_utc_is_placed_in_the_outlets_own_zone_where_the_page_tells_it():
    utc = read_stamp("2024-08-14T18:30:00Z")
    own, clock, other = (
        read_stamp(text) for text in ("2024-08-15T01:30:00+07:00", "2024-08-15 01:30", "2024-08-15 03:10")
    )
    assert utc and own and clock and other
    assert outlets_own_day(utc, []) == date(2024, 8, 14)
    assert outlets_own_day(utc, [own]) == date(2024, 8, 15)
    assert outlets_own_day(utc, [clock]) == date(2024, 8, 15)
    assert outlets_own_day(utc, [other]) == date(2024, 8, 14)


def tree(head: str = "", body: str = "<h1>Sidang dibuka di Hanoi</h1>") -> markup.HtmlElement:
    return markup.document_fromstring(f'<html lang="id"><head>{head}</head><body>{body}</body></html>')


def data(**fields: object) -> str:
    described = json.dumps({"@type": "NewsArticle", "headline": "Sidang dibuka di Hanoi", **fields})
    return f'<script type="application/ld+json">{described}</script>'


def day(head: str = "", body: str = "", url: str | None = None) -> str | None:
    found = read_metadata(tree(head, body), url).published.day
    return found.day if found else None


def test_the_original_day_wins_over_a_later_change():
    changed = '<meta property="article:modified_time" content="2024-08-20T09:00:00+07:00">'
    assert day(changed + data(datePublished="2024-08-14T09:00:00+07:00", dateModified="2024-08-20")) == "2024-08-14"
    times = '<time class="updated" datetime="2024-08-20">Diperbarui</time><time datetime="2024-08-14">14 Agustus</time>'
    assert day(body=times) == "2024-08-14"


def test_a_day_after_the_last_change_is_not_believed():
    head = '<meta property="article:published_time" content="2024-08-14"><meta name="lastmod" content="2024-08-15">'
    assert day(head + data(datePublished="2031-01-01")) == "2024-08-14"


def test_two_other_places_overrule_one():
    head = (
        data(datePublished="2024-09-30")
        + '<meta property="article:published_time" content="2024-08-14T09:00:00+07:00">'
    )
    assert day(head) == "2024-09-30"
    assert day(head, url="https://uji.example/2024/08/14/sidang") == "2024-08-14"


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ('<h1>Judul</h1><span itemprop="datePublished" content="x">Rabu, 26 Juli 2023 14:05 WIB</span>', "shown"),
        ('<h1>Judul</h1><div class="date">Rabu, 26 Juli 2023 14:05 WIB</div>', "shown"),
        ('<h1>Judul</h1><time datetime="2023-07-26T14:05:00+07:00">Rabu</time>', "time"),
        ('<meta itemprop="datePublished" content="2023-07-26T14:05:00+07:00"><h1>Judul</h1>', "meta datepublished"),
        ('<h1>Judul</h1><a href="/lain">Kabar lain 1 Juni 2021</a><p>26 Juli 2023</p>', "shown"),
    ],
)
def test_days_in_the_body_of_the_page(body, where):
    found = read_metadata(tree(body=body)).published.day
    assert found is not None
    assert (found.day, found.where) == ("2023-07-26", where)


def test_the_title_bar_may_close_with_the_day():
    assert day("<title>Sidang dibuka | Kabar Uji | 14.08.2024</title>") == "2024-08-14"


PARAGRAPH = "<p>Perundingan batas laut tahap kedua dibuka pagi ini di Hanoi dan akan berlangsung selama empat hari.</p>"


def article(head: str, **fields: str) -> Article:
    body = f"<h1>Sidang dibuka</h1>{PARAGRAPH}{PARAGRAPH.replace('pagi', 'siang')}"
    html = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    found = clean(Page(source="uji.html", html=html, **fields))
    assert isinstance(found, Article)
    return found


def test_disagreement_is_kept():
    head = data(datePublished="2024-08-14") + '<meta property="article:published_time" content="2024-08-16">'
    found = article(head, url="https://uji.example/2024/08/14/sidang")
    assert (found.published, found.published_from) == ("2024-08-14", "metadata")
    assert [(item.day, item.from_, item.where) for item in found.published_candidates] == [
        ("2024-08-14", "metadata", "json-ld datePublished"),
        ("2024-08-16", "metadata", "meta article:published_time"),
        ("2024-08-14", "url", "url"),
    ]


def test_the_inputs_own_field_stands_before_the_page():
    found = article(data(datePublished="2024-08-14"), published="13 Agustus 2024")
    assert [(item.day, item.where) for item in found.published_candidates] == [
        ("2024-08-13", "field"),
        ("2024-08-14", "json-ld datePublished"),
    ]


def test_the_text_decides_between_day_first_and_month_first():
    head = '<meta name="date" content="6/12/2025 10:00">'
    assert article(head).published == "2025-12-06"
    opening = "JAKARTA - Sidang kedua tentang batas laut dibuka di Hanoi pada Kamis (12/6/2025), kata menteri."
    body = f"<p>{opening}</p>{PARAGRAPH}"
    html = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    found = clean(Page(source="uji.html", html=html))
    assert isinstance(found, Article)
    assert found.published == "2025-06-12"
