"""How many reports of an event stand on their own."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.stories.reports import Report


def independent_reports(reports: Sequence[Report]) -> int:
    """Return how many reports remain when near-copies and reports through the same agency count once."""
    groups: list[set[tuple[str, str]]] = []
    for report in reports:
        origins = {("article", str(report.original)), *(("agency", name.casefold()) for name in report.agencies)}
        for group in [group for group in groups if group & origins]:
            origins |= group
            groups.remove(group)
        groups.append(origins)
    return len(groups)
