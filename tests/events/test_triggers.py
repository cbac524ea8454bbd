"""Which words of a sentence are triggers: verbs and nouns, their company, and what hides what."""

from __future__ import annotations

from itertools import pairwise

import pytest
from making import article

from kawat.encoder import encode
from kawat.encoder.clauses import Clauses
from kawat.events.triggers import Trigger, trigger_index
from kawat.languages.grammar import grammar


def triggers(text: str, language: str) -> list[Trigger]:
    index = trigger_index(language)
    (sentence,) = encode(article(text, language=language), language).sentences
    return index.find(Clauses(sentence, [], grammar(language), language, index.is_verb))


def types(text: str, language: str = "id") -> list[str]:
    return [trigger.entry.type for trigger in triggers(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mereka menyerang desa itu", ["ASSAULT"]),
        ("Desa itu diserang", ["ASSAULT"]),
        ("Mereka mengecam dan mengancam", ["ACCUSE", "THREATEN"]),
        ("Unjuk rasa meluas", ["PROTEST"]),
        ("Gencatan senjata berlaku", ["RETREAT"]),
        ("Operasi tangkap tangan itu usai", ["COERCE"]),
        ("Serangan jantung", []),
        ("Hujan turun di desa itu", []),
        ("Mereka menandatangani perjanjian kerja sama", ["SUPPORT"]),
        ("Mereka mendapat kecaman", ["ACCUSE"]),
        ("Mereka menolak klaim itu", ["REJECT", "ACCUSE"]),
    ],
)
def test_indonesian(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They attacked the village", ["ASSAULT"]),
        ("They condemned and threatened it", ["ACCUSE", "THREATEN"]),
        ("They called on him to resign", ["REQUEST", "RETREAT"]),
        ("They went on strike", ["PROTEST"]),
        ("It rained in the village", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert types(text, "en") == expected


@pytest.mark.xfail(strict=False, reason="the words that make it no attack are not in the lexicon yet")
@pytest.mark.parametrize("text", ["He had a heart attack", "He suffered a panic attack"])
def test_illness_is_no_attack(text: str) -> None:
    assert types(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "voice"),
    [
        ("Mereka menyerang", "id", "active"),
        ("Desa diserang", "id", "passive"),
        ("Mereka kecam aksi itu", "id", "bare"),
        ("The village was attacked", "en", "participle"),
        ("They are attacking", "en", "gerund"),
        ("They gave aid", "en", "active"),
        ("Aid was given", "en", "passive"),
        ("A demonstration spread", "en", None),
    ],
)
def test_voice(text: str, language: str, voice: str | None) -> None:
    assert [trigger.voice for trigger in triggers(text, language)] == [voice]


def test_a_light_word_needs_its_company() -> None:
    assert types("Mereka memberikan bantuan kepada desa itu") == ["AID"]
    assert types("Mereka memberikan kado kepada desa itu") == []


def test_a_trigger_spans_its_words_and_none_lies_inside_another() -> None:
    found = triggers("Mereka menggelar latihan militer bersama dan unjuk rasa", "id")
    assert all(trigger.first <= trigger.last for trigger in found)
    assert all(one.last < two.first for one, two in pairwise(found))
