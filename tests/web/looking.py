"""A browser without a window: it gets pages, reads their text, and follows their links."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Self
from urllib.parse import urldefrag, urljoin

import httpx
from starlette.testclient import TestClient

from kawat.web.app import create_app

BASE = "http://127.0.0.1:8001"
VOID = {"meta", "link", "input", "br", "img", "hr"}


class Element:
    """A piece of a page."""

    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []

    @property
    def text(self) -> str:
        """All text in it, as it stands."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def words(self) -> str:
        """All text in it, as it is read: white space is one space."""
        return " ".join(self.text.split())

    def all(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements inside it with this tag, class (``of``) and other attributes."""
        wanted = attributes.pop("of", None)
        return [
            each
            for each in self._inside()
            if (not tag or each.tag == tag)
            and (wanted is None or wanted in (each.attributes.get("class") or "").split())
            and all(each.attributes.get(name) == value for name, value in attributes.items())
        ]

    def _inside(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._inside()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> ends <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parsed(html: str) -> Element:
    """Return a page as its elements; all that are opened must be closed."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder._open == [builder.root]
    return builder.root


class Site:
    """An explorer to be asked."""

    def __init__(self, dataset: Path, base: str = BASE, host: str = "127.0.0.1") -> None:
        self.client = TestClient(create_app(dataset, host), base_url=base, follow_redirects=False)

    def __enter__(self) -> Self:
        self.client.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self.client.__exit__(*error)

    def get(self, path: str, status: int = 200, **headers: str) -> httpx.Response:
        """Return an answer with its status checked."""
        answer = self.client.get(path, headers=headers)
        assert answer.status_code == status, (path, answer.text)
        return answer

    def page(self, path: str, status: int = 200) -> Element:
        """Return a page."""
        answer = self.get(path, status)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        return parsed(answer.text)

    def json(self, path: str, status: int = 200) -> Any:
        """Return what a page says as JSON."""
        answer = self.get(path, status)
        assert answer.headers["content-type"] == "application/json"
        return answer.json()


def links(page: Element, path: str) -> Iterator[tuple[str, str]]:
    """Yield every address on a page, whole, with its fragment."""
    for element in page.all():
        for name in ("href", "src", "action"):
            value = element.attributes.get(name)
            if value is not None:
                yield tuple(urldefrag(urljoin(BASE + path, value)))


def crawl(site: Site) -> dict[str, Element]:
    """Return every page that links lead to, by path. Each link must lead to one, and each fragment to a place on it."""
    pages: dict[str, Element] = {}
    fragments: set[tuple[str, str]] = set()
    waiting = ["/"]
    seen = {"/"}
    while waiting:
        path = waiting.pop()
        answer = site.get(path)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        pages[path] = parsed(answer.text)
        for address, fragment in links(pages[path], path):
            if not address.startswith(BASE + "/"):
                assert address.startswith(("http://", "https://")), address
                continue
            target = address.removeprefix(BASE)
            if fragment:
                fragments.add((target, fragment))
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    for target, fragment in fragments:
        assert pages[target].all(id=fragment), (target, fragment)
    return pages
