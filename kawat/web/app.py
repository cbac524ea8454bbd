"""The explorer's pages, by address."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp

from kawat.web.actor_page import actor_page
from kawat.web.article_page import article_page
from kawat.web.database import Database, Reader, Row
from kawat.web.event_list import event_list
from kawat.web.event_page import event_page, parse_skip
from kawat.web.filters import ParametersError, parse
from kawat.web.links import unslug
from kawat.web.overview import overview
from kawat.web.render import Renderer
from kawat.web.security import SecurityHeaders, allowed_hosts

View = Callable[[Reader, Request], Row | None]

# The path of each page, its template, and what it shows. Each path with ".json" behind it is the same as JSON.
PAGES: tuple[tuple[str, str, View], ...] = (
    ("/", "overview", lambda reader, request: overview(reader)),
    ("/events", "events", lambda reader, request: event_list(reader, parse(request.query_params.multi_items()))),
    ("/events/{slug}", "event", lambda reader, request: event_page(reader, _id(request), _skip(request))),
    ("/articles/{slug}", "article", lambda reader, request: article_page(reader, _id(request))),
    ("/actors/{slug}", "actor", lambda reader, request: actor_page(reader, _id(request))),
)


def create_app(dataset: Path, host: str = "127.0.0.1") -> ASGIApp:
    """Return the explorer of a dataset, to be served at ``host``.

    Raises DatasetError where the dataset cannot be opened. It stays open, and locked against being written,
    until the server shuts down.
    """
    database = Database(dataset)
    renderer = Renderer(database.name, resolved=database.resolved())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        yield
        database.close()

    # No pages about the interface: FastAPI's load scripts from elsewhere.
    app = FastAPI(lifespan=lifespan, openapi_url=None, redirect_slashes=False)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts(host), www_redirect=False)
    app.mount("/static", StaticFiles(packages=[("kawat.web", "static")]))
    for path, template, view in PAGES:
        # JSON comes first: a page's {slug} would take the ".json" in.
        for suffix in (".json", ""):
            answer = _answer(database, renderer, template, view)
            app.add_api_route(path + suffix, answer, methods=["GET", "HEAD"])

    @app.exception_handler(HTTPException)
    def wrong_address(request: Request, error: HTTPException) -> Response:
        messages = {404: "There is no such page.", 405: "Pages here can only be read."}
        return renderer.problem(request, error.status_code, [messages.get(error.status_code, error.detail)])

    @app.exception_handler(Exception)
    def failure(request: Request, error: Exception) -> Response:
        return renderer.problem(request, 500, ["This page could not be made. The server's log says why."])

    return SecurityHeaders(app)


def _answer(database: Database, renderer: Renderer, template: str, view: View) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        try:
            with database.reader() as reader:
                shown = view(reader, request)
        except ParametersError as error:
            return renderer.problem(request, 422, error.messages)
        if shown is None:
            return renderer.problem(request, 404, [f"There is no {template} “{_id(request)}” in this dataset."])
        return renderer.page(request, template, shown)

    return answer


def _id(request: Request) -> str:
    return unslug(request.path_params["slug"])


def _skip(request: Request) -> int:
    return parse_skip(request.query_params.multi_items())
