"""A scraped page becomes an article: body, title, dateline, day, bylines, agencies, and all that was removed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kawat.cleaning import MAX_TEXT_CHARS, clean
from kawat.readers import read
from kawat.records import Article, Page, Reject

SHARED = Path(os.environ.get("KAWAT_DATA", Path(__file__).parents[2] / "../shared/data")).resolve()
SEED = SHARED.parent / "seed" / "000_45b1288b14f83929.txt"

PAGE = """\
Menteri Luar Negeri Kunjungi Hanoi Pekan Ini
A-
A+
loading...
Rabu, 14 Agustus 2024 - 09:15 WIB
Reporter: Rina Wulandari | Editor: Bagus Prakoso
JAKARTA, KabarUji.com - Menteri Luar Negeri bertolak ke Hanoi untuk membahas batas laut kedua negara.
Baca juga: Lima Hal tentang Perundingan Batas Laut
“Kami datang dengan usul baru,” kata juru bicara kementerian, seperti dikutip Reuters, Rabu (14/8/2024).
ADVERTISEMENT
SCROLL TO CONTINUE WITH CONTENT
Perundingan itu akan berlangsung dua hari dan dihadiri pejabat dari kedua pihak.
Menteri Luar Negeri bertolak ke Hanoi untuk membahas batas laut kedua negara.
“Kami datang dengan usul baru,”  kata juru bicara kementerian, seperti dikutip Reuters, Rabu (14/8/2024).
(rwu)
Ikuti berita terbaru KabarUji di Google News
batas laut
"""


def article(text: str, **fields: str) -> Article:
    found = clean(Page(source="uji.txt", text=text, **fields))
    assert isinstance(found, Article), found
    return found


def gone(found: Article, reason: str) -> list[str]:
    return [piece.text for piece in found.removed if piece.reason == reason]


def bodies(found: Article) -> list[str]:
    return [span.of(found.text) for span in found.paragraphs]


def test_a_page_is_taken_apart():
    found = article(PAGE)
    assert found.title == "Menteri Luar Negeri Kunjungi Hanoi Pekan Ini"
    assert bodies(found) == [
        "Menteri Luar Negeri bertolak ke Hanoi untuk membahas batas laut kedua negara.",
        "“Kami datang dengan usul baru,” kata juru bicara kementerian, seperti dikutip Reuters, Rabu (14/8/2024).",
        "Perundingan itu akan berlangsung dua hari dan dihadiri pejabat dari kedua pihak.",
    ]
    assert (found.dateline.place, found.dateline.outlet) == ("JAKARTA", "KabarUji.com")
    assert (found.published, found.published_from) == ("2024-08-14", "text")
    assert found.bylines == ("Rina Wulandari", "rwu")
    assert found.agencies == ("Reuters",)
    assert found.language == "id"


def test_all_that_is_removed_is_kept_in_page_order():
    found = article(PAGE)
    assert gone(found, "dateline") == ["JAKARTA, KabarUji.com -"]
    assert gone(found, "byline") == ["Reporter: Rina Wulandari | Editor: Bagus Prakoso", "(rwu)"]
    assert gone(found, "metadata") == ["Rabu, 14 Agustus 2024 - 09:15 WIB"]
    assert len(gone(found, "repeat")) == 2
    assert gone(found, "chrome")[:3] == ["A-", "A+", "loading..."]
    assert gone(found, "chrome")[-1] == "batas laut"
    assert found.title not in [piece.text for piece in found.removed]


def test_cleaning_is_a_pure_function_and_ids_do_not_depend_on_the_folder():
    first = clean(Page(source="/a/b/uji.txt", text=PAGE))
    second = clean(Page(source="/lain/uji.txt", text=PAGE))
    assert first.id == second.id
    assert len(first.id) == 16
    assert clean(Page(source="/a/b/lain.txt", text=PAGE)).id != first.id
    assert clean(Page(source="x", text=PAGE, id="77")).id == "77"
    assert clean(Page(source="/a/b/uji.txt", text=PAGE)) == first


@pytest.mark.parametrize("text", ["", "   \n ", "\u200b\u200b", "ADVERTISEMENT\nloading...", "---\n***\nA\nA"])
def test_a_page_without_a_body_is_rejected(text):
    found = clean(Page(source="uji.txt", text=text))
    assert isinstance(found, Reject)
    assert "no " in found.reason


def test_a_page_too_big_for_an_article_is_rejected_with_a_remedy():
    found = clean(Page(source="uji.txt", text="a " * MAX_TEXT_CHARS))
    assert isinstance(found, Reject)
    assert "split it" in found.reason


def test_a_single_paragraph_is_the_body_not_the_title():
    found = article("Presiden menerima duta besar di Istana Merdeka")
    assert (found.title, found.text) == (None, "Presiden menerima duta besar di Istana Merdeka")


def test_a_given_title_is_not_repeated_in_the_body():
    found = article("Banjir Landa Demak\nBanjir melanda tiga desa di Demak sejak Senin.", title="Banjir landa Demak")
    assert found.title == "Banjir landa Demak"
    assert found.text == "Banjir melanda tiga desa di Demak sejak Senin."
    assert found.removed == ()


def test_the_given_day_and_language_overrule_the_page():
    found = clean(
        Page(source="a", text=PAGE, published="2001-01-01", language="en"), published="3/2/2020", language="id"
    )
    assert (found.published, found.published_from, found.language) == ("2020-02-03", "given", "id")


def test_characters_are_normalised_before_spans_exist():
    found = article("Cafe\u0301 di\u00a0Bali\u200b tutup\u00ad sementara\u202e, kata pe\u200dmiliknya.")
    assert found.text == "Café di Bali tutup sementara, kata pemiliknya."


def test_the_founding_page():
    if not SEED.exists():
        pytest.skip("the shared data is not here")
    (page,) = read([SEED])
    found = clean(page)
    assert len(found.paragraphs) == 13
    assert found.title == "Pemimpin Korea Utara Kim Jong-un Terima Surat Hangat dari Putin"
    assert gone(found, "chrome") == ["loading...", "A", "A", "A"]
    assert len(gone(found, "repeat")) == 12
    assert (found.dateline.place, found.dateline.outlet) == ("PYONGYANG", None)
    assert (found.published, found.published_from) == ("2023-07-27", "text")
    assert (found.bylines, found.agencies, found.language) == (("sya",), ("KCNA",), "id")
