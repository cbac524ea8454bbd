"""The model's events and those that trigger words tell, put together."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kawat.events.combine import LEAST, LEAST_OPEN, OUTRIGHT, UNSURE, combine
from kawat.events.draft import Draft
from kawat.records import Side, Span


def side(actor_id: str) -> Side:
    return Side(actor_id=actor_id, start=0, end=1)


def draft(type_: str, start: int, confidence: float, actors: str = "A", recipients: str = "B", **more: Any) -> Draft:
    """A draft whose trigger is 5 characters long; ``actors``, ``recipients``: a letter for each."""
    return Draft(
        type=type_,
        trigger=Span(start, start + 5),
        sentence=Span(0, 100),
        paragraph=0,
        actors=tuple(map(side, actors)),
        recipients=tuple(map(side, recipients)),
        symmetric=False,
        status="asserted",
        confidence=confidence,
        **more,
    )


def short(drafts: list[Draft]) -> list[tuple[str, str, str]]:
    return [(d.type, *("".join(s.actor_id for s in sides) for sides in (d.actors, d.recipients))) for d in drafts]


def test_the_model_leads_where_both_tell_an_act_of_one_type() -> None:
    assert short(combine([draft("AID", 10, 0.5, "A", "B")], [draft("AID", 12, 0.9, "C", "D")])) == [("AID", "A", "B")]


def test_a_side_that_the_model_leaves_open_is_taken_from_the_trigger_words() -> None:
    assert short(combine([draft("AID", 10, 0.5, "A", "")], [draft("AID", 10, 0.5, "A", "BC")])) == [("AID", "A", "BC")]


def test_nobody_comes_to_stand_on_both_sides() -> None:
    assert short(combine([draft("AID", 10, 0.5, "", "B")], [draft("AID", 10, 0.5, "BC", "D")])) == [("AID", "C", "B")]


def test_what_is_told_outright_and_passed_over_is_added_in_text_order() -> None:
    read = [draft("AID", 40, 0.5)]
    told = [draft("ASSAULT", 10, OUTRIGHT), draft("PROTEST", 70, OUTRIGHT - 0.1)]
    assert [d.type for d in combine(read, told)] == ["ASSAULT", "AID"]


def test_an_unsure_reading_gives_way_to_another_type_told_outright() -> None:
    told = [draft("ASSAULT", 10, OUTRIGHT)]
    assert [d.type for d in combine([draft("AID", 10, UNSURE - 0.01)], told)] == ["ASSAULT"]
    assert [d.type for d in combine([draft("AID", 10, UNSURE)], told)] == ["AID"]


def test_an_unlikely_event_stays_only_where_trigger_words_tell_one() -> None:
    unlikely = LEAST - 0.01
    assert combine([draft("AID", 10, unlikely)], []) == []
    assert len(combine([draft("AID", 10, unlikely)], [draft("AID", 10, 0.4)])) == 1
    assert len(combine([draft("AID", 10, LEAST)], [])) == 1


def test_an_event_that_nobody_does_must_be_likelier() -> None:
    assert combine([draft("COERCE", 10, LEAST_OPEN - 0.01, actors="")], []) == []
    assert len(combine([draft("COERCE", 10, LEAST_OPEN, actors="")], [])) == 1


def test_two_readings_that_give_way_to_one_event_leave_it_once() -> None:
    read = [draft("AID", 10, 0.3), draft("AGREE", 13, 0.3)]
    assert [d.type for d in combine(read, [draft("ASSAULT", 11, OUTRIGHT)])] == ["ASSAULT"]


drafts = st.lists(
    st.builds(
        draft, st.sampled_from(["AID", "ASSAULT", "CONSULT"]), st.integers(0, 60), st.floats(0, 1),
        st.sampled_from(["", "A", "AC"]), st.sampled_from(["", "B", "BD"]),
    ),
    max_size=6,
)  # fmt: skip


@given(drafts, drafts)
def test_no_event_is_made_up_and_none_comes_twice(read: list[Draft], told: list[Draft]) -> None:
    both = [*read, *told]
    found = combine(read, told)
    assert len({id(d) for d in found}) == len(found)
    assert all(any(d is known for known in both) for d in found)
    assert [d.trigger.start for d in found] == sorted(d.trigger.start for d in found)
    assert not any({s.actor_id for s in d.actors} & {s.actor_id for s in d.recipients} for d in found)
