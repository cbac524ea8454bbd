"""Whatever the text, cleaning gives an article whose paragraphs tile its text, or a reject; it never raises."""

from __future__ import annotations

import unicodedata

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
