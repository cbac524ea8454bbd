"""Whose turn it is: one request at a time for each host, with a pause after it, and an end to asking in vain."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.manners import Manners


class Host:
    """One host, in one run."""

    def __init__(self, name: str, manners: Manners) -> None:
        self.name = name
        self._manners = manners
        self._lock = asyncio.Lock()
        self._free_at = 0.0
        self._strikes = 0
        self._closed: str | None = None

    @asynccontextmanager
    async def turn(self, delay: float) -> AsyncGenerator[None]:
        """Wait until the host may be asked; after the request it is left alone for ``delay`` seconds at least.

        Raises FetchError where it is asked no more in this run.
        """
        async with self._lock:
            self.check_open()
            await asyncio.sleep(self._free_at - _now())
            try:
                yield
            finally:
                self.rest(delay)

    def rest(self, seconds: float) -> None:
        """Leave the host alone for so long."""
        self._free_at = max(self._free_at, _now() + seconds)

    def check_open(self) -> None:
        """Raise FetchError where the host is asked no more in this run."""
        if self._closed:
            raise FetchError(self._closed)

    def close(self, reason: str) -> None:
        """Ask the host no more in this run."""
        self._closed = reason

    def answered(self) -> None:
        """Count an answer: the host is well."""
        self._strikes = 0

    def unanswered(self) -> None:
        """Count an address without an answer; after some in a row the host is asked no more."""
        self._strikes += 1
        if self._strikes >= self._manners.strikes:
            self.close(f"{self.name} left {self._strikes} addresses in a row without an answer; try again later")


class Hosts:
    """The hosts of a run."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._known: dict[str, Host] = {}

    def __getitem__(self, name: str) -> Host:
        if name not in self._known:
            self._known[name] = Host(name, self._manners)
        return self._known[name]


def _now() -> float:
    return asyncio.get_running_loop().time()
