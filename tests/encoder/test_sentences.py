"""Sentences: where they end and where a dot ends nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import article

from kawat.encoder import encode
from kawat.encoder.sentences import MAX_SENTENCE, split


def sentences(text: str, language: str = "id") -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text), language)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Shoigu tiba di Pyongyang.", "Kim menjamunya."],
        ["Siapa yang menang?", "Belum jelas!", "Semua menunggu."],
        ["Harga naik menjadi Rp 1.500.", "Warga mengeluh."],
        ["Menurut Prof. Dr. Azyumardi Azra hal itu wajar.", "Ia setuju."],
        ["Ia tinggal di Jl. Thamrin No. 5 Jakarta.", "Rumahnya besar."],
        ["Gugatan itu diajukan Johnny G. Plate kemarin.", "Hakim menolak."],
        ["“Kami siap.”", "Begitu kata dia."],
        ['"Mengapa?" tanya hakim itu.', "Saksi diam."],
        ["Ia berkata, “Kami akan datang.” lalu pergi.", "Tamu menyusul."],
        ["Mereka menunggu... lalu pulang.", "Hujan turun."],
        ["Tanpa titik di akhir"],
    ],
)
def test_indonesian(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Smith met Gen. Mark Milley.", "They talked."],
        ["George W. Bush spoke.", "Nobody answered."],
        ["The U.S. army left.", "Kabul fell."],
        ['"We are ready."', "He left."],
        ["It fell 3.5 percent.", "Shares rose."],
        ["“Why now?” he asked.", "There was no answer."],
        ["The deal (signed in May.)", "It holds."],
    ],
)
def test_english(parts: list[str]) -> None:
    assert sentences(" ".join(parts), "en") == parts


def test_a_sentence_never_runs_over_a_paragraph() -> None:
    encoding = encode(article("Tanpa titik", "Kalimat kedua. Kalimat ketiga."), "id")
    assert [(s.paragraph, len(s.tokens)) for s in encoding.sentences] == [(0, 2), (1, 3), (1, 3)]


def test_an_endless_sentence_is_cut_at_white_space() -> None:
    text = "kata " * 1_000
    pieces = split(text, 0, len(text), "id")
    assert all(end - start <= MAX_SENTENCE for start, end in pieces)
    assert all(text[start:end].strip().split() == ["kata"] * text[start:end].count("kata") for start, end in pieces)


PIECES = [
    "Kata",
    "dia.",
    "Dr.",
    "A.",
    "“Ya,”",
    '"Why?"',
    "...",
    "?!",
    "1.500",
    "No.",
    "PBB",
    "he",
    "x",
    "\t",
    "—",
    "(ok.)",
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), min_size=1, max_size=4
    ),
    st.sampled_from(["id", "en"]),
)
def test_sentences_hold_every_character_that_is_no_space_once_and_in_order(parts: list[str], language: str) -> None:
    made = article(*parts)
    found = encode(made, language).sentences
    held = [i for sentence in found for token in sentence.tokens for i in range(token.start, token.end)]
    inside = [i for span in made.paragraphs for i in range(span.start, span.end) if not made.text[i].isspace()]
    assert held == inside
    assert all(one.end <= two.start for one, two in pairwise(found))
    for sentence in found:
        assert all(sentence.start <= token.start < token.end <= sentence.end for token in sentence.tokens)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 5_000), st.sampled_from(["x", "kata ", "a.b", "“Ya.” "]))
def test_long_text_is_cut_without_loss(count: int, piece: str) -> None:
    text = piece * count
    pieces = split(text, 0, len(text), "id")
    inside = {i for start, end in pieces for i in range(start, end)}
    assert all(i in inside for i, char in enumerate(text) if not char.isspace())
    assert all(0 <= start < end <= len(text) for start, end in pieces)
