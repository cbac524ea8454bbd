"""Events in plain English: one sentence that claims no more than its status does."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from kawat.actors.registry import load_registry
from kawat.web.verbs import verb

SOMEONE = "someone not named"
OUTLET = "the outlet"
NOT_NAMED = "not named"
_BODIES = {
    "EUR": "European Union",
    "IGO": "international bodies",
    "IMG": "armed groups across borders",
    "MNC": "companies across borders",
    "NGO": "non-governmental organisations",
    "UNO": "United Nations",
}
STATUSES = {
    "asserted": "The text reports it as fact.",
    "claimed": "Only an interested party says that it happened.",
    "denied": "The text, or somebody in it, says that it did not happen.",
    "future": "It is announced or planned.",
    "hypothetical": "It is only spoken of as possible.",
    "historical": "It is background from an earlier time.",
}
"""What each status means."""
_AUXILIARY = {"denied": "did not", "future": "will", "hypothetical": "might"}
_UNSOURCED = {"denied": "according to the report, ", "future": "it is announced or planned that "}


def sentence(event: Mapping[str, Any]) -> str:
    """Say in a sentence what a row of ``events`` or ``reports`` holds, in the light its status puts it in."""
    status, says = event["status"], joined(_sources(event))
    who = joined(event["actor_names"]) or SOMEONE
    if says == who:
        source = f"by their own {'claim' if status == 'claimed' else 'account'}, "
    elif status == "claimed":
        claims = "claim" if len(set(_sources(event))) > 1 else "claims"
        source = f"{says or 'an interested party'} {claims} that "
    elif says:
        source = f"according to {says}, "
    else:
        source = _UNSOURCED.get(status, "")
    told = f"{source}{who} {_deed(event, whom=_whom(event))}{_where(event)}{_when(event)}."
    return told[0].upper() + told[1:]


def did_what(event: Mapping[str, Any]) -> str:
    """Say what was done, or will, might or was not, leaving out who and to whom."""
    return _deed(event, whom="")


def who_says_so(event: Mapping[str, Any]) -> str:
    """Name who says so: the sources, or the outlet where none is named and none needs to be."""
    return joined(_sources(event)) or (NOT_NAMED if event["status"] == "claimed" else OUTLET)


def joined(names: Sequence[str | None] | None) -> str:
    """Return names as "A, B and C", each once."""
    distinct = list(dict.fromkeys(name for name in names or () if name))
    if len(distinct) < 2:
        return "".join(distinct)
    return f"{', '.join(distinct[:-1])} and {distinct[-1]}"


def days(start: date | None, end: date | None) -> str:
    """Return a day, a month, a year or a period in short: "29 Aug 2024"; "" where there is none."""
    return _period(start, end)[1]


@cache
def country_name(code: str) -> str:
    """Return the name of a country or kind of body, or its code where it has none."""
    if code in _BODIES:
        return _BODIES[code]
    entry = load_registry().entries.get(code)
    return entry.name if entry is not None and entry.kind == "country" else code


def _sources(event: Mapping[str, Any]) -> Sequence[str]:
    # Reports keep the ids of statements in attributed_to, and the names beside them.
    return event.get("attributed_names", event["attributed_to"]) or ()


def _deed(event: Mapping[str, Any], whom: str) -> str:
    words, status = verb(event["type"], event["modes"] or ()), event["status"]
    before = _AUXILIARY.get(status)
    deed = f"{before} {words.base}" if before else words.past
    if status == "historical":
        deed = f"earlier {deed}"
    return " ".join(filter(None, (deed, whom and words.to, whom)))


def _whom(event: Mapping[str, Any]) -> str:
    if event["symmetric"]:
        return "each other" if len(set(event["actor_names"] or ())) > 1 else "others"
    alone = verb(event["type"], event["modes"] or ()).alone
    return joined(event["recipient_names"]) or ("" if alone else SOMEONE)


def _where(event: Mapping[str, Any]) -> str:
    place, country = event["place_name"], event["place_country"]
    if not place:
        return ""
    land = country_name(country) if country else ""
    return f" in {place}, {land}" if land and land != place else f" in {place}"


def _when(event: Mapping[str, Any]) -> str:
    preposition, words = _period(event["date_start"], event["date_end"])
    return f" {preposition} {words}" if words else ""


def _period(start: date | None, end: date | None) -> tuple[str, str]:
    if start is None:
        return "", ""
    if end is None or end == start:
        return "on", _day(start)
    if start.day == 1 and (start.year, start.month) == (end.year, end.month) and end.day == _last_day(end):
        return "in", f"{start:%b} {start.year}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return "in", str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return "from", f"{start.day} to {_day(end)}"
    return "from", f"{_day(start)} to {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _last_day(day: date) -> int:
    return monthrange(day.year, day.month)[1]
