"""The records that rooms hand to one another: frozen, small, and the only place that knows their shape.

Spans are Unicode code points into ``Article.text``, end exclusive. Nothing here computes anything that
needs a lexicon, a model or a file.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Language = str  # ISO 639-1; "id" and "en" are coded, others are reported
Reason = Literal["chrome", "repeat", "byline", "dateline", "caption", "metadata"]
PublishedFrom = Literal["metadata", "url", "text", "given"]
StatementKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "alleges", "asks", "promises", "warns", "hopes", "praises"]
Reply = Literal["contradicts", "confirms", "answers"]
Precision = Literal["day", "week", "month", "year"]
Status = Literal["asserted", "claimed", "denied", "future", "hypothetical", "historical"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records."""


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters ``start`` to ``end`` (exclusive) of the article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Return whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


# ---------------------------------------------------------------- readers


class Page(Record, frozen=True, kw_only=True):
    """One scraped page as a reader found it: exactly one of ``text`` and ``html`` is set.

    ``source`` names the input for messages: a path, ``path#row`` or ``-``.
    """

    source: str
    text: str | None = None
    html: str | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    language: Language | None = None


class Reject(Record, frozen=True, kw_only=True):
    """An input that could not be read or coded, and why. ``sample`` holds its first characters, if any."""

    source: str
    reason: str
    sample: str = ""


# ---------------------------------------------------------------- cleaning


class Removed(Record, frozen=True, kw_only=True):
    """A piece of the page that is not the article's body, and the reason it was taken out."""

    text: str
    reason: Reason


class Dateline(Record, frozen=True, kw_only=True):
    """Where the report was filed and by which outlet, as its dateline says: "JAKARTA, KOMPAS.com -"."""

    place: str | None = None
    outlet: str | None = None


class PublishedCandidate(Record, frozen=True, kw_only=True):
    """One place's word on the day of publication: the day, the kind of place as in ``published_from``, and which."""

    day: str  # ISO 8601
    from_: PublishedFrom = msgspec.field(name="from")
    where: str


class Article(Record, frozen=True, kw_only=True):
    """A cleaned article. ``text`` is its paragraphs joined by a blank line, title not included."""

    id: str
    source: str
    text: str
    paragraphs: tuple[Span, ...]
    url: str | None = None
    title: str | None = None
    language: Language | None = None
    published: str | None = None  # ISO 8601 day, YYYY-MM-DD
    published_from: PublishedFrom | None = None
    published_candidates: tuple[PublishedCandidate, ...] = ()  # what every place tells, whether it agrees or not
    dateline: Dateline = Dateline()
    bylines: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()


# ---------------------------------------------------------------- encoder


class Token(Record, frozen=True, kw_only=True):
    """A word, number or mark. ``lower`` is its casefolded form."""

    start: int
    end: int
    text: str
    lower: str


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence with its tokens; ``paragraph`` is the index into ``Article.paragraphs``."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


class Name(Record, frozen=True, kw_only=True):
    """A mention as the model reads it. ``kind``: PER, ORG, GPE, LOC or ROLE (a nominal agent: "para demonstran")."""

    start: int
    end: int
    kind: str
    probability: float


class Part(Record, frozen=True, kw_only=True):
    """A name (an index into `Reading.names`) on one side of an act, and the probability that it stands there."""

    name: int
    probability: float


class Act(Record, frozen=True, kw_only=True):
    """An event as the model reads it in one sentence. ``types`` and ``statuses``: (label, probability), best first.

    ``found``: the probability that ``trigger`` tells an event at all. ``modes``: as in the codebook, of the best type.
    """

    trigger: Span
    found: float
    types: tuple[tuple[str, float], ...]
    statuses: tuple[tuple[str, float], ...]
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Part, ...] = ()
    recipients: tuple[Part, ...] = ()


class Reading(Record, frozen=True, kw_only=True):
    """What the model reads in one sentence. ``cues`` come with the stance they put what is said in."""

    names: tuple[Name, ...] = ()
    acts: tuple[Act, ...] = ()
    sources: tuple[Span, ...] = ()
    cues: tuple[tuple[Span, Stance], ...] = ()
    contents: tuple[Span, ...] = ()


