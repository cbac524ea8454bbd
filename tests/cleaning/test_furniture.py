"""Titles of other stories, heads and tails of pages, captions and names on lines of their own."""

from __future__ import annotations

import pytest

from kawat.cleaning import clean
from kawat.records import Article, Page

TITLE = "Petani Tiga Desa Tolak Bendungan di Hulu Sungai"
ONE = "Petani di tiga desa menolak bendungan yang akan menenggelamkan sawah mereka tahun depan."
TWO = "Bupati berjanji akan datang ke desa itu sesudah panen untuk mendengar keberatan warga."
THREE = "Perusahaan menyatakan ganti rugi sudah dibayar kepada sebagian besar pemilik lahan."


def article(*lines: str) -> Article:
    found = clean(Page(source="uji", text="\n".join(lines)))
    assert isinstance(found, Article)
    return found


def bodies(found: Article) -> list[str]:
    return [span.of(found.text) for span in found.paragraphs]


def test_titles_below_a_heading_are_chrome_up_to_the_next_sentence():
    found = article(TITLE, ONE, "Baca Juga:", "Harga Cabai Naik Lagi", "|", "Jadwal Kapal ke Pulau Seribu", TWO, THREE)
    assert bodies(found) == [ONE, TWO, THREE]


def test_a_title_above_a_button_is_chrome():
    found = article(TITLE, ONE, "Jadwal Kapal ke Pulau Seribu", "Selengkapnya", TWO, THREE)
    assert bodies(found) == [ONE, TWO, THREE]


def test_a_lone_title_of_another_story_is_chrome_and_the_articles_own_heading_stays():
    found = article(TITLE, ONE, "Cara Membuat Rendang Empuk Tanpa Santan", TWO, "Bupati Berjanji Datang ke Desa", THREE)
    assert bodies(found) == [ONE, TWO, "Bupati Berjanji Datang ke Desa", THREE]


def test_lines_of_a_list_stay():
    lines = ["Warga mengajukan tiga tuntutan:", "Tunda Pembangunan sampai Panen Raya", "Bayar Ganti Rugi Secara Tunai"]
    assert bodies(article(TITLE, ONE, *lines, TWO)) == [ONE, *lines, TWO]


def test_the_title_is_the_headline_whose_words_come_back():
    found = article("Home News Sport Culture Travel Weather", "Please update your browser", TITLE, ONE, TWO, THREE)
    assert found.title == TITLE
    assert bodies(found) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["Rina Wulandari", "Senin, 1 Juli 2024 | 10:30 WIB"], ("Rina Wulandari",)),
        (["Rina Wulandari", "Penulis", "Bagus Prakoso", "Editor"], ("Rina Wulandari",)),
        (["Reporter:", "Rina Wulandari", "Editor:", "Bagus Prakoso"], ("Rina Wulandari",)),
        (["Rina Wulandari | Bagus Prakoso", "Senin, 1 Juli 2024"], ("Rina Wulandari", "Bagus Prakoso")),
        (["Jane Miller in Hanoi", "Tue 2 Jul 2024 10.15 BST"], ("Jane Miller",)),
        (["Jane Miller", "BBC News, Hanoi", "Published July 2, 2024"], ("Jane Miller",)),
        (["Tim Redaksi", "Senin, 1 Juli 2024"], ()),
    ],
)
def test_names_on_lines_of_their_own_in_the_head_of_a_page(lines, names):
    found = article(TITLE, *lines, ONE, TWO, THREE)
    assert found.bylines == names
    assert bodies(found) == [ONE, TWO, THREE]


def test_what_follows_the_end_is_no_part_of_the_article():
    tail = ["Editor: Bagus Prakoso", "Tags", "bendungan", "Berita Terkait", "Harga Cabai Naik Lagi di Tiga Kota"]
    found = article(TITLE, ONE, TWO, THREE, *tail)
    assert bodies(found) == [ONE, TWO, THREE]
    assert found.bylines == ()


def test_a_line_about_the_writer_is_a_byline():
    found = article(TITLE, "Oleh Rina Wulandari", ONE, TWO, THREE, "Rina Wulandari adalah wartawan di Demak.")
    assert bodies(found) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "line",
    [
        "Petani berjaga di tepi sawah, Senin (1/7/2024). (KabarUji.com/Rina Wulandari)",
        "Petani berjaga di tepi sawah. /ANTARA/Rina Wulandari",
        "Petani berjaga di tepi sawah. Foto: Dok. Desa",
        "Farmers keep watch by their fields. Photograph: Jane Miller/EPA",
        "Farmers keep watch by their fields. © Jane Miller, AFP",
    ],
)
def test_captions_show_by_their_credit(line):
    found = article(TITLE, line, ONE, TWO, THREE)
    assert [piece.text for piece in found.removed if piece.reason == "caption"] == [line]
    assert bodies(found) == [ONE, TWO, THREE]


def test_a_writer_credited_behind_the_last_sentence_does_not_make_it_a_caption():
    last = "“Sawah ini warisan kakek kami,” kata Sarip."
    found = article(TITLE, ONE, TWO, f"{last} (KabarUji.com/Rina Wulandari)")
    assert bodies(found)[-1] == last


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to improve our website. By signing up you agree to our terms.",
        "Ikuti saluran WhatsApp kami dan dapatkan berita terkini setiap hari.",
        "Koreksi: Versi awal artikel ini menyebut dua desa. Yang benar tiga desa.",
        "This article was amended on 3 July 2024 to correct the number of villages.",
    ],
)
def test_what_a_site_says_of_itself_goes(line):
    assert bodies(article(TITLE, ONE, line, TWO, THREE)) == [ONE, TWO, THREE]


@pytest.mark.parametrize(
    "line",
    [
        "Video itu beredar di grup WhatsApp warga sejak Minggu malam.",
        "The ministry said it would block the app store for all users.",
        "Cookies were handed out to your neighbours, said Mr Hale.",
    ],
)
def test_news_about_such_things_stays(line):
    assert bodies(article(TITLE, ONE, line, TWO, THREE)) == [ONE, line, TWO, THREE]


def test_a_sentence_broken_around_links_is_joined():
    found = article(
        TITLE,
        "Petani di tiga desa di hulu sungai menolak",
        "bendungan besar",
        "yang akan dibangun tahun depan.",
        TWO,
        THREE,
    )
    assert (
        bodies(found)[0] == "Petani di tiga desa di hulu sungai menolak bendungan besar yang akan dibangun tahun depan."
    )


def test_times_of_a_live_blog_are_metadata():
    found = article(TITLE, ONE, "07:10 WITA", TWO, "Today, 5:58 pm", THREE)
    assert bodies(found) == [ONE, TWO, THREE]


def test_the_line_that_says_published_beats_the_one_that_says_updated():
    found = article(TITLE, "Diperbarui 3 Juli 2024, 09:00 WIB", "Diterbitkan 1 Juli 2024, 10:30 WIB", ONE, TWO)
    assert found.published == "2024-07-01"


def test_relative_times_tell_no_day():
    assert article(TITLE, "2 jam lalu", ONE, TWO).published is None


def test_the_outlet_that_publishes_is_not_cited_and_whom_it_quotes_is():
    found = article(
        TITLE, "HANOI, July 2 (Reuters) - " + ONE, "Demikian dilaporkan Xinhua.", "© 2024 Reuters. All rights reserved."
    )
    assert found.agencies == ("Xinhua",)
