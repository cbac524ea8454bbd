"""Which of the pages that a listing names are wanted."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec

from kawat.readers.listings import Link, Listing
from kawat.readers.listings.times import day_of, to_utc

_EARLIEST = datetime.min.replace(tzinfo=UTC)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What of the listings is fetched: the newest ``limit`` pages of each, none from before ``since``.

    ``refresh``: pages that were fetched before are asked for again, too.
    """

    limit: int | None = None
    since: date | None = None
    refresh: bool = False

    def newest(self, listing: Listing) -> list[Link]:
        """Return the links that are recent enough, newest first; those without a date keep their place at the end.

        A page without a date counts as recent: nobody knows.
        """
        links = [link for link in listing.links if link.url and self._is_recent(link)]
        return sorted(links, key=_moment, reverse=True)

    def _is_recent(self, link: Link) -> bool:
        if self.since is None:
            return True
        day = day_of(link.published) or day_of(link.modified)
        return day is None or day >= self.since


def _moment(link: Link) -> datetime:
    return to_utc(link.published) or to_utc(link.modified) or _EARLIEST
