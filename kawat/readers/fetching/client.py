"""One request and its answer, within limits of size and time."""

from __future__ import annotations

import asyncio
import ssl
from types import TracebackType
from typing import Self

import httpcore
import httpx
import msgspec

from kawat.readers.fetching import bodies
from kawat.readers.fetching.addresses import CheckedBackend, Resolver, resolve
from kawat.readers.fetching.errors import FetchError
from kawat.readers.fetching.kinds import check_kind, may_be_listing
from kawat.readers.fetching.manners import Manners
from kawat.readers.streams import GZIP_MAGIC

WHOLE = (200, 203)  # statuses whose content is the page that was asked for
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/xml;q=0.9, text/plain;q=0.8, */*;q=0.1"
_IDLE_SECONDS = 30.0


class Answer(msgspec.Struct, frozen=True):
    """What a host answered; ``body`` is empty unless ``status`` is one of WHOLE."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    body: bytes


class Client:
    """Speaks HTTP/1.1 over checked connections: no proxies, no cookies, no credentials, no redirects."""

    def __init__(self, manners: Manners, resolver: Resolver = resolve) -> None:
        self._manners = manners
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=manners.hosts,
            max_keepalive_connections=manners.hosts,
            keepalive_expiry=_IDLE_SECONDS,
            network_backend=CheckedBackend(resolver, allow_private=manners.allow_private),
        )

    async def get(self, url: httpx.URL, more: dict[str, str], *, any_kind: bool = False) -> Answer:
        """Return the answer to a request with the headers ``more``; ``any_kind``: whatever its media type.

        Raises FetchError where there is none that can be used.
        """
        seconds = self._manners.answer_seconds
        try:
            async with asyncio.timeout(seconds):
                return await self._get(url, more, any_kind)
        except TimeoutError as error:
            reason = f"its answer was not whole after {seconds:g} s; try again later"
            raise FetchError(reason, unanswered=True) from error
        except httpcore.ConnectTimeout as error:
            raise FetchError("no connection could be made in time; is the site up?", passing=True) from error
        except httpcore.TimeoutException as error:
            raise FetchError("the site stopped sending; try again later", passing=True) from error
        except (httpcore.NetworkError, OSError) as error:
            raise _broken(error) from error
        except httpcore.RemoteProtocolError as error:
            raise FetchError(f"its answer is cut off or no proper HTTP ({error})", passing=True) from error
        except (httpcore.LocalProtocolError, httpcore.UnsupportedProtocol, UnicodeError) as error:
            raise FetchError(f"the address cannot be asked for ({error}); check it") from error

    async def _get(self, url: httpx.URL, more: dict[str, str], any_kind: bool) -> Answer:
        headers = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self._manners.user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": bodies.ACCEPTED,
        }
        seconds = self._manners.read_seconds
        times = {"connect": self._manners.connect_seconds, "read": seconds, "write": seconds}
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        lines = [(name.encode("ascii"), value.encode("utf-8")) for name, value in (headers | more).items()]
        async with self._pool.stream("GET", target, headers=lines, extensions={"timeout": times}) as response:
            answered = httpx.Headers(response.headers)
            if response.status not in WHOLE:
                return Answer(url, response.status, answered, b"")
            if not any_kind:
                check_kind(answered, url)
            encoding = answered.get("content-encoding", "")
            limit = self._manners.max_listing_bytes if may_be_listing(answered, url) else self._manners.max_bytes
            body = await bodies.read_body(response.aiter_stream(), encoding, limit)
            if body.startswith(GZIP_MAGIC):  # a packed file, such as sitemap.xml.gz, rather than a packed answer
                body = bodies.unpack([body], limit)
            return Answer(url, response.status, answered, body)

    async def __aenter__(self) -> Self:
        await self._pool.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.__aexit__(kind, error, trace)


def _broken(error: Exception) -> FetchError:
    """Return the refusal for a connection that could not be made or broke."""
    cause = error.__cause__ if isinstance(error, httpcore.NetworkError) else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchError(f"its certificate is not to be trusted ({cause.verify_message}); the site has to mend it")
    if isinstance(error, httpcore.ConnectError):
        return FetchError(f"no connection could be made ({error or cause}); is the site up?", passing=True)
    return FetchError("the connection was cut; try again later", passing=True)
