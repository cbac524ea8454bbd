"""All steps of this room in their order."""

from __future__ import annotations

from kawat.encoder.model import Model
from kawat.encoder.reading import reading
from kawat.encoder.sentences import sentences
from kawat.records import Article, Encoding


def encode(article: Article, language: str, model: Model | None = None) -> Encoding:
    """Return the sentences of ``article`` with their tokens, in order, and what ``model`` reads in each."""
    found = sentences(article, language)
    if model is None:
        return Encoding(language=language, sentences=found)
    scores = model.read([article.text[sentence.start : sentence.end] for sentence in found])
    readings = tuple(
        reading(
            model.labels,
            scored,
            [(token.start - sentence.start, token.end - sentence.start) for token in sentence.tokens],
            sentence.start,
        )
        for sentence, scored in zip(found, scores, strict=True)
    )
    return Encoding(language=language, sentences=found, readings=readings)
