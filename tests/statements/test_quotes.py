"""Where quotation marks open and close, in any style and with any mistake."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from making import article

from kawat.statements.quotes import MAX_OPEN, Quote, find_quotes


def quotes(*paragraphs: str) -> tuple[str, list[Quote]]:
    made = article(*paragraphs)
    return made.text, find_quotes(made.text, made.paragraphs)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("“Kami siap,” katanya.", ["Kami siap,"]),
        ('"Kami siap," katanya.', ["Kami siap,"]),
        ("«Kami siap», katanya.", ["Kami siap"]),
        ("„Kami siap,” katanya.", ["Kami siap,"]),
        ('Ia menyebut "rumor" dan "fitnah" itu.', ["rumor", "fitnah"]),
        ("“Ia bilang “pergi” kepada saya,” katanya.", ["Ia bilang “pergi” kepada saya,", "pergi"]),
        ('“Ia bilang "pergi" kepada saya,” katanya.', ['Ia bilang "pergi" kepada saya,', "pergi"]),
        ("“Kami siap“, katanya.", ["Kami siap"]),
        ("Ia berkata (“ya”).", ["ya"]),
        ("Tanpa tanda apa pun.", []),
        ("Layar 14” itu pecah.", []),
        ('""', []),
    ],
)
def test_quotations_of_one_paragraph(text: str, contents: list[str]) -> None:
    text, found = quotes(text)
    assert [quote.content.of(text) for quote in found] == contents
    assert all(quote.closed for quote in found)


def test_outer_holds_the_marks() -> None:
    text, (quote,) = quotes("Kata dia, “siap.”")
    assert (quote.outer.of(text), quote.content.of(text)) == ("“siap.”", "siap.")


def test_one_mark_may_close_two_quotations() -> None:
    text, (outer, inner) = quotes('“Kim menyebut "surat yang hangat," ungkap laporan itu.')
    assert outer.content.of(text) == 'Kim menyebut "surat yang hangat,'
    assert inner.content.of(text) == "surat yang hangat,"
    assert (outer.depth, inner.depth) == (0, 1)


def test_a_quotation_left_open_runs_to_the_end_of_its_sentence() -> None:
    text, (quote,) = quotes("“Kami siap. Ia lalu pergi. Hujan turun.")
    assert (quote.content.of(text), quote.closed) == ("Kami siap.", False)


def test_a_quotation_over_paragraphs_runs_to_the_end_of_the_first() -> None:
    text, (one, two) = quotes("“Kami siap. Kami kuat.", "“Kami menang,” katanya.")
    assert (one.content.of(text), one.closed, one.paragraph) == ("Kami siap. Kami kuat.", False, 0)
    assert (two.content.of(text), two.closed, two.paragraph) == ("Kami menang,", True, 1)


def test_a_mistake_in_one_paragraph_does_not_spoil_the_next() -> None:
    text, found = quotes("Katanya: “Kami siap.", "Ia pergi.", '"Kami menang," katanya.')
    assert [quote.content.of(text) for quote in found] == ["Kami siap.", "Kami menang,"]


MARKS = st.text(alphabet='“”„«»""\'‘’ab .,!?()—\n ', min_size=1, max_size=60)


@settings(max_examples=500, deadline=None)
@given(st.lists(MARKS, min_size=1, max_size=4))
@example(["“" * 8])
@example(["“", "”"])
@example([" ", "“"])
def test_any_marks_give_quotations_inside_their_paragraphs(paragraphs: list[str]) -> None:
    made = article(*paragraphs)
    found = find_quotes(made.text, made.paragraphs)
    for quote in found:
        paragraph = made.paragraphs[quote.paragraph]
        assert paragraph.covers(quote.outer)
        assert quote.outer.covers(quote.content)
        assert quote.content.start < quote.content.end
        assert 0 <= quote.depth < MAX_OPEN
    assert found == sorted(found, key=lambda quote: (quote.outer.start, -quote.outer.end))
