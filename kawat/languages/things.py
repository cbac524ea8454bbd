"""Nouns that make a country's name part of the name of a thing (``things.toml``), as typed records."""

from __future__ import annotations

from functools import cache

from kawat.languages import Strict, load


class Things(Strict, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``things.toml``. Lower-case but for ``opening``."""

    before: tuple[str, ...]  # directly before the name: "bahasa Rusia", "Lake Malawi"
    after: tuple[str, ...]  # directly behind it: "Swiss cheese"
    opening: tuple[str, ...]  # names of actors that are ordinary words where they open a sentence: "Antara"


@cache
def things(language: str) -> Things:
    """Return the nouns of things of ``language``."""
    return load(language, "things", Things)
