"""Status: the light that grammar, speakers and time put an event in."""

from __future__ import annotations

import pytest
from making import coded

from kawat.events.status import by_statements
from kawat.records import Actor, SourceSpan, Span, Statement


def statuses(*paragraphs: str, language: str = "id") -> dict[str, str]:
    return {event.type: event.status for event in coded(*paragraphs, language=language).events}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rusia menyerang Polandia.", "asserted"),
        ("Rusia telah menyerang Polandia.", "asserted"),
        ("Rusia tidak menyerang Polandia.", "denied"),
        ("Rusia belum pernah menyerang Polandia.", "denied"),
        ("Rusia gagal menyerang Polandia.", "denied"),
        ("Rusia akan menyerang Polandia.", "future"),
        ("Rusia berencana menyerang Polandia.", "future"),
        ("Rusia berencana untuk menyerang Polandia.", "future"),
        ("Rusia bisa menyerang Polandia.", "hypothetical"),
        ("Rusia mungkin akan menyerang Polandia.", "future"),
        ("Jika Rusia menyerang Polandia, dunia marah.", "hypothetical"),
        ("Dunia marah apabila Rusia menyerang Polandia.", "hypothetical"),
        ("Polandia diserang Rusia.", "asserted"),
        ("Polandia tidak diserang Rusia.", "denied"),
        ("Polandia akan diserang oleh Rusia.", "future"),
        ("Beberapa tahun lalu Rusia menyerang Polandia.", "historical"),
        ("Pada 1939 Rusia menyerang Polandia.", "historical"),
    ],
)
def test_words_around_an_indonesian_verb(text: str, status: str) -> None:
    assert statuses(text) == {"ASSAULT": status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Russia attacked Poland.", "asserted"),
        ("Russia has attacked Poland.", "asserted"),
        ("Russia never attacked Poland.", "denied"),
        ("Russia has not attacked Poland.", "denied"),
        ("Russia will be attacking Poland.", "future"),
        ("Russia may have attacked Poland.", "hypothetical"),
        ("If Russia attacked Poland, the world would be angry.", "hypothetical"),
        ("Poland was attacked by Russia.", "asserted"),
        ("Poland was not attacked by Russia.", "denied"),
        ("Poland will be attacked by Russia.", "future"),
        ("Poland could be attacked by Russia.", "hypothetical"),
        ("Russia attacked Poland in 1939.", "historical"),
    ],
)
def test_words_around_an_english_verb(text: str, status: str) -> None:
    assert statuses(text, language="en") == {"ASSAULT": status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("KCNA melaporkan bahwa Rusia menyerang Polandia.", "asserted"),  # an agency
        ("Kremlin mengatakan bahwa Rusia menyerang Polandia.", "asserted"),  # its own act
        ("Warsawa mengatakan bahwa Rusia menyerang Polandia.", "claimed"),
        ("Jepang mengatakan bahwa Rusia menyerang Polandia.", "claimed"),
        ("PBB mengatakan bahwa Rusia menyerang Polandia.", "asserted"),  # no party
        ("Kremlin membantah bahwa Rusia menyerang Polandia.", "denied"),
        ("AS menuduh Rusia menyerang Polandia.", "claimed"),
        ("AS menuduh Rusia akan menyerang Polandia.", "future"),
    ],
)
def test_who_says_so(text: str, status: str) -> None:
    assert statuses(text)["ASSAULT"] == status


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Kremlin mengatakan bahwa Rusia mengecam Polandia.", "ACCUSE"),
        ("Vladimir Putin mengatakan bahwa Rusia mendukung China.", "SUPPORT"),
    ],
)
def test_a_verbal_act_is_done_by_being_said(text: str, type_: str) -> None:
    assert statuses(text)[type_] == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "AS mendesak Rusia menyerang Polandia.",
        "AS meminta Rusia untuk tidak menyerang Polandia.",
        "Rusia berjanji menyerang Polandia.",
        "Rusia mengancam akan menyerang Polandia.",
        "Rusia menolak menyerang Polandia.",
    ],
)
def test_what_is_asked_promised_threatened_or_refused_is_no_event(text: str) -> None:
    found = statuses(text)
    assert "ASSAULT" not in found
    assert len(found) == 1


def test_a_second_verb_of_the_same_subject_is_not_what_the_first_accuses_of() -> None:
    assert statuses("Rusia mengecam dan menyerang Ukraina.") == {"ACCUSE": "asserted", "ASSAULT": "asserted"}


def test_a_future_visit_is_agreed_to() -> None:
    assert statuses("Vladimir Putin akan mengunjungi China.") == {"AGREE": "future"}


STATE = Actor(id="AAA", name="A", country="AAA", sectors=("GOV",))
OTHER = Actor(id="BBB", name="B", country="BBB", sectors=("GOV",))
REBELS = Actor(id="reb", name="R", country="AAA", sectors=("REB",))
AGENCY = Actor(id="news", name="N", country="BBB", sectors=("JRN", "GOV"))
MONITOR = Actor(id="igo", name="I", country="IGO", sectors=("GOV",))


@pytest.mark.parametrize(
    ("source", "doer", "expected"),
    [
        (STATE, STATE, "asserted"),
        (OTHER, STATE, "claimed"),
        (REBELS, STATE, "claimed"),
        (STATE, REBELS, "claimed"),
        (AGENCY, STATE, "asserted"),
        (MONITOR, STATE, "asserted"),
    ],
)
def test_a_source_with_an_interest_makes_it_a_claim(source: Actor, doer: Actor, expected: str) -> None:
    said = Statement(
        id="s1", kind="indirect", content=Span(0, 50), source=SourceSpan(start=60, end=62, actor_id=source.id)
    )
    actors = {actor.id: actor for actor in (STATE, OTHER, REBELS, AGENCY, MONITOR)}
    light = by_statements("asserted", "ASSAULT", (10, 15), ([doer], []), (said,), actors, frozenset({"news"}))
    assert (light.status, light.attributed_to) == (expected, ("s1",))
    outside = by_statements("asserted", "ASSAULT", (52, 55), ([doer], []), (said,), actors, frozenset())
    assert (outside.status, outside.attributed_to) == ("asserted", ())


def test_an_event_names_the_statements_that_tell_it() -> None:
    found = coded("KCNA melaporkan bahwa Kim Jong-un mengatakan Korea Utara menyerang Jepang.")
    (attack,) = [event for event in found.events if event.type == "ASSAULT"]
    assert set(attack.attributed_to) == {statement.id for statement in found.statements}
