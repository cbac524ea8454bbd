"""What sites ask of programs in robots.txt (RFC 9309), read once for each site."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable

import httpx
from protego import Protego

from kawat.readers.fetching.client import WHOLE, Answer
from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.manners import Manners
from kawat.readers.fetching.urls import host_of, port_of

_MAX_BYTES = 500 << 10  # that RFC 9309 asks to be read at least
_TOO_MANY = 429
_AGENT_LINE = re.compile(r"^[ \t]*user[- ]?agent(?:[ \t]*:|[ \t])[ \t]*([^\r\n#]*)", re.I | re.M)

Get = Callable[[httpx.URL], Awaitable[Answer]]
"""Gives the last answer behind the redirects of an address, whatever its status."""


class Robots:
    """The rules of the sites of a run."""

    def __init__(self, get: Get, manners: Manners) -> None:
        self._get = get
        self._manners = manners
        self._agent = manners.user_agent.partition("/")[0]
        self._rules: dict[tuple[str, str, int], asyncio.Task[Protego | FetchError]] = {}

    async def delay(self, url: httpx.URL) -> float:
        """Return the seconds that a site wants between two requests.

        Raises FetchError where it does not want the address to be fetched, or cannot say now whether it does.
        """
        rules = await self._of(url)
        if isinstance(rules, FetchError):
            raise FetchError(str(rules))
        if not rules.can_fetch(str(url), self._agent):
            raise FetchError("the site's robots.txt asks programs not to fetch it; ask the site for leave")
        asked = rules.crawl_delay(self._agent) or 0.0
        longest = max(self._manners.longest_crawl_delay, self._manners.delay)
        if asked > longest:
            reason = f"the site's robots.txt asks for {asked:g} s between pages; agree with --delay {asked:g}"
            raise FetchError(reason)
        return max(asked, self._manners.delay)

    async def _of(self, url: httpx.URL) -> Protego | FetchError:
        site = (url.scheme, host_of(url), port_of(url))
        if site not in self._rules:
            where = url.copy_with(raw_path=b"/robots.txt")
            self._rules[site] = asyncio.ensure_future(self._read(where))
        return await asyncio.shield(self._rules[site])

    async def _read(self, url: httpx.URL) -> Protego | FetchError:
        """Return a site's rules, or why they are not known: then its pages are not fetched either."""
        try:
            answer = await self._get(url)
        except FetchError as error:
            return FetchError(f"{error} (asked for its robots.txt)")
        if answer.status in WHOLE:
            text = answer.body[:_MAX_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
            return Protego.parse(_for_us(text, self._agent))
        if 400 <= answer.status < 500 and answer.status != _TOO_MANY:
            return Protego.parse("")
        return FetchError(f"its robots.txt answers {answer.status}, so the site is left alone; try again later")


def _for_us(text: str, agent: str) -> str:
    """Give all other programs one name: rules kept for each of thousands that a hostile site names fill the memory."""

    def renamed(line: re.Match[str]) -> str:
        name = line.group(1).strip().lower()
        if name == "*":
            return "User-agent: *"
        return f"User-agent: {agent if name.startswith(agent.lower()) else '-'}"

    return _AGENT_LINE.sub(renamed, re.sub(r"[\v\f\x1c-\x1e\x85\u2028\u2029]|\r\n?", "\n", text))
