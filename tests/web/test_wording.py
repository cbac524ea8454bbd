"""Events in plain English claim no more than their status does."""

from __future__ import annotations

from datetime import date

import pytest

from kawat.codebook import load_codebook
from kawat.web.verbs import verb
from kawat.web.wording import country_name, days, did_what, joined, sentence, who_says_so


def event(**fields):
    return {
        "type": "COERCE", "modes": ["arrest"], "status": "asserted", "symmetric": False, "actor_names": ["police"],
        "recipient_names": ["students"], "attributed_to": [], "place_name": None, "place_country": None,
        "date_start": None, "date_end": None,
    } | fields  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Police arrested students."),
        ({"attributed_to": ["Antara"]}, "According to Antara, police arrested students."),
        ({"attributed_to": ["police"]}, "By their own account, police arrested students."),
        ({"status": "claimed", "attributed_to": ["police"]}, "By their own claim, police arrested students."),
        ({"status": "claimed"}, "An interested party claims that police arrested students."),
        ({"status": "claimed", "attributed_to": ["A", "B"]}, "A and B claim that police arrested students."),
        ({"status": "denied"}, "According to the report, police did not arrest students."),
        ({"status": "denied", "attributed_to": ["A"]}, "According to A, police did not arrest students."),
        ({"status": "future"}, "It is announced or planned that police will arrest students."),
        ({"status": "hypothetical"}, "Police might arrest students."),
        ({"status": "historical"}, "Police earlier arrested students."),
        ({"recipient_names": []}, "Police arrested someone not named."),
        ({"actor_names": []}, "Someone not named arrested students."),
        ({"type": "PROTEST", "modes": [], "recipient_names": []}, "Police protested."),
        ({"type": "PROTEST", "modes": []}, "Police protested against students."),
        ({"type": "CONSULT", "modes": ["phone"], "symmetric": True}, "Police telephoned others."),
        ({"symmetric": True, "actor_names": ["A", "B"], "type": "AID"}, "A and B gave aid to each other."),
        ({"place_name": "Bandung", "place_country": "IDN"}, "Police arrested students in Bandung, Indonesia."),
        ({"place_name": "Indonesia", "place_country": "IDN"}, "Police arrested students in Indonesia."),
        ({"date_start": date(2024, 5, 21), "date_end": date(2024, 5, 21)}, "Police arrested students on 21 May 2024."),
    ],
)  # fmt: skip
def test_a_sentence_for_each_status_and_shape(fields, said):
    assert sentence(event(**fields)) == said


def test_reports_name_their_sources_beside_the_ids_of_statements():
    report = event(attributed_to=["a1:s1"], attributed_names=["Antara"])
    assert sentence(report) == "According to Antara, police arrested students."


def test_what_was_not_done_is_not_said_to_be_done():
    said = [did_what(event(status=status)) for status in ("asserted", "denied", "future", "hypothetical")]
    assert said == ["arrested", "did not arrest", "will arrest", "might arrest"]


def test_every_type_and_mode_of_the_codebook_has_words():
    for name, type in load_codebook().types.items():
        for mode in ("", *type.modes):
            assert name not in verb(name, [mode]).past


def test_who_says_so_is_the_outlet_where_no_other_is_named():
    assert who_says_so(event()) == "the outlet"
    assert who_says_so(event(status="claimed")) == "not named"
    assert who_says_so(event(attributed_to=["A", "B", "A", "C"])) == "A, B and C"


def test_periods_are_said_in_short():
    assert days(None, None) == ""
    assert days(date(2024, 1, 1), date(2024, 12, 31)) == "2024"
    assert days(date(2024, 1, 1), date(2025, 12, 31)) == "2024 to 2025"
    assert days(date(2024, 2, 1), date(2024, 2, 29)) == "Feb 2024"
    assert days(date(2024, 2, 3), date(2024, 2, 29)) == "3 to 29 Feb 2024"
    assert days(date(2024, 2, 3), date(2024, 3, 1)) == "3 Feb 2024 to 1 Mar 2024"


def test_codes_that_are_no_country_keep_a_name():
    assert [country_name(code) for code in ("IDN", "UNO", "QQQ")] == ["Indonesia", "United Nations", "QQQ"]
    assert joined([None, "A", ""]) == "A"
