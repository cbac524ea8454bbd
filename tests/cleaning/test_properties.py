"""Whatever the text, cleaning gives an article whose paragraphs tile its text, or a reject; it never raises."""

from __future__ import annotations

import unicodedata
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.cleaning import clean, find_dates, parse_day
from kawat.cleaning.characters import normalise
from kawat.cleaning.dateline import find_dateline
from kawat.cleaning.glue import unglue
from kawat.records import Article, Page, Reject

WORDS = st.sampled_from(
    [
        "JAKARTA", "KOMPAS.com", " - ", "—", "Bisnis.com,", "(AFP)", "Senin", "(2/10)", "(27/7/2023)", "27 Juli 2023",
        "May 5, 2021", "Baca juga:", "Baca Juga", "ADVERTISEMENT", "loading...", "A", "\n", "\n\n", "(sya)", "[ast]",
        "Penulis : Rina Sari", "By Jane Miller", "“Kami siap,”", '"', "kata dia.", "dia.Kami",
        "Google News", "[Gambas:Video 20detik]", "Foto: Antara", "KCNA", "Antara", "1.", "Halaman 2 dari 2",
        "Berita Terkait", "Presiden tiba di Hanoi.",
    ]
)  # fmt: skip
SENTENCES = [
    "Wali Kota meresmikan pasar baru di tepi sungai pada Senin pagi.",
    "“Pasar ini milik pedagang,” kata Wali Kota kepada warga yang hadir.",
    "Pedagang memprotes sewa kios yang naik dua kali lipat sejak bulan lalu.",
    "The traders said that they would march to the city hall on Friday.",
    "Polisi menjaga pasar itu sampai malam dan tidak menangkap siapa pun.",
    "Sewa kios akan dibahas lagi sesudah Lebaran, menurut dinas pasar.",
    "A court will hear the case of the burnt market in September.",
    "Dinas mencatat 312 pedagang, separuhnya berjualan sayur dan ikan.",
]
TEXTS = st.text(max_size=200) | st.lists(WORDS, max_size=40).map(" ".join) | st.lists(WORDS, max_size=40).map("".join)


def check(found: Article | Reject) -> None:
    assert isinstance(found, Article | Reject)
    if isinstance(found, Reject):
        assert found.reason
        (found.reason + found.sample).encode()
        return
    assert found.text == "\n\n".join(span.of(found.text) for span in found.paragraphs)
    assert all(span.of(found.text).strip() for span in found.paragraphs)
    assert all("\n" not in span.of(found.text) for span in found.paragraphs)
    assert unicodedata.is_normalized("NFC", found.text)
    assert all(piece.text for piece in found.removed)
    found.text.encode()


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.none() | st.text(max_size=30), st.none() | st.text(max_size=30), st.none() | st.text(max_size=40))
def test_any_text(text, title, published, url):
    check(clean(Page(source="uji", text=text, title=title, published=published, url=url)))


def letters(*texts: str | None) -> Counter[str]:
    return Counter(char for text in texts for char in normalise(text or "") if char.isalnum())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_nothing_is_lost(text):
    """Every letter of the page is in the article, its title, or among the removed pieces."""
    found = clean(Page(source="uji", text=text))
    if isinstance(found, Article):
        given = letters(found.text, *(piece.text for piece in found.removed))
        rest = letters(text) - given
        assert not given - letters(text)
        assert not rest or rest == letters(found.title) or rest - letters(found.title) == letters()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8, unique=True))
def test_cleaning_a_cleaned_text_changes_nothing(lines):
    found = clean(Page(source="uji", text="\n".join(lines), title="Pasar"))
    again = clean(Page(source="uji", text=found.text, title="Pasar"))
    assert again.text == found.text
    assert again.removed == ()


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["<p>%s</p>", "<html><body><article><p>%s</p></article>", "%s", "<div><div><b>%s"]))
def test_any_html(text, frame):
    check(clean(Page(source="uji", html=frame % text)))


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["id", "en", None, "de"]), st.sampled_from([None, "2023-10-03", "2024-02-29"]))
def test_found_dates_are_ordered_days_within_the_text(text, language, published):
    last = 0
    for start, end, day in find_dates(text, language, published):
        assert last <= start < end <= len(text)
        assert parse_day(day) == day
        last = end


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_metadata_date_gives_a_day_or_none(value):
    day = parse_day(value)
    assert day is None or parse_day(day) == day


@given(TEXTS)
def test_normalising_twice_changes_nothing(text):
    once = normalise(text)
    assert normalise(once) == once


@given(TEXTS)
def test_ungluing_only_adds_spaces(text):
    line = normalise(text).replace("\n", " ")
    assert unglue(line).replace(" ", "") == line.replace(" ", "")


@settings(deadline=None)
@given(TEXTS)
def test_a_dateline_lies_at_the_start(text):
    head = find_dateline(text)
    assert head is None or 0 < head.end <= len(text)
