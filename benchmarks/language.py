"""Is a text's language told rightly? Kawat's identifier beside py3langid alone, on the short texts of the tests.

Then, where ``KAWAT_DATA`` has them, how many of the Indonesian news articles are called Indonesian.
"""

from __future__ import annotations

import gzip
import json
import os
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import py3langid

from kawat.cleaning.language import identify

TEXTS = Path(__file__).parent.parent / "tests" / "cleaning" / "languages.toml"
ARTICLES = Path(os.environ.get("KAWAT_DATA", "../shared/data")) / "news_id" / "articles.jsonl.gz"
_SHOWN = 40
Identifier = Callable[[str], str | None]


class Labelled(NamedTuple):
    """A text with its language."""

    language: str
    split: str
    kind: str
    text: str


def labelled(path: Path = TEXTS) -> list[Labelled]:
    """Return the short texts."""
    return [Labelled(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["text"]]


def general(text: str) -> str | None:
    """Return what py3langid alone says."""
    return str(py3langid.classify(text)[0])


def accuracy(texts: list[Labelled], identifier: Identifier, *, as_coded: bool = False) -> float:
    """Return the share told rightly; ``as_coded``: only whether a text is Indonesian, English or neither counts."""

    def form(code: str | None) -> str | None:
        return code if not as_coded or code in ("id", "en") else "other"

    return sum(form(identifier(text.text)) == form(text.language) for text in texts) / len(texts)


def articles(path: Path = ARTICLES) -> Iterator[dict]:
    """Yield the news articles, if they are there."""
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def main() -> None:
    """Print the tables."""
    texts = labelled()
    print("| split | texts | exact: Kawat | exact: py3langid | id, en or other: Kawat | id, en or other: py3langid |")
    print("|---|---|---|---|---|---|")
    for split in ("dev", "held"):
        some = [text for text in texts if text.split == split]
        scores = [accuracy(some, how, as_coded=coded) for coded in (False, True) for how in (identify, general)]
        print(f"| {split} | {len(some)} | " + " | ".join(f"{score:.2f}" for score in scores) + " |")
    for text in texts:
        found = identify(text.text)
        if found != text.language:
            print(f"{text.split}: {found} for {text.language}: {text.text[:90]}")
    for field in ("text", "title"):
        told = Counter[str | None]()
        for article in articles():
            found = identify(article[field] or "")
            told[found] += 1
            if found != "id" and (field == "text" or told.total() - told["id"] <= _SHOWN):
                print(f"{article['id']} is called {found}: {article[field][:120]!r}")
        if told:
            share = told["id"] / told.total()
            print(
                f"{field}: {told['id']} of {told.total()} called Indonesian ({share:.3f}); {dict(told.most_common(8))}"
            )


if __name__ == "__main__":
    main()
