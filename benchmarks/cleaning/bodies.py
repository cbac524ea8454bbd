"""Bodies of HTML pages: ``python -m benchmarks.cleaning.bodies``; Kawat beside trafilatura and newspaper4k.

Token F1 by shingles of four words, as article-extraction-benchmark measures, on both labelled sets: development data.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from benchmarks.cleaning import peers
from benchmarks.cleaning.html_sets import LabelledPage, extraction_benchmark, fundus
from benchmarks.cleaning.shingles import score
from benchmarks.cleaning.tables import Table, show
from kawat.cleaning import clean
from kawat.readers.decoding import decode
from kawat.records import Article, Page

SETS = {"article-extraction-benchmark": extraction_benchmark, "fundus": fundus}


class Extractor(NamedTuple):
    """A way from a page to its body."""

    name: str
    body: Callable[[LabelledPage], str]


def kawat_body(page: LabelledPage) -> str:
    """Return the text of Kawat's cleaned article, "" where it finds none."""
    article = clean(Page(source=page.name, html=decode(page.html, declared=True), url=page.url))
    return article.text if isinstance(article, Article) else ""


EXTRACTORS = (
    Extractor("kawat", kawat_body),
    Extractor("trafilatura, its defaults", peers.trafilatura_body),
    Extractor("trafilatura, no comments", peers.trafilatura_body_without_comments),
    Extractor("newspaper4k", peers.newspaper_body),
)


def table() -> Table:
    """Return precision, recall and F1 of every extractor on both sets."""
    rows = []
    for name, pages in SETS.items():
        labelled = list(pages())
        for extractor in EXTRACTORS:
            found = score((page.body, extractor.body(page)) for page in labelled)
            figures = [f"{value:.4f}" for value in (found.precision, found.recall, found.f1)]
            rows.append([name, str(len(labelled)), extractor.name, *figures])
    return Table("Bodies of HTML pages", ["set", "pages", "extractor", "precision", "recall", "F1"], rows)


if __name__ == "__main__":
    show(table())
