"""What bears the name of an actor of the registry but is none is left alone; and every name is found."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from making import article, coder

from kawat.actors import load_registry
from kawat.actors.lookup import Lookup
from kawat.languages.grammar import grammar

TRAPS = tomllib.loads((Path(__file__).parent / "traps.toml").read_text("utf-8"))["trap"]
SENTENCES = {"id": "Kemarin {} menolak usul itu.", "en": "Yesterday {} turned the proposal down."}


def misread(trap: dict) -> list[str]:
    """Return the ids of registered actors and countries that are read from the words of a trap."""
    text, words = trap["text"], trap["words"]
    start = text.index(words)
    known = load_registry().entries
    found = coder().code_article(article(text, language=trap["language"])).actors
    return [
        actor.id
        for actor in found
        for mention in actor.mentions
        if mention.start < start + len(words) and start < mention.end and (actor.id in known or actor.country)
    ]


@pytest.mark.parametrize(
    "trap",
    [
        pytest.param(
            trap, id=f"{trap['language']}-{trap['words']}-{k}",
            marks=pytest.mark.xfail(strict=True, reason="not told apart yet") if trap.get("known") else (),
        )
        for k, trap in enumerate(TRAPS)
    ],
)  # fmt: skip
def test_a_name_that_stands_for_something_else_is_no_actor(trap: dict) -> None:
    assert misread(trap) == []


def test_of_the_traps_at_least_two_hundred_are_passed() -> None:
    assert sum(not trap.get("known") for trap in TRAPS) >= 200


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_name_of_the_registry_is_found_in_a_sentence(language: str) -> None:
    registry = load_registry()
    lookup = Lookup(registry, language)
    blocked = set(grammar(language).not_actors)
    missed = []
    for name, entries in registry.names(language).items():
        if name in blocked:
            continue
        text = SENTENCES[language].format(name)
        start = text.index(name)
        hits = [hit for hit in lookup.find(text) if (hit.start, hit.end) == (start, start + len(name))]
        if not hits or not set(entries) & set(hits[0].entries):
            missed.append(name)
    assert missed == []
