"""Reports made by hand."""

from __future__ import annotations

from collections import Counter
from datetime import date

from kawat.stories import Report, Told, words

DAY = date(2023, 7, 27)


def made(article: int, name: str = "gudang", **fields) -> Report:
    """Return a report that Russia accuses Ukraine, with other ``fields`` where given."""
    usual = {
        "id": f"{article}:{name}",
        "article": article,
        "original": article,
        "story": 1,
        "type": "ACCUSE",
        "quad": "verbal conflict",
        "score": -3.0,
        "status": "asserted",
        "confidence": 0.5,
        "modes": ("allege",),
        "actor_ids": ("rus",),
        "actor_names": ("Rusia",),
        "actor_countries": ("RUS",),
        "recipient_ids": ("ukr",),
        "recipient_names": ("Ukraina",),
        "recipient_countries": ("UKR",),
        "date_start": DAY,
        "date_end": DAY,
        "published": DAY,
        "sentence_start": sum(map(ord, name)),
        "language": "id",
        "words": words(f"Rusia menuduh {name}1 {name}2 {name}3"),
        "names": frozenset({"rusia", name}),
    }
    return Report(**(usual | fields))


def told(article: int, *terms: str, published: date | None = DAY) -> Told:
    """Return an article in which these names stand."""
    return Told(article=article, published=published, terms=Counter(terms))
