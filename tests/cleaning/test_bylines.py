"""Credits, initials and names at the end of a report go to the bylines; sentences stay."""

from __future__ import annotations

import pytest

from kawat.cleaning import clean
from kawat.cleaning.credits import read_credit
from kawat.records import Page

BODY = "Polisi menangkap dua orang di pelabuhan.\nKeduanya ditahan sejak Senin, kata juru bicara."


@pytest.mark.parametrize(
    ("line", "writers", "others"),
    [
        ("Reporter: Rina Wulandari", ["Rina Wulandari"], []),
        ("Penulis : Rina Wulandari | Editor: Bagus Prakoso", ["Rina Wulandari"], ["Bagus Prakoso"]),
        ("Pewarta : Rina, Editor : Bagus Prakoso", ["Rina"], ["Bagus Prakoso"]),
        ("Rep: Rina Wulandari, Tono Adi/ Red: Bagus Prakoso", ["Rina Wulandari", "Tono Adi"], ["Bagus Prakoso"]),
        ("Oleh Rina Wulandari dan Bagus Prakoso", ["Rina Wulandari", "Bagus Prakoso"], []),
        ("Penulis, Rina Wulandari", ["Rina Wulandari"], []),
        ("Editor: Bagus Prakoso", [], ["Bagus Prakoso"]),
        ("By Jane Miller", ["Jane Miller"], []),
        ("By JANE MILLER and Tom van Dyke", ["JANE MILLER", "Tom van Dyke"], []),
        ("By Jane Miller, Reuters", ["Jane Miller"], []),
        ("(Reporting by Jane Miller in Hanoi; Editing by Tom Hale)", ["Jane Miller"], ["Tom Hale"]),
        ("*Writing by Jane Miller in Ankara", ["Jane Miller"], []),
        ("By Reuters Staff", [], []),
    ],
)
def test_credit_lines_name_writers_and_others(line, writers, others):
    credit = read_credit(line)
    assert credit is not None
    assert (credit.writers, credit.others) == (writers, others)


def test_outlets_beside_writers_are_theirs_and_others_are_sources():
    assert read_credit("By Jane Miller, Reuters").outlets == ["Reuters"]
    assert read_credit("By AFP").sources == ["AFP"]
    assert read_credit("RINA WULANDARI | ANTARA").sources == ["ANTARA"]


@pytest.mark.parametrize(
    "line",
    [
        "Oleh Rina, warga yang datang didoakan agar selamat.",
        "By Monday the troops had left.",
        "By Jane Miller's account, the troops left on Monday.",
        "Editor surat kabar itu ditahan.",
        "Oleh: karena itu, kami menolak rencana yang diajukan oleh pemerintah kota pada bulan yang lalu itu.",
    ],
)
def test_sentences_are_no_credits(line):
    assert read_credit(line) is None


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("\n(sya)", ("sya",)),
        (" (asp/idh)", ("asp", "idh")),
        ("(K24)", ("K24",)),
        ("\n[ast]", ("ast",)),
        (" (H-4)", ()),
        (" (Rina Wulandari)", ("Rina Wulandari",)),
        (" (abc/def) pelabuhan polisi narkoba", ("abc", "def")),
        (" (*)", ()),
    ],
)
def test_initials_at_the_end_are_cut_off(end, names):
    found = clean(Page(source="uji", text=BODY + end, title="Penangkapan"))
    assert found.text == BODY.replace("\n", "\n\n")
    assert found.bylines == names
    assert "byline" in {piece.reason for piece in found.removed}


def test_brackets_that_belong_to_the_sentence_stay():
    text = "Kasus itu ditangani Komisi Pemberantasan Korupsi (KPK)"
    assert clean(Page(source="uji", text=f"{BODY}\n{text}.", title="Kasus")).text.endswith("(KPK).")


def test_an_agency_credited_at_the_end_is_cited():
    found = clean(Page(source="uji", text=BODY + " (Antara)", title="Penangkapan"))
    assert found.agencies == ("Antara",)
