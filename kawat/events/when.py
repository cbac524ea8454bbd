"""When it happened: the day or span that the event's sentence tells, else the day of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

import msgspec

from kawat.languages.grammar import grammar
from kawat.languages.times import times
from kawat.records import EventDate, Sentence, Statement
from kawat.times import Expression, find_expressions

BEHIND = 0.6  # a word of time behind an act rather belongs to it
OPENED = 40.0  # characters that a clause opened between keeps an expression away from an act
STOP = re.compile(r"[.!?]\s")
OLD = 60  # days before the report from which on an event is background


class When(msgspec.Struct, frozen=True):
    """The date of an event, whether it is clearly earlier than the report, or told and of the days before it."""

    date: EventDate | None
    background: bool = False
    recent: bool = False


class Clock:
    """The time expressions of one article, relative to its day of publication (None where that is unknown)."""

    def __init__(self, text: str, language: str, published: str | None, statements: Sequence[Statement] = ()) -> None:
        self.text = text
        self.language = language
        self.published = published
        self._day = date.fromisoformat(published) if published else None
        self._statements = statements
        self._words = times(language)
        words = grammar(language)
        self._openers = frozenset((*words.conjunctions, *words.relatives))
        self._that = frozenset(words.complementizers)
        self._relatives = frozenset(words.relatives) - self._that
        self._enclosed = re.compile(rf",\s(?:{'|'.join(map(re.escape, sorted(self._relatives)))})\b[^,;]*$")
        said = [(s.content.start, s.content.end) for s in statements if s.kind == "direct"]
        self._found = find_expressions(text, language, self._day, said)

    def when(self, sentence: Sentence, trigger: int) -> When:
        """Return the date that the sentence gives the event whose trigger starts at ``trigger``: the nearest one.

        Else the day told last in the paragraph, else the day of the report. A day on which something is only said dates
        what is said where no other day is told.
        """
        here = [
            e
            for e in self._found
            if sentence.start <= e.start < sentence.end and not self._is_end(e) and not self._is_apart(e, trigger)
        ]
        background = self._is_background(sentence)
        found = self._earlier(here, trigger) or min(here, key=lambda e: self._far(e, trigger), default=None)
        if found is None:
            if self.published is None or background:
                return When(None, background)
            return When(self._of_paragraph(sentence) or EventDate(start=self.published, end=self.published))
        age = (self._day - found.last).days if self._day is not None else None
        old = age is not None and age > OLD
        recent = age is not None and 0 <= age <= OLD
        # "tahun lalu": news may still be of it
        return When(_dated(found), background or (old and found.numbers), recent)

    def _of_paragraph(self, sentence: Sentence) -> EventDate | None:
        """Return the single day told last before ``sentence`` in its paragraph: the story goes on.

        Of days told in one sentence it is the latest: earlier ones look back.
        """
        paragraph = self.text.rfind("\n\n", 0, sentence.start)
        told = [e for e in self._found if paragraph < e.start < sentence.start and e.precision == "day" and not e.aside]
        told = [e for e in told if not e.back] or told
        if not told or self._day is None:
            return None
        together = [e for e in told if not STOP.search(self.text, e.end, told[-1].start)]
        acts = [e for e in together if not any(self._is_of_saying(e, o.start) for o in together)]
        last = max(acts or together, key=lambda e: (e.last, e.start))
        if last.first != last.last or last.last > self._day or (self._day - last.last).days > OLD:
            return None
        return _dated(last)

    def _earlier(self, here: list[Expression], trigger: int) -> Expression | None:
        """Return the day behind an act that is reckoned from one before it: "condemned on Wednesday the killing of two
        people a day earlier"."""
        first = [e for e in here if e.end <= trigger]
        behind = [e for e in here if e.start > trigger]
        if not first or not behind or not behind[0].back:
            return None
        between = self.text[trigger : behind[0].start].lower()
        opened = {";", *self._openers} & set(between.replace(",", " ").replace(";", " ; ").split())
        return None if opened else behind[0]

    def _is_apart(self, found: Expression, trigger: int) -> bool:
        """Whether an expression dates another act here: "..., a day after ...", "..., who came on Friday"."""
        if found.start > trigger:
            between = self.text[trigger : found.start].lower()
            apart = self._that | {*self._words.own_clauses, *self._words.then}
            return found.aside or bool(set(between.rpartition(",")[2].split()[:-1]) & apart)
        relative = self._enclosed.search(self.text, self.text.rfind(".", 0, found.start) + 1, found.start)
        if relative is None:
            return False
        return "," in self.text[found.end : trigger]

    def _far(self, found: Expression, trigger: int) -> tuple[bool, float]:
        """Return how far an expression stands from an act; one that says when something was said stands last."""
        first, last = sorted((found.start, trigger))
        between = self.text[first:last].lower()
        opened = sum(word in self._openers for word in between.replace(",", " ").split())
        far = len(between) * (BEHIND if found.start > trigger else 1.0) + OPENED * (
            opened + (found.aside and found.start > trigger)
        )
        return self._is_of_saying(found, trigger), far

    def _is_end(self, found: Expression) -> bool:
        """Whether an expression only tells until when something lasts: "sampai akhir 2028"."""
        before = " ".join(["", *self.text[max(0, found.start - 24) : found.start].lower().split()])
        return any(before.endswith(f" {word}") for word in self._words.until)

    def _is_of_saying(self, found: Expression, trigger: int) -> bool:
        for statement in self._statements:
            content = statement.content
            if content.start <= trigger < content.end and not content.start <= found.start < content.end:
                return True
        return False

    def _is_background(self, sentence: Sentence) -> bool:
        return bool(_background(self.language).search(self.text, sentence.start, sentence.end))


def _dated(found: Expression) -> EventDate:
    return EventDate(
        start=found.first.isoformat(), end=found.last.isoformat(), text_start=found.start, text_end=found.end,
        precision=found.precision, contradicts=found.contradicts,
    )  # fmt: skip


@cache
def _background(language: str) -> re.Pattern[str]:
    phrases = sorted(grammar(language).background, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.I)
