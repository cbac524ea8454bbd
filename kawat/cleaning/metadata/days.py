"""The day of publication, out of every place of a page that tells one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kawat.cleaning.metadata.harvest import Harvest, Time
from kawat.cleaning.metadata.jsonld import Described
from kawat.cleaning.metadata.stamps import Stamp, outlets_own_day, read_stamp, read_words
from kawat.cleaning.metadata.visible import day_shown
from kawat.cleaning.published import day_of_url

# Meta tags that give the day of publication, the more specific first.
_PUBLISHED = (
    "article:published_time", "article:published", "article:published:time", "og:published_time", "og:article:published_time", "og:pubdate",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "article.published", "article_date_original", "article:post_time", "publishdate", "publish-date", "publish_date", "publisheddate", "published-date",
    "published_date", "publication_date", "publicationdate", "publication-date", "published_time", "published", "pubdate", "pub_date", "content:publishdate",
    "date.available", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date.published", "dc.date", "dc.issued", "citation_publication_date", "citation_date", "prism.publicationdate",
    "date", "originalpublicationdate", "original-publish-date", "firstcreate", "firstpublished", "displaydate", "article.created", "created", "date.created", "datecreated", "dcterms.created", "dc.date.created", "article:created_time",
    "time", "release_date", "og:date", "postdate", "post_date", "dc:date", "creation_date", "pagedate", "uploaddate", "rnews:datepublished",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "article:modified", "last-modified", "lastmod", "modified", "date.updated",
    "dcterms.modified", "dc.date.modified", "lastupdate", "article:updated_time", "revised",
)  # fmt: skip
_UPDATED = ("modif", "update", "aktualis", "oppdatert", "mise", "actualiz", "aggiorn", "diperbarui", "redigert", "stand:", "edited")
_WRITTEN_AS = ("publi", "pubdate", "posted", "created", "issued", "entry-date", "dipublikasi", "terbit")
_SEPARATED = re.compile(r"\s[|–—-]\s")
_A_DAY = 1


class Reading(NamedTuple):
    """A day that one place of the page tells. ``kind`` groups places that are filled from one field of the outlet."""

    stamp: Stamp
    kind: str
    where: str


class Day(NamedTuple):
    """A day and the place on the page that tells it, as in records.PublishedCandidate."""

    day: str
    source: str
    where: str


def find_days(
    harvest: Harvest, described: list[Described], own: Described | None, url: str, language: str
) -> tuple[Day | None, tuple[Day, ...]]:
    """Return the day of publication and every place's reading; (None, ()) where no place tells one."""
    readings = list(_readings(harvest, described, own, url, language))
    if not readings and (named := _of_title(harvest.title, language)):
        readings.append(Reading(named, "text", "title"))
    if not readings and (shown := day_shown(harvest.headings, language)):
        readings.append(Reading(shown, "text", "shown"))
    if not readings:
        return None, ()
    changed = list(_changes(harvest, own, language))
    stamps = [reading.stamp for reading in readings]
    settled = [(reading, _settled(reading.stamp, stamps)) for reading in readings]
    listed = tuple(dict.fromkeys(_as_day(reading, day) for reading, day in settled))
    best = _best(settled, changed)
    return _as_day(*best), listed


def _as_day(reading: Reading, day: date) -> Day:
    source = reading.kind if reading.kind in ("url", "text") else "metadata"
    return Day(day.isoformat(), source, reading.where)


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
    shown = {mark for mark in _PUBLISHED if mark in harvest.metas}
    for name in _PUBLISHED:
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
    """Return whether a ``<time>`` says when the page was changed (WordPress marks unchanged ones "entry-date updated")."""
    about = f"{time.about} {time.words.lower()}"
    return any(word in about for word in _UPDATED) and not any(word in about for word in _WRITTEN_AS)


def _changes(harvest: Harvest, own: Described | None, language: str) -> Iterator[date]:
    values = [value for name in _MODIFIED for value in harvest.metas.get(name, ())[:2]]
    if own is not None and own.modified:
        values.append(own.modified)
    for value in values:
        if stamp := read_stamp(value, language):
            yield stamp.day
