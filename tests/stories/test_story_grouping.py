"""Stories: which articles are about the same happenings."""

from __future__ import annotations

from datetime import timedelta

from made_reports import DAY, made, told

from kawat.stories import group


def test_articles_with_the_same_actors_in_the_same_event_are_one_story():
    assert list(group([told(1, made(1)), told(2, made(2))])) == [(1, 1), (2, 1)]


def test_one_event_of_the_same_countries_is_not_enough_but_two_are():
    def other(number, *types):
        return [made(number, type=type, actor_ids=(f"rus.{number}",)) for type in types]

    assert list(group([told(1, *other(1, "ACCUSE")), told(2, *other(2, "ACCUSE"))])) == [(1, 1), (2, 2)]
    twice = ("ACCUSE", "THREATEN")
    assert list(group([told(1, *other(1, *twice)), told(2, *other(2, *twice))])) == [(1, 1), (2, 1)]


def test_background_and_suppositions_do_not_make_a_story():
    for fields in (
        {"status": "historical"},
        {"status": "hypothetical"},
        {"date_start": DAY - timedelta(30), "date_end": DAY - timedelta(30)},
    ):
        assert list(group([told(1, made(1, **fields)), told(2, made(2, **fields))])) == [(1, 1), (2, 2)]


def test_a_story_ends_after_some_days_however_long_the_quarrel_lasts():
    days = [DAY + timedelta(number) for number in range(8)]
    articles = [
        told(i, made(i, date_start=day, date_end=day, published=day), published=day) for i, day in enumerate(days)
    ]
    stories = {}
    for article, story in group(articles):
        stories.setdefault(story, []).append(article)
    assert all(days[max(found)] - days[min(found)] <= timedelta(3) for found in stories.values())
    assert len(stories) < len(days)


def test_an_article_without_a_day_stands_alone():
    assert list(group([told(1, made(1)), told(2, made(2), published=None)])) == [(1, 1), (2, 2)]


def test_articles_without_events_stand_alone():
    assert list(group([told(1), told(2)])) == [(1, 1), (2, 2)]
