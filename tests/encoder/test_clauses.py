"""Clauses: subjects, objects and partners by word order.

Brackets mark the mentions: "[Rusia] menyerang [Ukraina]".
"""

from __future__ import annotations

import pytest

from kawat.encoder.clauses import Clauses
from kawat.encoder.tokens import tokenize
from kawat.languages.grammar import grammar
from kawat.records import Sentence

VERBS = {
    "id": {"menyerang", "menuduh", "memasok", "diserang", "mengecam", "bertemu", "menolak"},
    "en": {"attacked", "accused", "supplying", "condemned", "met", "killed", "said"},
}
TAKE_CLAUSES = {"menuduh", "mengatakan", "accused", "said"}


class Marked(Clauses):
    """Clauses that know their text."""

    source: str


def clauses(marked: str, language: str) -> Marked:
    text, spans, start = "", [], 0
    for char in marked:
        if char == "[":
            start = len(text)
        elif char == "]":
            spans.append((start, len(text)))
        else:
            text += char
    sentence = Sentence(start=0, end=len(text), paragraph=0, tokens=tokenize(text, 0, len(text)))
    made = Marked(sentence, spans, grammar(language), language, VERBS[language].__contains__, TAKE_CLAUSES.__contains__)
    made.source = text
    return made


def at(made: Marked, word: str) -> int:
    return next(i for i, item in enumerate(made.items) if item.lower == word)


def names(made: Marked, items: list[int]) -> list[str]:
    return [made.source[made.items[i].start : made.items[i].end] for i in items]


@pytest.mark.parametrize(
    ("marked", "verb", "subject", "object_"),
    [
        ("[Rusia] menyerang [Ukraina].", "menyerang", ["Rusia"], ["Ukraina"]),
        ("[Rusia] tidak pernah menyerang [Ukraina].", "menyerang", ["Rusia"], ["Ukraina"]),
        ("[Inggris] dan [Prancis] mengecam [Iran].", "mengecam", ["Inggris", "Prancis"], ["Iran"]),
        ("[AS], [Jepang], dan [Korsel] mengecam [Iran].", "mengecam", ["AS", "Jepang", "Korsel"], ["Iran"]),
        ("[Rusia] mengecam [AS] dan [Inggris].", "mengecam", ["Rusia"], ["AS", "Inggris"]),
        pytest.param(
            "[Rusia], di hadapan [PBB], mengecam [AS].",
            "mengecam",
            ["Rusia"],
            ["AS"],
        ),
        ("[Iran] yang menyerang [Israel] diam.", "menyerang", ["Iran"], ["Israel"]),
        ("[AS] menuduh [Iran] menyerang [Israel].", "menyerang", ["Iran"], ["Israel"]),
        ("[Rusia] mengecam [AS] dan menyerang [Ukraina].", "menyerang", ["Rusia"], ["Ukraina"]),
        ("Setelah menyerang [Ukraina], [Rusia] diam.", "menyerang", ["Rusia"], ["Ukraina"]),
        ("Ketika [Rusia] diam, [Iran] menyerang [Israel].", "menyerang", ["Iran"], ["Israel"]),
        ("[Rusia] menyerang dari [Belarus].", "menyerang", ["Rusia"], []),
        ("Tentara itu menyerang.", "menyerang", [], []),
    ],
)
def test_subject_and_object_in_indonesian(marked: str, verb: str, subject: list[str], object_: list[str]) -> None:
    made = clauses(marked, "id")
    assert names(made, made.subject(at(made, verb))) == subject
    assert names(made, made.object(at(made, verb))) == object_


