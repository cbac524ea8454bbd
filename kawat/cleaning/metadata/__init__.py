"""What an HTML page says of itself, in any language: headline, authors, day of publication, and where each stands."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml import html as markup

from kawat.cleaning.metadata.credited import find_authors
from kawat.cleaning.metadata.days import find_days
from kawat.cleaning.metadata.harvest import Harvest, gather, words
from kawat.cleaning.metadata.jsonld import Described, read
from kawat.cleaning.metadata.meta_tags import DESCRIPTIONS, SITES, TITLES
from kawat.cleaning.metadata.titles import Candidate, choose, key, plain
from kawat.cleaning.published import OnPage

__all__ = ["Metadata", "read_metadata"]

_LONGEST_DESCRIPTION = 2_000
_LONGEST_BODY = 400_000
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Metadata(NamedTuple):
    """A page's own word on itself. ``title_from`` and ``authors_from`` name the place on the page.

    ``headlines`` are all that the page gives itself, for pages and for search engines, ``descriptions`` likewise;
    ``body`` is the article's text where JSON-LD holds it.
    """

    title: str | None = None
    title_from: str = ""
    authors: tuple[str, ...] = ()
    authors_from: str = ""
    published: OnPage = OnPage()
    url: str | None = None
    headlines: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    body: str = ""


def read_metadata(tree: markup.HtmlElement, url: str | None = None) -> Metadata:
    """Return what the page says of itself.

    ``tree`` is the page as parsed, before anything is cut out of it; ``url`` is its address, if known.
    """
    harvest = gather(tree)
    described = read(harvest.scripts)
    address = url or _own_address(harvest)
    own = _own_article(described, harvest, address)
    language = tree.get("lang") or tree.get("xml:lang") or harvest.first("og:locale", "content-language", "language")
    host = (_host(address) or "").removeprefix("www.")
    sites = _sites(harvest, own, host)
    candidates = _candidates(harvest, own)
    title = choose(candidates, sites)
    authors, authors_from = find_authors(tree, harvest, own, sites)
    return Metadata(
        title=title.text if title else None,
        title_from=title.where if title else "",
        authors=authors,
        authors_from=authors_from,
        published=find_days(harvest, described, own, address or "", language[:12]),
        url=address,
        headlines=tuple(dict.fromkeys(candidate.text for candidate in candidates)),
        descriptions=_descriptions(harvest, own),
        body=plain(own.body, _LONGEST_BODY) if own else "",
    )


def _descriptions(harvest: Harvest, own: Described | None) -> tuple[str, ...]:
    found = [harvest.first(name) for name in DESCRIPTIONS]
    found.append(own.description if own else "")
    return tuple(dict.fromkeys(text for raw in found if (text := plain(raw, _LONGEST_DESCRIPTION))))


def _own_address(harvest: Harvest) -> str | None:
    for value in (harvest.canonical, harvest.first("og:url")):
        if value.startswith(("http://", "https://")) and _host(value):
            return value
    return None


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:  # "http://[" and the like
        return None


def _own_article(described: list[Described], harvest: Harvest, url: str | None) -> Described | None:
    """Return the page's own article among those that its data describes, which may be teasers of others."""
    if not described:
        return None
    articles = [item for item in described if item.is_article] or described
    if len(articles) == 1:
        return articles[0]
    paths = {_path(value) for value in (url, harvest.canonical, harvest.first("og:url")) if value} - {""}
    headlines = {key(plain(harvest.first("og:title"))), *(key(words(heading)) for heading in harvest.headings)} - {""}

    def fitness(item: Described) -> tuple[bool, bool, bool]:
        here = any(_path(value) in paths for value in item.urls)
        return (here, key(plain(item.headline)) in headlines, bool(item.published))

    return max(articles, key=fitness)


def _path(url: str) -> str:
    try:
        return urlsplit(urljoin("http://x/", url)).path.rstrip("/").lower()
    except ValueError:
        return ""


def _sites(harvest: Harvest, own: Described | None, host: str) -> list[str]:
    """Return the names by which the page calls its site, its address and the parts of that among them."""
    labels = host.split(".")
    found = [harvest.first(name) for name in SITES]
    found += own.publisher if own else ()
    found += [host, ".".join(labels[-2:]), ".".join(labels[-3:]), *(label for label in labels[:-1] if len(label) > 2)]
    return [bare for name in found if (bare := _BRACKETS.sub("", name[:80]).strip())]


def _candidates(harvest: Harvest, own: Described | None) -> list[Candidate]:
    """Return every headline that the page gives."""
    found: list[Candidate] = []
    if own is not None:
        found.append(Candidate(plain(own.headline), "json-ld headline", 3.0))
        if not own.headline:
            found.append(Candidate(plain(own.name), "json-ld name", 1.0))
    for name, weight in TITLES.items():
        found += [Candidate(plain(value), f"meta {name}", weight) for value in harvest.metas.get(name, ())[:1]]
    bar = plain(harvest.title)
    found += [Candidate(text, "h1", 1.9) for text in _headings(harvest, bar)[:1]]
    found.append(Candidate(bar, "title", 0.4))
    return [item for item in found if item.text]


def _headings(harvest: Harvest, bar: str) -> list[str]:
    """Return the page's main headings, the one that its other headlines name first, then the longest."""
    texts = [plain(words(heading)) for heading in harvest.headings]
    known = key(bar) + " " + key(plain(harvest.first("og:title")))
    return sorted((text for text in texts if text), key=lambda text: (key(text) not in known, -len(text)))
