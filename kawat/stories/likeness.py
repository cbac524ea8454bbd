"""How likely two reports tell the same event: features of all pairs of some reports, weighed by logistic regression.

The weights are learnt from the development stories of ``benchmarks/resolution_events`` (``python -m
benchmarks.resolution_events.fit``). What the encoder sees of trigger and sentence was tried as well and adds nothing to
types, sides, modes and names (docs/decisions).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from kawat.stories.reports import Report

EARTH = 12_742.0  # kilometres, its diameter
NEAR, FAR = 30.0, 150.0  # kilometres
DIFFERENT = 3  # days between two told ones beyond which they are two events, however alike: the coder errs by a few
LONG = 10  # days from which on a gap is no longer than another, and two reports are no one event, told days or not
UNKNOWN = 0.5  # share in common of two sides of which nothing is told

Matrix = NDArray[np.float32]


class Weights(msgspec.Struct, frozen=True):
    """What `kawat/data/merging.toml` says: a weight for each feature, the constant, and what counts as one event."""

    features: dict[str, float]
    constant: float
    together: float


@cache
def weights() -> Weights:
    """Return the bundled weights."""
    text = (resources.files("kawat") / "data" / "merging.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Weights)


def chances(features: Mapping[str, Matrix], learnt: Weights) -> Matrix:
    """Return for each pair of reports the probability that they tell one event, from `pair_features`.

    0 where one tells what happened and the other what might, or their days lie far apart.
    """
    score = np.full_like(next(iter(features.values())), learnt.constant, np.float32)
    for name, weight in learnt.features.items():
        score += np.float32(weight) * features[name]
    possible = (1 - features["supposed"]) * (1 - features["days between"])
    return possible / (1 + np.exp(-score))


def pair_features(reports: Sequence[Report]) -> dict[str, Matrix]:
    """Return the features of all pairs by name, each (reports, reports), symmetric."""
    same_type, quad = _same(reports, lambda r: r.type), _same(reports, lambda r: r.quad)
    mutual = _either(reports, lambda r: r.symmetric)
    everyone = _shared(reports, lambda r: (*r.actor_ids, *r.recipient_ids))
    countries = _shared(reports, lambda r: _known(*r.actor_countries, *r.recipient_countries))

    def side(told: Callable[[Report], Collection[Hashable]], both: Matrix) -> Matrix:
        return np.where(mutual, both, _shared(reports, told))

    actor, recipient = side(lambda r: r.actor_ids, everyone), side(lambda r: r.recipient_ids, everyone)
    from_country = side(lambda r: _known(*r.actor_countries), countries)
    to_country = side(lambda r: _known(*r.recipient_countries), countries)
    names, words = _shared(reports, lambda r: r.names, 0.0), _shared(reports, lambda r: r.words, 0.0)
    one_language = _same(reports, lambda r: r.language)
    article = _same(reports, lambda r: r.article)
    copies = _same(reports, lambda r: r.original) * (1 - article)
    return {
        "type": same_type,
        "quad": quad * (1 - same_type),
        "actor": actor,
        "recipient": recipient,
        "actor country": from_country,
        "recipient country": to_country,
        "no actor": _differ(reports, lambda r: not r.actor_ids),
        "no recipient": _differ(reports, lambda r: not r.recipient_ids),
        "names": names,
        "words": words * one_language,
        "copies": copies,
        "copies words": copies * words,
        "article": article,
        "sentence": article * _same(reports, lambda r: r.sentence_start),
        "supposed": _differ(reports, lambda r: r.status == "hypothetical"),
        "to come": _differ(reports, lambda r: r.status == "future"),
        "denied": _differ(reports, lambda r: r.status == "denied"),
        **_manners(reports),
        **_days(reports),
        **_places(reports),
        "type actor": same_type * actor,
        "type recipient": same_type * recipient,
        "type names": same_type * names,
        "type countries": same_type * from_country * to_country,
    }


def _manners(reports: Sequence[Report]) -> dict[str, Matrix]:
    shared = _shared(reports, lambda r: r.modes, 0.0)
    told = np.array([bool(r.modes) for r in reports], np.float32)
    return {"mode": (shared > 0).astype(np.float32), "other mode": np.outer(told, told) * (shared == 0)}


def _days(reports: Sequence[Report]) -> dict[str, Matrix]:
    known = np.array([r.days is not None for r in reports], np.float32)
    days = [r.days for r in reports]
    first = np.array([d[0].toordinal() if d else 0 for d in days])
    last = np.array([d[1].toordinal() if d else 0 for d in days])
    gap = np.maximum(0, np.maximum.outer(first, first) - np.minimum.outer(last, last))
    both = np.outer(known, known)
    explicit = np.array([r.date_start is not None for r in reports], np.float32)
    told = np.outer(explicit, explicit)
    return {
        "day": both * (gap == 0),
        "next day": both * (gap == 1),
        "days apart": (both * np.minimum(gap, LONG) / LONG).astype(np.float32),
        "told day": told * (gap == 0),
        "other told day": told * (gap > 0),
        "days between": np.maximum(told * (gap > DIFFERENT), both * (gap > LONG)),
        "no day": 1 - both,
    }


def _places(reports: Sequence[Report]) -> dict[str, Matrix]:
    known = np.array([r.place_latitude is not None and r.place_longitude is not None for r in reports], np.float32)
    latitude = np.radians(np.array([r.place_latitude or 0.0 for r in reports]))
    longitude = np.radians(np.array([r.place_longitude or 0.0 for r in reports]))
    half = np.sin(np.subtract.outer(latitude, latitude) / 2) ** 2
    half += np.outer(np.cos(latitude), np.cos(latitude)) * np.sin(np.subtract.outer(longitude, longitude) / 2) ** 2
    distance = EARTH * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    both = np.outer(known, known)
    return {"near": both * (distance < NEAR), "far": both * (distance > FAR), "no place": 1 - both}


def _known(*countries: str | None) -> list[str]:
    return [country for country in countries if country]


def _same(reports: Sequence[Report], told: Callable[[Report], Hashable]) -> Matrix:
    values = [told(report) for report in reports]
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    found = np.array([numbers[value] for value in values])
    return np.equal.outer(found, found).astype(np.float32)


def _differ(reports: Sequence[Report], holds: Callable[[Report], bool]) -> Matrix:
    found = np.array([holds(report) for report in reports])
    return np.not_equal.outer(found, found).astype(np.float32)


def _either(reports: Sequence[Report], holds: Callable[[Report], bool]) -> NDArray[np.bool_]:
    found = np.array([holds(report) for report in reports])
    return np.logical_or.outer(found, found)


def _shared(
    reports: Sequence[Report], told: Callable[[Report], Collection[Hashable]], empty: float = UNKNOWN
) -> Matrix:
    """Return the share of what two reports tell that both tell (Jaccard); ``empty`` where neither tells anything."""
    sets = [set(told(report)) for report in reports]
    numbers = {value: number for number, value in enumerate(dict.fromkeys(v for values in sets for v in values))}
    holds = np.zeros((len(reports), max(1, len(numbers))), np.float32)
    for row, values in enumerate(sets):
        holds[row, [numbers[value] for value in values]] = 1
    common = holds @ holds.T
    sizes = holds.sum(1)
    union = np.add.outer(sizes, sizes) - common
    return np.where(union > 0, common / np.maximum(union, 1), np.float32(empty)).astype(np.float32)
