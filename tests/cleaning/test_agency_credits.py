"""Agencies credited at the end of a report, in its dateline and behind "©"; paragraphs before such credits stay."""

from __future__ import annotations

import time

import pytest

from kawat.cleaning import clean
from kawat.cleaning.agencies import find_agencies
from kawat.cleaning.captions import is_credited
from kawat.cleaning.signature import credited, first_outlets, owning_wire, signature
from kawat.records import Article, Page

TITLE = "Nelayan Dua Pulau Tolak Tambang Pasir"
ONE = "Nelayan di dua pulau menolak tambang pasir laut yang mengeruhkan tempat mereka mencari ikan."
TWO = "Bupati berjanji akan menemui mereka di balai desa sesudah musim angin barat berakhir."
LAST = "Perusahaan itu mulai mengeruk pada Mei 2023. Izinnya sempat dibekukan setelah dua perahu tenggelam."
ELSEWHERE = "https://koran.example/berita/1"


def article(*lines: str, url: str | None = ELSEWHERE) -> Article:
    found = clean(Page(source="uji", text="\n".join(lines), title=TITLE, url=url))
    assert isinstance(found, Article)
    return found


def bodies(found: Article) -> list[str]:
    return [span.of(found.text) for span in found.paragraphs]


@pytest.mark.parametrize("url", [ELSEWHERE, None])
@pytest.mark.parametrize(
    ("credit", "agencies"),
    [
        ("(AFP/I-1)", ("AFP",)),
        ("(Antara/H-3)", ("Antara",)),
        ("(Ant/P-2)", ("Antara",)),
        ("(Reuters/est)", ("Reuters",)),
        ("(Xinhua/Ant/OL-3)", ("Xinhua", "Antara")),
        ("(Al Jazeera/I-2)", ("Al Jazeera",)),
        ("(AFP/Al Jazeera)", ("AFP", "Al Jazeera")),
        ("(Antara, Reuters)", ("Antara", "Reuters")),
        ("(Antara/jpnn.com)", ("Antara",)),
        ("(Anadolu)", ("Anadolu",)),
        ("(Sumber: Antara)", ("Antara",)),
        ("— AFP", ("AFP",)),
        ("- Reuters", ("Reuters",)),
    ],
)
def test_only_the_credit_of_the_last_paragraph_is_cut_off(credit, agencies, url):
    found = article(ONE, TWO, f"{LAST} {credit}", url=url)
    assert bodies(found) == [ONE, TWO, LAST]
    assert found.agencies == agencies
    assert [(piece.text, piece.reason) for piece in found.removed] == [(credit, "byline")]


def test_a_last_paragraph_of_one_sentence_stays_in_a_short_report():
    assert bodies(article(ONE, f"{TWO} (Anadolu)")) == [ONE, TWO]


def test_a_credit_with_a_desks_mark_needs_no_full_stop_before_it():
    found = article(ONE, TWO, f"{LAST.rstrip('.')} (AFP/I-1).")
    assert bodies(found)[-1] == LAST.rstrip(".")
    assert found.agencies == ("AFP",)


def test_teasers_behind_a_credit_are_chrome():
    lines = [ONE, TWO, ONE.replace("dua", "tiga"), f"{LAST} (Antara/H-3)", "Harga Ikan Naik di Tiga Pasar Besar"]
    assert bodies(article(*lines))[-1] == LAST


@pytest.mark.parametrize(
    "caption",
    [
        "Perahu nelayan bersandar di dermaga pulau itu (Anadolu)",
        "Perahu nelayan bersandar di dermaga pulau itu. (AFP/Rina Wulandari)",
        "Perahu nelayan bersandar di dermaga pulau itu. ANTARA FOTO/Rina Wulandari/nz",
        "Boats at the island's pier on Monday. — AFP",
    ],
)
def test_captions_above_the_report_are_captions_still(caption):
    found = article(caption, ONE, TWO, LAST)
    assert bodies(found) == [ONE, TWO, LAST]
    assert found.agencies == ()


def test_a_poll_by_two_houses_is_no_picture():
    text = "Four in ten islanders back the mine, according to figures in a Reuters/Ipsos poll."
    assert bodies(article(text, ONE, TWO)) == [text, ONE, TWO]
    assert not is_credited("Nelayan bersandar di dermaga. (AFP/I-1)")


@pytest.mark.parametrize("url", [ELSEWHERE, None])
@pytest.mark.parametrize(
    ("lines", "agencies"),
    [
        (["sumber : Antara/Reuters"], ("Antara", "Reuters")),
        (["Source: AFP/ec"], ("AFP",)),
        (["(Sumber: Antara)"], ("Antara",)),
        (["Sumber:", "Antara"], ("Antara",)),
        (["Editor: Bagus Prakoso", "Sumber: Antara"], ("Antara",)),
        (["AP"], ("AP",)),
        (["AFP"], ("AFP",)),
        (["- Reuters"], ("Reuters",)),
        (["(Ant/Z-2)"], ("Antara",)),
        (["(Ant/RRI)"], ("Antara", "RRI")),
        (["REUTERS | AL JAZEERA"], ("Reuters", "Al Jazeera")),
        (["Artikel ini telah tayang di Antara."], ("Antara",)),
        (["Artikel ini telah tayang di Kompas.com dengan judul Nelayan Menolak"], ("Kompas",)),
        (["This article was originally published by Al Jazeera."], ("Al Jazeera",)),
    ],
)
def test_a_line_below_the_report_credits_an_agency(lines, agencies, url):
    found = article(ONE, TWO, LAST, *lines, url=url)
    assert bodies(found) == [ONE, TWO, LAST]
    assert found.agencies == agencies


