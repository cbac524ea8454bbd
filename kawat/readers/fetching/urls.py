"""Which addresses are asked for at all."""

from __future__ import annotations

import httpx

from kawat.readers.fetching.errors import FetchError

MAX_URL_CHARS = 4096
_PORTS = {"http": 80, "https": 443}


def parse_url(address: str) -> httpx.URL:
    """Return an address ready to be asked for, without its fragment.

    Raises FetchError where it is no address, neither http nor https, or holds a user name or password.
    """
    if len(address) > MAX_URL_CHARS:
        raise FetchError(f"the address is longer than {MAX_URL_CHARS} characters; check where it comes from")
    try:
        url = httpx.URL(address.strip())
        host = url.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"not a valid address ({error}); write it as https://outlet.example/page") from error
    if url.scheme not in _PORTS:
        raise FetchError(f"{url.scheme or 'no scheme'}: only http and https are fetched; write https://...")
    if not host.strip("."):
        raise FetchError("the address names no host; write it as https://outlet.example/page")
    if url.userinfo:
        raise FetchError("the address holds a user name or password; leave them out, only public pages are fetched")
    if not 0 < port_of(url) < 65536:
        raise FetchError("the address has an impossible port; leave the port out")
    return url.copy_with(fragment=None)


def join_url(base: httpx.URL, location: str) -> httpx.URL:
    """Return where a redirect leads. Raises FetchError as ``parse_url`` does."""
    try:
        joined = base.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"redirected to what is no address ({error}); the site has to mend it") from error
    try:
        return parse_url(str(joined))
    except FetchError as error:
        raise FetchError(f"redirected to {str(joined)[:200]}: {error}") from error


def host_of(url: httpx.URL) -> str:
    """Return the host's name in lower-case ASCII."""
    return url.raw_host.decode("ascii").rstrip(".")


def port_of(url: httpx.URL) -> int:
    """Return the port, the scheme's own where none is written."""
    return url.port if url.port is not None else _PORTS.get(url.scheme, 0)
