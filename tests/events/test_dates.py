"""Dates of events: told by the sentence, relative to the report, or the day of the report."""

from __future__ import annotations

import pytest
from making import article, coded

from kawat.encoder import encode
from kawat.events.when import Clock
from kawat.records import EventDate

THURSDAY = "2023-07-27"


def date_of(text: str, language: str = "id", published: str | None = THURSDAY) -> EventDate | None:
    (event,) = coded(text, language=language, published=published).events
    return event.date


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("Rusia menyerang Ukraina pada Rabu.", "2023-07-26", "2023-07-26", "Rabu"),
        ("Rusia menyerang Ukraina pada Kamis.", "2023-07-27", "2023-07-27", "Kamis"),
        ("Rusia menyerang Ukraina pada Jumat.", "2023-07-21", "2023-07-21", "Jumat"),
        ("Rusia menyerang Ukraina, Rabu (26/7/2023).", "2023-07-26", "2023-07-26", "Rabu (26/7/2023)"),
        ("Rusia menyerang Ukraina pada 24 Juli 2023.", "2023-07-24", "2023-07-24", "24 Juli 2023"),
        ("Rusia akan menyerang Ukraina Selasa depan.", "2023-08-01", "2023-08-01", "Selasa depan"),
        ("Rusia menyerang Ukraina kemarin.", "2023-07-26", "2023-07-26", "kemarin"),
        ("Pekan lalu Rusia menyerang Ukraina.", "2023-07-17", "2023-07-23", "Pekan lalu"),
        ("Bulan lalu Rusia menyerang Ukraina.", "2023-06-01", "2023-06-30", "Bulan lalu"),
        ("Tahun lalu Rusia menyerang Ukraina.", "2022-01-01", "2022-12-31", "Tahun lalu"),
        ("Pada 2014 Rusia menyerang Ukraina.", "2014-01-01", "2014-12-31", "2014"),
    ],
)
def test_indonesian(text: str, start: str, end: str, words: str) -> None:
    found = date_of(text)
    assert found is not None
    assert (found.start, found.end) == (start, end)
    assert found.text_start is not None
    assert text[found.text_start : found.text_end] in words
    assert text[found.text_start : found.text_end]


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("Russia attacked Ukraine on Wednesday.", "2023-07-26", "2023-07-26", "Wednesday"),
        ("Russia attacked Ukraine on July 24, 2023.", "2023-07-24", "2023-07-24", "July 24, 2023"),
        ("Russia attacked Ukraine overnight.", "2023-07-26", "2023-07-26", "overnight"),
        ("Last week Russia attacked Ukraine.", "2023-07-17", "2023-07-23", "Last week"),
        ("Russia attacked Ukraine last month.", "2023-06-01", "2023-06-30", "last month"),
        ("Russia attacked Ukraine in 2014.", "2014-01-01", "2014-12-31", "2014"),
        pytest.param(
            "Russia will be attacking Ukraine next Tuesday.",
            "2023-08-01",
            "2023-08-01",
            "Tuesday",
        ),
    ],
)
def test_english(text: str, start: str, end: str, words: str) -> None:
    found = date_of(text, "en")
    assert found is not None
    assert (found.start, found.end, text[found.text_start : found.text_end]) == (start, end, words)


def test_the_nearest_date_is_the_events() -> None:
    found = coded("Pada Senin Rusia menyerang Ukraina dan pada Rabu Iran mengecam Israel.").events
    assert [(event.type, event.date.start) for event in found if event.date] == [
        ("ASSAULT", "2023-07-24"),
        ("ACCUSE", "2023-07-26"),
    ]


def test_without_words_it_is_the_day_of_the_report() -> None:
    assert date_of("Rusia menyerang Ukraina.") == EventDate(start=THURSDAY, end=THURSDAY)


def test_without_a_day_of_the_report_there_is_no_date() -> None:
    assert date_of("Rusia menyerang Ukraina.", published=None) is None
    assert date_of("Rusia menyerang Ukraina kemarin.", published=None) is None


@pytest.mark.parametrize("text", ["Rusia akan menyerang Ukraina.", "Rusia bisa menyerang Ukraina."])
def test_what_has_not_happened_has_no_date_of_its_own(text: str) -> None:
    assert date_of(text) is None


def test_the_report_of_the_next_day_moves_the_relative_words() -> None:
    found = date_of("Rusia menyerang Ukraina kemarin.", published="2023-03-01")
    assert found is not None
    assert found.start == "2023-02-28"


def test_months_turn_at_the_year() -> None:
    found = date_of("Bulan lalu Rusia menyerang Ukraina.", published="2023-01-15")
    assert found is not None
    assert (found.start, found.end) == ("2022-12-01", "2022-12-31")


@pytest.mark.parametrize(
    ("text", "published", "recent"),
    [
        ("Rusia menyerang Ukraina, Senin (24/7/2023).", "2023-07-27", True),
        ("Rusia menyerang Ukraina, Senin (24/7/2023).", "2024-07-27", False),  # of the year before
        ("Rusia menyerang Ukraina, Senin (24/7/2023).", None, False),
        ("Rusia akan menyerang Ukraina, Senin (31/7/2023).", "2023-07-27", False),  # still to come
        ("Rusia menyerang Ukraina.", "2023-07-27", False),  # nothing told
    ],
)
def test_recent_is_what_the_text_dates_to_the_days_before_the_report(
    text: str, published: str | None, recent: bool
) -> None:
    (sentence,) = encode(article(text, published=published), "id").sentences
    assert Clock(text, "id", published).when(sentence, 0).recent is recent


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("Kim promised aid to Russia, which has been at war since 2022.", "promised", "2023-07-27"),
        ("Ruto withdrew the bill, a day after police shot at protesters.", "withdrew", "2023-07-27"),
        ("The WHO condemned on Wednesday the killing of two men in Goma a day earlier.", "killing", "2023-07-25"),
        ("The WHO condemned on Wednesday the killing of two men in Goma a day earlier.", "condemned", "2023-07-26"),
        ("The envoy, who had met Abbas on Monday, thanked Macron late on Tuesday.", "thanked", "2023-07-25"),
        ("Cuba accused Spain after hundreds protested on Sunday.", "accused", "2023-07-27"),
        ("Cuba accused Spain after hundreds protested on Sunday.", "protested", "2023-07-23"),
    ],
)
def test_a_day_of_another_clause_dates_only_that(text: str, word: str, start: str) -> None:
    page = article(text, language="en")
    encoding = encode(page, "en")
    found = Clock(text, "en", THURSDAY).when(encoding.sentences[0], text.index(word)).date
    assert found is not None
    assert found.start == start


def test_a_story_goes_on_at_its_latest_day_to_the_end_of_its_paragraph() -> None:
    text = (
        "On Monday the US expelled 60 Russians over an attack on Sunday. London welcomed it.\n\nParis welcomed it too."
    )
    encoding = encode(article(*text.split("\n\n"), language="en"), "en")
    clock = Clock(text, "en", THURSDAY)
    dates = [clock.when(sentence, sentence.start + 8).date for sentence in encoding.sentences[1:]]
    assert [date.start for date in dates if date] == ["2023-07-24", "2023-07-27"]
