"""All steps of this room in their order."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.encoder.again import look_again
from kawat.encoder.model import Model
from kawat.encoder.reading import reading
from kawat.encoder.sentences import sentences
from kawat.encoder.sight import Pair, Sight, see
from kawat.encoder.tokens import tokenize
from kawat.records import Article, Encoding, Reading


def encode(article: Article, language: str, model: Model | None = None) -> Encoding:
    """Return the sentences of ``article`` with their tokens, in order, and what ``model`` reads in each."""
    found = sentences(article, language)
    places = [(sentence.start, sentence.end) for sentence in found]
    readings = () if model is None else tuple(read_spans(model, article.text, places))
    return Encoding(language=language, sentences=found, readings=readings)


def read_spans(model: Model, text: str, places: Sequence[Pair]) -> list[Reading]:
    """Return the readings of the sentences of ``text`` at ``places``; those in doubt are looked at twice."""
    found = see_spans(model, text, places)
    return [reading(model.labels, sight, start) for sight, (start, _) in zip(found, places, strict=True)]


def see_spans(model: Model, text: str, places: Sequence[Pair]) -> list[Sight]:
    """Return what the model sees in the sentences of ``text`` at ``places``, after the second look."""
    texts = [text[start:end] for start, end in places]
    words = [[(t.start - start, t.end - start) for t in tokenize(text, start, end)] for start, end in places]
    sights = [see(model.labels, scores, found) for scores, found in zip(model.read(texts), words, strict=True)]
    look_again(model, texts, sights)
    return sights
