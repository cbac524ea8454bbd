"""Expressions of time: which words they are, and which days they mean."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.times import find_expressions

THURSDAY = date(2023, 7, 27)


def days(text: str, language: str, published: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    """Return each expression's words with its first and last day."""
    found = find_expressions(text, language, published)
    return [(text[e.start : e.end], e.first.isoformat(), e.last.isoformat()) for e in found]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("Mereka tiba Kamis (27/7/2023) pagi.", "Kamis (27/7/2023)", "2023-07-27", "2023-07-27"),
        ("Latihan itu digelar 12-14 Mei 2023.", "12-14 Mei 2023", "2023-05-12", "2023-05-14"),
        ("Latihan itu digelar 12 hingga 14 Mei 2023.", "12 hingga 14 Mei 2023", "2023-05-12", "2023-05-14"),
        ("Ia berkunjung Senin hingga Rabu.", "Senin hingga Rabu", "2023-07-24", "2023-07-26"),
        ("Bentrokan pecah pada Rabu malam.", "Rabu malam", "2023-07-26", "2023-07-26"),
        ("Bentrokan pecah Selasa lalu.", "Selasa lalu", "2023-07-25", "2023-07-25"),
        ("Mogok kerja dimulai dua hari lalu.", "dua hari lalu", "2023-07-25", "2023-07-25"),
        ("Mogok kerja dimulai 10 hari yang lalu.", "10 hari yang lalu", "2023-07-17", "2023-07-17"),
        ("Mereka berunding sepekan lalu.", "sepekan lalu", "2023-07-17", "2023-07-23"),
        ("Perang pecah pada Februari 2022.", "Februari 2022", "2022-02-01", "2022-02-28"),
        ("Perang pecah pada Maret lalu.", "Maret lalu", "2023-03-01", "2023-03-31"),
        ("Jembatan dibuka awal Maret.", "awal Maret", "2023-03-01", "2023-03-10"),
        ("Pemilu digelar pada November mendatang.", "November mendatang", "2023-11-01", "2023-11-30"),
        ("Kudeta terjadi pada 2014.", "2014", "2014-01-01", "2014-12-31"),
        ("Blokade berlaku sejak 2022.", "2022", "2022-01-01", "2023-07-27"),
        ("Sidang digelar tiga tahun lalu.", "tiga tahun lalu", "2020-01-01", "2020-12-31"),
    ],
)
def test_indonesian(text: str, words: str, first: str, last: str) -> None:
    assert days(text, "id") == [(words, first, last)]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("They met on Tuesday night.", "Tuesday night", "2023-07-25", "2023-07-25"),
        ("They met on July 24, 2023.", "July 24, 2023", "2023-07-24", "2023-07-24"),
        ("They met on May 12-14, 2023.", "May 12-14, 2023", "2023-05-12", "2023-05-14"),
        ("The drills ran from Monday to Wednesday.", "Monday to Wednesday", "2023-07-24", "2023-07-26"),
        ("The strike began three days ago.", "three days ago", "2023-07-24", "2023-07-24"),
        ("Troops left in early March.", "early March", "2023-03-01", "2023-03-10"),
        ("Troops left last March.", "March", "2023-03-01", "2023-03-31"),
        ("Troops left in February 2022.", "February 2022", "2022-02-01", "2022-02-28"),
        ("The siege has lasted since 2022.", "2022", "2022-01-01", "2023-07-27"),
        ("The vote is due next Tuesday.", "Tuesday", "2023-08-01", "2023-08-01"),
    ],
)
def test_english(text: str, words: str, first: str, last: str) -> None:
    assert days(text, "en") == [(words, first, last)]


def test_before_and_after_are_reckoned_from_the_day_told_last() -> None:
    text = "Polisi datang pada 20 Juli 2023. Dua hari sebelumnya warga memblokade jalan; keesokan harinya mereka pergi."
    assert [d[1] for d in days(text, "id")] == ["2023-07-20", "2023-07-18", "2023-07-19"]


