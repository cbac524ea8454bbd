"""From feeds and sitemaps to the pages that they name: one step from a feed or sitemap, two from an index."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec

from kawat.readers.fetching.choice import Choice
from kawat.readers.fetching.client import Answer
from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.keeping import Keeper, seen_now
from kawat.readers.fetching.kinds import charset
from kawat.readers.fetching.manners import Manners
from kawat.readers.fetching.report import Report
from kawat.readers.fetching.state import Seen, State
from kawat.readers.listings import Link, Listing, is_listing, parse_listing
from kawat.readers.listings.roots import root_name
from kawat.records import Reject


class Open(msgspec.Struct):
    """A listing that was read, and how many of its pages are still to be had.

    Only with all of them fetched is it remembered: from then on it is asked for what is new.
    """

    url: str
    seen: Seen
    missing: int


class Wanted(msgspec.Struct):
    """A page to be asked for, and the listings that wait for it."""

    link: Link
    url: str = ""
    listings: list[Open] = []

    def __post_init__(self) -> None:
        self.url = self.url or self.link.url or ""

    def settle(self) -> None:
        """Tell the listings that the page is there."""
        for each in self.listings:
            each.missing -= 1


class Expansion:
    """Collects in ``wanted`` the pages that are to be fetched."""

    def __init__(self, keeper: Keeper, state: State, choice: Choice, manners: Manners, report: Report) -> None:
        self.wanted: list[Wanted] = []
        self._open: list[Open] = []
        self._keeper, self._state, self._choice = keeper, state, choice
        self._manners, self._report = manners, report

    async def take_answer(self, answer: Answer, url: str) -> bool:
        """Take in what an address answered, and return whether it is a listing. Raises FetchError if it is broken."""
        if not _is_xml(answer):
            return False
        await self.take(await _parsed(answer), url, seen_now(answer, listing=True))
        return True

    async def take(self, listing: Listing, url: str | None, seen: Seen | None = None) -> None:
        """Take in a listing; ``url`` is None where it was a file."""
        if listing.kind == "index":
            await self._take_index(listing, url)
        else:
            self._want(listing, url, seen, self._choice.limit)

    def finish(self) -> None:
        """Remember the listings all of whose pages are there."""
        for each in self._open:
            if each.missing == 0:
                self._state.note(each.url, each.seen)

    async def _take_index(self, index: Listing, url: str | None) -> None:
        sitemaps, left = self._choice.newest(index), self._choice.limit
        for number, link in enumerate(sitemaps):
            if left is not None and left <= 0:
                return
            if number == self._manners.max_sitemaps:
                reason = f"the index names {len(sitemaps)} sitemaps; only the newest {number} were read, see --since"
                self._report.rejected(Reject(source=url or "sitemap index", reason=reason))
                return
            taken = await self._take_sitemap(link.url or "", left)
            left = None if left is None else left - taken

    async def _take_sitemap(self, url: str, limit: int | None) -> int:
        """Read a sitemap that an index names, and return how many of its pages are wanted."""
        try:
            answer = await self._keeper.ask(url, None)
            if answer is None:
                return 0
            if not is_listing(answer.body):
                raise FetchError("the sitemap index names it, but it is no sitemap; the site has to mend it")
            listing = await _parsed(answer)
            if listing.kind == "index":
                raise FetchError(f"an index within an index is not followed; if it is wanted: kawat fetch {url}")
        except FetchError as error:
            self._report.rejected(Reject(source=url, reason=str(error)))
            return 0
        return self._want(listing, url, seen_now(answer, listing=True), limit)

    def _want(self, listing: Listing, url: str | None, seen: Seen | None, limit: int | None) -> int:
        links = self._choice.newest(listing)[:limit]
        if listing.cut:
            reason = f"it names more than {len(listing.links)} pages; those after them were not read"
            self._report.rejected(Reject(source=url or listing.kind, reason=reason))
        if not listing.links:
            reason = f"the {listing.kind} names no pages; look at it in a browser"
            self._report.rejected(Reject(source=url or listing.kind, reason=reason))
        more: dict[str, Any] = {}
        if url and seen and len(links) == len(listing.links) and not listing.cut:
            waiting = Open(url, seen, len(links))
            self._open.append(waiting)
            more = {"listings": [waiting]}
        self.wanted += [Wanted(link=link, **more) for link in links]
        return len(links)


def _is_xml(answer: Answer) -> bool:
    """Return whether an answer is XML but no page: a feed, a sitemap, or what only looks like one."""
    root = root_name(answer.body)
    return is_listing(answer.body) or (root not in (None, "html") and answer.body.lstrip().startswith(b"<?xml"))


async def _parsed(answer: Answer) -> Listing:
    """Read a listing beside the other hosts' answers, which must not wait for it. Raises FetchError if it is broken."""
    try:
        return await asyncio.to_thread(parse_listing, answer.body, charset(answer.headers))
    except ValueError as error:
        raise FetchError(str(error)) from error
