"""The network: the encoder, and on each token's state the scores of all heads."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.labels import MODES, PAIR_TYPES, ROLE_WIDTH, ROLES, slices

HIDDEN = 384
MARKS = 4  # [S] [/S] [T] [/T], the last rows of the word embeddings
PAIR_WIDTH = len(PAIR_TYPES) + len(MODES)


class Scores(NamedTuple):
    """What the network gives for each token, (batch, tokens, width): states and the scores of the heads.

    ``tags``: the heads of `labels.slices`. ``trigger`` and ``mention``: what is compared for the roles, see `roles`.
    ``pair``: what the token adds to a marked pair where it is the first token, [S] or [T], in this order.
    """

    states: Tensor
    tags: Tensor
    trigger: Tensor
    mention: Tensor
    pair: Tensor


class Network(nn.Module):
    """The encoder of ``folder``, or its first ``layers``, with heads that know nothing yet."""

    def __init__(self, folder: Path, dropout: float = 0.1, layers: int | None = None) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            folder,
            dtype=torch.float32,
            add_pooling_layer=False,
            attn_implementation="eager",
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=0.0,  # slow on a CPU and no better
        )
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        words = self.encoder.embeddings.word_embeddings.weight
        words.requires_grad_(False)
        self.first_mark = words.shape[0] - MARKS
        self.marks = nn.Parameter(words[self.first_mark :].clone())
        self.drop = nn.Dropout(dropout)
        self.tags = nn.Linear(HIDDEN, max(end for _, end in slices().values()))
        self.trigger = nn.Linear(HIDDEN, ROLE_WIDTH)
        self.mention = nn.Linear(HIDDEN, ROLE_WIDTH)
        self.compare = nn.Linear(ROLE_WIDTH, len(ROLES) * (ROLE_WIDTH + 1))
        self.pair = nn.Linear(HIDDEN, 3 * PAIR_WIDTH)
        for layer in (self.tags, self.trigger, self.mention, self.compare, self.pair):
            nn.init.normal_(layer.weight, std=0.02)
            nn.init.zeros_(layer.bias)

    def forward(self, ids: Tensor, mask: Tensor) -> Scores:
        """Return the scores of tokens ``ids`` (batch, tokens); ``mask`` is 1 for tokens and 0 for padding."""
        vectors = self.encoder.embeddings.word_embeddings(ids)
        is_mark = ids >= self.first_mark
        marks = self.marks[(ids - self.first_mark).clamp(min=0)]
        vectors = torch.where(is_mark.unsqueeze(-1), marks, vectors)
        states = self.encoder(inputs_embeds=vectors, attention_mask=mask).last_hidden_state
        read = self.drop(states)
        trigger = self.compare(torch.tanh(self.trigger(read)))
        mention = torch.tanh(self.mention(read))
        return Scores(states, self.tags(read), trigger, mention, self.pair(read))

    def settle(self) -> None:
        """Write the marks' vectors back into the word embeddings, for export."""
        with torch.no_grad():
            self.encoder.embeddings.word_embeddings.weight[self.first_mark :] = self.marks


def roles(trigger: Tensor, mention: Tensor) -> Tensor:
    """Return the scores of each role (n, 4) for n pairs of a trigger's and a mention's vectors."""
    facets = trigger.view(trigger.shape[0], len(ROLES), ROLE_WIDTH + 1)
    return (facets[..., :-1] * mention.unsqueeze(1)).sum(-1) / ROLE_WIDTH**0.5 + facets[..., -1]
