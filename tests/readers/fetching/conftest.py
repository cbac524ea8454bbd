"""A web to fetch from, and runs that do."""

from __future__ import annotations

import socketserver
import threading
from typing import Any

import pytest
from made_web import QUICK, Outcome, Web, everywhere

from kawat.readers.fetching import Choice, Manners, Report, Store, fetch, read_inputs
from kawat.readers.fetching.addresses import Resolver
from kawat.records import Reject


@pytest.fixture
def web():
    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            try:
                path = self.rfile.readline().decode().split()[1]
                headers = {}
                while line := self.rfile.readline().strip():
                    name, _, value = line.decode().partition(":")
                    headers[name.lower()] = value.strip()
                site.answer(self.connection, path, headers)
            except (OSError, IndexError):
                pass  # the reader had enough

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        site = Web(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield site
        server.shutdown()


@pytest.fixture
def run(web, tmp_path):
    """Give a function that fetches inputs into pages.jsonl and returns the outcome."""

    def fetched(
        *inputs: str,
        choice: dict[str, Any] | None = None,
        stdin: Any = None,
        resolver: Resolver = everywhere,
        **manners: Any,
    ) -> Outcome:
        rejects: list[Reject] = []
        report = Report(on_reject=rejects.append, on_done=lambda done: None)
        with Store(str(tmp_path / "pages.jsonl")) as store:
            fetch(
                read_inputs(inputs, stdin),
                store,
                Choice(**(choice or {})),
                Manners(**{"allow_private": True, **QUICK, **manners}),
                report,
                resolver=resolver,
            )
        return Outcome(tmp_path / "pages.jsonl", report, rejects)

    return fetched
