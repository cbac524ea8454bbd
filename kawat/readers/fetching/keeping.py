"""Pages that are new or have changed, into the store."""

from __future__ import annotations

import hashlib

import msgspec

from kawat.readers.fetching.answers import NOT_MODIFIED
from kawat.readers.fetching.choice import Choice
from kawat.readers.fetching.client import Answer
from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.fetcher import Fetcher
from kawat.readers.fetching.pages import now, row_of
from kawat.readers.fetching.state import Seen
from kawat.readers.fetching.store import Store
from kawat.readers.listings import Link, is_listing
from kawat.readers.listings.times import to_utc


class Keeper:
    """Asks for pages as far as they may be new, and keeps those that are."""

    def __init__(self, fetcher: Fetcher, store: Store, choice: Choice) -> None:
        self._fetcher = fetcher
        self._store = store
        self._refresh = choice.refresh

    async def ask(self, url: str, modified: str | None) -> Answer | None:
        """Return what an address holds, or None where nothing is new; ``modified`` is what its listing says.

        A page that was fetched before is asked for only where it was changed since, or all are to be. Raises
        FetchError where there is no answer.
        """
        seen = self._store.state.seen(url)
        if seen and not seen.listing and not self._refresh and not _is_later(modified, seen.fetched):
            return None
        # A listing that has not changed may name pages that have: then it is needed whole.
        conditions = seen.conditions() if seen and not (seen.listing and self._refresh) else {}
        answer = await self._fetcher.fetch(url, conditions)
        if answer.status != NOT_MODIFIED:
            return answer
        if seen and not seen.listing:
            self._store.state.note(url, msgspec.structs.replace(seen, fetched=now()))
        return None

    async def page(self, link: Link, url: str) -> bool:
        """Fetch the page that a listing names and return whether it is new. Raises FetchError where there is none."""
        answer = await self.ask(url, link.modified)
        if answer is None:
            return False
        if is_listing(answer.body):
            raise FetchError(f"this is a feed or sitemap, not an article; if it is wanted: kawat fetch {url}")
        return self.keep(answer, link, url)

    def keep(self, answer: Answer, link: Link, url: str) -> bool:
        """Store a page and return True, unless it is there already. Raises FetchError where it is no text."""
        final, seen = str(answer.url), seen_now(answer)
        before = self._store.state.seen(final)
        is_new = before is None or (before.digest != seen.digest and (final == url or self._refresh))
        if is_new:
            self._store.add(row_of(answer, link), url, seen)
        for address in {url, final} if not is_new else {final} - {url}:
            self._store.state.note(address, seen)
        return is_new


def seen_now(answer: Answer, *, listing: bool = False) -> Seen:
    """Return what is to be remembered of an answer."""
    return Seen(
        listing=listing,
        etag=answer.headers.get("etag"),
        modified=answer.headers.get("last-modified"),
        digest=hashlib.blake2b(answer.body, digest_size=16).hexdigest(),
        fetched=now(),
    )


def _is_later(modified: str | None, fetched: str | None) -> bool:
    one, other = to_utc(modified), to_utc(fetched)
    return one is not None and other is not None and one > other
