"""One address to one answer: politely, with retries, and along redirects."""

from __future__ import annotations

from collections.abc import Mapping

import httpx

from kawat.readers.fetching.answers import REDIRECTS, check_passing, check_whole
from kawat.readers.fetching.client import Answer, Client
from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.hosts import Hosts
from kawat.readers.fetching.manners import Manners
from kawat.readers.fetching.robots import Robots
from kawat.readers.fetching.urls import host_of, join_url, parse_url


class Fetcher:
    """Fetches the pages of a run."""

    def __init__(self, client: Client, manners: Manners) -> None:
        self._client = client
        self._manners = manners
        self._hosts = Hosts(manners)
        self._robots = Robots(self._robots_txt, manners)

    async def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Return the page behind an address; with the conditional ``headers`` it may be a 304 without content.

        Raises FetchError where there is none, where it may not be fetched, and where it leads on too often.
        """
        headers = dict(headers or {})
        url = parse_url(address)
        for _ in range(self._manners.redirects + 1):
            self._hosts[host_of(url)].check_open()
            delay = await self._robots.delay(url)
            answer = await self._insist(url, headers, delay)
            following = _following(answer)
            if following is None:
                check_whole(answer, conditional=bool(headers))
                return answer
            url = following
        raise self._endless()

    async def _robots_txt(self, url: httpx.URL) -> Answer:
        """Return the last answer for a robots.txt; to fetch that needs nobody's leave."""
        for _ in range(self._manners.redirects + 1):
            try:
                answer = await self._insist(url, {}, self._manners.delay, any_kind=True)
            except _StillPassingError as error:
                return error.answer
            following = _following(answer)
            if following is None:
                return answer
            url = following
        raise self._endless()

    async def _insist(self, url: httpx.URL, headers: dict[str, str], delay: float, *, any_kind: bool = False) -> Answer:
        """Return one answer, after more than one try if need be, and keep the host's account."""
        host = self._hosts[host_of(url)]
        for left in range(self._manners.retries, -1, -1):
            try:
                async with host.turn(delay):
                    answer = await self._client.get(url, headers, any_kind=any_kind)
                _check(answer)
            except FetchError as error:
                if not error.passing or not left or self._is_sent_away(url, error):
                    if error.unanswered:
                        host.unanswered()
                    raise
                doubled = self._manners.backoff * 2 ** (self._manners.retries - left)
                host.rest(doubled if error.wait is None else error.wait)
            else:
                host.answered()
                return answer
        raise AssertionError("the last try returns or raises")

    def _is_sent_away(self, url: httpx.URL, error: FetchError) -> bool:
        """Return whether a site asks to be left alone for longer than is waited; then it is, for this run."""
        if error.wait is None or error.wait <= self._manners.longest_wait:
            return False
        host = self._hosts[host_of(url)]
        host.close(f"{host.name} asks to be left alone for {error.wait:.0f} s; try again after that")
        return True

    def _endless(self) -> FetchError:
        return FetchError(f"redirected more than {self._manners.redirects} times; the site has to mend it")


class _StillPassingError(FetchError):
    """The last try, too, had an answer that asks for another."""

    def __init__(self, error: FetchError, answer: Answer) -> None:
        super().__init__(str(error), passing=True, wait=error.wait)
        self.answer = answer


def _check(answer: Answer) -> None:
    try:
        check_passing(answer)
    except FetchError as error:
        raise _StillPassingError(error, answer) from error


def _following(answer: Answer) -> httpx.URL | None:
    """Return where an answer sends its reader, if it does."""
    if answer.status not in REDIRECTS:
        return None
    location = answer.headers.get("location", "").strip()
    if not location:
        raise FetchError(f"redirected ({answer.status}) without saying where; the site has to mend it")
    return join_url(answer.url, location)
