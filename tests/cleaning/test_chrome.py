"""Page chrome, captions and lines about the page are told from the article, by the languages' phrase lists."""

from __future__ import annotations

import pytest

from kawat.cleaning import clean
from kawat.records import Article, Page

FIRST = "Wali Kota meresmikan pasar baru di tepi sungai pada Senin pagi."
LAST = "Para pedagang akan pindah ke pasar itu mulai bulan depan."


def within(line: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Clean a page that has ``line`` in its middle; return its paragraphs and what was removed."""
    found = clean(Page(source="uji", text=f"{FIRST}\n{line}\n{LAST}", title="Pasar Baru"))
    assert isinstance(found, Article)
    bodies = [span.of(found.text) for span in found.paragraphs]
    return bodies, [(piece.text, piece.reason) for piece in found.removed]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("A", "chrome"),
        ("A+", "chrome"),
        ("loading...", "chrome"),
        ("ADVERTISEMENT", "chrome"),
        ("SCROLL TO CONTINUE WITH CONTENT", "chrome"),
        ("Baca juga: Pasar Lama Terbakar", "chrome"),
        ("BACA JUGA : Pasar Lama Terbakar", "chrome"),
        ("Simak Video: Suasana Pasar Lama", "chrome"),
        ("[Gambas:Video 20detik]", "chrome"),
        ('Tonton juga video "Pasar Lama" di sini:', "chrome"),
        ("Ikuti berita terkini KabarUji di Google News", "chrome"),
        ("Dapatkan update berita pilihan setiap hari", "chrome"),
        ("Artikel ini telah tayang di KabarUji.com", "chrome"),
        ("Bagikan:", "chrome"),
        ("Tags: pasar, sungai", "chrome"),
        ("Halaman 2 dari 3", "chrome"),
        ("Read more: The old market burns", "chrome"),
        ("Sign up for our newsletter", "chrome"),
        ("Story continues below advertisement", "chrome"),
        ("12 Komentar", "chrome"),
        ("Foto: Dinas Perdagangan", "caption"),
        ("Pedagang menata barang di pasar lama. (Foto: Rina/KabarUji)", "caption"),
        ("Pedagang menata barang, Senin (1/7/2024). ANTARA FOTO/Rina Sari/nz", "caption"),
        ("A vendor at the market. REUTERS/Jane Miller", "caption"),
        ("Senin, 1 Juli 2024 | 10:30 WIB", "metadata"),
        ("Published July 1, 2024 10:30 GMT", "metadata"),
        ("Home > Berita > Daerah", "metadata"),
        ("Sumber: Antara", "metadata"),
        ("5 menit membaca", "metadata"),
    ],
)
def test_lines_beside_the_article_are_removed(line, reason):
    bodies, removed = within(line)
    assert bodies == [FIRST, LAST]
    assert removed == [(line, reason)]


@pytest.mark.parametrize(
    "line",
    [
        "Baca doa bersama digelar di pasar lama sebelum peresmian itu.",
        "Iklan pasar itu dipasang di seluruh kota sejak pekan lalu.",
        "Video yang beredar memperlihatkan api di pasar lama, kata polisi.",
        "Foto itu diambil pada 1965.",
        "“Kami menolak,” kata dia.",
        "1. Gencatan senjata",
        "Ia lahir pada 27 Juli 1945.",
        "Share prices fell by a tenth in early trading on Monday.",
        "Tag harga dipasang di setiap kios.",
        "Editor surat kabar itu ditahan polisi sejak Senin.",
        "Ikuti aturan, kata Wali Kota.",
    ],
)
def test_sentences_of_the_article_stay(line):
    assert within(line) == ([FIRST, line, LAST], [])


def test_chrome_inside_a_line_is_cut_out():
    line = "Pasar itu luas. ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT Pasar itu juga bersih."
    bodies, removed = within(line)
    assert bodies[1] == "Pasar itu luas. Pasar itu juga bersih."
    assert removed == [("ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT", "chrome")]


def test_a_glued_cross_reference_is_cut_and_the_sentences_parted():
    bodies, removed = within(
        "Pasar itu luas (5/9/2023).Baca JugaWali Kota, Rina Sari, memuji pasar itu.“Bagus,” katanya."
    )
    assert bodies[1] == "Pasar itu luas (5/9/2023). Wali Kota, Rina Sari, memuji pasar itu. “Bagus,” katanya."
    assert removed == [("Baca Juga", "chrome")]


def test_lists_of_other_articles_at_the_end_are_removed():
    text = f"{FIRST}\n{LAST}\nBerita Terkait\nPasar Lama Terbakar Habis\nHarga Beras Naik Lagi di Tiga Kota Besar"
    found = clean(Page(source="uji", text=text, title="Pasar"))
    assert found.text == f"{FIRST}\n\n{LAST}"
    assert {piece.reason for piece in found.removed} == {"chrome"}


def test_labels_around_the_article_are_removed_and_labels_within_it_stay():
    text = (
        f"Daerah\nPasar Baru Diresmikan Hari Ini oleh Wali Kota\n{FIRST}\nLima tuntutan pedagang\n{LAST}\npasar\nsungai"
    )
    found = clean(Page(source="uji", text=text, title="Pasar Baru Diresmikan Hari Ini oleh Wali Kota"))
    assert found.text == f"{FIRST}\n\nLima tuntutan pedagang\n\n{LAST}"
