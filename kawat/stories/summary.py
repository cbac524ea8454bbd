"""What the reports of one event say of it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kawat.records import Status
from kawat.stories.independence import independent_reports
from kawat.stories.reports import Report, stable_id

ASSERTED_FIRST: tuple[Status, ...] = ("asserted", "historical", "claimed", "denied", "future", "hypothetical")
"""Statuses from the most to the least asserted: an event is claimed only if nobody reports it as fact."""

AS_FACT: tuple[Status, ...] = ("asserted", "historical")

PLACE = tuple(f"place_{name}" for name in ("name", "country", "admin1", "latitude", "longitude", "geonames_id"))
SIDES = tuple(f"{side}_{what}" for side in ("actor", "recipient") for what in ("ids", "names", "countries"))


def summarise(reports: Sequence[Report]) -> dict[str, Any]:
    """Return the row of ``events`` for the reports of one event, the earliest first.

    Sides and score are those of the report that is surest among the most asserted; modes, contexts and
    speakers are those of all; date and place are what most reports say, and every other day and place is kept beside
    them. ``disputed_by`` and ``story_id`` are left to the caller, who knows the other events.
    """
    best = min(reports, key=lambda r: (ASSERTED_FIRST.index(r.status), -r.confidence, r.article, r.id))
    dates = Counter((report.date_start, report.date_end) for report in reports if report.date_start)
    places = Counter(tuple(getattr(report, name) for name in PLACE) for report in reports if report.place_name)
    date_start, date_end = dates.most_common(1)[0][0] if dates else (None, None)
    place = places.most_common(1)[0][0] if places else (None,) * len(PLACE)
    return {
        "id": stable_id("event", reports[0].id),
        "type": best.type,
        "modes": _union(report.modes for report in reports),
        "contexts": _union(report.contexts for report in reports),
        "quad": best.quad,
        "score": best.score,
        **{name: getattr(best, name) for name in SIDES},
        "symmetric": best.symmetric,
        "status": best.status,
        "attributed_to": _union(report.attributed_names for report in reports),
        "asserted_by": _union(_tellers(report) for report in reports if report.status in AS_FACT),
        "claimed_by": _union(report.attributed_names for report in reports if report.status == "claimed"),
        "denied_by": _union(report.attributed_names for report in reports if report.status == "denied"),
        "date_start": date_start,
        "date_end": date_end,
        "days_told": [day for day, _ in Counter(r.date_start for r in reports if r.date_start).most_common()],
        **dict(zip(PLACE, place, strict=True)),
        "places_told": [name for name, _ in Counter(r.place_name for r in reports if r.place_name).most_common()],
        "reports": [report.id for report in reports],
        "report_count": len(reports),
        "independent_reports": independent_reports(reports),
        "sides": sorted({report.outlet_country for report in reports if report.outlet_country}),
        "confidence": max(report.confidence for report in reports),
    }


def _tellers(report: Report) -> tuple[str, ...]:
    """Return who vouches for a report: the agencies that it comes from, else its outlet."""
    return report.agencies or ((report.outlet,) if report.outlet else ())


def _union(lists: Any) -> list[str]:
    return list(dict.fromkeys(value for values in lists for value in values))
