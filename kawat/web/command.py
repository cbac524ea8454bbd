"""``kawat serve``: the explorer on an address of this machine."""

from __future__ import annotations

import socket
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path

import uvicorn

from kawat.web.app import create_app
from kawat.web.security import is_loopback


class AddressError(ValueError):
    """The explorer cannot be reached at the address asked for; the message says why and what helps."""


def serve(dataset: Path, host: str, port: int, *, open_browser: bool) -> None:
    """Serve the explorer until Ctrl-C. Raises DatasetError and AddressError."""
    app = create_app(dataset, host)
    with _listen(host, port) as listener:
        address = f"http://{_in_url(host)}:{listener.getsockname()[1]}/"
        if not is_loopback(host):
            print("Everybody who can reach this machine can read the dataset: there is no password.", file=sys.stderr)
        print(f"{dataset} is shown at {address} (Ctrl-C ends it)", file=sys.stderr, flush=True)
        if open_browser:
            # The socket listens already: a browser that is early waits.
            webbrowser.open(address)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
        with suppress(KeyboardInterrupt):
            server.run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, _, _, _, address = found[0]
        return socket.create_server(address[:2], family=family)
    except socket.gaierror as error:
        raise AddressError(f"{host!r} is no address of this machine; leave out --host to use 127.0.0.1") from error
    except OSError as error:
        raise AddressError(f"nothing can be served at {host} port {port}: {error.strerror}; try --port 0") from error


def _in_url(host: str) -> str:
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1" if host == "0.0.0.0" else "[::1]"
    return f"[{host}]" if ":" in host else host
