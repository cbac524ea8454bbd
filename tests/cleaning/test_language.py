"""Indonesian and English are kept; their neighbours are told apart from them, in short and mixed texts, too."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.language import Labelled, accuracy, labelled
from kawat.cleaning.language import identify

TEXTS = labelled()
DEV = [text for text in TEXTS if text.split == "dev"]
HELD = [text for text in TEXTS if text.split == "held"]


def test_there_are_enough_texts_of_enough_languages():
    assert len(TEXTS) >= 80
    assert {text.language for text in DEV} >= {"id", "en", "ms", "jv", "su", "tet", "tl", "nl", "de"}
    assert len({text.text for text in TEXTS}) == len(TEXTS)


@pytest.mark.parametrize("text", DEV, ids=lambda text: f"{text.language}-{text.text[:20]}")
def test_short_texts_that_the_words_were_chosen_with(text: Labelled):
    assert identify(text.text) == text.language


def test_short_texts_that_they_were_not_chosen_with():
    assert accuracy(HELD, identify) >= 0.9
    assert accuracy([text for text in HELD if text.language in ("id", "en")], identify) == 1.0


@pytest.mark.parametrize("language", ["id", "en", "ms"])
def test_long_texts_of_many_pieces(language):
    pieces = [text.text for text in TEXTS if text.language == language and text.kind == "news"]
    assert identify("\n\n".join(pieces)) == language


def test_the_words_that_count_are_more_than_the_other_languages():
    both = "Beliau berkata polisi menahan seorang pria karena kasus itu, bahwa uang perusahaan hilang pada Senin."
    assert identify(both) == "id"
    assert identify(both.replace("polisi", "polis").replace("karena", "kerana").replace("bahwa", "bahawa")) == "ms"


def test_long_quotations_do_not_make_the_language():
    speech = "“We have to find the truth, and we will not rest until it has been told to all of the people. " * 6
    assert (
        identify(f"Menteri Luar Negeri berpidato di London. {speech}” Pidato itu disambut tepuk tangan panjang.")
        == "id"
    )
    assert identify(f"{speech}” Ujar menteri.") == "en"


@pytest.mark.parametrize("text", ["", "123 456", "—", "\n"])
def test_what_has_no_words_has_no_language(text):
    assert identify(text) is None


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=100), st.sampled_from(TEXTS))
def test_any_text_has_a_short_code_or_none(text, labelled_text):
    for found in (identify(text), identify(text + labelled_text.text)):
        assert found is None or (found.islower() and 2 <= len(found) <= 3)
