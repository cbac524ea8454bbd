"""Places of events: named in the sentence, else the dateline's where its country takes part."""

from __future__ import annotations

import pytest
from making import coded

from kawat.records import Event


def event(text: str, type_: str | None = None, language: str = "id", **fields: object) -> Event:
    found = coded(text, language=language, **fields).events
    return next(e for e in found if type_ in (None, e.type))


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("Rusia menyerang Ukraina di Kharkiv.", "id", "Kharkiv", "UKR"),
        ("Polisi menangkap tiga tersangka di Solo.", "id", "Surakarta", "IDN"),
        ("Polisi menangkap tiga tersangka di Papua.", "id", "Papua", "IDN"),
        ("Russian troops attacked Ukraine near Kharkiv.", "en", "Kharkiv", "UKR"),
        ("Turkish police arrested 40 protesters in Istanbul.", "en", "Istanbul", "TUR"),
    ],
)
def test_a_place_behind_a_word_of_place(text: str, language: str, name: str, country: str) -> None:
    place = event(text, language=language).place
    assert place is not None
    assert (place.name, place.country) == (name, country)
    assert place.latitude is not None
    assert place.longitude is not None
    assert place.start is not None
    assert text[place.start : place.end] in text.split(" di ")[-1] or language == "en"


def test_the_span_is_the_name_in_the_text() -> None:
    text = "Rusia menyerang Ukraina di Kharkiv, kata saksi."
    place = event(text).place
    assert place is not None
    assert text[place.start : place.end] == "Kharkiv"


def test_the_nearest_place_is_the_events() -> None:
    text = "Di Kyiv Rusia mengecam Iran dan menyerang Ukraina di Odesa."
    place = event(text, "ASSAULT").place
    assert place is not None
    assert text[place.start : place.end] == "Odesa"


def test_the_dateline_is_the_place_of_an_event_its_country_takes_part_in() -> None:
    place = event("Korea Utara mengecam Jepang.", place="PYONGYANG").place
    assert place is not None
    assert (place.country, place.start, place.end) == ("PRK", None, None)


def test_a_desk_elsewhere_does_not_move_the_event() -> None:
    assert event("Korea Utara mengecam Jepang.", place="JAKARTA").place is None


def test_without_a_place_there_is_none() -> None:
    assert event("Korea Utara mengecam Jepang.").place is None


def test_a_word_that_is_no_place_gives_none() -> None:
    assert event("Korea Utara mengecam Jepang di Zzyzxville.").place is None


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("They killed a German hostage in March 2021.", None),
        ("They killed a German hostage there in March 2021.", "Kandahār"),
        ("They killed a German hostage.", "Kandahār"),
    ],
)
def test_an_act_of_another_time_is_not_where_the_story_is(second: str, name: str | None) -> None:
    found = coded(f"Taliban fighters attacked Afghan police in Kandahar on Tuesday. {second}", language="en").events
    place = next(e for e in found if e.trigger.start > 60).place
    assert (place.name if place is not None else None) == name


@pytest.mark.parametrize(
    "text",
    [
        "Di Kyiv, Rusia menyerang Ukraina; Prancis mengecam Rusia.",
        "Di Kyiv Rusia menyerang Ukraina, dan Prancis mengecam Rusia.",
    ],
)
def test_words_of_another_clause_are_not_said_at_its_place(text: str) -> None:
    assert event(text, "ACCUSE").place is None


def test_a_call_has_no_place() -> None:
    text = "Indian Prime Minister Narendra Modi telephoned Russian President Vladimir Putin on Wednesday."
    assert all(e.place is None for e in coded(text, language="en", place="NEW DELHI").events)


def test_what_was_said_before_the_story_was_not_said_at_its_desk() -> None:
    assert event("France accused Iran.", "ACCUSE", "en", place="PARIS").place is not None
    assert event("France had accused Iran.", "ACCUSE", "en", place="PARIS").place is None


def test_a_place_between_commas_is_not_where_it_happened() -> None:
    text = "Russia, which has soldiers in Belarus, condemned Iran."
    assert event(text, "ACCUSE", "en").place is None


def test_the_town_told_before_is_meant_by_the_town_in_a_region() -> None:
    text = "Sudanese troops attacked rebels in El Fasher. Sudanese rebels attacked the city in Darfur again on Sunday."
    places = [e.place.name for e in coded(text, language="en").events if e.place]
    assert set(places) == {"El Fasher"}


def test_the_story_goes_on_where_its_main_clause_was() -> None:
    text = (
        "Gunmen attacked Kenyan police in Nairobi on Friday, eight days after an attack in Mombasa. "
        "Kenyan police arrested four gunmen."
    )
    place = event(text, "COERCE", "en").place
    assert place is not None
    assert place.name == "Nairobi"
