"""Dates: found in running text, read from metadata and URLs, and weighed as the day of publication."""

from __future__ import annotations

import pytest

from kawat.cleaning import clean, find_dates, parse_day
from kawat.cleaning.published import day_of_url
from kawat.records import Page


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("pada Kamis (27/7/2023).", "id", [("Kamis (27/7/2023)", "2023-07-27")]),
        ("pada Senin (2/10) lalu", "id", [("Senin (2/10)", "2023-10-02")]),
        ("Senin malam, (2/10)", "id", [("Senin malam, (2/10)", "2023-10-02")]),
        ("Selasa, 18 November 2025", "id", [("Selasa, 18 November 2025", "2025-11-18")]),
        ("17 Agustus 1945 dan 5 Mei", "id", [("17 Agustus 1945", "1945-08-17"), ("5 Mei", "2023-05-05")]),
        ("25 September-1 Oktober 2023", "id", [("25 September", "2023-09-25"), ("1 Oktober 2023", "2023-10-01")]),
        ("on Thursday, July 27, 2023,", "en", [("Thursday, July 27, 2023", "2023-07-27")]),
        (
            "12 May 2023; the 3rd of March 2021",
            "en",
            [("12 May 2023", "2023-05-12"), ("3rd of March 2021", "2021-03-03")],
        ),
        ("on 9/12/2023 in Austin", "en", [("9/12/2023", "2023-09-12")]),
        ("tiba 2023-10-02", "id", [("2023-10-02", "2023-10-02")]),
        ("dua pertiga (2/3) suara, skor 2-1, 1950-1953, pukul 10.30, Rp 12.5.2", "id", []),
        ("they may 5 times march 3 abreast", "en", []),
        ("32 Juli 2023, 30/2/2023", "id", []),
    ],
)
def test_dates_in_text(text, language, found):
    assert [(text[start:end], day) for start, end, day in find_dates(text, language, "2023-10-03")] == found


def test_a_date_without_a_year_needs_the_day_of_publication():
    assert find_dates("Senin (2/10) dan 5 Mei", "id", None) == []


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-07-27T23:00:00-08:00", "2023-07-27"),
        ("20230727", "2023-07-27"),
        ("27/07/2023", "2023-07-27"),
        ("26-10-2023", "2023-10-26"),
        ("9/17/2025 7:31", "2025-09-17"),
        ("27.7.23", "2023-07-27"),
        ("1690416000", "2023-07-27"),
        ("1690416000000", "2023-07-27"),
        ("Rabu, 26 Juli 2023 14:05 WIB", "2023-07-26"),
        ("Thu, 27 Jul 2023 07:05:00 GMT", "2023-07-27"),
        ("July 27th, 2023 at 5:00 pm", "2023-07-27"),
        ("27 juillet 2023", "2023-07-27"),
        ("5 jam yang lalu", None),
        ("yesterday", None),
        ("2023", None),
        ("99/99/2023", None),
        ("", None),
    ],
)
def test_metadata_dates(value, day):
    assert parse_day(value) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://kabar.uji/read/2023/07/27/10150051/judul", "2023-07-27"),
        ("https://kabar.uji/judul-2023-07-27", None),
        ("https://kabar.uji/20230727/judul", "2023-07-27"),
        ("https://kabar.uji/berita-20230727102030-12/judul", "2023-07-27"),
        ("https://kabar.uji/d-8115725/judul", None),
        ("https://kabar.uji/2023/99/27/x", None),
        (None, None),
    ],
)
def test_days_in_urls(url, day):
    assert day_of_url(url) == day


BODY = "Gubernur meresmikan jembatan itu pada Kamis (27/7/2023) bersama warga."


@pytest.mark.parametrize(
    ("fields", "given", "expected"),
    [
        ({"published": "1 Agustus 2023", "url": "https://a.id/2023/07/30/x"}, "2023-08-02", ("2023-08-02", "given")),
        ({"published": "1 Agustus 2023", "url": "https://a.id/2023/07/30/x"}, None, ("2023-08-01", "metadata")),
        ({"published": "kemarin", "url": "https://a.id/2023/07/30/x"}, None, ("2023-07-30", "url")),
        ({}, None, ("2023-07-27", "text")),
    ],
)
def test_the_order_of_trust(fields, given, expected):
    found = clean(Page(source="a", text=BODY, **fields), published=given)
    assert (found.published, found.published_from) == expected


def test_text_decides_whether_metadata_is_month_first():
    text = "Gubernur meresmikan jembatan itu, Kamis (12/6/2025)."
    assert clean(Page(source="a", text=text, published="6/12/2025 10:00")).published == "2025-06-12"
    assert clean(Page(source="a", text="Tanpa tanggal.", published="6/12/2025 10:00")).published == "2025-12-06"


def test_the_weekday_finds_the_year_of_a_short_date():
    text = "Gubernur berbicara di Demak, Senin (2/10). Pemilu 2024 sudah dekat, katanya."
    assert clean(Page(source="a", text=text)).published == "2023-10-02"
    assert clean(Page(source="a", text="Gubernur berbicara di Demak, Senin (2/10).")).published is None
