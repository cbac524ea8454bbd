"""The day of publication, out of every place of a page that tells one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kawat.cleaning.metadata.harvest import Harvest, Time
from kawat.cleaning.metadata.jsonld import Described
from kawat.cleaning.metadata.meta_tags import MODIFIED, PUBLISHED
from kawat.cleaning.metadata.stamps import Stamp, outlets_own_day, read_stamp, read_words
from kawat.cleaning.metadata.visible import day_shown
from kawat.cleaning.published import OnPage, day_of_url
from kawat.records import PublishedCandidate, PublishedFrom

_UPDATED = (
    *("modif", "update", "edited", "aktualis", "stand:", "oppdatert", "redigert", "mise", "actualiz", "aggiorn"),
    "diperbarui",
)
_WRITTEN_AS = ("publi", "pubdate", "posted", "created", "issued", "entry-date", "dipublikasi", "terbit")
_SEPARATED = re.compile(r"\s[|–—-]\s")
_A_DAY = 1


class Reading(NamedTuple):
    """A day that one place of the page tells. ``kind`` groups places that are filled from one field of the outlet."""

    stamp: Stamp
    kind: str
    where: str


def find_days(harvest: Harvest, described: list[Described], own: Described | None, url: str, language: str) -> OnPage:
    """Return the day of publication and every place's reading of it."""
    readings = list(_readings(harvest, described, own, url, language))
    if not readings and (named := _of_title(harvest.title, language)):
        readings.append(Reading(named, "text", "title"))
    if not readings and (shown := day_shown(harvest.headings, language)):
        readings.append(Reading(shown, "text", "shown"))
    if not readings:
        return OnPage()
    stamps = [reading.stamp for reading in readings]
    settled = [(reading, _settled(reading.stamp, stamps)) for reading in readings]
    best, day = _best(settled, list(_changes(harvest, own, language)))
    unsure = best.stamp.other is not None and all(stamp.other is not None for stamp in stamps)
    return OnPage(
        day=_candidate(best, day),
        all=tuple(dict.fromkeys(_candidate(*item) for item in settled)),
        other=best.stamp.other.isoformat() if unsure and best.stamp.other else None,
    )


def _candidate(reading: Reading, day: date) -> PublishedCandidate:
    kinds: dict[str, PublishedFrom] = {"url": "url", "text": "text"}
    return PublishedCandidate(day=day.isoformat(), from_=kinds.get(reading.kind, "metadata"), where=reading.where)


def _settled(stamp: Stamp, stamps: list[Stamp]) -> date:
    """Return the one day that a stamp means: in the outlet's zone, and by the other stamps where it is ambiguous."""
    if stamp.other is None:
        return outlets_own_day(stamp, [item for item in stamps if item is not stamp])
    sure = [item.day for item in stamps if item.other is None]
    if not sure:
        return stamp.day
    return min((stamp.day, stamp.other), key=lambda day: min(abs((day - item).days) for item in sure))


def _best(settled: list[tuple[Reading, date]], changed: list[date]) -> tuple[Reading, date]:
    """Return the first reading that holds: not after the last change, not against two other kinds of places."""
    last = max(changed, default=None)
    held = [item for item in settled if last is None or (item[1] - last).days <= _A_DAY] or settled
    for reading, day in held:
        votes: dict[date, set[str]] = {}
        for other, theirs in held:
            if other.kind != reading.kind:
                votes.setdefault(theirs, set()).add(other.kind)
        mine = {kind for theirs, kinds in votes.items() if abs((theirs - day).days) <= _A_DAY for kind in kinds}
        against = max((len(kinds) for theirs, kinds in votes.items() if abs((theirs - day).days) > _A_DAY), default=0)
        if against < 2 or mine:
            return reading, day
    return held[0]


def _readings(
    harvest: Harvest, described: list[Described], own: Described | None, url: str, language: str
) -> Iterator[Reading]:
    """Yield what each place tells, the most trusted first."""
    late: list[Reading] = []
    if own is not None and (stamp := read_stamp(own.published, language)):
        yield Reading(stamp, "json-ld", "json-ld datePublished")
    shown = {mark for mark in PUBLISHED if mark in harvest.metas}
    for name in PUBLISHED:
        if name in shown and (stamp := _first(harvest.metas[name], language)):
            yield Reading(stamp, "meta", f"meta {name}")
    for page in described:
        if page is not own and not page.is_article and (stamp := read_stamp(page.published, language)):
            yield Reading(stamp, "json-ld", f"json-ld {page.kind} datePublished")
    times = [time for time in harvest.times if not _is_update(time)]
    for time in times:
        if any(word in time.about for word in _WRITTEN_AS) and (stamp := _of_time(time, language)):
            late.append(Reading(stamp, "time", "time"))
            break
    if day := day_of_url(url):
        late.append(Reading(Stamp(date.fromisoformat(day)), "url", "url"))
    if not late or late[0].kind == "url":
        late += [Reading(stamp, "time", "time") for time in times[:1] if (stamp := _of_time(time, language))]
    yield from late
    if own is not None and (stamp := read_stamp(own.created, language)):
        yield Reading(stamp, "json-ld", "json-ld dateCreated")


def _of_title(title: str, language: str) -> Stamp | None:
    """Return the day that closes a title bar: "Headline | Outlet | 28.04.2023"."""
    parts = _SEPARATED.split(title)
    return read_words(parts[-1], language) if len(parts) > 1 and len(parts[-1]) < 30 else None


def _first(values: list[str], language: str) -> Stamp | None:
    return next((stamp for value in values[:3] if (stamp := read_stamp(value, language))), None)


def _of_time(time: Time, language: str) -> Stamp | None:
    return read_stamp(time.stamp, language) or read_stamp(time.words, language)


def _is_update(time: Time) -> bool:
    """Return whether a ``<time>`` says when the page was changed.

    WordPress marks those of pages that never were "entry-date updated".
    """
    about = f"{time.about} {time.words.lower()}"
    return any(word in about for word in _UPDATED) and not any(word in about for word in _WRITTEN_AS)


def _changes(harvest: Harvest, own: Described | None, language: str) -> Iterator[date]:
    values = [value for name in MODIFIED for value in harvest.metas.get(name, ())[:2]]
    if own is not None and own.modified:
        values.append(own.modified)
    for value in values:
        if stamp := read_stamp(value, language):
            yield stamp.day
