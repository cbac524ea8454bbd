"""Words that refer back: pronouns, "kedua negara", "that country"."""

from __future__ import annotations

import pytest
from making import coded

from kawat.records import CodedArticle


def meant(found: CodedArticle, words: str) -> set[str]:
    """Return the ids of the actors whom the first mention reading ``words`` names."""
    text = found.article.text
    mentions = [(m.start, a.id) for a in found.actors for m in a.mentions if text[m.start : m.end] == words]
    first = min((start for start, _ in mentions), default=None)
    return {id_ for start, id_ in mentions if start == first}


@pytest.mark.parametrize(
    ("paragraphs", "words", "who"),
    [
        (["Vladimir Putin tiba di Hanoi. Dia memuji Vietnam."], "Dia", {"vladimir-putin"}),
        (["Vladimir Putin tiba di Hanoi.", "Ia memuji Vietnam."], "Ia", {"vladimir-putin"}),
        (["Sergey Shoigu memuji Kim Jong-un. Dia lalu pulang."], "Dia", {"sergei-shoigu"}),
        (["Dengan Kim Jong-un, Sergey Shoigu berbincang. Dia lalu pulang."], "Dia", {"sergei-shoigu"}),
        (["Korea Utara menguji rudal. Mereka mengecam Jepang."], "Mereka", {"PRK"}),
        (["Jepang mengecam Rusia.", "Kedua negara lama berselisih."], "Kedua negara", {"JPN", "RUS"}),
        (["Jepang mengecam Rusia.", "Negara itu diam."], "Negara itu", {"RUS"}),
        (["Dia pulang."], "Dia", set()),
        (["Kedua negara diam."], "Kedua negara", set()),
    ],
)
def test_indonesian(paragraphs: list[str], words: str, who: set[str]) -> None:
    assert meant(coded(*paragraphs), words) == who


@pytest.mark.parametrize(
    ("paragraphs", "words", "who"),
    [
        (["Vladimir Putin landed in Hanoi. He praised Vietnam."], "He", {"vladimir-putin"}),
        (["North Korea tested a missile. They condemned Japan."], "They", {"PRK"}),
        (["North Korea tested a missile. It has condemned Japan."], "It", {"PRK"}),
        (["Japan condemned Russia.", "The two countries have long been at odds."], "The two countries", {"JPN", "RUS"}),
        (["He left."], "He", set()),
        (["North Korea tested a missile. It rained."], "It", set()),
    ],
)
def test_english(paragraphs: list[str], words: str, who: set[str]) -> None:
    assert meant(coded(*paragraphs, language="en"), words) == who


def test_a_pronoun_does_not_look_back_for_ever() -> None:
    between = ["Hujan turun di desa itu."] * 6
    assert meant(coded("Vladimir Putin tiba di Hanoi.", *between, "Dia pulang."), "Dia") == set()


def test_a_pronoun_takes_part_in_events() -> None:
    found = coded("Menteri Pertahanan Rusia Sergey Shoigu tiba di Pyongyang.", "Dia mengecam Amerika Serikat.")
    accusation = next(event for event in found.events if event.type == "ACCUSE")
    assert [side.actor_id for side in accusation.actors] == ["sergei-shoigu"]
