"""Stories: articles of the same few days that report the same events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kawat.stories.reports import Report, Told

STORY_SPAN = timedelta(days=3)  # from its first article to its last
NEWS_SPAN = timedelta(days=7)  # an event further from the day of publication is background
EVENT_SPAN = timedelta(days=1)
NEEDED = 2  # one event with the same actors on both sides, or two with the same countries

Key = tuple[str, ...]


class _Story:
    def __init__(self, article: Told) -> None:
        assert article.published is not None
        self.number = article.article
        self.first = article.published
        self.days: dict[Key, date] = {}


def group(articles: Iterable[Told]) -> Iterator[tuple[int, int]]:
    """Yield the story of each article, as (article, first article of the story).

    ``articles`` come in the order of publication, without near-copies; those without a date last. An
    article joins the story it has most events in common with, as long as the story is young. Only stories
    that can still grow are held in memory.
    """
    open_stories: dict[int, _Story] = {}
    telling: dict[Key, set[int]] = defaultdict(set)
    for article in articles:
        if article.published is None:
            yield article.article, article.article
            continue
        for number in [n for n, story in open_stories.items() if article.published - story.first > STORY_SPAN]:
            for key in open_stories.pop(number).days:
                telling[key].discard(number)
                if not telling[key]:
                    del telling[key]
        found = _keys(article)
        story = _best(found, open_stories, telling)
        if story is None:
            story = open_stories[article.article] = _Story(article)
        for key, (_, day) in found.items():
            story.days.setdefault(key, day)
            telling[key].add(story.number)
        yield article.article, story.number


def _best(
    found: dict[Key, tuple[int, date]], stories: dict[int, _Story], telling: dict[Key, set[int]]
) -> _Story | None:
    score: Counter[int] = Counter()
    for key, (weight, day) in found.items():
        for number in telling.get(key, ()):
            if abs(stories[number].days[key] - day) <= EVENT_SPAN:
                score[number] += weight
    if not score:
        return None
    most, number = max((points, -number) for number, points in score.items())
    return stories[-number] if most >= NEEDED else None


def _keys(article: Told) -> dict[Key, tuple[int, date]]:
    """Return the keys of an article's news, each with its weight and day."""
    found: dict[Key, tuple[int, date]] = {}
    for report in article.reports:
        days = report.days
        if days is None or report.status in ("historical", "hypothetical"):
            continue
        if article.published is not None and abs(article.published - days[0]) > NEWS_SPAN:
            continue
        actors, recipients = _sides(report, report.actor_ids, report.recipient_ids)
        if actors and recipients:
            # The same actors are also of the same countries: the second key adds the other point.
            found.setdefault(("actors", report.type, actors, recipients), (1, days[0]))
        actors, recipients = _sides(report, report.actor_countries, report.recipient_countries)
        if actors and recipients:
            found.setdefault(("countries", report.type, actors, recipients), (1, days[0]))
    return found


def _sides(report: Report, actors: tuple[str | None, ...], recipients: tuple[str | None, ...]) -> tuple[str, str]:
    if report.symmetric:
        actors = recipients = (*actors, *recipients)
    return (
        "|".join(sorted({actor for actor in actors if actor})),
        "|".join(sorted({recipient for recipient in recipients if recipient})),
    )
