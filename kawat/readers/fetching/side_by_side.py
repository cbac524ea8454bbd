"""Many hosts at a time, one address of each."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


async def side_by_side(items: Iterable[tuple[str, T]], work: Callable[[T], Awaitable[None]], hosts: int) -> None:
    """Do ``work`` on each item, which come with their hosts: in order for one host, for ``hosts`` at a time.

    What ``work`` raises ends it all.
    """
    queues: dict[str, list[T]] = defaultdict(list)
    for host, item in items:
        queues[host].append(item)
    places = asyncio.Semaphore(hosts)

    async def serve(queue: list[T]) -> None:
        async with places:
            for item in queue:
                await work(item)

    tasks = [asyncio.ensure_future(serve(queue)) for queue in queues.values()]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
