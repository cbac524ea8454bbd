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
