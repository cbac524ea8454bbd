"""What the reports of one event say of it together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from made_reports import DAY, made

from kawat.stories import independent_reports, summarise


@pytest.mark.parametrize(
    ("statuses", "together"),
    [
        (["claimed", "asserted"], "asserted"),
        (["claimed", "claimed"], "claimed"),
        (["denied", "claimed"], "claimed"),
        (["future", "asserted"], "asserted"),
        (["hypothetical"], "hypothetical"),
    ],
)
def test_an_event_has_the_most_asserted_status_of_its_reports(statuses, together):
    reports = [made(number, status=status) for number, status in enumerate(statuses)]
    assert summarise(reports)["status"] == together


def test_sides_are_those_of_the_surest_report_and_the_rest_is_gathered():
    reports = [
        made(1, modes=(), attributed_names=("Rusia",), place_name="Kyiv", place_country="UKR"),
        made(
            2,
            confidence=0.9,
            actor_names=("Sergey Lavrov",),
            attributed_names=("TASS", "Rusia"),
            contexts=("military",),
        ),
        made(3, place_name="Kyiv", place_country="UKR", date_start=None, date_end=None),
    ]
    event = summarise(reports)
    assert (event["actor_names"], event["confidence"]) == (("Sergey Lavrov",), 0.9)
    assert (event["modes"], event["contexts"]) == (["allege"], ["military"])
    assert event["attributed_to"] == ["Rusia", "TASS"]
    assert (event["date_start"], event["place_name"], event["place_country"]) == (DAY, "Kyiv", "UKR")
    assert (event["reports"], event["report_count"]) == (["1:gudang", "2:gudang", "3:gudang"], 3)


def test_the_id_of_an_event_is_that_of_its_earliest_report():
    assert summarise([made(1)])["id"] == summarise([made(1), made(2)])["id"] != summarise([made(2)])["id"]


def test_independent_articles_count_each():
    assert independent_reports([made(1), made(2), made(3)]) == 3


def test_near_copies_count_once():
    assert independent_reports([made(1), made(2, original=1), made(3, original=1)]) == 1


def test_reports_through_one_agency_count_once():
    reports = [made(1, agencies=("KCNA",)), made(2, agencies=("kcna",)), made(3, agencies=("Reuters",)), made(4)]
    assert independent_reports(reports) == 3


def test_a_report_that_joins_two_origins_makes_them_one():
    reports = [made(1, agencies=("KCNA",)), made(2, agencies=("Yonhap",)), made(3, agencies=("Yonhap", "KCNA"))]
    assert independent_reports(reports) == 1


def test_reports_of_one_outlet_count_once_and_an_agency_is_an_outlet():
    reports = [
        made(1, outlet="Tempo"),
        made(2, outlet="Tempo"),
        made(3, outlet="Antara"),
        made(4, agencies=("ANTARA",)),
    ]
    assert independent_reports(reports) == 2


def test_an_event_keeps_who_tells_it_how_and_what_they_disagree_about():
    reports = [
        made(1, outlet="Antara", outlet_country="IDN", place_name="Kyiv"),
        made(2, outlet="TASS", outlet_country="RUS", status="claimed", attributed_names=("Rusia",)),
        made(3, status="denied", attributed_names=("Ukraina",), date_start=DAY + timedelta(1), place_name="Odesa"),
    ]
    event = summarise(reports)
    assert (event["asserted_by"], event["claimed_by"], event["denied_by"]) == (["Antara"], ["Rusia"], ["Ukraina"])
    assert event["days_told"] == [DAY, DAY + timedelta(1)]
    assert event["places_told"] == ["Kyiv", "Odesa"]
    assert event["sides"] == ["IDN", "RUS"]


def test_two_mentions_in_one_article_are_one_report():
    assert independent_reports([made(1, "gudang"), made(1, "kapal")]) == 1
