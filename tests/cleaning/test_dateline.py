"""Datelines in the styles of many houses; and sentences that only look like one."""

from __future__ import annotations

import pytest

from kawat.cleaning.dateline import find_dateline

FOUND = [
    ("PYONGYANG - Menteri itu", "PYONGYANG", None),
    ("JAKARTA, KOMPAS.com - Presiden itu", "JAKARTA", "KOMPAS.com"),
    ("Jakarta (ANTARA) - Presiden itu", "Jakarta", "ANTARA"),
    ("Bisnis.com, JAKARTA — Presiden itu", "JAKARTA", "Bisnis.com"),
    ("TEMPO.CO, Jakarta - Presiden itu", "Jakarta", "TEMPO.CO"),
    ("Liputan6.com, Jakarta Presiden itu", "Jakarta", "Liputan6.com"),
    ("Liputan6.com, Kuala Lumpur Presiden itu", "Kuala Lumpur", "Liputan6.com"),
    ("REPUBLIKA.CO.ID, JAKARTA -- Presiden itu", "JAKARTA", "REPUBLIKA.CO.ID"),
    ("JAKARTA, iNews.id - Presiden itu", "JAKARTA", "iNews.id"),
    ("JAKARTA, iNews.id -Presiden itu", "JAKARTA", "iNews.id"),
    ("Jakarta, CNN Indonesia -- Presiden itu", "Jakarta", "CNN Indonesia"),
    ("detikcom - Jakarta", "Jakarta", "detikcom"),
    ("Jakarta - Presiden itu", "Jakarta", None),
    ("SURABAYA | Wali Kota itu", "SURABAYA", None),
    ("jpnn.com - TERNATE - Wali Kota itu", "TERNATE", "jpnn.com"),
    ("KONTAN.CO.ID - JAKARTA. Presiden itu", "JAKARTA", "KONTAN.CO.ID"),
    ("SURYA.co.id | SURABAYA - Wali Kota itu", "SURABAYA", "SURYA.co.id"),
    ("Jakarta, kabaruji.co : Presiden itu", "Jakarta", "kabaruji.co"),
    ("KBU, JAKARTA - Presiden itu", "JAKARTA", "KBU"),
    ("KYIV, March 3 (Reuters) - The president", "KYIV", "Reuters"),
    ("WASHINGTON (AP) — The president", "WASHINGTON", "AP"),
    ("London, 12 May 2023 (AFP) - The minister", "London", "AFP"),
    ("NAIROBI, Kenya — The police", "NAIROBI", None),
    ("TEL AVIV, Israel—The minister", "TEL AVIV", None),
    ("ST. LOUIS (AP) — A judge", "ST. LOUIS", "AP"),
    ("N'DJAMENA, Chad (AP) — A judge", "N'DJAMENA", "AP"),
    ("UNITED NATIONS (AP) — The council", "UNITED NATIONS", "AP"),
    ("MOSCOW, July 27. /TASS/. The minister", "MOSCOW", "TASS"),
    ("BEIJING, July 27 (Xinhua) -- The minister", "BEIJING", "Xinhua"),
    ("Damascus, SANA- The minister", "Damascus", "SANA"),
    ("ANKARA", "ANKARA", None),
]


@pytest.mark.parametrize(("text", "place", "outlet"), FOUND)
def test_place_and_outlet_are_found_and_cut(text, place, outlet):
    head = find_dateline(text)
    assert head is not None
    assert (head.dateline.place, head.dateline.outlet) == (place, outlet)
    assert text[head.end :] in ("", text[-len(text[head.end :]) :])
    assert text[head.end : head.end + 1] in ("", "M", "P", "T", "W", "A")


@pytest.mark.parametrize(
    "text",
    [
        "Korea Utara - yang menguji rudal - diam.",
        "Korea Utara - Yang itu diam.",
        "Jakarta - Bandung macet total sejak pagi.",
        "Menteri Pertahanan (Menhan) Rusia tiba di Hanoi.",
        "Presiden, Rabu (2/3) - seperti dijadwalkan - tiba.",
        "BREAKING NEWS - Presiden tiba.",
        "VIDEO - Presiden tiba.",
        "NATO - The alliance met.",
        "Putin: We will not yield.",
        "Paris: Macron speaks.",
        "China - Rusia bertemu.",
        "KOMISI III DPR berencana membentuk panitia kerja.",
        "Pertemuan itu - kata Menteri - ditunda.",
        "“Kami siap” - begitu katanya.",
        "",
        "-",
    ],
)
def test_sentences_are_left_alone(text):
    assert find_dateline(text) is None


def test_a_date_in_the_dateline_is_read():
    assert find_dateline("London, 12 May 2023 (AFP) - The minister").day == "2023-05-12"
    assert find_dateline("KYIV, March 3 (Reuters) - The president").day is None
