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


@pytest.mark.parametrize(
    ("paragraphs", "words", "who"),
    [
        # a noun with its determiner, described, with a number, behind "sang"
        (["Vladimir Putin tiba di Hanoi.", "Lelaki berusia 71 tahun itu pulang."], "Lelaki berusia 71 tahun itu",
         {"vladimir-putin"}),
        (["Vladimir Putin tiba di Hanoi.", "Vietnam memuji sang presiden."], "sang presiden", {"vladimir-putin"}),
        (["Menteri Sri Mulyani bertemu Vladimir Putin.", "Perempuan itu pulang. Lelaki itu menetap."], "Lelaki itu",
         {"vladimir-putin"}),
        (["KPK menangkap Budi Santoso.", "Jaksa mengatakan lembaga itu bekerja cepat."], "lembaga itu", {"kpk"}),
        # a head without a determiner, of a body that was called so
        (["Mahkamah Konstitusi menolak gugatan itu.", "Mahkamah menyatakan pemilu sah."], "Mahkamah", {"mk"}),
        # two alike who were named in one sentence, joined or not
        (["Vladimir Putin bertemu Kim Jong-un di Moskwa.", "Keduanya lalu makan malam."], "Keduanya",
         {"vladimir-putin", "kim-jong-un"}),
        (["Vladimir Putin bertemu Kim Jong-un di Moskwa.", "Kedua pemimpin lalu makan malam."], "Kedua pemimpin",
         {"vladimir-putin", "kim-jong-un"}),
        (["Vladimir Putin bertemu Kim Jong-un.", "Polisi menangkap dua pemimpin."], "dua pemimpin", set()),
        # what somebody is to another
        (["Presiden Rusia Vladimir Putin mengatakan negaranya siap."], "negaranya", {"RUS"}),
        (["Vladimir Putin menjamu Kim Jong-un.", "Putin memuji tamunya."], "tamunya", {"kim-jong-un"}),
        (["Vladimir Putin tiba.", "Putin mencium istrinya."], "istrinya", set()),
    ],
)  # fmt: skip
def test_indonesian_nouns(paragraphs: list[str], words: str, who: set[str]) -> None:
    assert meant(coded(*paragraphs), words) == who


def test_a_relation_is_told_once_and_known_later() -> None:
    found = coded("Ferdy Sambo ditahan polisi.", "Istrinya, Putri Candrawathi, menangis. Sang istri lalu pulang.")
    assert meant(found, "Istrinya") == meant(found, "Sang istri") == meant(found, "Putri Candrawathi") != set()


def test_a_person_called_by_a_common_noun_is_meant_by_a_person_pronoun() -> None:
    found = coded("Seorang demonstran memukul polisi di Jakarta.", "Ia lalu lari.")
    assert meant(found, "Ia") == {"IDN.protesters"}


@pytest.mark.parametrize(
    ("paragraphs", "words", "who"),
    [
        (
            ["Vladimir Putin landed in Hanoi.", "Vietnam praised the ageing politician."],
            "ageing politician",
            {"vladimir-putin"},
        ),
        (["Vladimir Putin met Kim Jong Un.", "Both praised Vietnam."], "Both", {"vladimir-putin", "kim-jong-un"}),
        (["Vladimir Putin hosted Kim Jong Un.", "Putin praised his guest."], "guest", {"kim-jong-un"}),
        (["Russian President Vladimir Putin spoke.", "He said his country was ready."], "country", {"RUS"}),
        (["North Korea tested a missile. It closed the border."], "It", {"PRK"}),
        (["A protester hit a policeman in Jakarta. He ran away."], "He", {"IDN.protesters"}),
    ],
)
def test_english_nouns(paragraphs: list[str], words: str, who: set[str]) -> None:
    assert meant(coded(*paragraphs, language="en"), words) == who


def test_whoever_has_a_body_in_his_title_speaks_for_it() -> None:
    found = coded("KPK menangkap seorang bupati.", "Ketua KPK Firli Bahuri mengatakan pihaknya bekerja cepat.")
    assert next(actor for actor in found.actors if actor.id == "firli-bahuri").represents == "kpk"
