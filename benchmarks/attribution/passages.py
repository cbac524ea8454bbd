"""``python -m benchmarks.attribution.passages``: the labelled passages, read and checked."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from kawat.codebook import load_codebook
from kawat.records import Article, Reply, Span, Stance, StatementKind, Status
from training.marked import Marked, MarkError, read_marks

FOLDER = Path(__file__).parent / "paragraphs"


class PassageError(ValueError):
    """A passage is not in the form; the message says which and why."""


class SaidLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A statement: ``source`` is the letter of who speaks, "" where nobody is told."""

    n: str
    kind: StatementKind
    source: str
    stance: Stance
    via: tuple[str, ...] = ()


class ToldLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event: the key of its trigger, ``by`` the innermost statement it stands in."""

    t: str
    type: str
    status: Status
    by: str = ""
    disputed: tuple[str, ...] = ()


class LinkLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """The later statement ``from_`` speaks of the earlier statement ``to``."""

    from_: str
    to: str
    how: Reply


class _Raw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    text: str
    published: str = "2024-01-15"
    statements: tuple[SaidLabel, ...] = ()
    events: tuple[ToldLabel, ...] = ()
    links: tuple[LinkLabel, ...] = ()


class Passage(NamedTuple):
    """A passage with its marks read."""

    name: str
    published: str
    marked: Marked
    statements: tuple[SaidLabel, ...]
    events: tuple[ToldLabel, ...]
    links: tuple[LinkLabel, ...]

    def article(self) -> Article:
        """Return the text as cleaning would hand it on."""
        spans, start = [], 0
        for part in self.marked.text.split("\n\n"):
            spans.append(Span(start, start + len(part)))
            start += len(part) + 2
        return Article(
            id=self.name, source=self.name, text=self.marked.text, paragraphs=tuple(spans), language="id",
            published=self.published, published_from="given",
        )  # fmt: skip


def read_passages(paths: Sequence[Path]) -> Iterator[Passage]:
    """Yield the passages of the files. Raises PassageError for the first that is not in the form."""
    for path in paths:
        try:
            raws = tomllib.loads(path.read_text("utf-8"))["passage"]
        except (tomllib.TOMLDecodeError, KeyError) as error:
            raise PassageError(f"{path.name}: {error}") from error
        for number, raw in enumerate(raws, start=1):
            where = f"{path.name} passage {number} ({raw.get('name', '')})"
            try:
                read = msgspec.convert(raw, _Raw)
                passage = Passage(
                    read.name, read.published, read_marks(read.text.strip()), read.statements, read.events, read.links
                )
                _check(passage)
            except (msgspec.ValidationError, MarkError, PassageError) as error:
                raise PassageError(f"{where}: {error}") from error
            yield passage


def _check(passage: Passage) -> None:
    spans = passage.marked.spans
    types = load_codebook().types
    numbers = [statement.n for statement in passage.statements]
    if len(set(numbers)) != len(numbers):
        raise PassageError("a statement is labelled twice")
    if (marked := {key[1:] for key in spans if key[0] == "s" and key[1:]}) != set(numbers):
        raise PassageError(f"contents marked are {sorted(marked)}, statements labelled {sorted(numbers)}")
    if twice := [key for key in spans if key[1:] and key[0] == "s" and len(spans[key]) > 1]:
        raise PassageError(f"{twice[0]} marks two contents")
    if bad := {key for key in spans if key[0] == "q" and key[1:]} - {f"q{n}" for n in numbers}:
        raise PassageError(f"cue {sorted(bad)[0]} belongs to no statement")
    letters = {key for key in spans if key.isalpha()}
    for statement in passage.statements:
        if bad := {*statement.via, *filter(None, [statement.source])} - letters:
            raise PassageError(f"statement {statement.n} names {sorted(bad)[0]!r}, which nothing marks")
    triggers = {key for key in spans if key.isdigit()}
    if triggers != {event.t for event in passage.events}:
        raise PassageError(f"triggers marked are {sorted(triggers)}, labelled {sorted(e.t for e in passage.events)}")
    for event in passage.events:
        if event.type not in types:
            raise PassageError(f"no type {event.type!r}")
        if event.by and event.by not in numbers:
            raise PassageError(f"event {event.t} is told by statement {event.by!r}, which is not labelled")
        if bad := set(event.disputed) - triggers:
            raise PassageError(f"event {event.t} is disputed by {sorted(bad)[0]!r}, which nothing marks")
        inside = [n for n in numbers if _covers(spans[f"s{n}"][0], spans[event.t][0])]
        innermost = min(inside, key=lambda n: spans[f"s{n}"][0][1] - spans[f"s{n}"][0][0], default="")
        if event.by != innermost:
            raise PassageError(f"trigger {event.t} stands in statement {innermost!r}, labelled {event.by!r}")
    for link in passage.links:
        if bad := {link.from_, link.to} - set(numbers):
            raise PassageError(f"a link names statement {sorted(bad)[0]!r}, which is not labelled")


def _covers(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def main() -> int:
    """Check the files named on the command line, or all, and print what they hold, never their texts."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(FOLDER.glob("*.toml"))
    for path in paths:
        try:
            passages = list(read_passages([path]))
        except (PassageError, OSError) as error:
            print(f"error: {error}", file=sys.stderr)
            return 1
        said = [statement for passage in passages for statement in passage.statements]
        told = [event for passage in passages for event in passage.events]
        kinds = ", ".join(f"{kind} {sum(s.kind == kind for s in said)}" for kind in ("direct", "indirect", "mixed"))
        links = sum(len(passage.links) for passage in passages)
        counts = f"{len(said)} statements ({kinds}), {len(told)} events, {links} links"
        print(f"{path.name}: {len(passages)} passages, {counts}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
