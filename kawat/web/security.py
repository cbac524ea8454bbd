"""What every answer tells the browser, and which hosts are answered at all."""

from __future__ import annotations

import ipaddress

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


class SecurityHeaders:
    """Adds HEADERS to every answer of ``app``, failures included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def allowed_hosts(host: str) -> list[str]:
    """Return the names under which a server at ``host`` answers.

    A page elsewhere may point its own name at this machine (DNS rebinding) and read what is served here: on
    loopback only loopback's own names are answered. What is open to the network has no list to keep to.
    """
    if not is_loopback(host):
        return ["*"]
    own = f"[{host}]" if ":" in host else host
    return list(dict.fromkeys([*LOOPBACK_HOSTS, own]))
