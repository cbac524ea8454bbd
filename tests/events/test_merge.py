"""One event per act and paragraph; and denials tied to what they deny."""

from __future__ import annotations

from making import coded, sides, told

from kawat.records import CodedArticle, Event


def of_type(found: CodedArticle, type_: str) -> list[Event]:
    return [event for event in found.events if event.type == type_]


def test_two_clauses_about_one_act_are_one_event() -> None:
    found = coded("Rusia menyerang Ukraina. Serangan Rusia ke Ukraina itu menuai kecaman dunia.")
    assert len(of_type(found, "ASSAULT")) == 1


def test_the_same_act_in_another_paragraph_is_another_report_of_it() -> None:
    found = coded("Rusia menyerang Ukraina.", "Rusia menyerang Ukraina.")
    assert len(of_type(found, "ASSAULT")) == 2


def test_acts_of_two_types_stay_two() -> None:
    assert told(coded("Rusia mengecam Ukraina. Rusia menyerang Ukraina.")) == [
        "ACCUSE RUS>UKR asserted",
        "ASSAULT RUS>UKR asserted",
    ]


def test_acts_against_two_countries_stay_two() -> None:
    found = coded("Rusia menyerang Ukraina. Rusia menyerang Georgia.")
    assert [sides(found, event)[1] for event in of_type(found, "ASSAULT")] == [{"UKR"}, {"GEO"}]


def test_the_two_directions_of_one_act_stay_two() -> None:
    found = coded("Rusia menyerang Ukraina. Ukraina menyerang Rusia.")
    assert len(of_type(found, "ASSAULT")) == 2


def test_the_fuller_telling_stays() -> None:
    found = coded("Rusia menyerang pada malam hari. Rusia menyerang Ukraina dengan rudal.")
    (attack,) = of_type(found, "ASSAULT")
    assert sides(found, attack) == ({"RUS"}, {"UKR"})


def test_a_meeting_told_from_both_ends_is_one() -> None:
    found = coded("Vladimir Putin bertemu Xi Jinping. Xi Jinping bertemu dengan Vladimir Putin selama dua jam.")
    assert told(found) == ["CONSULT CHN+RUS=CHN+RUS asserted"]


def test_an_act_and_its_denial_are_not_joined() -> None:
    found = coded("Rusia menyerang Ukraina. Kremlin mengatakan bahwa Rusia tidak menyerang Ukraina.")
    assert sorted(event.status for event in of_type(found, "ASSAULT")) == ["asserted", "denied"]


def test_a_denial_disputes_what_it_denies_in_its_own_sentence() -> None:
    found = coded("Korut menolak klaim AS bahwa mereka memasok senjata kepada Rusia.")
    (aid,) = of_type(found, "AID")
    (denial,) = of_type(found, "REJECT")
    assert (aid.status, aid.disputed_by) == ("claimed", (denial.id,))


def test_a_denial_disputes_the_claim_of_the_paragraph_before() -> None:
    found = coded("AS menuduh Iran memasok senjata kepada Rusia.", "Iran membantah tuduhan itu.")
    (aid,) = of_type(found, "AID")
    (denial,) = of_type(found, "REJECT")
    assert aid.disputed_by == (denial.id,)
    assert all(event.disputed_by == () for event in found.events if event is not aid)


def test_somebody_elses_denial_disputes_nothing() -> None:
    found = coded("AS menuduh Iran memasok senjata kepada Rusia.", "Korea Utara membantah tuduhan Jepang.")
    assert all(event.disputed_by == () for event in found.events)


def test_a_refusal_is_no_denial() -> None:
    found = coded("AS menuduh Iran memasok senjata kepada Rusia.", "Iran menolak berunding dengan AS.")
    assert all(event.disputed_by == () for event in found.events)


def test_events_are_numbered_in_text_order() -> None:
    found = coded("Rusia mengecam Iran.", "China mengecam Jepang. Rusia menyerang Ukraina.")
    assert [event.id for event in found.events] == ["a1:e1", "a1:e2", "a1:e3"]
    starts = [event.trigger.start for event in found.events]
    assert starts == sorted(starts)
