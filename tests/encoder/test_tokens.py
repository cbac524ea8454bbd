"""Tokens: what stays together, what comes apart, and that nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kawat.encoder.tokens import tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kim Jong-un tiba.", ["Kim", "Jong-un", "tiba", "."]),
        ("hubungan DPRK-Rusia", ["hubungan", "DPRK", "-", "Rusia"]),
        ("US-led sanctions", ["US", "-", "led", "sanctions"]),
        ("perang Rusia-Ukraina", ["perang", "Rusia", "-", "Ukraina"]),
        ("kata-kata anti-Barat", ["kata-kata", "anti-Barat"]),
        ("ke-77", ["ke-77"]),
        ("Kamis (27/7/2023)", ["Kamis", "(", "27/7/2023", ")"]),
        ("Rp 1.500,50 dan 70th", ["Rp", "1.500,50", "dan", "70th"]),
        ("pukul 14:05 WIB", ["pukul", "14:05", "WIB"]),
        ("Israel's army", ["Israel", "'s", "army"]),
        ("Putin’s letter", ["Putin", "’s", "letter"]),
        ("Ma'ruf Amin", ["Ma'ruf", "Amin"]),
        ("the U.S. and the U.N. met", ["the", "U.S.", "and", "the", "U.N.", "met"]),
        ("“Kami siap,” katanya", ["“", "Kami", "siap", ",", "”", "katanya"]),
        ("diam ... lalu — pergi", ["diam", "...", "lalu", "—", "pergi"]),
        ("US$5 juta", ["US", "$", "5", "juta"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_numbers_and_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_spans_are_of_the_whole_text() -> None:
    text = "Kata Putin: Rusia siap"
    tokens = tokenize(text, 12, len(text))
    assert [(t.start, t.end) for t in tokens] == [(12, 17), (18, 22)]
    assert [text[t.start : t.end] for t in tokens] == ["Rusia", "siap"]


def test_lower_is_lower_case_with_a_straight_apostrophe() -> None:
    assert [token.lower for token in tokenize("Putin’s ASEAN", 0, 13)] == ["putin", "'s", "asean"]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120) | st.text(alphabet="aB1-'’.,:/_ \n“”é½", max_size=60))
@example("A-B-'s")
@example("Ünal-Çelik’s")
def test_tokens_hold_every_character_that_is_no_space_once_and_in_order(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    held = [i for token in tokens for i in range(token.start, token.end)]
    assert held == [i for i, char in enumerate(text) if not char.isspace()]
    assert all(token.text == text[token.start : token.end] for token in tokens)
