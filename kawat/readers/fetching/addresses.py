"""Connections to public addresses only.

A name is resolved once, its addresses are checked, and one of those is connected to: a name that points
elsewhere a moment later gains nothing by it.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import httpcore

from kawat.readers.fetching.errors import FetchError

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the IP addresses of (host, port) in the order to be tried; raises OSError where there are none."""

_TRIED = 4
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


async def resolve(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses that this machine's resolver gives."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(address: str) -> bool:
    """Return whether an IP address is one of the public internet's; an IPv4 address inside an IPv6 one counts."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local:
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_private or ip.is_loopback)


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Opens the connections of a pool, to public addresses only unless ``allow_private``."""

    def __init__(self, resolver: Resolver, *, allow_private: bool) -> None:
        self._resolve = resolver
        self._allow_private = allow_private
        self._network: httpcore.AsyncNetworkBackend = httpcore.AnyIOBackend()  # ty: ignore[invalid-assignment]

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first of the host's addresses that answers. Raises FetchError where none may be."""
        failure: Exception | None = None
        for address in (await self._addresses(host, port))[:_TRIED]:
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        assert failure is not None
        raise failure

    async def _addresses(self, host: str, port: int) -> Sequence[str]:
        host = host.strip("[]")
        try:
            found = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            reason = f"no address is known for {host}; check the name and the network"
            raise FetchError(reason, passing=True) from error
        allowed = [address for address in found if self._allow_private or is_public(address)]
        if not allowed:
            where = f"{host} is at {found[0]}, which" if found and found[0] != host else host
            raise FetchError(f"{where} is no public address; allow it with --allow-private if it is yours")
        return allowed

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Refuse: pages do not come from sockets in the file system."""
        raise FetchError("sockets in the file system are not read")

    async def sleep(self, seconds: float) -> None:
        """Wait, as the pool asks."""
        await self._network.sleep(seconds)
