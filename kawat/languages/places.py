"""Words around names of places (``places.toml``), as typed records."""

from __future__ import annotations

from functools import cache

from kawat.languages import Strict, load


class PlaceWords(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``places.toml``. All words lower-case."""

    at: tuple[str, ...]  # say where: "di", "in"
    to: tuple[str, ...]  # say where to: "ke", "towards"
    origin: tuple[str, ...]  # say where from: "dari", "from"
    kinds: tuple[str, ...]  # may stand between these and the name: "kabupaten", "northern", "city of"
    settlements: tuple[str, ...]  # of these, the ones that by themselves make a name a place's: "kota", "town of"
    offices: tuple[str, ...]  # before which they do not: "wali kota"
    after: tuple[str, ...]  # kinds that may stand behind a name and before what it lies in: "province"
    joining: tuple[str, ...]  # between places of which none lies in the other: "dan"
    arrivals: tuple[str, ...]  # verbs whose goal is where they happen: "tiba", "visited"
    again: tuple[str, ...]  # a town told before: "kota itu", "the same city"
    departures: tuple[str, ...]  # verbs whose origin is: "menarik", "withdrew"
    remote: tuple[str, ...]  # acts that have no place: "menelepon", "telephone call"
    sealing: tuple[str, ...]  # acts whose paper is put to somewhere: "menandatangani", "signed"
    perfect: tuple[str, ...]  # before a verb that tells what was before the story: "had"


@cache
def place_words(language: str) -> PlaceWords:
    """Return the words around places of ``language``."""
    return load(language, "places", PlaceWords)
