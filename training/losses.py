"""What is made small: the loss of each head, added up by weight."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, log_softmax

from training.batches import IGNORED, PairBatch, PartBatch, PassageBatch
from training.labels import MODES, PAIR_TYPES, slices
from training.network import PAIR_WIDTH, Scores, roles

SMOOTHING = 0.05
WEIGHTS = {
    "trigger": 2.0,
    "roles": 1.0,
    "source": 0.5,
    "cue": 0.5,
    "content": 0.5,
    "status": 0.5,
    "stance": 0.3,
    "mode": 0.1,
    "context": 0.05,
}
_AT = slices()


def head(scores: Tensor, name: str) -> Tensor:
    """Return the part of the scores of all heads that is the head ``name``."""
    start, end = _AT[name]
    return scores[..., start:end]


def passage_loss(scores: Scores, batch: PassageBatch, weights: Mapping[str, float]) -> Tensor:
    """Return the loss of a batch of passages; ``weights``: of the heads, those of WEIGHTS where not named."""
    weigh = WEIGHTS | dict(weights)
    total = torch.zeros(())
    tags = scores.tags.float()
    for name, targets in batch.tags.items():
        known = targets != IGNORED
        if known.any():
            total = total + weigh.get(name, 1.0) * cross_entropy(head(tags, name)[known], targets[known])
    if batch.triggers.count:
        told = batch.triggers.mean(tags)
        total = total + _type_and_status(told, batch.types, batch.statuses)
        total = total + weigh["mode"] * _several(head(told, "mode"), batch.modes)
        total = total + weigh["context"] * _several(head(told, "context"), batch.contexts)
        if batch.roles:
            trigger = batch.triggers.mean(scores.trigger.float())[batch.of_trigger]
            mention = batch.mentions.mean(scores.mention.float())[batch.of_mention]
            total = total + weigh["roles"] * cross_entropy(
                roles(trigger, mention), torch.tensor(batch.roles), label_smoothing=SMOOTHING
            )
    if batch.stances:
        told = head(batch.cues.mean(tags), "stance")
        total = total + weigh["stance"] * cross_entropy(told, torch.tensor(batch.stances), label_smoothing=SMOOTHING)
    return total


def part_loss(scores: Scores, batch: PartBatch) -> Tensor:
    """Return the loss of the type and status of the event whose trigger is marked, and of the mentions' roles in it."""
    tags = scores.tags.float()
    told, part = batch.triggers.mean(tags), head(batch.mentions.mean(tags), "part")
    total = cross_entropy(part, torch.tensor(batch.roles), label_smoothing=SMOOTHING)
    return total + _type_and_status(told, batch.types, batch.statuses)


def pair_scores(scores: Scores, batch: PairBatch) -> tuple[Tensor, Tensor]:
    """Return the scores of types (pairs, 17) and of modes for the marked pairs of a batch."""
    rows = torch.arange(len(batch.at))
    parts = [scores.pair[rows, batch.at[:, k], k * PAIR_WIDTH : (k + 1) * PAIR_WIDTH] for k in range(3)]
    added = (parts[0] + parts[1] + parts[2]).float()
    return added[:, : len(PAIR_TYPES)], added[:, len(PAIR_TYPES) :]


def pair_loss(scores: Scores, batch: PairBatch) -> Tensor:
    """Return the loss of a batch of marked pairs; where several types are meant, their probabilities add up."""
    types, modes = pair_scores(scores, batch)
    logs = log_softmax(types, -1)
    right = torch.stack([row[list(wanted)].logsumexp(0) for row, wanted in zip(logs, batch.types, strict=True)])
    loss = -(1 - SMOOTHING) * right.mean() - SMOOTHING * logs.mean()
    return loss + WEIGHTS["mode"] * _several(modes, batch.modes)


def _type_and_status(told: Tensor, types: list[int], statuses: list[int]) -> Tensor:
    """Return the loss of events' types, and of their statuses where these are labelled."""
    total = cross_entropy(head(told, "type"), torch.tensor(types), label_smoothing=SMOOTHING)
    known = torch.tensor(statuses)
    if (known != IGNORED).any():
        status = cross_entropy(head(told, "status"), known, ignore_index=IGNORED, label_smoothing=SMOOTHING)
        total = total + WEIGHTS["status"] * status
    return total


def _several(scores: Tensor, wanted: list[Tensor | None]) -> Tensor:
    """Return the loss where several labels may hold, summed over labels, mean over those that are labelled."""
    known = [k for k, hot in enumerate(wanted) if hot is not None]
    if not known:
        return torch.zeros(())
    targets = torch.stack([hot for hot in wanted if hot is not None])
    return binary_cross_entropy_with_logits(scores[known], targets, reduction="none").sum(-1).mean()


assert len(MODES) == PAIR_WIDTH - len(PAIR_TYPES)
