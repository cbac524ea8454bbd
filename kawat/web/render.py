"""What a page shows, as HTML or JSON."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import jinja2
import msgspec
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kawat.version import __version__
from kawat.web import links, wording
from kawat.web.database import Row
from kawat.web.highlight import Mark, segments


class Renderer:
    """Templates for the dataset called ``name``; ``resolved`` says whether its events are up to date."""

    def __init__(self, name: str, *, resolved: bool) -> None:
        self._about = {"dataset": name, "resolved": resolved}
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("kawat.web"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(_GLOBALS)
        self._templates.filters.update(_FILTERS)

    def page(self, request: Request, template: str, shown: Row, status: int = 200) -> Response:
        """Return ``shown`` as JSON where the address ends in ".json", otherwise as HTML."""
        path = request.url.path
        if path.endswith(".json"):
            return Response(msgspec.json.encode(shown), status, media_type="application/json")
        query = f"?{request.url.query}" if request.url.query else ""
        # One slash: with two, a link to this page would lead to another host.
        as_json = "/" + quote(path.lstrip("/"), safe="/:~") + ".json" + query
        context = shown | self._about | {"as_json": as_json}
        html = self._templates.get_template(f"{template}.html").render(context)
        return HTMLResponse(html, status)

    def problem(self, request: Request, status: int, messages: list[str]) -> Response:
        """Return a page that says what is wrong."""
        return self.page(request, "problem", {"status": status, "error": _phrase(status), "messages": messages}, status)


def _marked(text: str, marks: list[dict[str, Any]], start: int = 0, end: int | None = None) -> Any:
    found = (Mark(mark["start"], mark["end"], mark["kind"], mark.get("link")) for mark in marks)
    return segments(text, found, start, end)


def _phrase(status: int) -> str:
    words = {404: "Not found", 422: "That cannot be looked up", 405: "Not allowed", 500: "Something went wrong here"}
    return words.get(status) or HTTPStatus(status).phrase


_GLOBALS: dict[str, Any] = {"version": __version__, "actor_path": links.actor_path, "marked": _marked}
_FILTERS: dict[str, Any] = {
    "country": wording.country_name,
    "days": wording.days,
    "did_what": wording.did_what,
    "meaning": lambda status: wording.STATUSES.get(status, ""),
    "number": lambda number: f"{number:,}",
}
