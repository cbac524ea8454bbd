"""Actor phrases: which words belong to one actor, and which country and sectors they give it."""

from __future__ import annotations

import pytest
from making import coded

from kawat.records import CodedArticle

Row = tuple[str, str | None, str]


def phrases(found: CodedArticle) -> list[Row]:
    """Return (words, country, first sector) of every mention, in text order."""
    rows = [
        (mention.start, found.article.text[mention.start : mention.end], actor.country, actor.sectors[0])
        for actor in found.actors
        for mention in actor.mentions
    ]
    return [row[1:] for row in sorted(rows)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presiden Rusia Vladimir Putin diam.", [("Presiden Rusia Vladimir Putin", "RUS", "GOV")]),
        (
            "Menteri Luar Negeri (Menlu) RI Retno Marsudi diam.",
            [("Menteri Luar Negeri (Menlu) RI Retno Marsudi", "IDN", "GOV")],
        ),
        ("Menhan Kanada Bertrand Simon diam.", [("Menhan Kanada Bertrand Simon", "CAN", "MIL")]),
        ("Wali Kota Surabaya Hendra Wijaya diam.", [("Wali Kota Surabaya Hendra Wijaya", "IDN", "GOV")]),
        ("Polisi Prancis diam.", [("Polisi Prancis", "FRA", "COP")]),
        ("Kementerian Pertahanan Jepang diam.", [("Kementerian Pertahanan Jepang", "JPN", "MIL")]),
        ("Pejabat Rusia dan China diam.", [("Pejabat Rusia", "RUS", "GOV"), ("China", "CHN", "GOV")]),
        ("Warga Palestina diam.", [("Warga Palestina", "PSE", "CVL")]),
        (
            "Demonstran di Paris melempar batu, polisi diam.",
            [("Demonstran", "FRA", "CVL"), ("Paris", "FRA", "GOV"), ("polisi", "FRA", "COP")],
        ),
        ("Juru bicara Kemlu China Mao Ning diam.", [("Juru bicara Kemlu China Mao Ning", "CHN", "GOV")]),
        ("Kremlin diam.", [("Kremlin", "RUS", "GOV")]),
    ],
)
def test_indonesian_phrases(text: str, expected: list[Row]) -> None:
    assert phrases(coded(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian President Vladimir Putin was silent.", [("Russian President Vladimir Putin", "RUS", "GOV")]),
        ("The president of France was silent.", [("president of France", "FRA", "GOV")]),
        (
            "Canadian Defence Minister Bertrand Simon was silent.",
            [("Canadian Defence Minister Bertrand Simon", "CAN", "MIL")],
        ),
        ("French police were silent.", [("French police", "FRA", "COP")]),
        (
            "Russian and Chinese officials were silent.",
            [("Russian", "RUS", "GOV"), ("Chinese officials", "CHN", "GOV")],
        ),
        ("Japan's Defence Ministry was silent.", [("Japan's Defence Ministry", "JPN", "MIL")]),
        ("The Kremlin was silent.", [("Kremlin", "RUS", "GOV")]),
    ],
)
def test_english_phrases(text: str, expected: list[Row]) -> None:
    assert phrases(coded(text, language="en")) == expected


@pytest.mark.parametrize("verb", ["shot", "clash with", "fire at", "beat"])
def test_police_before_a_verb_are_police(verb: str) -> None:
    found = coded(f"Kenyan police {verb} protesters.", language="en")
    assert phrases(found)[0] == ("Kenyan police", "KEN", "COP")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Operasi militer itu usai.", "id"),
        ("Kantor polisi itu terbakar.", "id"),
        ("The police station burned down.", "en"),
        ("Harga dalam dolar AS naik.", "id"),
        ("Buku tentang Perang Vietnam terbit.", "id"),
    ],
)
def test_words_that_only_modify_or_name_something_else_are_no_actors(text: str, language: str) -> None:
    assert phrases(coded(text, language=language)) == []