class Encoding(Record, frozen=True, kw_only=True):
    """An article as its coders see it: sentences with tokens and, where a model read them, one reading for each."""

    language: Language
    sentences: tuple[Sentence, ...]
    readings: tuple[Reading, ...] = ()


# ---------------------------------------------------------------- actors


class Mention(Record, frozen=True, kw_only=True):
    """One place in the text that names an actor. ``how`` says by which step it was resolved."""

    start: int
    end: int
    how: str = "registry"


class Actor(Record, frozen=True, kw_only=True):
    """Somebody who acts in the article. ``sectors``: the primary one first.

    ``represents``: the id of the body or state for which a person says "we".
    """

    id: str
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    mentions: tuple[Mention, ...] = ()
    represents: str | None = None


# ---------------------------------------------------------------- statements


class SourceSpan(Record, frozen=True, kw_only=True):
    """The words that name who is speaking, and the actor they name (None where it is unresolved)."""

    start: int
    end: int
    actor_id: str | None = None


class StatementLink(Record, frozen=True, kw_only=True):
    """An earlier statement that a statement is about, and ``how``: it says that it is not so, that it is so, or
    reacts to it and does neither."""

    statement_id: str
    how: Reply


class Statement(Record, frozen=True, kw_only=True):
    """Something said or written by a source other than the outlet itself.

    ``via`` runs from the outlet inwards, in actor ids; the source itself is not in it. ``links``: the statements before
    it that it is about.
    """

    id: str
    kind: StatementKind
    content: Span
    cue: Span | None = None
    source: SourceSpan | None = None
    via: tuple[str, ...] = ()
    stance: Stance = "asserts"
    links: tuple[StatementLink, ...] = ()


# ---------------------------------------------------------------- events


class Side(Record, frozen=True, kw_only=True):
    """An actor's part in an event, with the words that put it there."""

    actor_id: str
    start: int
    end: int


class EventDate(Record, frozen=True, kw_only=True):
    """Days from ``start`` to ``end`` (ISO 8601, both inclusive), and the words that say so, if any do.

    ``precision``: the unit in which the text tells them. ``contradicts``: a weekday and a date that stand together are
    of different days; the days then go from one to the other.
    """

    start: str
    end: str
    text_start: int | None = None
    text_end: int | None = None
    precision: Precision = "day"
    contradicts: bool = False


class Place(Record, frozen=True, kw_only=True):
    """Where it happened. ``start`` and ``end`` are None where the dateline alone says it."""

    name: str
    country: str | None = None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    start: int | None = None
    end: int | None = None


class Event(Record, frozen=True, kw_only=True):
    """One act as one article tells it."""

    id: str
    type: str
    quad: str
    score: float
    trigger: Span
    sentence: Span
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Side, ...] = ()
    recipients: tuple[Side, ...] = ()
    symmetric: bool = False
    status: Status = "asserted"
    attributed_to: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()
    date: EventDate | None = None
    place: Place | None = None
    confidence: float = 0.5


# ---------------------------------------------------------------- coded articles


class Run(Record, frozen=True, kw_only=True):
    """What coded it: the versions that a reader needs to repeat it."""

    kawat: str
    model: str
    model_digest: str
    codebook: str


class CodedArticle(Record, frozen=True, kw_only=True):
    """One article through all steps: the unit that runners pass and datasets store."""

    article: Article
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    run: Run

    def to_dict(self) -> dict:
        """Return the JSON object of docs/reference/output.md as plain Python values."""
        article = msgspec.to_builtins(self.article)
        del article["source"]
        article["story_id"] = None
        article["duplicate_of"] = None
        rest = msgspec.to_builtins(self)
        rest["article"] = article
        for actor in rest["actors"]:
            del actor["represents"]
            for mention in actor["mentions"]:
                del mention["how"]  # for people who look into a decision, not part of the contract
        return rest

    def to_json(self) -> str:
        """Return the JSON object as one line of UTF-8 text."""
        return msgspec.json.encode(self.to_dict()).decode()
