"""The words by which pages credit people, in any language, from ``kawat/languages/any/credits.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kawat.cleaning.data import alternatives, load_bylines
from kawat.languages import Strict, load

_CAPITAL = r"[^\W\d_a-zß-ÿ]"  # or a letter of a script that has no case


class CreditData(Strict, frozen=True):
    """``credits.toml``: see the comments there."""

    openers: tuple[str, ...]
    shaky: tuple[str, ...]
    joiners: tuple[str, ...]
    weak_joiners: tuple[str, ...]
    heads: tuple[str, ...]
    roles: tuple[str, ...]
    nobody: tuple[str, ...]
    others: tuple[str, ...]
    before_places: tuple[str, ...]


class CreditWords(NamedTuple):
    """The words as patterns; ``weak`` and ``nobody`` are compared as they are."""

    opener: re.Pattern[str]
    joiner: re.Pattern[str]
    weak: frozenset[str]
    head: re.Pattern[str]
    roles: re.Pattern[str]
    nobody: frozenset[str]
    other: re.Pattern[str]
    place: re.Pattern[str]


@cache
def credit_words() -> CreditWords:
    """Return the words of all languages, compiled."""
    data = load("any", "credits", CreditData)
    openers = {*data.openers, *(word for part in load_bylines() for word in part.openers)} - set(data.others)
    sure = openers - set(data.shaky)
    return CreditWords(
        opener=re.compile(
            rf"[\W_]*(?:(?i:{alternatives(openers)})\s*[:：／|]\s*|(?i:{alternatives(sure)})\s+(?={_CAPITAL})"
            rf"|(?:{alternatives(data.shaky)})\s+(?={_CAPITAL}\S*\s+{_CAPITAL}))"
        ),
        joiner=re.compile(rf"\s+({alternatives(data.joiners)})\s+", re.I),
        weak=frozenset(data.weak_joiners),
        head=re.compile(rf"(?:{alternatives(data.heads)})\s+(?=\w)", re.I),
        roles=re.compile(rf"(?<![^\W_])(?:{alternatives(data.roles)})(?![^\W_])", re.I),
        nobody=frozenset(data.nobody),
        other=re.compile(rf"[\W_]*(?i:{alternatives(data.others)})(?:\s*[:：|]|\s+(?={_CAPITAL}))"),
        place=re.compile(rf"\s+(?:{alternatives(data.before_places)})\s+(?={_CAPITAL})"),
    )
