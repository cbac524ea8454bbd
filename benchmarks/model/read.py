"""Many texts through the model, with a progress bar where standard error is a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from kawat.encoder.model import Model, Scores
from kawat.encoder.read import read_spans
from kawat.encoder.sentences import split
from kawat.records import Reading

CHUNK = 64  # texts between two steps of the bar
Thing = TypeVar("Thing")


def watched(things: Sequence[Thing], what: str) -> Iterator[Thing]:
    """Yield ``things``, showing how far it is."""
    console = Console(stderr=True)
    yield from track(things, what, console=console, transient=True, disable=not console.is_terminal)


def scores(model: Model, texts: Sequence[str], what: str) -> list[Scores]:
    """Return the model's scores of ``texts``, in order."""
    pieces = [texts[at : at + CHUNK] for at in range(0, len(texts), CHUNK)]
    return [found for piece in watched(pieces, what) for found in model.read(piece)]


def readings(
    model: Model, texts: Sequence[tuple[str, str]], what: str, by_sentence: bool = True
) -> list[list[Reading]]:
    """Return the readings of each (text, language), with places in that text.

    ``by_sentence``: as articles are read, a reading for each sentence; else one for the whole text.
    """
    found = []
    for text, language in watched(texts, what):
        places = split(text, 0, len(text), language) if by_sentence else [(0, len(text))]
        found.append(read_spans(model, text, places))
    return found
