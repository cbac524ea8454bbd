"""Pages that fuzzing found to be too much for a rule; each took half a minute and more."""

from __future__ import annotations

import pytest

from kawat.cleaning import clean
from kawat.records import Article, Page, Reject

PROSE = "Wali Kota meresmikan pasar baru di tepi sungai pada Senin pagi."


@pytest.mark.parametrize("line", ["4" * 88 + "Halaman 2 dari 2", "4 " * 150, "4" * 300])
def test_long_rows_of_digits(line):
    found = clean(Page(source="uji", text=f"{PROSE}\n{line}\n{PROSE}"))
    assert isinstance(found, Article)
    assert PROSE in found.text


@pytest.mark.parametrize("line", ["1 2 3 Selanjutnya", "12345 Tampilkan Semua", "1 2 3 4 5 Show All", "2Selanjutnya"])
def test_page_numbers_are_chrome(line):
    found = clean(Page(source="uji", text=f"{PROSE}\n{line}\nPara pedagang pindah bulan depan."))
    assert isinstance(found, Article)
    assert [piece.text for piece in found.removed] == [line]


def test_pages_of_very_many_short_paragraphs():
    page = f"<html><body><p>{PROSE}</p>{'<div><div><p>a</p></div></div>' * 3000}</body></html>"
    assert isinstance(clean(Page(source="uji", html=page)), Article | Reject)
