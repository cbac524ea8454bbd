"""The labelled HTML pages under ``KAWAT_DATA``: article-extraction-benchmark (bodies), Fundus (bodies, metadata)."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DATA = Path(os.environ.get("KAWAT_DATA", "../shared/data"))


class LabelledPage(NamedTuple):
    """A page with what people say it holds. Fields that a set does not label are None.

    ``outlet`` groups pages of one make-up: pages of one outlet never stand in different halves of a split.
    """

    set: str
    name: str
    outlet: str
    url: str | None
    html: bytes
    body: str
    title: str | None = None
    authors: tuple[str, ...] | None = None
    published: str | None = None  # as labelled: a day and time, mostly with a zone


def extraction_benchmark() -> Iterator[LabelledPage]:
    """Yield the pages of article-extraction-benchmark in the order of their names."""
    folder = DATA / "pages" / "article-extraction-benchmark"
    for name, truth in sorted(json.loads((folder / "ground-truth.json").read_text("utf-8")).items()):
        html = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        url = truth.get("url")
        yield LabelledPage("aeb", name, (url or name).split("/")[2], url, html, truth["articleBody"])


def fundus() -> Iterator[LabelledPage]:
    """Yield the pages of Fundus by country and outlet. Its versions of an outlet follow one another in time."""
    for labels in sorted((DATA / "pages" / "fundus").glob("*/*.json")):
        about = json.loads((labels.parent / "meta.info").read_text("utf-8"))
        pages = sorted(labels.parent.glob(f"{labels.stem}_20*.html.gz"))
        versions = json.loads(labels.read_text("utf-8")).values()
        for path, truth in zip(pages, versions, strict=True):
            yield LabelledPage(
                set="fundus",
                name=f"{labels.parent.name}/{path.name.removesuffix('.html.gz')}",
                outlet=labels.stem,
                url=about.get(path.name, {}).get("url"),
                html=gzip.decompress(path.read_bytes()),
                body=_body(truth["body"]),
                title=truth["title"],
                authors=tuple(truth["authors"]) if "authors" in truth else None,
                published=truth["publishing_date"],
            )


def _body(body: dict) -> str:
    """Return a Fundus body as Fundus itself prints it: the standfirst, then sections with their headings."""
    parts = list(body["summary"])
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n\n".join(parts)
