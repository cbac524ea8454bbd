"""Title, authors and day of publication of HTML pages, beside peers: ``python -m benchmarks.cleaning.metadata``.

The pages and labels are Fundus's (``KAWAT_DATA``). Outlets are parted by a hash of their name: rules were written with
the errors on ``dev`` in view. Peers get the same HTML and address and no network; those not installed are left out
(``pip install -e '.[bench]'``).

Titles are right where they are the label but for white space, case and the shape of quotation marks and dashes. Token
F1 is the mean over pages of the words that title and label share. Authors are counted over all pages; a name counts as
right where it is the label's but for case and white space. A day is right where it is the label's in the label's own
zone.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from typing import NamedTuple

import trafilatura
from lxml import html as markup

from benchmarks.cleaning import peers
from benchmarks.cleaning.html_sets import LabelledPage, fundus
from benchmarks.cleaning.tables import Table, show
from kawat.cleaning import clean
from kawat.cleaning.characters import fold, normalise
from kawat.cleaning.metadata import read_metadata
from kawat.records import Article, Page


class Answer(NamedTuple):
    """What a tool says of a page; ``seconds`` is what it took, parsing included."""

    title: str | None
    authors: tuple[str, ...]
    published: str | None  # begins with an ISO day
    seconds: float = 0.0


class Row(NamedTuple):
    """One line of the table: a tool on one part of the pages."""

    tool: str
    part: str
    pages: int
    title: float
    title_tokens: float
    authors_precision: float
    authors_recall: float
    authors_f1: float
    day: float
    within_a_day: float
    milliseconds: float


_COLUMNS: tuple[str, ...] = (
    *("tool", "part", "pages", "title", "title F1", "authors P", "R", "F1", "day", "within a day", "ms a page"),
)
Tool = Callable[[LabelledPage], Answer]


def kawat_metadata(page: LabelledPage) -> Answer:
    """Kawat's metadata step alone. Its time is without parsing, which the body needs as well."""
    parser = markup.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = markup.document_fromstring(page.html, parser=parser)
    start = time.perf_counter()
    found = read_metadata(tree, page.url)
    day = found.published.day
    return Answer(found.title, found.authors, day.day if day else None, time.perf_counter() - start)


def kawat_article(page: LabelledPage) -> Answer:
    """The fields of the cleaned article, with what body and credit lines add to them."""
    start = time.perf_counter()
    found = clean(Page(source=page.name, html=page.html.decode("utf-8", "replace"), url=page.url))
    seconds = time.perf_counter() - start
    if not isinstance(found, Article):
        return Answer(None, (), None, seconds)
    return Answer(found.title, found.bylines, found.published, seconds)


def trafilatura_metadata(page: LabelledPage) -> Answer:
    """trafilatura with its own metadata step and htmldate, asked for the original date."""
    start = time.perf_counter()
    found = trafilatura.bare_extraction(
        page.html, url=page.url, with_metadata=True, date_extraction_params={"original_date": True}
    )
    seconds = time.perf_counter() - start
    if found is None or isinstance(found, dict):
        return Answer(None, (), None, seconds)
    authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
    return Answer(found.title, authors, found.date, seconds)


def newspaper_metadata(page: LabelledPage) -> Answer:
    """newspaper4k, given the HTML."""
    start = time.perf_counter()
    article = peers.newspaper_article(page)
    if article is None:
        return Answer(None, (), None, time.perf_counter() - start)
    day = article.publish_date
    seconds = time.perf_counter() - start
    return Answer(article.title, tuple(article.authors), day.date().isoformat() if day else None, seconds)


def tools() -> dict[str, Tool]:
    """Return the tools that are installed, by the names under which they stand in the table."""
    found: dict[str, Tool] = {
        "Kawat, metadata step": kawat_metadata,
        "Kawat, whole article": kawat_article,
        "trafilatura": trafilatura_metadata,
    }
    if find_spec("newspaper") is None:
        return found
    return {**found, "newspaper4k": newspaper_metadata}


def is_dev(outlet: str) -> bool:
    """Return whether an outlet's pages belong to the half whose errors were looked at from the start."""
    return hashlib.blake2b(outlet.encode(), digest_size=8).digest()[-1] % 2 == 0


def rows() -> list[Row]:
    """Return the table: each tool on dev, held and all pages, in one run."""
    pages = list(fundus())
    found = []
    for name, tool in tools().items():
        tool(pages[0])  # what is loaded once is not counted
        answers = [tool(page) for page in pages]
        for part in ("dev", "held", "all"):
            pairs = [
                (page, answer)
                for page, answer in zip(pages, answers, strict=True)
                if part == "all" or is_dev(page.outlet) == (part == "dev")
            ]
            found.append(_row(name, part, pairs))
    return found


def _row(tool: str, part: str, pairs: list[tuple[LabelledPage, Answer]]) -> Row:
    right = given = wanted = 0
    for page, answer in pairs:
        if page.authors is not None:
            mine, labels = {_name(name) for name in answer.authors}, {_name(name) for name in page.authors}
            right, given, wanted = right + len(mine & labels), given + len(mine), wanted + len(labels)
    apart = [_days_apart(page.published or "", answer.published) for page, answer in pairs]
    return Row(
        tool=tool,
        part=part,
        pages=len(pairs),
        title=_mean(_same_title(page.title or "", answer.title) for page, answer in pairs),
        title_tokens=_mean(_token_f1(page.title or "", answer.title or "") for page, answer in pairs),
        authors_precision=right / given if given else 0.0,
        authors_recall=right / wanted if wanted else 0.0,
        authors_f1=2 * right / (given + wanted) if given + wanted else 0.0,
        day=_mean(days == 0 for days in apart),
        within_a_day=_mean(days is not None and days <= 1 for days in apart),
        milliseconds=1000 * _mean(answer.seconds for _, answer in pairs),
    )


def _mean(values: Iterator[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def _same_title(label: str, title: str | None) -> bool:
    return title is not None and fold(normalise(title)) == fold(normalise(label))


def _token_f1(label: str, title: str) -> float:
    wanted, given = (Counter(re.findall(r"\w+", normalise(text).casefold())) for text in (label, title))
    return 2 * (wanted & given).total() / max(wanted.total() + given.total(), 1)


def _name(name: str) -> str:
    return " ".join(normalise(name).casefold().split())


def _days_apart(label: str, published: str | None) -> int | None:
    if not published:
        return None
    return abs((date.fromisoformat(published[:10]) - date.fromisoformat(label[:10])).days)


def table() -> Table:
    """Return the rows as text."""
    listed: list[list[str]] = []
    for row in rows():
        shares = [f"{share:.3f}" for share in row[3:-1] if isinstance(share, float)]
        listed.append([row.tool, row.part, str(row.pages), *shares, f"{row.milliseconds:.1f}"])
    return Table("Title, authors and day of HTML pages (Fundus)", list(_COLUMNS), listed)


if __name__ == "__main__":
    show(table())
