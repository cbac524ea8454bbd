"""Datasets to look at, and ways to look at them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_articles import hostile
from looking import Site

from kawat.dataset import Entry, Writer
from kawat.runners import run

PAGES = Path(__file__).parents[2] / "examples" / "pages"


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """Some of the sample pages coded: a killing with claims and denials, a copied report, an English one."""
    path = tmp_path_factory.mktemp("web") / "sample.duckdb"
    chosen = [page for number in ("02", "03", "04", "08") for page in PAGES.glob(f"{number}_*")]
    with Writer(path) as writer:
        run(chosen, writer, workers=1)
    return path


@pytest.fixture(scope="session")
def bad(tmp_path_factory):
    """Articles of somebody who wants to harm the reader."""
    path = tmp_path_factory.mktemp("web") / "bad.duckdb"
    with Writer(path) as writer:
        writer.write([Entry(source=each.article.source, input_digest="", outcome=each) for each in hostile()])
        writer.finish()
    return path


@pytest.fixture(scope="session")
def site(sample):
    """The explorer of the sample."""
    with Site(sample) as site:
        yield site


@pytest.fixture(scope="session")
def bad_site(bad):
    """The explorer of the hostile articles."""
    with Site(bad) as site:
        yield site
