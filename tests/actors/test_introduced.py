"""Actors that the article itself makes known: acronyms, bodies by their head words, spellings, who 'we' are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import coded

from kawat.actors.introduced import introductions
from kawat.actors.spelling import fold
from kawat.records import CodedArticle


def who(found: CodedArticle, words: str) -> list[str]:
    """Return the ids of the actors that the last mention reading ``words`` names."""
    text = found.article.text
    mentions = [(m.start, a.id) for a in found.actors for m in a.mentions if text[m.start : m.end] == words]
    last = max((start for start, _ in mentions), default=None)
    return sorted({id_ for start, id_ in mentions if start == last})


@pytest.mark.parametrize(
    ("text", "language", "name", "short"),
    [
        ("Komite Nasional Pemuda Lembah (KNPL) menolak itu.", "id", "Komite Nasional Pemuda Lembah", "KNPL"),
        ("Menurut Gereja Injili di Lembah (GIDL), itu salah.", "id", "Gereja Injili di Lembah", "GIDL"),
        ("The Front for Change and Peace (FCP) agreed.", "en", "Front for Change and Peace", "FCP"),
    ],
)
def test_an_acronym_in_brackets_shortens_the_name_before_it(text: str, language: str, name: str, short: str) -> None:
    assert [(i.name, i.short) for i in introductions(text, language)] == [(name, short)]


@pytest.mark.parametrize("text", ["Ia berumur 40 (TNI).", "Rapat di Jakarta (WIB).", "Kata dia (RED)."])
def test_other_brackets_introduce_nobody(text: str) -> None:
    assert introductions(text, "id") == []


def test_an_acronym_means_what_the_article_introduced() -> None:
    found = coded("Komite Nasional Pemuda Lembah (KNPL) berunjuk rasa. Polisi menangkap anggota KNPL.")
    assert who(found, "KNPL") == ["IDN.komite-nasional-pemuda-lembah"]


def test_a_known_body_keeps_its_entry_under_its_acronym() -> None:
    found = coded("The World Health Organization (WHO) praised Kenya. The WHO urged calm.", language="en")
    assert who(found, "WHO") == ["who"]


def test_a_body_is_known_by_its_head_word() -> None:
    found = coded("Konsorsium Pesisir Lestari mengecam polisi di Kendari.")
    (body,) = [actor for actor in found.actors if "konsorsium" in actor.id]
    assert (body.country, body.sectors) == ("IDN", ("SOC",))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Shoigu", "Shoygu"), ("Zelensky", "Zelenskyy"), ("Qaddafi", "Gaddafi"), ("Soekarno", "Sukarno")],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_we_are_the_body_for_which_somebody_speaks() -> None:
    found = coded('"Kami mengecam Jepang," kata Menteri Luar Negeri Rusia Sergey Lavrov.')
    assert who(found, "Kami") == ["RUS"]


def test_a_description_between_commas_is_the_person_before_it() -> None:
    found = coded("Joe Biden, the leader of a party, met Emmanuel Macron. He praised France.", language="en")
    assert who(found, "leader of a party") == ["joe-biden"]


def test_a_noun_that_refers_back_may_be_described() -> None:
    found = coded("KPK menangkap Prabowo Subianto. Politikus Gerindra itu membantah.")
    assert who(found, "Politikus Gerindra itu") == ["prabowo-subianto"]


def test_what_a_possessive_stands_before_is_the_owners() -> None:
    found = coded("Armenia accused Azerbaijan. Azerbaijan denied that its troops had fired.", language="en")
    assert who(found, "troops") == ["AZE.troops"]


def test_somebody_who_left_office_is_of_the_elites() -> None:
    found = coded("Susilo Bambang Yudhoyono mengecam Jepang.", published="2023-07-27")
    assert found.actors[0].sectors[0] == "ELI"


@given(st.text(alphabet="Ab (K)KN.\n", max_size=60))
def test_any_brackets_are_survived(text: str) -> None:
    assert all(0 <= i.start < i.end <= len(text) for i in introductions(text, "id"))
