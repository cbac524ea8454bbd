"""The labelled corpus in ``training/corpus/``: reading it, and the check that every span and label is valid.

``python -m training.corpus`` checks all files and prints how much there is of what.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, get_args

import msgspec

from kawat.codebook import load_codebook
from kawat.records import Stance, Status
from training.marked import Marked, MarkError, read_marks

FOLDER = Path(__file__).parent / "corpus"
KINDS = ("PER", "ORG", "GPE", "LOC", "ROLE")  # named people, bodies, countries and cities, other places, nominal agents


class CorpusError(ValueError):
    """An item is not in the form; the message names file, item and remedy."""


class LabelledEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event: ``t`` the key of its trigger, sides as keys of mentions, ``by`` the statement that tells it."""

    t: str
    type: str
    a: list[str] = []
    r: list[str] = []
    modes: list[str] = []
    contexts: list[str] = []
    status: Status = "asserted"
    sym: bool = False
    by: str = ""


class LabelledStatement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement ``n``: its source's mention ("" where left out); q<n> marks its cue, s<n> its content."""

    n: str
    source: str = ""
    stance: Stance = "asserts"


class Item(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence or short paragraph with all labels. ``mentions``: the kind of each marked mention."""

    text: str
    mentions: dict[str, str] = {}
    events: list[LabelledEvent] = []
    statements: list[LabelledStatement] = []


class Labelled(NamedTuple):
    """An item with its marks read, and where it comes from. ``topic`` decides what is kept for development."""

    item: Item
    marked: Marked
    language: str
    topic: str
    dev: bool
    where: str


def read_corpus(folder: Path = FOLDER) -> Iterator[Labelled]:
    """Yield all items in the order of the files. Raises CorpusError for the first that is not in the form."""
    codebook = load_codebook()
    modes = {name: set(event.modes) for name, event in codebook.types.items()}
    contexts = set(codebook.contexts)
    for path in sorted(folder.glob("*/*.toml")):
        head = tomllib.loads(path.read_text("utf-8"))
        for number, raw in enumerate(head["item"], start=1):
            where = f"{path.parent.name}/{path.name} item {number}"
            try:
                item = msgspec.convert(raw, Item)
                marked = read_marks(item.text)
                _check(item, marked, modes, contexts)
            except (msgspec.ValidationError, MarkError, CorpusError) as error:
                raise CorpusError(f"{where}: {error}") from error
            yield Labelled(item, marked, path.parent.name, head["topic"], bool(head.get("dev", False)), where)


def _check(item: Item, marked: Marked, modes: dict[str, set[str]], contexts: set[str]) -> None:
    mentioned = {key for key in marked.spans if key.isalpha() and len(key) == 1}
    if mentioned != item.mentions.keys():
        raise CorpusError(f"mentions in the text are {sorted(mentioned)}, labels {sorted(item.mentions)}")
    if wrong := [kind for kind in item.mentions.values() if kind not in KINDS]:
        raise CorpusError(f"no kind {wrong[0]!r}; there are {', '.join(KINDS)}")
    places = sorted(span for key in mentioned for span in marked.spans[key])
    if any(two[0] < one[1] for one, two in pairwise(places)):
        raise CorpusError("a mention stands inside another one; mark the whole, or both apart")
    triggers = {key for key in marked.spans if key.isdigit()}
    if triggers != {event.t for event in item.events}:
        raise CorpusError(f"triggers in the text are {sorted(triggers)}, of events {sorted(e.t for e in item.events)}")
    told = {statement.n for statement in item.statements}
    if {key[1:] for key in marked.spans if key[0] in "s" and len(key) > 1} != told:
        raise CorpusError(f"each statement needs its content marked s<n>; labelled are {sorted(told)}")
    for event in item.events:
        if event.type not in modes:
            raise CorpusError(f"no type {event.type!r}")
        if bad := set(event.modes) - modes[event.type]:
            raise CorpusError(f"{event.type} has no mode {sorted(bad)[0]!r}; it has {sorted(modes[event.type])}")
        if bad := set(event.contexts) - contexts:
            raise CorpusError(f"no context {sorted(bad)[0]!r}")
        if bad := {*event.a, *event.r} - mentioned:
            raise CorpusError(f"a side names {sorted(bad)[0]!r}, which no mention is")
        if event.by and event.by not in told:
            raise CorpusError(f"event {event.t} is told by statement {event.by!r}, which is not labelled")
        if event.sym and set(event.a) != set(event.r):
            raise CorpusError(f"event {event.t} is symmetric: both sides hold the same mentions")
    for statement in item.statements:
        if statement.source and statement.source not in mentioned:
            raise CorpusError(f"statement {statement.n} has the source {statement.source!r}, which no mention is")


def main() -> int:
    """Check the corpus and print what it holds; return the exit status."""
    counts: dict[str, Counter[str]] = {}
    try:
        for labelled in read_corpus():
            found = counts.setdefault(labelled.language, Counter())
            found["items"] += 1
            found["dev"] += labelled.dev
            found["no event"] += not labelled.item.events
            found["statements"] += len(labelled.item.statements)
            found.update(event.type for event in labelled.item.events)
            found.update(event.status for event in labelled.item.events)
    except CorpusError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    for language, found in counts.items():
        print(language, ", ".join(f"{name} {count}" for name, count in found.most_common()))
    missing = {status for status in get_args(Status) if any(status not in found for found in counts.values())}
    if missing:
        print("no event with status", ", ".join(sorted(missing)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
