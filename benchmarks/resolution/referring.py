"""Print how many referring words are resolved right in the labelled texts of ``references/``, harder than news is.

Development data: the rules were made with them in view. A reference is right where its mention is found and means the
actor that the labelled names of the same key do.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from kawat.actors import ActorFinder
from kawat.encoder import Model, encode
from kawat.records import Actor, Article, Dateline, Span

FOLDER = Path(__file__).resolve().parent / "references"
NOBODY = "?"
_MARK = re.compile(r"\{([^{}|]+)\|(=?)([^{}|=]+)\}")


class Marked(NamedTuple):
    """Marked words: where they stand, whether they refer back, and the keys of whom they mean."""

    span: Span
    refers: bool
    keys: frozenset[str]


class Text(NamedTuple):
    """A labelled text as an article."""

    article: Article
    marked: list[Marked]


def read(language: str) -> Iterator[Text]:
    """Yield the texts of a language, "id" or "en"."""
    for path in sorted(FOLDER.glob(f"{language}_*.txt")):
        for block in re.split(r"^# ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            header, _, body = block.partition("\n")
            name, published, dateline, _ = (part.strip() for part in header.split("|"))
            yield _text(name, published, dateline, [line for line in body.splitlines() if line.strip()], language)


def _text(name: str, published: str, dateline: str, lines: list[str], language: str) -> Text:
    marked, paragraphs, text = [], [], ""
    for line in lines:
        text += "\n\n" if text else ""
        first, at = len(text), 0
        for match in _MARK.finditer(line):
            text += line[at : match.start()]
            span = Span(len(text), len(text) + len(match[1]))
            marked.append(Marked(span, bool(match[2]), frozenset(match[3].split("+"))))
            text, at = text + match[1], match.end()
        text += line[at:]
        paragraphs.append(Span(first, len(text)))
    article = Article(
        id=name, source=name, text=text, paragraphs=tuple(paragraphs), language="en" if language == "en" else "id",
        published=published, dateline=Dateline(place=dateline or None),
    )  # fmt: skip
    return Text(article, marked)


def right(text: Text, actors: tuple[Actor, ...]) -> Counter[str]:
    """Return how many references there are, how many are found, and how many of them mean the right actor."""
    given: defaultdict[Span, list[str]] = defaultdict(list)
    for actor in actors:
        for mention in actor.mentions:
            given[Span(mention.start, mention.end)].append(actor.id)
    pairs = {one.span: span for one in text.marked if (span := _nearest(one.span, list(given))) is not None}
    bears: defaultdict[str, set[str]] = defaultdict(set)
    for one in text.marked:
        if not one.refers and one.span in pairs:
            for actor in given[pairs[one.span]]:
                bears[actor] |= one.keys
    told: Counter[str] = Counter()
    for one in text.marked:
        if one.refers and NOBODY not in one.keys:
            means = [bears[actor] for actor in given[pairs[one.span]]] if one.span in pairs else []
            told["all"] += 1
            told["found"] += bool(means)
            told["right"] += bool(means) and all(keys & one.keys for keys in means) and one.keys <= set().union(*means)
    return told


def _nearest(span: Span, given: list[Span]) -> Span | None:
    """Return the given span that shares most with ``span``, at least half of the longer one's characters."""
    shared = [(min(span.end, other.end) - max(span.start, other.start), other) for other in given]
    fitting = [(n, other) for n, other in shared if 2 * n >= max(span.end - span.start, other.end - other.start)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def main() -> None:
    """Print the table."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.resolution.referring", description=__doc__)
    made.parse_args()
    model, finder = Model(), ActorFinder()
    shown = Table(
        "language", "texts", "references", "found", "right", "share right", title="referring words, development texts"
    )
    for language in ("id", "en"):
        texts = list(read(language))
        told: Counter[str] = Counter()
        for text in texts:
            actors, _ = finder.find(text.article, encode(text.article, language, model))
            told += right(text, actors)
        counts = (str(told[name]) for name in ("all", "found", "right"))
        shown.add_row(language, str(len(texts)), *counts, f"{told['right'] / told['all']:.3f}")
    Console(width=100).print(shown)


if __name__ == "__main__":
    main()
