"""Events in the world: which reports tell of the same one."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import DAY, made

from kawat.stories import Locks, clusters, merge, merge_across

CHINA = {"recipient_ids": ("chn",), "recipient_countries": ("CHN",), "recipient_names": ("Tiongkok",)}
MINISTER = {"actor_ids": ("rus.minister",), "actor_names": ("Sergey Lavrov",)}
SHELLING = {"type": "ASSAULT", "quad": "material conflict", "modes": ("bombard",)}


def merged(*reports, **more):
    """Return the ids of the reports of each event of one story."""
    return [[report.id for report in event.reports] for event in merge(reports, **more)]


def test_two_articles_of_a_story_tell_of_one_event():
    assert merged(made(1), made(2)) == [["1:gudang", "2:gudang"]]


@pytest.mark.parametrize(
    "other",
    [
        SHELLING,
        {"type": "CONSULT", "quad": "verbal cooperation", "modes": ("meet",)},
        {**CHINA, "actor_ids": ("usa",), "actor_countries": ("USA",), "names": frozenset({"amerika"})},
        {"date_start": DAY + timedelta(5), "date_end": DAY + timedelta(5)},
        {"status": "hypothetical"},
    ],
    ids=["shelling", "talks", "others", "days later", "hypothetical"],
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
        {"language": "en", "words": frozenset({"russia", "accuses"})},
        MINISTER,
    ],
    ids=["next day", "day of publication", "no mode", "claimed", "other language", "other actor of the country"],
)
def test_reports_that_differ_in_telling_alone_tell_of_one(other):
    assert len(merged(made(1), made(2, **other))) == 1


def test_days_do_not_chain_into_a_week():
    days = [DAY + timedelta(number) for number in range(8)]
    reports = [made(i, date_start=day, date_end=day, published=day, **SHELLING) for i, day in enumerate(days)]
    events = merge(reports)
    assert len(events) > 1
    for event in events:
        told = [report.date_start for report in event.reports if report.date_start]
        assert max(told) - min(told) < timedelta(len(days) - 1)


def test_every_report_says_how_sure_its_place_is_and_why():
    (event,) = merge([made(1), made(2), made(3)])
    assert all(chance is not None and 0.5 < chance <= 1 for chance in event.chances)
    assert all("type" in why and 0 < len(why) <= 3 for why in event.why)
    (alone,) = merge([made(1)])
    assert (alone.chances, alone.why) == ((None,), ((),))


def test_a_lock_keeps_together_and_apart_what_a_person_said():
    pair = ("1:gudang", "2:gudang")
    assert len(merged(made(1), made(2), locks=Locks(apart=frozenset({pair})))) == 2
    assert len(merged(made(1), made(2, **SHELLING), locks=Locks(joined=frozenset({pair})))) == 1


def test_locks_beat_the_chances_of_others():
    apart = frozenset({("1:gudang", "3:gudang")})
    for group in merged(made(1), made(2), made(3), locks=Locks(apart=apart)):
        assert not {"1:gudang", "3:gudang"} <= set(group)


def test_across_stories_the_very_actors_and_the_told_day_must_agree():
    def count(**other):
        one, two = merge([made(1)]), merge([made(9, story=2, **other)])
        events = sorted((*one, *two), key=lambda event: event.key or "")
        return len(list(merge_across(events)))

    assert count() == 1
    assert count(**MINISTER) == 2
    assert count(date_start=None, date_end=None) == 2
    assert count(recipient_ids=(), recipient_countries=(), recipient_names=()) == 2
    assert count(date_start=DAY + timedelta(1), date_end=DAY + timedelta(1)) == 2


def test_a_lock_joins_events_of_two_stories():
    locks = Locks(joined=frozenset({("1:gudang", "9:gudang")}))
    events = [*merge([made(1)], locks), *merge([made(9, **MINISTER)], locks)]
    assert len(list(merge_across(events, locks))) == 1


reports = st.builds(
    made,
    st.integers(1, 6),
    st.uuids().map(str),
    type=st.sampled_from(["ACCUSE", "CONSULT"]),
    symmetric=st.booleans(),
    actor_countries=st.sampled_from([("RUS",), ("UKR",), (None,), ()]),
    date_start=st.sampled_from([None, DAY, DAY + timedelta(1), DAY + timedelta(3)]),
    date_end=st.none(),
    place_latitude=st.sampled_from([None, -6.2, 89.9]),
    place_longitude=st.sampled_from([None, 106.8, -180.0]),
    status=st.sampled_from(["asserted", "historical", "hypothetical"]),
)


@given(st.lists(reports, max_size=25), st.randoms())
def test_every_report_belongs_to_one_event_in_whatever_order_they_come(some, chance):
    groups = merged(*some)
    assert sorted(id for group in groups for id in group) == sorted(report.id for report in some)
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert merged(*shuffled) == groups


@given(st.integers(1, 12).flatmap(lambda n: st.lists(st.floats(0, 1, width=32), min_size=n * n, max_size=n * n)))
def test_clusters_are_a_partition_and_hold_together_on_average(values):
    n = int(len(values) ** 0.5)
    square = np.array(values, np.float32).reshape(n, n)
    chances = np.minimum(square, square.T)
    found = clusters(chances, 0.6)
    assert sorted(item for part in found for item in part) == list(range(n))
    for part in found:
        if len(part) == 2:
            assert chances[part[0], part[1]] >= 0.6
    apart = {(0, n - 1)} if n > 1 else set()
    for part in clusters(chances, 0.1, apart=apart):
        assert not apart or not {0, n - 1} <= set(part)
        assert all(chances[one, other] > 0 for one in part for other in part if one != other)
