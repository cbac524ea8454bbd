"""Repeats, glued sentences, agencies and languages."""

from __future__ import annotations

import pytest

from kawat.cleaning import clean
from kawat.cleaning.agencies import find_agencies
from kawat.cleaning.glue import unglue
from kawat.cleaning.language import identify, named_language
from kawat.records import Page

LONG = [
    "Perundingan batas laut kedua negara dimulai di Hanoi pada Senin pagi waktu setempat.",
    "Juru bicara kementerian mengatakan bahwa usul baru itu sudah dikirim pekan lalu.",
    "Delegasi akan pulang setelah pertemuan terakhir yang dijadwalkan pada hari Rabu.",
]


def body(text: str) -> list[str]:
    found = clean(Page(source="uji", text=text, title="Perundingan"))
    return [span.of(found.text) for span in found.paragraphs]


def test_a_repeated_half_is_removed_whatever_its_quotes_and_spaces():
    quoted = "“Kami datang dengan usul yang baru,” kata juru bicara kementerian itu."
    again = '"Kami datang  dengan usul yang baru," kata juru bicara kementerian itu.'
    assert body("\n".join([*LONG, quoted, *LONG, again])) == [*LONG, quoted]


def test_a_repeated_half_may_still_have_its_dateline():
    assert body("\n".join(["HANOI - " + LONG[0], *LONG[1:], "HANOI - " + LONG[0], *LONG[1:]])) == LONG


def test_a_short_refrain_stays():
    lines = [LONG[0], "“Tidak,” katanya.", LONG[1], "“Tidak,” katanya.", LONG[2]]
    assert body("\n".join(lines)) == lines


def test_a_short_paragraph_inside_a_repeated_passage_goes_with_it():
    lines = [LONG[0], "“Tidak,” katanya.", LONG[1]]
    assert body("\n".join([*lines, LONG[2], *lines])) == [*lines, LONG[2]]


def test_a_passage_repeated_within_one_line_is_cut():
    text = " ".join(LONG)
    assert body(f"{text} {text}") == [text]


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("kota wisata.Rektor itu", "kota wisata. Rektor itu"),
        ("pukul 10.30 WIB.“Ini baru,”", "pukul 10.30 WIB. “Ini baru,”"),
        ("pada (5/9/2023).Wali Kota", "pada (5/9/2023). Wali Kota"),
        ("katanya.(K24)Cek", "katanya. (K24) Cek"),
        ('kata dia."Kami siap," katanya', 'kata dia. "Kami siap," katanya'),
        ('"Kami siap."Dia pergi', '"Kami siap." Dia pergi'),
        ("pada 2024.Kami", "pada 2024. Kami"),
    ],
)
def test_glued_sentences_are_parted(glued, parted):
    assert unglue(glued) == parted


@pytest.mark.parametrize(
    "line",
    [
        "Bisnis.com dan KOMPAS.COM serta REPUBLIKA.CO.ID",
        "Dr. A.B. Kusuma, S.Pd., M.Si., Ph.D.",
        "lihat https://kabar.uji/Berita.Utama/X.Html dan www.Kabar.Uji",
        "surat@Kabar.Uji",
        "PM2.5 dan Rp1.500.000 pada 7.40",
        "Perkara 267/Pid.Sus/2022/PN.Jkt.Pst dan 12/Pdt.G/2021",
        "U.S. dan D.C.",
        "kata dia. Kami siap. “Ya.”",
    ],
)
def test_names_numbers_and_addresses_are_left_alone(line):
    assert unglue(line) == line


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Demikian dilansir dari Reuters, Senin.", ("Reuters",)),
        ("seperti dikutip AFP dan Xinhua", ("AFP", "Xinhua")),
        ("Kantor Berita Pusat Korea (KCNA) melaporkan", ("KCNA",)),
        ("batas antara kedua negara. Antara lain, laut.", ()),
        ("menurut laporan (ANTARA)", ("Antara",)),
        ("seperti dikutip Antara", ("Antara",)),
        ("Ketua RT 05 dan warga", ()),
        ("AFPX, xAFP, @AFP, AFP.com", ()),
    ],
)
def test_agencies_cited(text, found):
    assert find_agencies(text) == found


def test_an_outlet_that_names_itself_is_not_cited():
    found = clean(
        Page(source="uji", text="Jakarta - Menteri berbicara kepada detik.com dan AFP.", url="https://news.detik.com/x")
    )
    assert found.agencies == ("AFP",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" ".join(LONG), "id"),
        ("The talks on the sea border began in Hanoi on Monday, and the minister said that they would go on.", "en"),
        (
            "Kerajaan dan pihak itu berkata bahawa mesyuarat itu ditangguhkan kerana peratus undi tidak cukup.",
            "ms",
        ),
        ("Die Gespräche über die Seegrenze begannen am Montag in Hanoi und sollen zwei Tage dauern.", "de"),
        ("123 456", None),
    ],
)
def test_languages_are_identified(text, code):
    assert identify(text) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("id-ID", "id"),
        ("in", "id"),
        ("Indonesian", "id"),
        ("EN_us", "en"),
        ("auto", None),
        ("", None),
        (None, None),
        ("?!", None),
    ],
)
def test_declared_languages(name, code):
    assert named_language(name) == code
