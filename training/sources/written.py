"""The project's own corpus as passages and as pairs."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kawat.encoder.sentences import split
from training.corpus import Labelled
from training.examples import EventLabel, PairExample, PartExample, Passage
from training.labels import CONTEXTS, MODES, NOTHING, PAIR_TYPES, ROLES, STANCES, STATUSES, TYPES

Pair = tuple[int, int]
NEVER_SWAPPED = ("ROLE", "LOC")  # pronouns, common nouns and streets do not fit everywhere


def passage(labelled: Labelled) -> Passage:
    """Return an item as a passage with all its labels."""
    item, (text, spans) = labelled.item, labelled.marked
    keys = [(key, span) for key in item.mentions for span in spans[key]]
    keys.sort(key=lambda found: found[1])
    events = []
    for event in item.events:
        roles = {}
        for k, (key, _) in enumerate(keys):
            if role := (key in event.a) + 2 * (key in event.r):
                roles[k] = role
        events.append(
            EventLabel(
                trigger=tuple(spans[event.t]),
                type=TYPES.index(event.type),
                status=STATUSES.index(event.status),
                modes=tuple(MODES.index(f"{event.type}:{mode}") for mode in event.modes),
                contexts=tuple(CONTEXTS.index(context) for context in event.contexts),
                roles=roles,
            )
        )
    marked: dict[str, list[tuple[int, int, str]]] = {
        "names": [(start, end, item.mentions[key]) for key, (start, end) in keys],
        "trigger": [(start, end, "TRIGGER") for event in item.events for start, end in spans[event.t]],
        "cue": [],
        "source": [],
        "content": [],
    }
    stances = []
    for statement in item.statements:
        for start, end in spans.get(f"q{statement.n}", []):
            marked["cue"].append((start, end, "CUE"))
            stances.append(((start, end), STANCES.index(statement.stance)))
        marked["content"] += [(start, end, "CONTENT") for start, end in spans[f"s{statement.n}"]]
        if statement.source:
            marked["source"] += [(start, end, "SOURCE") for start, end in spans[statement.source]]
    marked["content"] = _outermost(marked["content"])
    return Passage(text, marked, tuple(s for _, s in keys), tuple(events), tuple(stances), where=labelled.where)


def parts(passage: Passage) -> list[PartExample]:
    """Return each event of a passage with the parts of all mentions in it."""
    return [
        PartExample(
            passage.text,
            event.trigger[0],
            event.type,
            event.status,
            passage.mentions,
            tuple(event.roles.get(k, 0) for k in range(len(passage.mentions))),
            passage.where,
        )
        for event in passage.events
        if event.roles is not None and passage.mentions
    ]


def pairs(passage: Passage, rng: random.Random, unrelated: int = 1) -> list[PairExample]:
    """Return the pairs of sides in a passage: each that an event holds between, and some that none holds between.

    Those are a reversed pair first, then others of its mentions at random, up to ``unrelated`` a passage.
    """
    told: dict[tuple[int | None, int | None], list[EventLabel]] = defaultdict(list)
    for event in passage.events:
        sides = event.roles or {}
        actors = [k for k, role in sides.items() if role in (1, 3)] or [None]
        recipients = [k for k, role in sides.items() if role in (2, 3)] or [None]
        for pair in ((a, r) for a in actors for r in recipients if a != r):
            told[pair].append(event)
    found = []
    for pair, events in told.items():
        event = rng.choice(events)  # of several acts between the same two, another one each time they are drawn
        found.append(_pair(passage, *pair, (event.type,), event.modes))
    keys = range(len(passage.mentions))
    reverse = [(r, a) for a, r in told if a is not None and r is not None and (r, a) not in told]
    others: list[tuple[int | None, int | None]] = [
        (a, b) for a in keys for b in keys if a != b and (a, b) not in told and (b, a) not in told
    ]
    # A mention and nobody: it does nothing at all, or nothing is done to it.
    others += [(a, None) for a in keys if not any(x == a for x, _ in told)]
    others += [(None, a) for a in keys if not any(y == a for _, y in told)]
    rng.shuffle(reverse)
    rng.shuffle(others)
    for actor, recipient in (reverse[:1] + others)[:unrelated]:
        found.append(_pair(passage, actor, recipient, (PAIR_TYPES.index(NOTHING),), ()))
    return found


def _pair(
    passage: Passage, actor: int | None, recipient: int | None, types: tuple[int, ...], modes: tuple[int, ...] | None
) -> PairExample:
    sides = [None if k is None else passage.mentions[k] for k in (actor, recipient)]
    return PairExample(passage.text, sides[0], sides[1], types, modes, passage.where)


def swap_names(passage: Passage, pool: dict[str, list[str]], rng: random.Random, chance: float = 0.5) -> Passage:
    """Return the passage with some of its names exchanged for others of their kind: the acts stay, the actors change.

    ``pool``: names by kind. A name that stands twice is exchanged everywhere.
    """
    chosen: dict[str, str] = {}
    for start, end, kind in passage.spans["names"]:
        name = passage.text[start:end]
        if kind not in NEVER_SWAPPED and pool.get(kind) and name not in chosen:
            chosen[name] = rng.choice(pool[kind]) if rng.random() < chance else name
    pieces, at, moves = [], 0, []
    for start, end, _ in sorted(passage.spans["names"]):
        new = chosen.get(passage.text[start:end], passage.text[start:end])
        pieces += [passage.text[at:start], new]
        at = end
        moves.append((start, end, len(new) - (end - start)))
    pieces.append(passage.text[at:])

    def moved(span: Pair) -> Pair:
        start, end = span
        start += sum(by for _, e, by in moves if e <= span[0])
        end += sum(by for _, e, by in moves if e <= span[1])
        return start, end

    return Passage(
        "".join(pieces),
        {kind: [(*moved((s, e)), label) for s, e, label in found] for kind, found in passage.spans.items()},
        tuple(moved(span) for span in passage.mentions),
        tuple(
            EventLabel(tuple(moved(s) for s in e.trigger), e.type, e.status, e.modes, e.contexts, e.roles)
            for e in passage.events
        ),
        tuple((moved(span), stance) for span, stance in passage.stances),
        where=passage.where,
    )


def by_sentence(passage: Passage, language: str) -> list[Passage]:
    """Return the sentences of a passage, each with what stands wholly in it: so articles are read."""
    places = split(passage.text, 0, len(passage.text), language)
    if len(places) < 2:
        return [passage]
    found = []
    for first, last in places:

        def inside(span: Pair, first: int = first, last: int = last) -> bool:
            return first <= span[0] and span[1] <= last

        def moved(span: Pair, first: int = first) -> Pair:
            return span[0] - first, span[1] - first

        kept = [k for k, span in enumerate(passage.mentions) if inside(span)]
        events = []
        for event in passage.events:
            trigger = tuple(moved(span) for span in event.trigger if inside(span))
            if trigger:
                roles = event.roles and {new: event.roles[k] for new, k in enumerate(kept) if k in event.roles}
                events.append(replace(event, trigger=trigger, roles=roles))
        spans = {
            kind: [
                (max(start, first) - first, min(end, last) - first, label)
                for start, end, label in labelled
                if start < last and first < end
            ]
            for kind, labelled in passage.spans.items()
        }
        found.append(
            Passage(
                passage.text[first:last],
                spans,
                tuple(moved(passage.mentions[k]) for k in kept),
                tuple(events),
                tuple((moved(span), stance) for span, stance in passage.stances if inside(span)),
                where=passage.where,
            )
        )
    return found


def name_pool(items: Sequence[Labelled]) -> dict[tuple[str, str], list[str]]:
    """Return the names of the items by language and kind."""
    pool: dict[tuple[str, str], list[str]] = defaultdict(list)
    for labelled in items:
        for key, kind in labelled.item.mentions.items():
            if kind not in NEVER_SWAPPED:
                start, end = labelled.marked.spans[key][0]
                name = labelled.marked.text[start:end]
                if name[0].isupper():
                    pool[labelled.language, kind].append(name)
    return pool


def _outermost(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


assert ROLES == ("none", "actor", "recipient", "both")  # `passage` adds them up
assert PAIR_TYPES[: len(TYPES)] == TYPES  # `pairs` takes the one for the other
