"""The loop: steps over a schedule of batches, with checkpoints that a later run goes on from."""

from __future__ import annotations

import hashlib
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.batches import by_length, collate_pairs, collate_parts, collate_passages
from training.examples import Example, PairExample, PartExample, Passage
from training.losses import pair_loss, part_loss, passage_loss
from training.network import Network, Scores


@dataclass
class Task:
    """Something to learn: how its examples of an epoch are drawn, and how much its loss weighs."""

    name: str
    draw: Callable[[random.Random], Sequence[Example]]
    weight: float = 1.0


@dataclass
class Settings:
    """How to learn. ``rate``: of the topmost layer; each layer below learns ``decay`` times as fast."""

    epochs: int
    seed: int
    size: int = 16
    rate: float = 1e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    warmup: float = 0.06
    weight_decay: float = 0.01
    clip: float = 1.0
    weights: dict[str, float] = field(default_factory=dict)  # of heads, where they are not those of `losses`
    keep_every: int = 200  # steps between checkpoints


def learn(
    network: Network, tokenizer: Tokenizer, tasks: Sequence[Task], settings: Settings, checkpoint: Path | None = None
) -> None:
    """Train ``network`` in place on all tasks, mixed batch by batch.

    With ``checkpoint``, state is kept there now and then, and a run that was cut off goes on from it.
    """
    torch.manual_seed(settings.seed)
    schedule = []
    for epoch in range(settings.epochs):
        rng = random.Random(settings.seed * 1000 + epoch)
        batches = [(task, batch) for task in tasks for batch in by_length(task.draw(rng), settings.size, rng)]
        rng.shuffle(batches)
        schedule += batches
    digest = _digest(schedule)
    optimizer = torch.optim.AdamW(_groups(network, settings), weight_decay=settings.weight_decay, fused=True)
    base = [group["lr"] for group in optimizer.param_groups]
    first = 0
    if checkpoint is not None and checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=True)
        if kept["schedule"] != digest:
            raise ValueError(f"{checkpoint} is of a run with other examples or settings; remove it to begin anew")
        network.load_state_dict(kept["network"])
        optimizer.load_state_dict(kept["optimizer"])
        torch.set_rng_state(kept["random"])
        first = kept["step"]
        print(f"going on from step {first} of {len(schedule)}", flush=True)
    network.train()
    began, losses = time.monotonic(), {}
    for step in range(first, len(schedule)):
        task, examples = schedule[step]
        factor = _factor(step, len(schedule), settings.warmup)
        for group, rate in zip(optimizer.param_groups, base, strict=True):
            group["lr"] = rate * factor
        loss = task.weight * _loss(network, tokenizer, examples, settings.weights)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), settings.clip)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.setdefault(task.name, []).append(loss.item())
        if (step + 1) % 100 == 0 or step + 1 == len(schedule):
            told = ", ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(losses.items()))
            print(f"step {step + 1}/{len(schedule)} {time.monotonic() - began:.0f} s: {told}", flush=True)
            losses = {}
        if checkpoint is not None and (step + 1) % settings.keep_every == 0:
            _keep(checkpoint, network, optimizer, step + 1, digest)
    network.eval()


def _loss(
    network: Network, tokenizer: Tokenizer, examples: Sequence[Example], weights: dict[str, float]
) -> torch.Tensor:
    passages = [example for example in examples if isinstance(example, Passage)]
    if passages:
        batch = collate_passages(tokenizer, passages)
        return passage_loss(_scores(network, batch.ids, batch.mask), batch, weights)
    parts = [example for example in examples if isinstance(example, PartExample)]
    if parts:
        marked = collate_parts(tokenizer, parts)
        return part_loss(_scores(network, marked.ids, marked.mask), marked)
    pairs = collate_pairs(tokenizer, [example for example in examples if isinstance(example, PairExample)])
    return pair_loss(_scores(network, pairs.ids, pairs.mask), pairs)


def _scores(network: Network, ids: torch.Tensor, mask: torch.Tensor) -> Scores:
    """Return the network's scores, computed where the network is; the losses are small and stay on the CPU."""
    device = network.marks.device
    with torch.autocast(device.type, torch.bfloat16):
        return Scores(*(part.cpu() for part in network(ids.to(device), mask.to(device))))


def _keep(path: Path, network: Network, optimizer: torch.optim.Optimizer, step: int, schedule: str) -> None:
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "random": torch.get_rng_state(),
        "step": step,
        "schedule": schedule,
    }
    half = path.with_suffix(".half")
    torch.save(state, half)
    half.replace(path)  # never a half-written checkpoint


def _digest(schedule: Sequence[tuple[Task, list]]) -> str:
    """Return the digest of what is learnt in which order."""
    found = hashlib.blake2b(digest_size=8)
    for task, examples in schedule:
        found.update(repr((task.name, task.weight, [example.text for example in examples])).encode())
    return found.hexdigest()


def _factor(step: int, steps: int, warmup: float) -> float:
    rising = max(1, int(steps * warmup))
    if step < rising:
        return (step + 1) / rising
    return 0.5 * (1 + math.cos(math.pi * (step - rising) / max(1, steps - rising)))


def _groups(network: Network, settings: Settings) -> list[dict]:
    """Return the parameters by learning rate: the lower a layer, the slower."""
    layers = len(network.encoder.encoder.layer)
    groups: dict[float, list] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.encoder.layer."):
            rate = settings.rate * settings.decay ** (layers - 1 - int(name.split(".")[3]))
        elif name.startswith("encoder.") or name == "marks":
            rate = settings.rate * settings.decay**layers
        else:
            rate = settings.head_rate
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]
