"""The stories of the benchmark (GUIDELINES.md beside this file): their shape, and a strict reader for them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kawat.records import Page

FOLDER = Path(__file__).resolve().parent / "stories"
COPIES = frozenset({"copy", "edit"})
DEPENDENT = COPIES | {"translation"}  # what is no witness of its own
Words = Annotated[str, msgspec.Meta(min_length=1)]


class CorpusError(ValueError):
    """A story breaks the format. The message names the file and the story."""


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the labels: a key that the format does not know is an error."""


class GoldEvent(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that happened, as the articles of a story tell it."""

    key: Words
    type: Words
    actors: str
    recipients: str = ""
    day: str
    place: str = ""


class Telling(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that tell an event."""

    words: Words
    event: Words
    nth: Annotated[int, msgspec.Meta(ge=1)] = 1


class GoldArticle(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article, where it comes from, and what it tells."""

    id: Words
    outlet: Words
    published: Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    language: Literal["id", "en"]
    title: Words
    kind: Literal["original", "copy", "edit", "translation", "independent", "followup"]
    of: str = ""
    agency: str = ""
    text: Words
    told: tuple[Telling, ...] = ()

    def page(self) -> Page:
        """Return it as a reader would give it."""
        return Page(
            source=f"{self.outlet}/{self.id}",
            id=self.id,
            url=f"https://{self.outlet}/{self.id}",
            title=self.title,
            text=self.text,
            published=self.published,
            language=self.language,
        )


class Story(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A happening as several articles tell it."""

    name: Words
    event: tuple[GoldEvent, ...]
    article: tuple[GoldArticle, ...]


class Corpus:
    """The stories of some files, and the truth about their articles."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self.stories = stories
        self.articles = {article.id: article for story in stories for article in story.article}
        self.story_of = {article.id: story.name for story in stories for article in story.article}
        self.types = {(story.name, event.key): event.type for story in stories for event in story.event}

    def copies(self) -> set[tuple[str, str]]:
        """Return the pairs of articles of which one is a copy or edit of the other, or both of a third."""
        families = self._families(COPIES)
        return {pair for family in families for pair in combinations(sorted(family), 2)}

    def witnesses(self, articles: Sequence[str]) -> int:
        """Return how many of ``articles`` are independent: copies, translations, and what comes from one agency or
        outlet, count once."""
        wanted = set(articles)
        return sum(bool(family & wanted) for family in self._families(DEPENDENT, wanted))

    def _families(self, kinds: frozenset[str], within: Collection[str] = ()) -> list[set[str]]:
        """Return the articles that come of one another by ``kinds``, and ``within`` some, of one agency or outlet."""
        families: dict[str, set[str]] = {name: {name} for name in self.articles}

        def join(one: str, other: str) -> None:
            joined = families[one] | families[other]
            families.update(dict.fromkeys(joined, joined))

        for article in self.articles.values():
            if article.kind in kinds:
                join(article.of, article.id)
        first: dict[str, str] = {}
        for name in sorted(within):
            for origin in filter(None, (self.articles[name].agency, self.articles[name].outlet)):
                join(first.setdefault(origin, name), name)
        return list({min(family): family for family in families.values()}.values())


def read(split: str) -> Corpus:
    """Return the stories of a split, "dev" or "held". Raises CorpusError where a file breaks the format."""
    stories: list[Story] = []
    for path in sorted(FOLDER.glob(f"{split}_*.toml")):
        try:
            found = msgspec.convert(tomllib.loads(path.read_text("utf-8"))["story"], tuple[Story, ...])
        except (tomllib.TOMLDecodeError, KeyError, msgspec.ValidationError) as error:
            raise CorpusError(f"{path.name}: {error}") from error
        for story in found:
            _check(path, story)
        stories += found
    names = Counter(name for story in stories for name in (story.name, *(a.id for a in story.article)))
    if twice := [name for name, count in names.items() if count > 1]:
        raise CorpusError(f"{split}: used twice: {', '.join(twice)}")
    return Corpus(stories)


def _check(path: Path, story: Story) -> None:
    events, ids = {event.key for event in story.event}, {article.id for article in story.article}
    for article in story.article:
        where = f"{path.name}, {article.id}"
        if article.kind in DEPENDENT and article.of not in ids:
            raise CorpusError(f"{where}: comes of {article.of!r}, which is not there")
        for telling in article.told:
            if telling.event not in events:
                raise CorpusError(f"{where}: tells of {telling.event!r}, which is not there")
            if len(re.findall(re.escape(telling.words), article.text)) < telling.nth:
                raise CorpusError(f"{where}: does not hold {telling.words!r} {telling.nth} times")