def test_so_long_after_something_dates_what_was_before() -> None:
    text = "She was sworn in on Monday, two days after troops captured him. Later that day she spoke."
    found = find_expressions(text, "en", date(2026, 1, 6))
    assert [(e.first.isoformat(), e.aside) for e in found] == [
        ("2026-01-05", False), ("2026-01-03", True), ("2026-01-05", False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The leaders will meet in Berlin on Monday.", "2023-07-31"),
        ("The envoys are due to meet on Monday, officials said on Wednesday.", "2023-07-31"),
        ("The leaders will meet, officials said on Monday.", "2023-07-24"),
        ("The leaders will meet after the raid on Monday.", "2023-07-24"),
        ("The leaders will meet on Thursday.", "2023-07-27"),
        ("Rebels set fire to a school on Monday.", "2023-07-24"),
        ("They met last Thursday.", "2023-07-20"),
        ("They met on Tuesday of last week.", "2023-07-18"),
        ("The vote is on Tuesday next week.", "2023-08-01"),
    ],
)
def test_weekdays_still_to_come_and_of_other_weeks(text: str, first: str) -> None:
    assert days(text, "en")[0][1] == first


def test_a_weekday_of_last_week_and_one_to_come_in_indonesian() -> None:
    assert days("Mereka ditangkap Rabu pekan lalu.", "id")[0][1] == "2023-07-19"
    assert days("Kedua menteri akan bertemu pada Senin.", "id")[0][1] == "2023-07-31"
    assert days("Kedua menteri akan bertemu, katanya pada Senin.", "id")[0][1] == "2023-07-24"


def test_since_a_date_lasts_until_the_report_in_english() -> None:
    text = "Workers have been on strike since 11 July 2023. The next day talks failed."
    assert [d[1:] for d in days(text, "en")] == [("2023-07-11", "2023-07-27"), ("2023-07-28", "2023-07-28")]


def test_weeks_months_and_years_are_reckoned_from_the_day_told_last() -> None:
    text = "They met on July 20, 2023. The previous week troops had left; the following month they came back."
    assert [d[1:] for d in days(text, "en")[1:]] == [("2023-07-10", "2023-07-16"), ("2023-08-01", "2023-08-31")]


def test_days_that_look_back_say_so() -> None:
    text = "They met on July 20, 2023. Two days earlier he was ill. The next day she left."
    assert [e.back for e in find_expressions(text, "en", THURSDAY)] == [False, True, False]


def test_a_month_of_last_year_and_a_weekend() -> None:
    assert days("Mereka ditangkap Agustus tahun lalu.", "id") == [("Agustus tahun lalu", "2022-08-01", "2022-08-31")]
    assert days("They met over the weekend.", "en") == [("over the weekend", "2023-07-22", "2023-07-23")]


def test_a_weekday_that_contradicts_its_date_is_reported_and_both_days_are_kept() -> None:
    (found,) = find_expressions("Mereka tiba Selasa (27/7/2023).", "id", THURSDAY)
    assert found.contradicts
    assert (found.first.isoformat(), found.last.isoformat()) == ("2023-07-25", "2023-07-27")


def test_inside_a_quotation_time_runs_from_the_day_it_was_said() -> None:
    text = '"Kami diserang kemarin," kata warga itu, Selasa (25/7/2023).'
    found = find_expressions(text, "id", THURSDAY, [(1, text.index('," kata'))])
    assert [e.first.isoformat() for e in found] == ["2023-07-24", "2023-07-25"]


def test_names_that_are_also_months_are_no_dates() -> None:
    assert days("Theresa May dan Mei Mei bertemu.", "id") == []
    assert days("Theresa May met him.", "en") == []


WORDS = st.sampled_from(
    [
        *"pada Senin Rabu malam lalu 12 - 14 Mei 2023 hingga awal sejak tahun dua hari sebelumnya (27/7/2023)".split(),
        *"in early March last week May 12-14, since 2022 three days ago Tuesday next overnight 31/2/2020 99".split(),
        "\n\n", "\u200f", "99999", ".",
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60), st.sampled_from(["id", "en"]))
def test_any_text_gives_ordered_spans_of_ordered_days(text: str, language: str) -> None:
    found = find_expressions(text, language, THURSDAY)
    assert all(e.first <= e.last and 0 <= e.start < e.end <= len(text) for e in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
