"""A run: first the addresses that were given, then the pages that their feeds and sitemaps name."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from kawat.readers.fetching.addresses import Resolver, resolve
from kawat.readers.fetching.choice import Choice
from kawat.readers.fetching.client import Client
from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.expansion import Expansion, Wanted
from kawat.readers.fetching.fetcher import Fetcher
from kawat.readers.fetching.keeping import Keeper
from kawat.readers.fetching.manners import Manners
from kawat.readers.fetching.report import Report
from kawat.readers.fetching.side_by_side import side_by_side
from kawat.readers.fetching.store import Store
from kawat.readers.fetching.urls import host_of, parse_url
from kawat.readers.listings import Link, Listing
from kawat.records import Reject


def fetch(
    inputs: Iterable[str | Listing | Reject],
    store: Store,
    choice: Choice,
    manners: Manners,
    report: Report,
    *,
    resolver: Resolver = resolve,
) -> None:
    """Fetch what the inputs name into ``store`` and tell ``report`` of it.

    Raises OSError where the store takes no more, and KeyboardInterrupt after Ctrl-C; what was stored stays.
    """
    asyncio.run(_fetch(inputs, store, choice, manners, report, resolver))


async def _fetch(
    inputs: Iterable[str | Listing | Reject],
    store: Store,
    choice: Choice,
    manners: Manners,
    report: Report,
    resolver: Resolver,
) -> None:
    async with Client(manners, resolver) as client:
        keeper = Keeper(Fetcher(client, manners), store, choice)
        expansion = Expansion(keeper, store.state, choice, manners, report)
        named: list[Wanted] = []
        for item in inputs:
            if isinstance(item, Reject):
                report.rejected(item)
            elif isinstance(item, Listing):
                await expansion.take(item, None)
            else:
                named.append(Wanted(link=Link(url=item)))

        async def give(wanted: Wanted) -> None:
            try:
                answer = await keeper.ask(wanted.url, None)
                if answer is None:
                    report.passed()
                elif not await expansion.take_answer(answer, wanted.url):
                    _count(report, keeper.keep(answer, wanted.link, wanted.url))
            except FetchError as error:
                report.rejected(Reject(source=wanted.url, reason=str(error)))

        async def page(wanted: Wanted) -> None:
            try:
                _count(report, await keeper.page(wanted.link, wanted.url))
            except FetchError as error:
                report.rejected(Reject(source=wanted.url, reason=str(error)))
            else:
                wanted.settle()

        await side_by_side(_by_host(named, report), give, manners.hosts)
        await side_by_side(_by_host(expansion.wanted, report), page, manners.hosts)
        expansion.finish()


def _count(report: Report, is_new: bool) -> None:
    if is_new:
        report.kept()
    else:
        report.passed()


def _by_host(wanted: Iterable[Wanted], report: Report) -> list[tuple[str, Wanted]]:
    """Return what can be asked for, each address once, with its host."""
    found: dict[str, tuple[str, Wanted]] = {}
    for each in wanted:
        try:
            url = parse_url(each.url)
        except FetchError as error:
            report.rejected(Reject(source=each.url[:500], reason=str(error)))
            continue
        each.url = str(url)
        if each.url in found:
            found[each.url][1].listings.extend(each.listings)
        else:
            found[each.url] = (host_of(url), each)
    return list(found.values())
