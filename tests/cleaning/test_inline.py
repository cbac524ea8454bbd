"""Links to other stories are cut out of paragraphs; where a title ends is seen from the seam to the next sentence."""

from __future__ import annotations

import pytest

from kawat.cleaning import clean
from kawat.records import Page

FIRST = "Wali Kota meresmikan pasar baru di tepi sungai pada Senin pagi."
LAST = "Para pedagang akan pindah ke pasar itu mulai bulan depan."


def within(line: str) -> tuple[str, list[str]]:
    """Clean a page with ``line`` in its middle; return what is left of the line, and what was cut out."""
    found = clean(Page(source="uji", text=f"{FIRST}\n{line}\n{LAST}", title="Pasar Baru"))
    return found.paragraphs[1].of(found.text), [piece.text for piece in found.removed]


@pytest.mark.parametrize(
    ("line", "kept", "cut"),
    [
        (
            "Pasar itu luas, kata dia.BACA JUGA: Pasar Lama Terbakar HabisPedagang menyambut pasar baru itu.",
            "Pasar itu luas, kata dia. Pedagang menyambut pasar baru itu.",
            "BACA JUGA: Pasar Lama Terbakar Habis",
        ),
        (
            "Pasar itu luas. Baca juga: Pasar Lama Dibongkar DPRDPedagang lalu menyambut pasar baru itu.",
            "Pasar itu luas. Pedagang lalu menyambut pasar baru itu.",
            "Baca juga: Pasar Lama Dibongkar DPRD",
        ),
        (
            "Pasar itu luas. Baca juga: Siapa Membakar Pasar Lama?“Kami senang,” kata pedagang.",
            "Pasar itu luas. “Kami senang,” kata pedagang.",
            "Baca juga: Siapa Membakar Pasar Lama?",
        ),
        (
            "Pasar itu luas. Lihat juga Video 'Api di Pasar Lama': Pedagang menyambut pasar baru itu.",
            "Pasar itu luas. Pedagang menyambut pasar baru itu.",
            "Lihat juga Video 'Api di Pasar Lama':",
        ),
        (
            "The market is large.Read also: The old market burnsTraders have welcomed the new market.",
            "The market is large. Traders have welcomed the new market.",
            "Read also: The old market burns",
        ),
        (
            "Traders said so in a letter seen by the paper, opens new tab.",
            "Traders said so in a letter seen by the paper.",
            ", opens new tab",
        ),
    ],
)
def test_a_link_inside_a_paragraph_is_cut_out(line, kept, cut):
    assert within(line) == (kept, [cut])


@pytest.mark.parametrize(
    "line",
    [
        "Warga bisa membaca juga: buku itu ada di perpustakaan kota.",
        "More traders came to the market on Tuesday.",
        "Read the letter, she told the traders.",
        "Pedagang memakai YouTube dan WhatsApp untuk menjual ikan.",
    ],
)
def test_words_that_only_look_like_a_link_stay(line):
    assert within(line) == (line, [])


def test_what_is_cut_out_keeps_its_place_among_the_removed_pieces():
    line = "Pasar luas. Baca juga: Api di Pasar LamaPedagang senang dengan pasar itu. (abc)"
    found = clean(Page(source="uji", text=f"loading...\n{FIRST}\n{line}\nTag: pasar", title="Pasar"))
    assert [piece.text for piece in found.removed] == [
        "loading...",
        "Baca juga: Api di Pasar Lama",
        "(abc)",
        "Tag: pasar",
    ]