@pytest.mark.parametrize(
    ("marked", "verb", "subject", "object_"),
    [
        ("[Russia] attacked [Ukraine].", "attacked", ["Russia"], ["Ukraine"]),
        ("[Russia] has repeatedly attacked [Ukraine].", "attacked", ["Russia"], ["Ukraine"]),
        ("[Britain] and [France] condemned the [Iranian army].", "condemned", ["Britain", "France"], ["Iranian army"]),
        ("[Iran], which attacked [Israel], fell silent.", "attacked", ["Iran"], ["Israel"]),
        ("[China] condemned [Japan] and the [Netherlands].", "condemned", ["China"], ["Japan", "Netherlands"]),
        ("After talks in [Cairo], [Egypt] condemned [Sudan].", "condemned", ["Egypt"], ["Sudan"]),
        ("[Kyiv] said [Russia] attacked [Ukraine].", "attacked", ["Russia"], ["Ukraine"]),
        ("[Russia] attacked from [Belarus].", "attacked", ["Russia"], []),
    ],
)
def test_subject_and_object_in_english(marked: str, verb: str, subject: list[str], object_: list[str]) -> None:
    made = clauses(marked, "en")
    assert names(made, made.subject(at(made, verb))) == subject
    assert names(made, made.object(at(made, verb))) == object_


@pytest.mark.parametrize(
    ("marked", "language", "verb", "agent"),
    [
        ("[Ukraina] diserang oleh [Rusia].", "id", "diserang", ["Rusia"]),
        ("[Ukraina] diserang [Rusia].", "id", "diserang", ["Rusia"]),
        ("[Ukraina] diserang lagi kemarin oleh [Rusia] dan [Belarus].", "id", "diserang", ["Rusia", "Belarus"]),
        ("[Ukraina] diserang di [Donetsk].", "id", "diserang", []),
        ("[Ukraine] was attacked by the [Russian army].", "en", "attacked", ["Russian army"]),
        ("[Ukraine] was attacked.", "en", "attacked", []),
    ],
)
def test_the_agent_of_a_passive(marked: str, language: str, verb: str, agent: list[str]) -> None:
    made = clauses(marked, language)
    assert names(made, made.agent(at(made, verb))) == agent


def test_a_partner_stands_behind_its_preposition_in_the_same_clause() -> None:
    made = clauses("[Rusia] bertemu kemarin dengan [Iran] dan [China] karena [AS] diam.", "id")
    assert names(made, made.behind(at(made, "bertemu"), ("dengan",))) == ["Iran", "China"]
    assert made.behind(at(made, "bertemu"), ("kepada",)) == []


def test_the_owner_of_a_noun_follows_in_indonesian_and_leads_in_english() -> None:
    made = clauses("Serangan udara [Israel] ke [Suriah] meluas.", "id")
    assert names(made, made.genitive(at(made, "udara"))) == ["Israel"]
    made = clauses("[Israel]'s latest air strike on [Syria] failed.", "en")
    assert names(made, made.possessor(at(made, "air"))) == ["Israel"]
    made = clauses("They met in [Syria], and the strike failed.", "en")
    assert made.possessor(at(made, "strike")) == []


@pytest.mark.parametrize(
    ("marked", "language", "governor"),
    [
        ("kepada [Rusia]", "id", "kepada"),
        ("dengan para [pejabat Rusia]", "id", "dengan"),
        ("dengan [Iran] dan [Rusia]", "id", "dengan"),
        ("kata [Rusia]", "id", None),
        ("against the [Russians]", "en", "against"),
        ("[Russians]", "en", None),
    ],
)
def test_the_preposition_that_governs_a_mention(marked: str, language: str, governor: str | None) -> None:
    made = clauses(marked, language)
    last = max(i for i, item in enumerate(made.items) if item.mention is not None)
    assert made.governor(last) == governor


def test_a_mention_is_one_item_and_knows_its_words() -> None:
    made = clauses("[Presiden Rusia Vladimir Putin] diam.", "id")
    assert [item.mention for item in made.items] == [0, None, None]
    assert made.items[0].words == {"presiden", "rusia", "vladimir", "putin"}


def test_a_subject_outside_a_quotation_is_not_the_subject_of_a_verb_inside() -> None:
    made = clauses("[Putin] diam. “Kami menyerang [Kyiv],” kata [Shoigu].", "id")
    assert made.subject(at(made, "menyerang")) == []
    assert made.in_quote[at(made, "menyerang")]
    assert not made.in_quote[at(made, "kata")]
