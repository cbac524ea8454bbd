"""Examples as tensors: tokens, and the labels put on the tokens that begin words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from tokenizers import Tokenizer
from torch import Tensor

from kawat.encoder.model import PAD, mark, mark_trigger, plain
from kawat.encoder.spans import first_tokens
from kawat.encoder.tokens import tokenize
from training.examples import PairExample, PartExample, Passage
from training.labels import CONTEXTS, MODES, tags

LONGEST = 160  # tokens of an example; the rest of a longer one is not learnt from
IGNORED = -100
Pair = tuple[int, int]


@dataclass
class Spans:
    """Some spans of a batch, each as the tokens (row, token) that begin its words."""

    rows: list[int] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)
    of: list[int] = field(default_factory=list)
    count: int = 0

    def add(self, row: int, tokens: Sequence[int]) -> None:
        """Add a span; one without tokens may not be added."""
        self.rows += [row] * len(tokens)
        self.tokens += tokens
        self.of += [self.count] * len(tokens)
        self.count += 1

    def mean(self, scores: Tensor) -> Tensor:
        """Return the mean of ``scores`` (batch, tokens, width) over the tokens of each span, (spans, width)."""
        picked = scores[self.rows, self.tokens]
        of = torch.tensor(self.of)
        total = torch.zeros(self.count, scores.shape[-1], dtype=picked.dtype).index_add(0, of, picked)
        return total / torch.bincount(of, minlength=self.count).unsqueeze(1)


@dataclass
class PassageBatch:
    """Passages as tensors. Labels of events and of pairs of a trigger and a mention in lists of one order."""

    ids: Tensor
    mask: Tensor
    tags: dict[str, Tensor]
    triggers: Spans = field(default_factory=Spans)
    mentions: Spans = field(default_factory=Spans)
    cues: Spans = field(default_factory=Spans)
    types: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    modes: list[Tensor | None] = field(default_factory=list)
    contexts: list[Tensor | None] = field(default_factory=list)
    stances: list[int] = field(default_factory=list)
    of_trigger: list[int] = field(default_factory=list)
    of_mention: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)


@dataclass
class PairBatch:
    """Marked sentences as tensors; ``at``: the places of the first token, [S] and [T] (0 where a side is nobody)."""

    ids: Tensor
    mask: Tensor
    at: Tensor
    types: list[tuple[int, ...]]
    modes: list[Tensor | None]


def collate_passages(tokenizer: Tokenizer, passages: Sequence[Passage]) -> PassageBatch:
    """Return the batch of ``passages``."""
    encoded = tokenizer.encode_batch([plain(passage.text) for passage in passages])
    ids, mask = _padded([e.ids[:LONGEST] for e in encoded])
    kinds = sorted({kind for passage in passages for kind in passage.spans})  # the same order of sums in every run
    batch = PassageBatch(ids, mask, {kind: torch.full(ids.shape, IGNORED) for kind in kinds})
    for row, (passage, e) in enumerate(zip(passages, encoded, strict=True)):
        words = passage.words or tuple((t.start, t.end) for t in tokenize(passage.text, 0, len(passage.text)))
        firsts, kept = first_tokens(e.offsets[:LONGEST], words)
        placed = [(words[k], at) for k, at in zip(kept, firsts, strict=True)]
        for kind, spans in passage.spans.items():
            names = tags(kind)
            targets = batch.tags[kind][row]
            targets[firsts] = 0
            for start, end, label in spans:
                covered = _covered(placed, start, end)
                for k, at in enumerate(covered):
                    targets[at] = names.index(f"{'I' if k else 'B'}-{label}")
        _add_events(batch, row, passage, placed)
        for (start, end), stance in passage.stances:
            if covered := _covered(placed, start, end):
                batch.cues.add(row, covered)
                batch.stances.append(stance)
    return batch


def _add_events(batch: PassageBatch, row: int, passage: Passage, placed: Sequence[tuple[Pair, int]]) -> None:
    places = {}
    for k, span in enumerate(passage.mentions):
        if covered := _covered(placed, *span):
            places[k] = batch.mentions.count
            batch.mentions.add(row, covered)
    for event in passage.events:
        covered = [at for span in event.trigger for at in _covered(placed, *span)]
        if not covered:
            continue
        if event.roles is not None:
            for k, place in places.items():
                batch.of_trigger.append(batch.triggers.count)
                batch.of_mention.append(place)
                batch.roles.append(event.roles.get(k, 0))
        batch.triggers.add(row, covered)
        batch.types.append(event.type)
        batch.statuses.append(IGNORED if event.status is None else event.status)
        batch.modes.append(_hot(event.modes, len(MODES)))
        batch.contexts.append(_hot(event.contexts, len(CONTEXTS)))


@dataclass
class PartBatch:
    """Texts with a marked trigger as tensors, with what it tells and the roles of the mentions in its event."""

    ids: Tensor
    mask: Tensor
    triggers: Spans = field(default_factory=Spans)
    types: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    mentions: Spans = field(default_factory=Spans)
    roles: list[int] = field(default_factory=list)


def collate_parts(tokenizer: Tokenizer, parts: Sequence[PartExample]) -> PartBatch:
    """Return the batch of ``parts``."""
    encoded, words = [], []
    for part in parts:
        text, moved = mark_trigger(part.text, part.trigger, (part.trigger, *part.mentions))
        encoded.append(tokenizer.encode(text))
        words.append(moved)
    batch = PartBatch(*_padded([e.ids[:LONGEST] for e in encoded]))
    for row, (part, e, spans) in enumerate(zip(parts, encoded, words, strict=True)):
        covered = [[k for k, (s, t) in enumerate(e.offsets[:LONGEST]) if s < end and start < t] for start, end in spans]
        if covered[0]:
            batch.triggers.add(row, covered[0])
            batch.types.append(part.type)
            batch.statuses.append(IGNORED if part.status is None else part.status)
        for tokens, role in zip(covered[1:], part.roles, strict=True):
            if tokens:
                batch.mentions.add(row, tokens)
                batch.roles.append(role)
    return batch


def collate_pairs(tokenizer: Tokenizer, pairs: Sequence[PairExample]) -> PairBatch:
    """Return the batch of ``pairs``."""
    encoded = tokenizer.encode_batch([mark(p.text, p.actor, p.recipient) for p in pairs])
    ids, mask = _padded([e.ids[:LONGEST] for e in encoded])
    first, second = tokenizer.token_to_id("[S]"), tokenizer.token_to_id("[T]")
    places = [
        torch.zeros(len(pairs), dtype=torch.long),
        *(torch.eq(ids, m or 0).int().argmax(1) for m in (first, second)),
    ]
    return PairBatch(
        ids, mask, torch.stack(places).T, [p.types for p in pairs], [_hot(p.modes, len(MODES)) for p in pairs]
    )


def _covered(words: Sequence[tuple[Pair, int]], start: int, end: int) -> list[int]:
    """Return the first tokens of the words that share a character with start to end."""
    return [at for (s, e), at in words if s < end and start < e]


def _hot(chosen: tuple[int, ...] | None, width: int) -> Tensor | None:
    if chosen is None:
        return None
    hot = torch.zeros(width)
    hot[list(chosen)] = 1.0
    return hot


def _padded(rows: list[list[int]]) -> tuple[Tensor, Tensor]:
    width = max(map(len, rows))
    ids = torch.full((len(rows), width), PAD)
    mask = torch.zeros(len(rows), width, dtype=torch.long)
    for k, row in enumerate(rows):
        ids[k, : len(row)] = torch.tensor(row)
        mask[k, : len(row)] = 1
    return ids, mask


def by_length(examples: Sequence, size: int, rng: random.Random, window: int = 20) -> Iterator[list]:
    """Yield the examples in batches of about equal length, in random order."""
    order = list(examples)
    rng.shuffle(order)
    batches = []
    for at in range(0, len(order), size * window):
        piece = sorted(order[at : at + size * window], key=lambda e: len(e.text))
        batches += [piece[k : k + size] for k in range(0, len(piece), size)]
    rng.shuffle(batches)
    yield from batches
