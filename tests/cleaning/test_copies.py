"""Of what a page holds twice, the more complete copy stays, in order; refrains and lists stay whole."""

from __future__ import annotations

from kawat.cleaning import clean
from kawat.records import Page

ONE = "Petani di tiga desa menolak bendungan yang akan menenggelamkan sawah mereka tahun depan."
TWO = "Bupati berjanji akan datang ke desa itu sesudah panen untuk mendengar keberatan warga."
THREE = "Perusahaan menyatakan ganti rugi sudah dibayar kepada sebagian besar pemilik lahan."
FOUR = "Warga menghitung baru sepertiga pemilik lahan yang menerima uang dari perusahaan itu."


def body(*lines: str) -> list[str]:
    found = clean(Page(source="uji", text="\n".join(lines), title="Bendungan"))
    return [span.of(found.text) for span in found.paragraphs]


def test_a_lead_that_was_cut_off_goes_in_favour_of_the_whole():
    assert body("Petani di tiga desa menolak bendungan yang akan menenggelamkan sawah...", ONE, TWO) == [ONE, TWO]


def test_the_first_page_before_the_whole_article_goes():
    assert body(ONE, TWO, "Halaman 1 2 Selanjutnya", ONE, TWO, THREE, FOUR) == [ONE, TWO, THREE, FOUR]


def test_of_two_copies_the_fuller_paragraph_stays_and_the_order_is_kept():
    assert body(ONE, TWO, THREE[:60] + "...", ONE, TWO, THREE, FOUR) == [ONE, TWO, THREE, FOUR]


def test_a_copy_with_chrome_inside_is_a_copy():
    broken = TWO.replace("panen", "panen ADVERTISEMENT")
    assert body(ONE, TWO, THREE, ONE, broken, THREE) == [ONE, TWO, THREE]


def test_a_copy_without_line_ends_goes():
    assert body(ONE, TWO, THREE, f"{ONE}{TWO}{THREE}") == [ONE, TWO, THREE]


def test_a_pull_quote_goes_with_its_name():
    told = "“Sawah ini warisan kakek kami dan tidak akan kami jual,” kata Sarip Mulyana, petani."
    pulled = "“Sawah ini warisan kakek kami dan tidak akan kami jual.”"
    assert body(ONE, told, pulled, "Sarip Mulyana, petani", TWO) == [ONE, told, TWO]


def test_sentences_that_differ_in_a_number_or_a_name_stay():
    lines = [
        "Harga beras di Pasar Timur naik menjadi Rp 14.000 per kilogram pada Senin.",
        "Harga beras di Pasar Barat naik menjadi Rp 15.500 per kilogram pada Senin.",
    ]
    assert body(ONE, *lines, TWO) == [ONE, *lines, TWO]


def test_a_refrain_stays():
    assert body(ONE, "“Sawah kami!”", TWO, "“Sawah kami!”", THREE) == [
        ONE,
        "“Sawah kami!”",
        TWO,
        "“Sawah kami!”",
        THREE,
    ]
