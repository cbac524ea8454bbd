"""A web of one server, to which every name leads, and that answers byte by byte what a test wants it to."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kawat.readers.fetching import Report
from kawat.records import Reject

Route = bytes | Callable[[socket.socket, dict[str, str]], None]
QUICK = {"delay": 0.0, "backoff": 0.0, "longest_wait": 0.2, "connect_seconds": 2.0, "read_seconds": 2.0}


def http(body: str | bytes = b"", status: str = "200 OK", kind: str = "text/html", **headers: object) -> bytes:
    """Return an answer; headers are written as keywords, such as ``content_length=5``."""
    body = body.encode() if isinstance(body, str) else body
    fields = {"content-type": kind, "content-length": len(body)}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{head}connection: close\r\n\r\n".encode() + body


def article(number: object) -> str:
    return f"<html><body><h1>Kabar {number}</h1><p>Gubernur meresmikan jembatan nomor {number}.</p></body></html>"


class Web:
    """The server: what it answers under which path, and what it was asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.routes: dict[str, Route | list[Route]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []

    def url(self, path: str = "", host: str = "a.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def pages(self) -> list[str]:
        """Return the paths that were asked for, without robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]

    def answer(self, connection: socket.socket, path: str, headers: dict[str, str]) -> None:
        self.asked.append(path)
        self.headers.append(headers)
        route = self.routes.get(f"{headers.get('host', '').partition(':')[0]} {path}") or self.routes.get(path)
        if isinstance(route, list):
            route = route.pop(0) if len(route) > 1 else route[0]
        if route is None:
            route = http("none", "404 Not Found")
        if callable(route):
            route(connection, headers)
        else:
            connection.sendall(route)

    def feed(self, *paths: str, **fields: str) -> bytes:
        """Return a feed that names pages."""
        more = "".join(f"<{name}>{value}</{name}>" for name, value in fields.items())
        items = "".join(
            f"<item><title>Judul {path}</title><link>{self.url(path)}</link>{more}</item>" for path in paths
        )
        return f"<rss><channel>{items}</channel></rss>".encode()


async def everywhere(host: str, port: int) -> list[str]:
    """Resolve every name to this machine, but for those that say otherwise."""
    if host.startswith("unknown"):
        raise OSError("no such name")
    return ["10.0.0.1" if host.startswith("inside") else "127.0.0.1"]


class Outcome:
    """What a run came to."""

    def __init__(self, path: Path, report: Report, rejects: list[Reject]) -> None:
        self.rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_bytes().splitlines()]
        self.new, self.known, self.rejects = report.new, report.known, rejects

    @property
    def reason(self) -> str:
        (reject,) = self.rejects
        return reject.reason