def test_an_outlet_that_is_no_wire_may_name_itself_as_the_source():
    line = "Source: Al Jazeera"
    assert article(ONE, TWO, LAST, line).agencies == ("Al Jazeera",)
    assert article(ONE, TWO, LAST, line, url="https://www.aljazeera.com/news/1").agencies == ()
    assert article(ONE, TWO, LAST, line, url=None).agencies == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["Tags", "Reuters", "AFP"],
        ["Baca juga: Harga Ikan Naik", "AFP"],
        ["AFP", "Perahu nelayan bersandar di dermaga pulau itu."],
        ["Foto: Antara"],
        ["antara"],
        ["(ria/idh)"],
        ["Artikel ini telah tayang di koran pulau kami."],
    ],
)
def test_other_lines_below_the_report_credit_nobody(lines):
    assert article(ONE, TWO, LAST, *lines).agencies == ()


def test_initials_that_are_also_an_agencys_name_stay_initials():
    assert article(ONE, TWO, f"{LAST} (ria/idh)").bylines == ("ria", "idh")


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("© Agence France-Presse", "AFP"),
        ("© 2024 AFP", "AFP"),
        ("Copyright © ANTARA 2025", "Antara"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "AP"),
        ("© dpa-infocom, dpa:240701-99-12345/2", "DPA"),
    ],
)
def test_a_wire_that_owns_the_report_is_cited_on_another_outlets_page(line, agency):
    assert article(ONE, TWO, LAST, line).agencies == (agency,)


@pytest.mark.parametrize(
    ("line", "url"),
    [
        ("Copyright © ANTARA 2025", "https://jambi.antaranews.com/berita/1"),
        ("Copyright 2024 The Associated Press.", "https://apnews.com/article/1"),
        ("© 2024 Xinhua", "https://english.news.cn/1.htm"),
        ("© 2024 AFP", None),
        ("© 2024 Koran Pulau. Foto: Antara", ELSEWHERE),
        ("© 2024 Kompas", ELSEWHERE),
    ],
)
def test_an_owner_that_may_be_the_outlet_itself_is_not_cited(line, url):
    assert article(ONE, TWO, LAST, line, url=url).agencies == ()


@pytest.mark.parametrize(
    ("head", "end", "url", "agencies"),
    [
        ("MANILA (Reuters): ", "- Reuters", "https://www.thestar.com.my/news/1", ("Reuters",)),
        (
            "MANILA (Reuters): ",
            "© 2024 Reuters. All rights reserved.",
            "https://www.thestar.com.my/news/1",
            ("Reuters",),
        ),
        ("MANILA, July 2 (Reuters) - ", "© 2024 Reuters. All rights reserved.", "https://www.reuters.com/world/1", ()),
        ("MANILA, July 2 (Reuters) - ", "© 2024 Reuters. All rights reserved.", None, ()),
        ("Jakarta (ANTARA) - ", "Copyright © ANTARA 2025", "https://www.antaranews.com/berita/1", ()),
        ("Jakarta (ANTARA) - ", "Editor: Rina Sari", "https://koran.example/1", ("Antara",)),
        ("Seoul (Yonhap) - ", "Editor: Rina Sari", "https://en.yna.co.kr/view/1", ()),
        ("TEMPO.CO, Jakarta - ", "Editor: Rina Sari", "https://www.tempo.co/politik/1", ()),
    ],
)
def test_the_agency_of_a_dateline_is_cited_where_the_page_is_anothers(head, end, url, agencies):
    found = article(head + ONE, TWO, LAST, end, url=url)
    assert found.agencies == agencies
    assert found.dateline.outlet is not None
    assert bodies(found) == [ONE, TWO, LAST]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kata warga kepada Reuters lewat telepon", ("Reuters",)),
        ("bandara milik Angkasa Pura (AP) ditutup", ()),
        ("Ketua Rukun Tetangga (RT) itu", ()),
        ("foto kantor berita asing itu (AP) beredar", ("AP",)),
        ("kata The Associated Press (AP) pada Senin", ("AP",)),
        ("AP bukan singkatan di antara mereka", ()),
    ],
)
def test_words_that_are_names_of_agencies_need_more_than_their_letters(text, found):
    assert find_agencies(text) == found


@pytest.mark.parametrize(
    "line",
    [
        "Ia anggota Partai Berkarya (Tempo)",
        "Perahu bersandar. (AFP/Getty Images)",
        "Perahu bersandar. (Antara/dok)",
        "Perahu bersandar. (Kemenlu/H-3)",
        "“Novel terbaik tahun ini.” — The New York Times",
        "Rapat ditutup. (ria/idh)",
    ],
)
def test_brackets_with_anything_else_in_them_are_no_signature(line):
    assert signature(line) is None


@pytest.mark.parametrize("text", ["© " * 20000, "(" * 40000, "-" * 40000, "antara/" * 9000, "sumber: " * 9000])
def test_long_lines_of_marks_are_read_in_no_time(text):
    start = time.perf_counter()
    assert signature(text) is None
    assert credited(text) == []
    assert first_outlets(text) == []
    owning_wire(text)
    assert time.perf_counter() - start < 1
