"""A page falls into the blocks that a browser shows apart, each with its element and its share of links."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kawat.cleaning.html.blocks import Block, blocks_of
from kawat.cleaning.html.names import kinds_of, load_markup
from kawat.cleaning.html.tree import NoArticleError, parse


def blocks(body: str) -> list[Block]:
    return blocks_of(parse(f"<html><body>{body}</body></html>"))


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


def test_elements_that_stand_apart_are_blocks_of_their_own():
    assert texts("<h1>Judul</h1><div>Satu <b>dua</b><p>Tiga.</p>empat</div>") == ["Judul", "Satu dua", "Tiga.", "empat"]


def test_text_after_a_nested_block_belongs_to_the_outer_element():
    assert [block.tag for block in blocks("<div>Satu<p>Dua</p>Tiga</div>")] == ["div", "p", "div"]


def test_scripts_styles_and_buttons_are_not_shown():
    assert texts("<p>Isi.</p><script>var x = 'Isi'</script><style>p {}</style><button>Kirim</button>") == ["Isi."]


def test_a_break_after_a_sentence_parts_paragraphs_and_one_inside_a_sentence_does_not():
    assert texts("<p>Polisi datang.<br>Massa bubar.</p>") == ["Polisi datang.", "Massa bubar."]
    assert texts("<p>Polisi datang<br>pada malam hari.</p>") == ["Polisi datang pada malam hari."]


def test_an_empty_line_parts_paragraphs_in_any_case():
    assert texts("<p>Daftar korban<br><br>Dua orang luka</p>") == ["Daftar korban", "Dua orang luka"]


def test_the_share_of_links_counts_the_characters_inside_them():
    plain, half, full = blocks("<p>abcd</p><p>abcd <a href='/'>efgh</a></p><p><a href='/'>abcd</a></p>")
    assert (plain.linked, half.linked, full.linked) == (0.0, 0.5, 1.0)


def test_a_row_of_facts_is_one_block_and_a_table_for_layout_is_walked():
    assert texts("<table><tr><td>Aceh</td><td>12</td></tr></table>") == ["Aceh | 12"]
    assert texts("<table><tr><td><p>Berita satu.</p></td><td><p>Berita dua.</p></td></tr></table>") == [
        "Berita satu.",
        "Berita dua.",
    ]


def test_names_of_elements_tell_their_kind_whatever_the_style_of_writing():
    def kinds(names: str) -> frozenset[str]:
        return kinds_of(parse(f'<html><body><div class="{names}">x</div></body></html>').find("body/div"))

    assert kinds("articleRelated") == kinds("related-links") == kinds("box_related") == {"chrome"}
    assert kinds("photo-caption") == {"caption"}
    assert kinds("read-more") == {"chrome"}
    assert kinds("article__body") == kinds("unrelatedness") == frozenset()


@given(st.text(alphabet="<>/abpdivtr= \"'é\n&;", max_size=200))
def test_any_markup_gives_blocks_of_text_or_is_refused(markup: str):
    try:
        found = blocks(markup)
    except NoArticleError:
        return
    for block in found:
        assert block.text.strip() == block.text != ""
        assert 0.0 <= block.linked <= 1.0


def test_every_listed_name_can_be_met():
    data = load_markup()
    assert all(re.fullmatch(r"[a-z]+", name) for names in data.names.values() for name in names)
    assert all(re.fullmatch(r"[a-z]+ [a-z]+", name) for names in data.joined.values() for name in names)
