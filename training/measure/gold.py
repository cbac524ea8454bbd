"""The items of the written corpus that are kept for development, as what a reader should find in them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from training.corpus import FOLDER, Labelled, read_corpus
from training.examples import Pair
from training.measure.matching import Told
from training.measure.words import Words, WordSet

LANGUAGES = ("id", "en")


class Text(NamedTuple):
    """A text with its gold. ``names``: (start, end, kind) of every mention."""

    text: str
    language: str
    words: Words
    events: tuple[Told, ...]
    names: tuple[tuple[int, int, str], ...]

    def mentions(self) -> list[WordSet]:
        """Return the words of every mention."""
        return [self.words.of((start, end)) for start, end, _ in self.names]


def dev_texts(limit: int | None = None, folder: Path = FOLDER) -> list[Text]:
    """Return the texts, at most ``limit`` of a language."""
    found: dict[str, list[Text]] = {language: [] for language in LANGUAGES}
    for labelled in read_corpus(folder):
        if labelled.dev:
            found[labelled.language].append(_text(labelled))
    return [text for texts in found.values() for text in texts[:limit]]


def of_language(texts: list[Text], language: str | None) -> list[int]:
    """Return the indices of the texts of ``language``, of all for None."""
    return [k for k, text in enumerate(texts) if language in (None, text.language)]


def _text(labelled: Labelled) -> Text:
    text, spans = labelled.marked
    words = Words(text)

    def mentions(keys: list[str]) -> tuple[WordSet, ...]:
        places: list[Pair] = sorted(span for key in keys for span in spans[key])
        return tuple(words.of(span) for span in places)

    events = []
    for event in labelled.item.events:
        actors, recipients = mentions(event.a), mentions(event.r)
        events.append(
            Told(
                type=event.type,
                trigger=words.of(*spans[event.t]),
                actors=actors,
                recipients=recipients,
                together=event.sym and len(actors) > 1,
                status=event.status,
                modes=tuple(event.modes),
                contexts=tuple(event.contexts),
            )
        )
    names = sorted((start, end, kind) for key, kind in labelled.item.mentions.items() for start, end in spans[key])
    return Text(text, labelled.language, words, tuple(events), tuple(names))
