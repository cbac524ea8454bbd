"""How many reports of an event stand on their own."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.stories.reports import Report


def independent_reports(reports: Sequence[Report]) -> int:
    """Return how many reports remain when near-copies, and those through one agency or of one outlet, count once.

    An agency that publishes itself is both: "Antara" and what cites it are one witness.
    """
    groups: list[set[tuple[str, str]]] = []
    for report in reports:
        media = (*report.agencies, *filter(None, (report.outlet,)))
        origins = {("article", str(report.original)), *(("media", name.casefold()) for name in media)}
        for group in [group for group in groups if group & origins]:
            origins |= group
            groups.remove(group)
        groups.append(origins)
    return len(groups)
