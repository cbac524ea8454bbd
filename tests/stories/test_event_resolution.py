"""Events in the world: which reports tell of the same one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import DAY, made

from kawat.stories import merge
from kawat.stories.events import block

CHINA = {"recipient_ids": ("chn",), "recipient_countries": ("CHN",)}
MINISTER = {"actor_ids": ("rus.minister",)}


def merged(*reports):
    """Return the ids of each event's reports, fed in the order that merge asks for."""
    order = sorted(reports, key=lambda r: (block(r), r.days is not None, r.days or (DAY, DAY), r.article, r.id))
    return sorted([report.id for report in group] for group in merge(order))


def test_two_articles_of_a_story_tell_of_one_event():
    assert merged(made(1), made(2)) == [["1:gudang", "2:gudang"]]


@pytest.mark.parametrize(
    "other",
    [
        {"type": "THREATEN"},
        CHINA,
        {"actor_countries": ("UKR",), "recipient_countries": ("RUS",)},
        {"date_start": DAY + timedelta(2), "date_end": DAY + timedelta(2)},
        {"date_end": DAY + timedelta(5)},
        {"modes": ("disapprove",)},
        {"status": "hypothetical"},
        {"recipient_ids": (), "recipient_countries": ()},
    ],
    ids=["type", "country", "direction", "day", "span", "mode", "hypothetical", "no recipient"],
)
def test_reports_that_differ_in_what_happened_tell_of_two(other):
    assert len(merged(made(1), made(2, **other))) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"date_start": DAY + timedelta(1), "date_end": DAY + timedelta(1)},
        {"date_start": None, "date_end": None},
        {"modes": ()},
        {"status": "claimed"},
        MINISTER,
    ],
    ids=["next day", "day of publication", "no mode", "claimed", "other actor of the country"],
)
def test_reports_that_differ_in_telling_alone_tell_of_one(other):
    assert len(merged(made(1), made(2, **other))) == 1


def test_days_do_not_chain_into_a_week():
    days = [DAY + timedelta(number) for number in range(6)]
    groups = merged(*(made(i, date_start=day, date_end=day, published=day) for i, day in enumerate(days)))
    assert [len(group) for group in groups] == [2, 2, 2]


def test_outside_a_story_the_actors_and_most_words_must_agree():
    assert len(merged(made(1), made(2, story=2))) == 1
    assert len(merged(made(1), made(2, story=2, words=frozenset({"lain", "sekali"})))) == 2
    assert len(merged(made(1), made(2, story=2, **MINISTER))) == 2


def test_mutual_events_match_either_way_round():
    both = {"actor_ids": ("rus", "ukr"), "recipient_ids": ("rus", "ukr"), "symmetric": True}
    both |= {"actor_countries": ("RUS", "UKR"), "recipient_countries": ("RUS", "UKR")}
    turned = {name: tuple(reversed(value)) if isinstance(value, tuple) else value for name, value in both.items()}
    assert len(merged(made(1, **both), made(2, **turned))) == 1
    assert len(merged(made(1, **both), made(2))) == 1


def test_reports_of_one_article_are_different_events():
    assert len(merged(made(1, "gudang"), made(1, "kapal"))) == 2


def test_what_the_coder_told_apart_in_one_sentence_stays_apart():
    one = made(1, "gudang")
    assert len(merged(one, made(1, "kapal", words=one.words, sentence_start=one.sentence_start))) == 2


def test_a_repetition_within_an_article_is_the_same_event():
    assert len(merged(made(1, "gudang"), made(1, "kapal", words=made(1).words))) == 1


@pytest.mark.parametrize("other", [MINISTER, {"status": "claimed"}, {"modes": ()}, {"date_start": None}])
def test_it_is_none_where_anything_else_differs(other):
    assert len(merged(made(1, "gudang"), made(1, "kapal", words=made(1).words, **other))) == 2


def test_each_report_joins_the_event_that_its_words_fit_best():
    reports = [made(article, name) for article in (1, 2, 3) for name in ("gudang", "jembatan", "kapal")]
    assert merged(*reports) == [
        [f"{article}:{name}" for article in (1, 2, 3)] for name in ("gudang", "jembatan", "kapal")
    ]


def test_background_without_a_day_only_merges_with_its_repetition():
    old = {"date_start": None, "date_end": None, "status": "historical"}
    assert len(merged(made(1, **old), made(2, **old))) == 1
    assert len(merged(made(1, **old), made(2, story=2, **old))) == 2
    assert len(merged(made(1, **old), made(2, words=frozenset({"lain"}), **old))) == 2


def test_events_without_countries_need_the_same_actors():
    nobody = {"actor_countries": (None,), "recipient_countries": ()}
    mob = nobody | {"actor_ids": ("zzz.massa",), "recipient_ids": ()}
    assert len(merged(made(1, **mob), made(2, **mob))) == 1
    assert len(merged(made(1, **mob), made(2, **(mob | {"actor_ids": ("zzz.buruh",)})))) == 2


reports = st.builds(
    made,
    st.integers(1, 6),
    st.uuids().map(str),
    type=st.sampled_from(["ACCUSE", "CONSULT"]),
    story=st.integers(1, 2),
    symmetric=st.booleans(),
    actor_countries=st.sampled_from([("RUS",), ("UKR",), (None,), ()]),
    date_start=st.sampled_from([None, DAY, DAY + timedelta(1), DAY + timedelta(3)]),
    date_end=st.none(),
    status=st.sampled_from(["asserted", "historical", "hypothetical"]),
)


@given(st.lists(reports, max_size=25))
def test_every_report_belongs_to_one_event_and_events_hold_together(made_reports):
    order = sorted(made_reports, key=lambda r: (block(r), r.days is not None, r.days or (DAY, DAY), r.article, r.id))
    groups = list(merge(order))
    assert sorted(report.id for group in groups for report in group) == sorted(report.id for report in made_reports)
    for group in groups:
        assert len({block(report) for report in group}) == 1
        days = [report.days[0] for report in group if report.days]
        assert not days or max(days) - min(days) <= timedelta(1)
    assert [[r.id for r in group] for group in merge(order)] == [[r.id for r in group] for group in groups]
