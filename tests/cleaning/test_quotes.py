"""Quotation marks are mended where their neighbours tell what they are, and left alone where they do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.cleaning.quotes import mend_quotes


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("”Kami siap,” kata dia.", "“Kami siap,” kata dia."),
        ("“Kami siap“ kata dia.", "“Kami siap” kata dia."),
        ("``Kami siap,'' kata dia.", "“Kami siap,” kata dia."),
        ("“ Kami siap, ” kata dia.", "“Kami siap,” kata dia."),
        ('" Kami siap, " kata dia.', '"Kami siap," kata dia.'),
        ('“Kami siap," kata dia.', "“Kami siap,” kata dia."),
        ('"Kami siap,” kata dia.', "“Kami siap,” kata dia."),
        ('""Kami siap,"" kata dia.', '"Kami siap," kata dia.'),
    ],
)
def test_broken_marks_are_mended(broken, mended):
    assert mend_quotes(broken) == mended


@pytest.mark.parametrize(
    "line",
    [
        '"Kami siap," kata dia. "Ya."',
        "“Kami siap,” kata dia kepada ‘Suara’.",
        '“Ia minta "surat yang hangat," kata laporan itu.',
        "Tingginya 5'' dan lebarnya 7''.",
        "Kami siap, kata dia.",
    ],
)
def test_sound_and_unclear_marks_are_left_alone(line):
    assert mend_quotes(line) == line


PIECES = st.sampled_from(['"', "“", "”", "``", "''", " ", "kata", "Kami", ",", ".", "(", ")"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_mending_changes_marks_and_spaces_only(line):
    assert re.sub(r"[\W_]+", "", mend_quotes(line)) == re.sub(r"[\W_]+", "", line)
