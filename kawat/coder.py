"""Coder: one article through all steps; the only place that knows their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Literal

from kawat.actors import ActorFinder, Registry, load_registry
from kawat.actors.read_names import HOW as READ
from kawat.cleaning import clean
from kawat.codebook import load_codebook
from kawat.encoder import Model, encode
from kawat.events import EventCoder
from kawat.events.lexicon import LexiconCoder
from kawat.events.model import ModelCoder
from kawat.languages import CODED
from kawat.records import Actor, Article, CodedArticle, Event, Page, Reject, Run, Statement
from kawat.statements import find_statements, name_speakers
from kawat.version import __version__

Pair = tuple[int, int]


class NotCoded(ValueError):  # noqa: N818 - named for what happened, as users read it
    """An article that cannot be coded; the message says why and what to do."""


class Coder:
    """Codes articles: sourced events out of cleaned text.

    ``languages``: the languages to code, of those that Kawat has data for. ``registry``: the actors to know,
    by default the bundled ones; `load_registry` lays files of your own over them. ``events``: what reads the events,
    the bundled model ("model"), a model of your own, or the trigger lexicon ("lexicon"). Raises ModelError where the
    model's files are missing or damaged.
    """

    def __init__(
        self,
        languages: Iterable[str] = CODED,
        registry: Registry | None = None,
        events: Model | Literal["model", "lexicon"] = "model",
    ) -> None:
        self.languages = tuple(languages)
        unknown = [language for language in self.languages if language not in CODED]
        if unknown:
            raise ValueError(f"no language data for {', '.join(unknown)}; there is {', '.join(CODED)}")
        self._actors = ActorFinder(registry)
        self._model = Model() if events == "model" else None if events == "lexicon" else events
        known = self._actors.registry
        self._events: EventCoder = LexiconCoder(known) if self._model is None else ModelCoder(known, self._model)
        self.run = Run(
            kawat=__version__,
            model=self._events.name,
            model_digest=_digest(self._events, known),
            codebook=load_codebook().version,
        )

    def code_article(self, article: Article) -> CodedArticle:
        """Return ``article`` with its actors, statements and events. Pure: same article, same answer.

        Raises NotCoded for a language that is not coded.
        """
        language = article.language or ""
        if language not in self.languages:
            raise NotCoded(
                f"language {language or 'unknown'!r} is not coded (coded: {', '.join(self.languages)}); "
                "if this is wrong, name the language"
            )
        encoding = encode(article, language, self._model)
        actors, places = self._actors.find(article, encoding)
        outlet = self._actors.outlet(article)
        statements = find_statements(article, encoding, actors, outlet.id if outlet else None)
        actors = name_speakers(encoding, actors, statements)
        events = self._events.code(article, encoding, actors, statements, places)
        actors = known_or_needed(actors, statements, events)
        if outlet is not None and all(actor.id != outlet.id for actor in actors):
            actors = (*actors, outlet)
        return CodedArticle(article=article, actors=actors, statements=statements, events=events, run=self.run)

    def code(
        self,
        text: str,
        title: str | None = None,
        published: str | None = None,
        url: str | None = None,
        language: str | None = None,
    ) -> CodedArticle:
        """Clean and code one text. ``published``: the day of publication, YYYY-MM-DD.

        Raises NotCoded where there is no body to code or its language is not coded.
        """
        page = Page(source="text", text=text, title=title, url=url)
        article = clean(page, published=published, language=language)
        if isinstance(article, Reject):
            raise NotCoded(article.reason)
        return self.code_article(article)

    def code_many(self, articles: Iterable[Article]) -> Iterator[CodedArticle]:
        """Yield the articles coded, in order, one at a time. Raises NotCoded as `code_article` does."""
        for article in articles:
            yield self.code_article(article)

    def relate(
        self, sentence: str, actor: Pair | None = None, recipient: Pair | None = None, language: str = "en"
    ) -> dict[str, float]:
        """Return {event type or "NONE": probability} from ``actor`` to ``recipient``, spans of ``sentence``.

        Raises ValueError for spans outside the sentence or overlapping each other.
        """
        return self._events.relate(sentence, language, actor, recipient)


def _digest(events: EventCoder, registry: Registry) -> str:
    """Return the digest that a run records: that of what codes the events, with other actors another one."""
    if registry is load_registry():
        return events.digest
    return blake2b(f"{events.digest} {registry.digest()}".encode(), digest_size=8).hexdigest()


def known_or_needed(
    actors: tuple[Actor, ...], statements: tuple[Statement, ...], events: tuple[Event, ...]
) -> tuple[Actor, ...]:
    """Return the actors without those that the model alone read and that in the end do and say nothing."""
    needed = {side.actor_id for event in events for side in (*event.actors, *event.recipients)}
    for statement in statements:
        needed.update(statement.via)
        if statement.source is not None and statement.source.actor_id is not None:
            needed.add(statement.source.actor_id)
    return tuple(a for a in actors if a.id in needed or any(mention.how != READ for mention in a.mentions))
