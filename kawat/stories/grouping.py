"""Stories: articles of the same few days that name the same people, bodies, places and numbers.

Names and numbers read alike in every language of the news, words do not: they bring together what is told in two
languages. A name that many articles of these days hold says little, a rare one much (tf-idf over the days in sight).
An article joins the story whose articles of the last days it resembles most on average (single-pass clustering as in
topic detection and tracking: Allan, Papka and Lavrenko, 1998), if it resembles them enough.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from kawat.stories.reports import Told
from kawat.stories.terms import WRITTEN

GAP = timedelta(days=4)  # between an article and the last one of its story
LONGEST = timedelta(days=14)  # from the first article of a story to its last: a war is many stories
ALIKE = 0.14  # cosine from which on an article belongs to a story
DAILY = 0.02  # less for each day since the story's last article
KNOWN = 200  # articles as which the days before the first are counted: at first every name is rare
RETOLD = 0.28  # share of all names and numbers from which on one of two articles in two languages translates the other
RETOLD_SPAN = timedelta(days=2)  # between them

Vector = dict[str, float]


class _Member:
    """An article in sight: its terms, and those that say something with their weights, of length one."""

    def __init__(self, article: Told, published: date, vector: Vector) -> None:
        self.article = article.article
        self.published = published
        self.terms = tuple(article.terms)
        self.words = frozenset(term for term in article.terms if term.startswith(WRITTEN))
        self.language = article.language
        self.vector = vector


class Placed(NamedTuple):
    """The number of a story's first article, and of the article in another language that an article retells."""

    story: int
    translation_of: int | None = None


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
        # Where each term stands: by article, its story and the term's weight in it.
        self._where: defaultdict[str, dict[int, tuple[int, float]]] = defaultdict(dict)

    def add(self, article: Told, story: int | None = None, first: date | None = None) -> Placed:
        """Return where ``article`` belongs.

        ``story`` and ``first`` (day of its first article): what was found out before, which stays as it is. An article
        without a day of publication is a story of its own.
        """
        if article.published is None:
            return Placed(article.article)
        self._forget(article.published)
        self._held.update(article.terms.keys())
        member = _Member(article, article.published, self._weighted(article.terms))
        if story is None:
            found = self._best(member)
        else:
            found = self._stories.get(story) or _Story(story, first or article.published)
        if found is None:
            found = _Story(article.article, article.published)
        retold = _retold(member, found.members)
        self._stories[found.number] = found
        found.members.append(member)
        self._window.append((article.published, member, found.number))
        for term, weight in member.vector.items():
            self._where[term][member.article] = found.number, weight
        return Placed(found.number, retold)

    def _weighted(self, terms: Mapping[str, int]) -> Vector:
        count = len(self._window) + KNOWN
        vector = {t: (1 + math.log(n)) * math.log((count + 1) / self._held[t]) for t, n in terms.items()}
        length = math.sqrt(sum(weight * weight for weight in vector.values()))
        return {term: weight / length for term, weight in vector.items() if weight > 0} if length else {}

    def _best(self, member: _Member) -> _Story | None:
        """Return the story that ``member`` resembles most, if it resembles it enough."""
        best, most = None, 0.0
        for number, product in sorted(self._products(member.vector).items()):
            story = self._stories[number]
            if product < ALIKE * len(story.members) or member.published - story.first > LONGEST:
                continue
            spare = product / len(story.members) - ALIKE - DAILY * (member.published - story.last).days
            if spare > most or (best is None and spare == 0):
                best, most = story, spare
        return best

    def _products(self, vector: Vector) -> dict[int, float]:
        """Return for each story in sight the sum of the products of ``vector`` with its articles'."""
        found: defaultdict[int, float] = defaultdict(float)
        for term, weight in vector.items():
            for story, other in self._where.get(term, {}).values():
                found[story] += weight * other
        return found

    def _forget(self, day: date) -> None:
        """Let articles out of sight that no article of ``day`` can follow any more."""
        while self._window and day - self._window[0][0] > GAP:
            _, member, number = self._window.popleft()
            story = self._stories[number]
            story.members.remove(member)
            if not story.members:
                del self._stories[number]
            for term in member.vector:
                del self._where[term][member.article]
                if not self._where[term]:
                    del self._where[term]
            for term in member.terms:
                self._held[term] -= 1
                if not self._held[term]:
                    del self._held[term]


def _retold(member: _Member, others: Iterable[_Member]) -> int | None:
    """Return which of ``others`` in another language ``member`` has most names and numbers in common with, if enough.

    A translation keeps them all, own reporting has other sources and figures.
    """
    best, most = None, RETOLD
    for other in others:
        if other.language == member.language or member.published - other.published > RETOLD_SPAN:
            continue
        union = len(member.words | other.words)
        share = len(member.words & other.words) / union if union else 0.0
        if share >= most and (best is None or share > most):
            best, most = other.article, share
    return best
