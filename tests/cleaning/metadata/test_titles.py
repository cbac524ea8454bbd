"""The headline: without the names of site and section, whole, and the one on which the page's places agree."""

from __future__ import annotations

import json

import pytest
from lxml import html as markup

from kawat.cleaning.metadata import read_metadata

SITE = '<meta property="og:site_name" content="Kabar Uji">'


def title(head: str = "", h1: str = "", url: str | None = "https://www.kabaruji.example/a") -> str | None:
    return read_metadata(markup.document_fromstring(f"<html><head>{head}</head><body>{h1}</body></html>"), url).title


def og(text: str) -> str:
    return f'<meta property="og:title" content="{text}">'


def data(headline: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": headline})}</script>'


@pytest.mark.parametrize(
    "bar",
    [
        "Sidang dibuka di Hanoi - Kabar Uji",
        "Sidang dibuka di Hanoi | Kabar Uji",
        "Sidang dibuka di Hanoi – kabaruji.example",
        "Sidang dibuka di Hanoi - Dunia - Kabar Uji",
        "Kabar Uji | Sidang dibuka di Hanoi",
        "Sidang   dibuka\n di&nbsp;Hanoi",
    ],
)
def test_site_and_section_are_cut_off(bar):
    assert title(f"{SITE}<title>{bar}</title>", "<h1>Sidang dibuka di Hanoi</h1>") == "Sidang dibuka di Hanoi"


def test_the_sites_name_is_cut_off_without_help_of_another_headline():
    assert title(f"{SITE}<title>Sidang dibuka di Hanoi - Kabar Uji</title>") == "Sidang dibuka di Hanoi"
    assert title("<title>停戦に合意か | 新聞</title><meta property='og:site_name' content='新聞'>") == "停戦に合意か"


def test_a_bar_within_the_headline_stays():
    assert title(og("ANGGARAN 3.0 | Pajak naik tahun depan"), "") == "ANGGARAN 3.0 | Pajak naik tahun depan"


def test_entities_and_markup_are_decoded():
    assert title(data("Tuduhan &#8216;palsu&#8217; &amp;amp; <i>surat</i>")) == "Tuduhan ‘palsu’ & surat"


def test_the_kicker_of_the_heading_is_left_out():
    h1 = "<h1><span>Batas laut</span> <span>Sidang kedua dibuka di Hanoi</span></h1>"
    assert title(og("Sidang kedua dibuka di Hanoi"), h1) == "Sidang kedua dibuka di Hanoi"


def test_two_places_overrule_one():
    shown = "<h1>Sidang kedua dibuka di Hanoi</h1>"
    assert (
        title(data("Sidang kedua dibuka di Hanoi") + og("Yang perlu Anda tahu"), shown)
        == "Sidang kedua dibuka di Hanoi"
    )
    assert title(data("Judul untuk mesin pencari") + og("Sidang kedua dibuka di Hanoi"), shown) == (
        "Sidang kedua dibuka di Hanoi"
    )


def test_a_headline_that_was_cut_off_is_made_whole():
    assert title(data("Sidang kedua dibuka di..."), "<h1>Sidang kedua dibuka di Hanoi pagi ini</h1>") == (
        "Sidang kedua dibuka di Hanoi pagi ini"
    )


def test_the_logo_is_no_headline():
    assert title(SITE + og("Sidang dibuka di Hanoi"), "<h1>Kabar Uji</h1><h1>Sidang dibuka di Hanoi</h1>") == (
        "Sidang dibuka di Hanoi"
    )


def test_lines_of_a_heading_are_parted():
    assert title("", "<h1>Sidang dibuka<br>di Ha<b>noi</b></h1>") == "Sidang dibuka di Hanoi"


def test_a_page_without_any():
    assert title() is None
