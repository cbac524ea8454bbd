"""Tags and entities that scraping has left in a page of text are no words of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.cleaning import clean
from kawat.cleaning.stray import without_markup
from kawat.records import Article, Page


@pytest.mark.parametrize(
    ("scraped", "plain"),
    [
        ("Polisi <b>membubarkan</b> massa.", "Polisi membubarkan massa."),
        ("Massa bubar.<br/>Jalan dibuka.", "Massa bubar.\nJalan dibuka."),
        ('Kata <a href="https://kabar.uji/x">warga</a>.', "Kata warga."),
        ("AS &amp; Cina, &quot;kami siap&quot;", 'AS & Cina, "kami siap"'),
        ("Isi <script>var x = 1;</script>lagi", "Isi  lagi"),
        ("Harga 3 < 5 dan 7 > 2, lalu <nama> dan R&D", "Harga 3 < 5 dan 7 > 2, lalu <nama> dan R&D"),
    ],
)
def test_tags_of_running_text_go_and_everything_else_stays(scraped: str, plain: str):
    assert without_markup(scraped) == plain


@given(st.text(alphabet="abc<>/&;# p", max_size=60))
def test_text_without_marks_of_markup_is_left_as_it_is(text: str):
    cleaned = without_markup(text)
    assert len(cleaned) <= len(text)
    if "<" not in text and "&" not in text:
        assert cleaned == text


def test_an_article_with_stray_tags_has_none_in_its_text():
    page = "Warga Tolak Tambang\nJEPARA - Warga <i>tiga desa</i> menolak tambang.<br>Mereka menemui bupati Senin."
    found = clean(Page(source="uji", text=page))
    assert isinstance(found, Article)
    assert found.text == "Warga tiga desa menolak tambang.\n\nMereka menemui bupati Senin."
