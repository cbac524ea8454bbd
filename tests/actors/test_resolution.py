"""Resolution: who a name, a title or a common noun means in this article, on this day."""

from __future__ import annotations

import msgspec
import pytest
from making import article, coded, coder

from kawat.actors import Registry
from kawat.actors.registry import load_registry
from kawat.coder import Coder
from kawat.records import Actor, CodedArticle, Dateline


def meant(found: CodedArticle, words: str, which: int = 0) -> Actor:
    """Return the actor whom the ``which``-th mention reading ``words`` names."""
    text = found.article.text
    pairs = [(m.start, a) for a in found.actors for m in a.mentions if text[m.start : m.end] == words]
    return sorted(pairs, key=lambda pair: pair[0])[which][1]


@pytest.mark.parametrize(
    ("day", "title", "person"),
    [
        ("2016-05-01", "Presiden Amerika Serikat", "barack-obama"),
        ("2019-05-01", "Presiden Amerika Serikat", "donald-trump"),
        ("2023-05-01", "Presiden Amerika Serikat", "joe-biden"),
        ("2012-05-01", "Presiden Indonesia", "susilo-bambang-yudhoyono"),
        ("2023-05-01", "Presiden Indonesia", "joko-widodo"),
    ],
)
def test_a_title_means_who_held_the_office_on_the_day(day: str, title: str, person: str) -> None:
    found = coded(f"{title} mengunjungi Jepang.", published=day)
    assert meant(found, title).id == person


def test_a_title_of_the_republic_is_indonesian_whatever_else_is_named() -> None:
    assert meant(coded("Presiden RI mengunjungi Jepang."), "Presiden RI").id == "joko-widodo"


def test_a_title_without_a_day_means_the_office() -> None:
    found = coded("Presiden Amerika Serikat mengunjungi Jepang.", published=None)
    actor = meant(found, "Presiden Amerika Serikat")
    assert (actor.id, actor.country) == ("USA.president", "USA")


@pytest.mark.parametrize(("day", "sector"), [("2011-01-01", "OPP"), ("2018-01-01", "GOV")])
def test_a_person_is_coded_by_the_office_held_at_the_time(day: str, sector: str) -> None:
    found = coded("Aung San Suu Kyi mengunjungi Thailand.", published=day)
    assert meant(found, "Aung San Suu Kyi").sectors[0] == sector


def test_somebody_unknown_is_known_by_the_title_and_then_by_parts_of_the_name() -> None:
    found = coded("Menteri Pertahanan Chile Rosa Fuentes tiba di Hanoi.", "Fuentes memuji Vietnam. Rosa lalu pulang.")
    actor = meant(found, "Menteri Pertahanan Chile Rosa Fuentes")
    assert (actor.country, actor.id) == ("CHL", "CHL.rosa-fuentes")
    assert meant(found, "Fuentes") == meant(found, "Rosa") == actor


def test_another_first_name_is_another_person() -> None:
    found = coded("Presiden Chile Rosa Fuentes diam.", "Juan Fuentes tertawa.")
    assert all(found.article.text[m.start : m.end] != "Juan Fuentes" for a in found.actors for m in a.mentions)


def test_a_part_two_people_bear_means_the_one_named_last() -> None:
    found = coded("Presiden Chile Rosa Fuentes bertemu Menteri Pertahanan Peru Juan Fuentes.", "Fuentes lalu pulang.")
    assert meant(found, "Fuentes").country == "PER"


def test_a_name_before_its_title_in_apposition() -> None:
    found = coded("Rosa Fuentes, menteri pertahanan Chile, memuji Vietnam.")
    assert meant(found, "Rosa Fuentes").country == "CHL"


def test_a_full_name_beside_a_speech_verb_is_a_person_without_a_country() -> None:
    found = coded("“Kami sudah lama menunggu bantuan,” kata Budi Santoso.")
    actor = meant(found, "Budi Santoso")
    assert (actor.country, actor.sectors) == (None, ("UNK",))


def test_a_later_title_means_who_was_given_it_before() -> None:
    found = coded("Menteri Pertahanan Chile Rosa Fuentes tiba.", "Menteri Pertahanan memuji Vietnam.")
    assert meant(found, "Menteri Pertahanan") == meant(found, "Menteri Pertahanan Chile Rosa Fuentes")


@pytest.mark.parametrize(
    ("text", "fields", "country"),
    [
        ("Polisi menembak dua orang.", {}, "IDN"),
        ("Polisi menembak dua orang.", {"place": "BANGKOK"}, "THA"),
        ("Polisi menembak dua orang di Manila.", {}, "PHL"),
        ("Banjir di Thailand meluas. Polisi menutup jalan.", {}, "THA"),
    ],
)
def test_whose_police_the_police_are(text: str, fields: dict[str, str], country: str) -> None:
    assert meant(coded(text, **fields), "Polisi").country == country


def test_english_police_without_a_country_are_nobodys() -> None:
    found = coded("The police arrested two men.", language="en")
    assert meant(found, "police").country is None


def test_a_city_abroad_as_the_aim_of_a_deed_is_its_country() -> None:
    found = coded("Rusia menembakkan rudal ke Kharkiv.")
    assert (meant(found, "Kharkiv").country, meant(found, "Kharkiv").id) == ("UKR", "UKR")


def test_a_capital_is_its_government() -> None:
    found = coded("Washington menekan Moskow.")
    assert [(a.id, a.country) for a in found.actors] == [("USA", "USA"), ("RUS", "RUS")]


def test_the_outlet_is_known_by_its_dateline_or_its_address() -> None:
    finder = coder()._actors
    filed = msgspec.structs.replace(article("Teks."), dateline=Dateline(outlet="KOMPAS.com"))
    by_dateline = finder.outlet(filed)
    assert by_dateline is not None
    assert by_dateline.id == "kompas"
    by_address = finder.outlet(article("Teks.", url="https://www.antaranews.com/berita/1"))
    assert by_address is not None
    assert by_address.id == "antara"
    unknown = finder.outlet(article("Teks.", url="https://kabar.example/1"))
    assert unknown is not None
    assert (unknown.id, unknown.sectors, unknown.country) == ("outlet.kabar-example", ("JRN",), None)
    assert finder.outlet(article("Teks.")) is None


def test_a_registry_can_be_given() -> None:
    some = Registry(entry for entry in load_registry().entries.values() if entry.id in ("RUS", "UKR"))
    found = Coder(registry=some).code_article(article("Rusia menyerang Ukraina dan Polandia."))
    assert {actor.id for actor in found.actors} >= {"RUS", "UKR"}
    assert "POL" not in {actor.id for actor in found.actors}


def test_actors_come_in_the_order_of_their_first_mention_and_mentions_in_text_order() -> None:
    found = coded("Rusia mengecam Iran. Iran mengecam Rusia.", "China diam. Rusia juga diam.")
    assert [actor.id for actor in found.actors] == ["RUS", "IRN", "CHN"]
    for actor in found.actors:
        starts = [mention.start for mention in actor.mentions]
        assert starts == sorted(starts)
