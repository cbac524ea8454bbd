"""Places of an article: which words name them, and which of several places of one name they mean."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import article, coder

from kawat.encoder import encode
from kawat.places import PlaceMention, find_places, speaks_again


def places(text: str, language: str = "id", told: dict[str, int] | None = None, dateline: str | None = None):
    """Return the places of ``text``; ``told``: how often it names countries otherwise."""
    page = article(text, language=language, place=dateline)
    finder = coder()._actors.places(language)
    return find_places(finder, page, encode(page, language), Counter(told or {}))


def seen(text: str, found: tuple[PlaceMention, ...]) -> list[tuple[str, str | None]]:
    return [(text[m.start : m.end], m.country) for m in found]


@pytest.mark.parametrize(
    ("text", "language", "told", "wanted"),
    [
        ("Gunmen killed villagers in Tripoli, Lebanon.", "en", {}, [("Tripoli", "LBN"), ("Lebanon", "LBN")]),
        ("Protesters clashed with police in Tripoli.", "en", {"LBY": 2}, [("Tripoli", "LBY")]),
        ("Protesters clashed with police in Tripoli.", "en", {"LBN": 2}, [("Tripoli", "LBN")]),
        ("A court in San Jose, Costa Rica, convicted him.", "en", {}, [("San Jose", "CRI"), ("Costa Rica", "CRI")]),
        ("They met in Birmingham.", "en", {"GBR": 1}, [("Birmingham", "GBR")]),
        ("They met in Birmingham.", "en", {"USA": 3}, [("Birmingham", "USA")]),
        ("Rudal menghantam Kharkiv dan jatuh di Odesa.", "id", {"UKR": 1}, [("Odesa", "UKR")]),
        ("Rudal ditembakkan ke Kharkiv dan Odesa.", "id", {}, [("Kharkiv", "UKR"), ("Odesa", "UKR")]),
        ("Mereka tiba di Moskow.", "id", {}, [("Moskow", "RUS")]),
        ("Massa membakar kantor di Serang, Banten.", "id", {}, [("Serang", "IDN"), ("Banten", "IDN")]),
        ("Pesawat menyerang warga.", "id", {}, []),
        ("Serang balik, kata Dedi.", "id", {}, []),
        ("Michael Jordan tiba di Chicago.", "id", {}, [("Chicago", "USA")]),
    ],
)
def test_what_is_told_decides_between_places_of_one_name(
    text: str, language: str, told: dict[str, int], wanted: list[tuple[str, str]]
) -> None:
    assert seen(text, places(text, language, told).mentions) == wanted


def test_a_place_lies_in_the_one_named_behind_it() -> None:
    text = "Bentrokan pecah di Desa Wadas, Kecamatan Bener, Kabupaten Purworejo, Jawa Tengah."
    found = places(text).mentions
    assert [m.place.admin1 for m in found if m.place] == ["Jawa Tengah"] * len(found)
    assert abs(found[0].place.latitude - -7.6) < 0.2


def test_a_dateline_in_capitals_names_its_place() -> None:
    desk = places("Polisi menangkap warga.", dateline="SURABAYA").dateline
    assert desk is not None
    assert (desk.country, desk.name) == ("IDN", "Surabaya")


def test_an_unknown_dateline_names_none() -> None:
    assert places("Polisi menangkap warga.", dateline="Zzyzxville").dateline is None


WORDS = st.sampled_from(
    ["di", "ke", "in", "Kota", "Tripoli", "Lebanon", ",", "San", "Jose", "dan", "Banten", "Jawa", ".", "(", "Georgia"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=16).map(" ".join) | st.text(max_size=50), st.sampled_from(["id", "en"]))
def test_any_text_gives_ordered_spans(text: str, language: str) -> None:
    found = places(text, language).mentions
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(m.part_of is None or m.part_of > k for k, m in enumerate(found))
    assert [m.start for m in found] == sorted(m.start for m in found)


def at(text: str, told: dict[str, int] | None = None) -> list[tuple[str, str, str | None]]:
    """Return the places of an English text as (words, role, country)."""
    return [(text[m.start : m.end], m.role, m.country) for m in places(text, "en", told).mentions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Drones hit a depot in Russia's Belgorod region.", ("Belgorod region", "at", "RUS")),
        ("Gunmen fled to Mexico's northern state of Sinaloa.", ("Sinaloa", "to", "MEX")),
        ("Rebels seized the town of Goma.", ("Goma", "at", "COD")),
        ("Fighters pulled out of Rostov-on-Don.", ("Rostov-on-Don", "origin", "RUS")),
    ],
)
def test_what_stands_before_a_name_says_what_it_is(text: str, wanted: tuple[str, str, str]) -> None:
    assert at(text)[-1] == wanted


def test_a_country_that_owns_a_place_is_not_itself_where_it_happened() -> None:
    assert at("Drones hit a depot in Russia's Belgorod region.")[0] == ("Russia", "none", "RUS")


def test_a_country_behind_a_town_that_it_has_not_is_no_place() -> None:
    found = places("At a meeting in Aqaba, Israel and Jordan promised calm.", "en").mentions
    assert [(m.name, m.part_of) for m in found if m.role == "at"] == [("Aqaba", None)]


def test_a_capital_behind_a_comma_and_and_opens_a_clause() -> None:
    found = places("They met in Jeddah, and Washington lifted the freeze.", "en").mentions
    assert [m.name for m in found if m.role == "at"] == ["Jeddah"]
    listed = places("They fought in Kyiv, Odesa, and Kharkiv.", "en").mentions
    assert [m.name for m in listed if m.role == "at"] == ["Kyiv", "Odesa", "Kharkiv"]


def test_the_mayor_of_a_town_is_not_in_it() -> None:
    assert at("Gunmen killed the mayor of the city of Goma.") == []


def test_a_dateline_may_say_in_what_its_place_lies() -> None:
    desk = places("Police fired tear gas.", "en", dateline="Lebanon, Pennsylvania").dateline
    assert desk is not None
    assert desk.place is not None
    assert (desk.country, desk.place.admin1) == ("USA", "Pennsylvania")


@pytest.mark.parametrize(
    ("text", "language", "again"),
    [
        ("Police arrested two men in the city.", "en", True),
        ("Police arrested two men in the city's north.", "en", True),
        ("Police arrested two men in the city of Kandahar.", "en", False),
        ("Police arrested two men there.", "en", True),
        ("Police left; therefore they fled.", "en", False),
        ("Polisi menangkap dua orang di bandara itu.", "id", True),
        ("Polisi menangkap dua orang di Solo.", "id", False),
    ],
)
def test_words_that_speak_of_a_place_told_before(text: str, language: str, again: bool) -> None:
    assert speaks_again(text, language) is again
