"""The labelled paragraphs (GUIDELINES.md beside this file): their shape, and a strict reader for them."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from kawat.records import Article, Dateline, Span

FOLDER = Path(__file__).resolve().parent / "paragraphs"
JOIN = " + "  # between the names of two actors that one reference means
Words = Annotated[str, msgspec.Meta(min_length=1)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Ordinal = Annotated[int, msgspec.Meta(ge=1)]


class ParagraphError(ValueError):
    """A labelled paragraph breaks the format. The message names the file and the paragraph."""


class Gold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the labels: a key that the format does not know is an error."""


class GoldMention(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"kind": "as"}):
    """Words that name an actor, and whom they mean."""

    words: Words
    kind: Literal["name", "nominal", "reference", "place"]
    nth: Ordinal = 1
    who: str = ""
    country: str = ""
    sector: str = ""

    @property
    def everybody(self) -> frozenset[str]:
        """The actors that the words mean: one, or for "kedua negara" several."""
        return frozenset(self.who.split(JOIN))


class GoldPlace(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an act happened. ``area``: a province or country is the most exact that is told."""

    name: Words
    country: Words
    latitude: float
    longitude: float
    area: bool = False


class GoldDays(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """First and last day of an act."""

    start: Day
    end: Day
    precision: Literal["day", "week", "month", "year"] = "day"


class GoldAct(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act told in the text, where and when it happened."""

    trigger: Words
    nth: Ordinal = 1
    place: GoldPlace | None = None
    date: GoldDays | None = None


class Paragraph(Gold, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short news text with its labels."""

    id: Words
    topic: Words
    traps: tuple[str, ...] = ()
    published: Day
    dateline: str | None = None
    text: Words
    mention: tuple[GoldMention, ...] = ()
    act: tuple[GoldAct, ...] = ()

    @property
    def language(self) -> str:
        """Language of the text, from the id."""
        return self.id[:2]

    def span(self, words: str, nth: int) -> Span:
        """Return where ``words`` stand in the text for the ``nth`` time. Raises ParagraphError if they do not."""
        found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text))
        if len(found) < nth:
            raise ParagraphError(f"{self.id}: {words!r} does not stand there {nth} time(s)")
        return Span(*found[nth - 1].span())

    def article(self) -> Article:
        """Return the text as cleaning would hand it on."""
        spans, start = [], 0
        for part in self.text.split("\n\n"):
            spans.append(Span(start, start + len(part)))
            start += len(part) + 2
        return Article(
            id=self.id, source=self.id, text=self.text, paragraphs=tuple(spans), language=self.language,
            published=self.published, published_from="given", dateline=Dateline(place=self.dateline),
        )  # fmt: skip


def load(split: str, language: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a split ("dev" or "held"). Raises ParagraphError where a label breaks the format."""
    path = FOLDER / f"{split}_{language}.toml"
    try:
        rows = tomllib.loads(path.read_text("utf-8"))["paragraph"]
        found = tuple(msgspec.convert(row, Paragraph, strict=True) for row in rows)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, KeyError) as error:
        raise ParagraphError(f"{path.name}: {error}") from error
    return tuple(_trimmed(paragraph) for paragraph in found)


def _trimmed(paragraph: Paragraph) -> Paragraph:
    paragraph = msgspec.structs.replace(paragraph, text=paragraph.text.strip())
    spans = sorted(paragraph.span(m.words, m.nth) for m in paragraph.mention)
    for one, two in pairwise(spans):
        if one.overlaps(two):
            raise ParagraphError(f"{paragraph.id}: two mentions overlap at {one.of(paragraph.text)!r}")
    for act in paragraph.act:
        paragraph.span(act.trigger, act.nth)
    return paragraph
