"""Stories: articles of the same few days that name the same people, bodies, places and numbers.

Names and numbers read alike in every language of the news, words do not: they bring together what is told in two
languages. A name that many articles of these days hold says little, a rare one much (tf-idf over the days in sight).
An article joins the story whose articles of the last days it resembles most on average (single-pass clustering as in
topic detection and tracking: Allan, Papka and Lavrenko, 1998), if it resembles them enough.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from kawat.stories.reports import Told

GAP = timedelta(days=4)  # between an article and the last one of its story
LONGEST = timedelta(days=14)  # from the first article of a story to its last: a war is many stories
ALIKE = 0.14  # cosine from which on an article belongs to a story
DAILY = 0.02  # less for each day since the story's last article
KNOWN = 200  # articles as which the days before the first are counted: at first every name is rare
COMMON = 0.25  # share of the articles in sight from which on a name is not looked up any more
FEW = 40  # articles in sight below which none is common

Vector = dict[str, float]


class _Member:
    """An article in sight: its weighted terms, of length one."""

    def __init__(self, article: int, published: date, vector: Vector) -> None:
        self.article = article
        self.published = published
        self.vector = vector


class _Story:
    def __init__(self, number: int, first: date) -> None:
        self.number = number
        self.first = first
        self.members: list[_Member] = []  # those in sight

    @property
    def last(self) -> date:
        return self.members[-1].published


class Grouper:
    """Gives each article a story. Articles come in the order of publication; only those in sight are held."""

    def __init__(self) -> None:
        self._stories: dict[int, _Story] = {}
        self._window: deque[tuple[date, _Member, int]] = deque()
        self._held: Counter[str] = Counter()  # in how many articles in sight each term stands
        self._where: defaultdict[str, dict[int, int]] = defaultdict(dict)  # term -> story -> articles with it

    def add(self, article: Told, story: int | None = None, first: date | None = None) -> int:
        """Return the story of ``article``, by the number of its first article.

        ``story`` and ``first`` (day of its first article): what was found out before, which stays as it is. An article
        without a day of publication is a story of its own.
        """
        if article.published is None:
            return article.article
        self._forget(article.published)
        self._held.update(article.terms.keys())
        member = _Member(article.article, article.published, self._weighted(article.terms))
        if story is None:
            found = self._best(member)
        else:
            found = self._stories.get(story) or _Story(story, first or article.published)
        if found is None:
            found = _Story(article.article, article.published)
        self._stories[found.number] = found
        found.members.append(member)
        self._window.append((article.published, member, found.number))
        for term in member.vector:
            at = self._where[term]
            at[found.number] = at.get(found.number, 0) + 1
        return found.number

    def _weighted(self, terms: Mapping[str, int]) -> Vector:
        count = len(self._window) + KNOWN
        vector = {t: (1 + math.log(n)) * math.log((count + 1) / self._held[t]) for t, n in terms.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        return {term: weight / length for term, weight in vector.items() if weight > 0} if length else {}

    def _best(self, member: _Member) -> _Story | None:
        """Return the story that ``member`` resembles most, if it resembles it enough."""
        best, most = None, 0.0
        for number in self._near(member.vector):
            story = self._stories[number]
            if member.published - story.first > LONGEST:
                continue
            likeness = sum(_product(member.vector, other.vector) for other in story.members) / len(story.members)
            spare = likeness - ALIKE - DAILY * (member.published - story.last).days
            if spare > most or (best is None and spare == 0):
                best, most = story, spare
        return best

    def _near(self, vector: Vector) -> Iterable[int]:
        """Return the stories that share a term with ``vector`` which is not in everything, in their order."""
        common = max(FEW, COMMON * len(self._window))
        terms = [term for term in vector if self._held[term] <= common] or list(vector)
        return sorted({story for term in terms for story in self._where.get(term, ())})

    def _forget(self, day: date) -> None:
        """Let articles out of sight that no article of ``day`` can follow any more."""
        while self._window and day - self._window[0][0] > GAP:
            _, member, number = self._window.popleft()
            story = self._stories[number]
            story.members.remove(member)
            if not story.members:
                del self._stories[number]
            for term in member.vector:
                at = self._where[term]
                at[number] -= 1
                if not at[number]:
                    del at[number]
                if not at:
                    del self._where[term]
                self._held[term] -= 1


def group(articles: Iterable[Told]) -> Iterator[tuple[int, int]]:
    """Yield the story of each article, as (article, first article of the story).

    ``articles`` come in the order of publication, without near-copies; those without a day last.
    """
    grouper = Grouper()
    for article in articles:
        yield article.article, grouper.add(article)


def _product(one: Vector, other: Vector) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())
