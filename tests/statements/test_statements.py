"""Who says what: direct, indirect and mixed speech in the ways that news writes it."""

from __future__ import annotations

import pytest
from making import coded

from kawat.records import CodedArticle


def told(found: CodedArticle) -> list[tuple[str, str, str, str | None]]:
    """Return (kind, content, source words, source's country) of every statement."""
    text = found.article.text
    country = {actor.id: actor.country for actor in found.actors}
    return [
        (
            s.kind,
            s.content.of(text),
            text[s.source.start : s.source.end] if s.source else "",
            country[s.source.actor_id] if s.source and s.source.actor_id else None,
        )
        for s in found.statements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Kami tidak akan pernah mundur,” kata Presiden Rusia Vladimir Putin.",
            [("direct", "Kami tidak akan pernah mundur,", "Presiden Rusia Vladimir Putin", "RUS")],
        ),
        (
            "Presiden Rusia Vladimir Putin mengatakan, “Kami tidak akan pernah mundur.”",
            [("direct", "Kami tidak akan pernah mundur.", "Presiden Rusia Vladimir Putin", "RUS")],
        ),
        (
            'Menurut Kremlin, tuduhan itu "tidak berdasar".',
            [("mixed", "tidak berdasar", "Kremlin", "RUS")],
        ),
        (
            "Kremlin mengatakan bahwa perang akan segera usai.",
            [("indirect", "perang akan segera usai", "Kremlin", "RUS")],
        ),
        ("Perang akan segera usai, kata Kremlin.", [("indirect", "Perang akan segera usai", "Kremlin", "RUS")]),
        ("Menurut Kremlin, perang akan segera usai.", [("indirect", "perang akan segera usai.", "Kremlin", "RUS")]),
        (
            "“Kami mendengar ledakan sangat keras,” kata seorang saksi mata.",
            [("direct", "Kami mendengar ledakan sangat keras,", "saksi mata", "IDN")],
        ),
        (
            "Retno Marsudi mengatakan, “Kami tiba hari ini.” “Kami membawa bantuan untuk Gaza,” ujarnya.",
            [
                ("direct", "Kami tiba hari ini.", "Retno Marsudi", "IDN"),
                ("direct", "Kami membawa bantuan untuk Gaza,", "nya", "IDN"),
            ],
        ),
        ('Ia menjuluki kota itu "surga di bumi".', []),
        ("Film “Laskar Pelangi di Tanah Belitung” diputar lagi.", []),
        ("Menurut rencana, perang akan segera usai.", []),
    ],
)
def test_indonesian(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert told(coded(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will never step back,” Russian President Vladimir Putin said.",
            [("direct", "We will never step back,", "Russian President Vladimir Putin", "RUS")],
        ),
        (
            '"We will never step back," said Vladimir Putin.',
            [("direct", "We will never step back,", "Vladimir Putin", "RUS")],
        ),
        ("The Kremlin said the war would end soon.", [("indirect", "the war would end soon", "Kremlin", "RUS")]),
        ("The Kremlin said that the war would end soon.", [("indirect", "the war would end soon", "Kremlin", "RUS")]),
        ("The war would end soon, the Kremlin said.", [("indirect", "The war would end soon", "Kremlin", "RUS")]),
        (
            "According to the Kremlin, the war will end soon.",
            [("indirect", "the war will end soon.", "Kremlin", "RUS")],
        ),
        ("The Kremlin called the report “utter nonsense”.", [("mixed", "utter nonsense", "Kremlin", "RUS")]),
        ("The film “A Long Way Back Home” was shown again.", []),
    ],
)
def test_english(text: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert told(coded(text, language="en")) == expected


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kremlin mengatakan bahwa Iran diam saja.", "asserts"),
        ("Kremlin membantah bahwa Iran diam saja.", "denies"),
        ("Kremlin menuduh bahwa Iran diam saja.", "alleges"),
        ("Kremlin meminta agar Iran diam saja.", "asks"),
        ("Kremlin berjanji bahwa Iran diam saja.", "promises"),
        ("Kremlin memperingatkan bahwa Iran diam saja.", "warns"),
        ("Kremlin berharap agar Iran diam saja.", "hopes"),
    ],
)
def test_the_cue_gives_the_stance(text: str, stance: str) -> None:
    (statement,) = coded(text).statements
    assert statement.stance == stance


def test_the_cue_is_pointed_at() -> None:
    found = coded("“Kami tidak akan pernah mundur,” tegas Putin kepada TASS.")
    (statement,) = found.statements
    assert statement.cue is not None
    assert statement.cue.of(found.article.text) == "tegas"


def test_a_quotation_that_is_its_whole_paragraph_is_the_speakers_before() -> None:
    found = coded("“Kami tidak akan mundur,” kata Retno Marsudi.", "“Kami akan terus membantu Palestina.”")
    assert [row[3] for row in told(found)] == ["IDN", "IDN"]


def test_parts_of_one_quotation_over_paragraphs_have_one_source() -> None:
    found = coded("“Kami tidak akan pernah mundur. Kami kuat.", "“Kami akan menang,” kata Vladimir Putin.")
    assert {row[3] for row in told(found)} == {"RUS"}


def test_statements_are_numbered_in_text_order_and_lie_in_the_text() -> None:
    found = coded("Kremlin mengatakan bahwa perang usai sudah.", "“Kami tidak akan mundur lagi,” kata Joe Biden.")
    assert [s.id for s in found.statements] == ["a1:s1", "a1:s2"]
    assert all(0 <= s.content.start < s.content.end <= len(found.article.text) for s in found.statements)
