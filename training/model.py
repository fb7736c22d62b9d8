"""The attribution network in torch, for training only; `network.py` computes the same in numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.reading.attribution.features import Tokens, Vocabulary
from sayso.reading.attribution.pairs import Pairs

LABELS = 4
"""Outside, source, content, cue: the labels of a token with regard to one cue."""
HINTS = 6
"""Answers of a token: anchor of a cue; then, to teach the states only: in any cue, source, content; content's ends."""


@dataclass(frozen=True, kw_only=True)
class Shape:
    """The sizes of the network."""

    width: int = 128
    pair_width: int = 80
    reaches: tuple[int, ...] = (1, 1, 2, 1, 4, 1)
    """How far the neighbours of each token layer stand."""
    pair_reaches: tuple[int, ...] = (1, 2, 4)
    dropout: float = 0.25
    unknown: float = 0.1
    """The share of words (and, apart from them, of lemmas) that training hides."""


def shifted(states: Tensor, reach: int) -> list[Tensor]:
    """The states of the tokens that stand so far before and after; zero beyond the ends."""
    empty = states.new_zeros(min(reach, len(states)), states.shape[1])
    return [torch.cat([empty, states[:-reach]]), torch.cat([states[reach:], empty])]


class TorchNetwork(nn.Module):
    """States for tokens, then states for pairs of cue and token."""

    vectors: Tensor

    def __init__(self, vocabulary: Vocabulary, vectors: np.ndarray, shape: Shape) -> None:
        super().__init__()
        width, narrow = shape.width, shape.pair_width
        self.shape = shape
        self.pool = (torch.rand(6_000_000) >= shape.dropout).float() / (1 - shape.dropout)
        self.register_buffer("vectors", torch.tensor(vectors))
        self.table = nn.Parameter(torch.randn(sum(vocabulary.widths), width) * 0.1)
        self.enter = nn.Linear(vectors.shape[1], width)
        self.first_norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(nn.Linear(width * 5, width) for _ in shape.reaches)
        self.contexts = nn.ModuleList(nn.Linear(width * 3, width, bias=False) for _ in shape.reaches)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in shape.reaches)
        self.hints = nn.Linear(width, HINTS)
        self.member = nn.Linear(width, narrow)
        self.anchor = nn.Linear(width, narrow, bias=False)
        self.masses = nn.Linear(3, narrow, bias=False)
        self.pair_table = nn.Parameter(torch.randn(sum(vocabulary.pair_widths), narrow) * 0.1)
        self.pair_norm = nn.LayerNorm(narrow)
        self.pair_layers = nn.ModuleList(nn.Linear(narrow * 4, narrow) for _ in shape.pair_reaches)
        self.pair_norms = nn.ModuleList(nn.LayerNorm(narrow) for _ in shape.pair_reaches)
        self.label = nn.Linear(narrow, LABELS)
        self.weigh = nn.Linear(narrow * 3 + width, narrow)
        self.accept = nn.Linear(narrow, 1)
        self.first_column = int(vocabulary.widths[0])

    def tokens(self, tokens: Tokens) -> Tensor:
        """The states of the tokens of a text."""
        words, columns = torch.from_numpy(tokens.words), torch.from_numpy(tokens.columns)
        if self.training:
            words = words * (torch.rand(len(words)) > self.shape.unknown)
            keep = torch.rand(len(words)) > self.shape.unknown
            columns = torch.cat([columns[:, :1] * keep[:, None], columns[:, 1:]], 1)
        states = self.enter(self.vectors[words]) + functional.embedding_bag(columns, self.table, mode="sum")
        states = self.drop(self.first_norm(states))
        heads, sentence = torch.from_numpy(tokens.heads), torch.from_numpy(tokens.sentence)
        place = torch.arange(len(heads))
        hangs = torch.from_numpy(np.flatnonzero(tokens.heads != np.arange(len(tokens))))
        number = torch.zeros(len(heads)).index_add_(0, heads[hangs], torch.ones(len(hangs)))
        share = (1 / number.clamp(min=1).sqrt())[:, None]
        lengths = torch.from_numpy(tokens.bounds[:, 1] - tokens.bounds[:, 0])[:, None]
        for layer, context, norm, reach in zip(self.layers, self.contexts, self.norms, self.shape.reaches, strict=True):
            below = torch.zeros_like(states).index_add_(0, heads[hangs], states[hangs]) * share
            whole = states.new_zeros(len(lengths), states.shape[1]).index_add_(0, sentence, states) / lengths
            around = torch.cat([states, *shifted(states, reach), states[heads], below], 1)
            told = context(torch.cat([whole, *shifted(whole, 1)], 1))
            states = norm(states + self.drop(functional.relu(layer(around) + told[sentence])))
        assert len(place) == len(states)
        return states

    def drop(self, states: Tensor) -> Tensor:
        """States of which some figures are hidden in training; the masks are cut from one pool, which is quick."""
        if not self.training:
            return states
        start = int(torch.randint(len(self.pool) - states.numel(), ()))
        return states * self.pool[start : start + states.numel()].view(states.shape)

    def pairs(
        self, states: Tensor, likely: Tensor, tokens: Tokens, pairs: Pairs, anchors: np.ndarray
    ) -> tuple[Tensor, Tensor]:
        """Label scores of all rows, and a score of each cue for being one."""
        real = torch.from_numpy(pairs.real)[:, None].float()
        cue, token = torch.from_numpy(pairs.cue), torch.from_numpy(pairs.token)
        chosen = torch.from_numpy(anchors)
        member = torch.cat([self.member(states), states.new_zeros(1, self.shape.pair_width)])
        rows = member[token] + self.anchor(states[chosen])[cue]
        rows = rows + functional.embedding_bag(torch.from_numpy(pairs.columns), self.pair_table, mode="sum")
        rows = rows + self.masses(self.cue_masses(likely, tokens, pairs, chosen))
        rows = self.drop(self.pair_norm(functional.relu(rows))) * real
        head = torch.from_numpy(pairs.head)
        for layer, norm, reach in zip(self.pair_layers, self.pair_norms, self.shape.pair_reaches, strict=True):
            around = torch.cat([rows, *shifted(rows, reach), rows[head]], 1)
            rows = norm(rows + self.drop(functional.relu(layer(around)))) * real
        labels = self.label(rows)
        shares = torch.softmax(labels, 1)[:, 1:] * real
        pooled = []
        for k in range(3):
            total = rows.new_zeros(len(chosen)).index_add_(0, cue, shares[:, k]) + 0.1
            pooled.append(
                rows.new_zeros(len(chosen), rows.shape[1]).index_add_(0, cue, rows * shares[:, k : k + 1])
                / total[:, None]
            )
        seen = torch.cat([*pooled, states[chosen]], 1)
        return labels, self.accept(self.drop(functional.relu(self.weigh(seen))))[:, 0]

    @staticmethod
    def cue_masses(likely: Tensor, tokens: Tokens, pairs: Pairs, chosen: Tensor) -> Tensor:
        """For each row how likely the token is a cue, and how many cues stand between, in the text and in the tree."""
        padded = torch.cat([likely, likely.new_zeros(1)])
        until = torch.cumsum(padded, 0)
        descent = torch.from_numpy(tokens.descent)
        above = torch.cat([(padded[descent] * (descent >= 0)).sum(1), likely.new_zeros(1)])
        cue, token, meeting = (torch.from_numpy(a) for a in (pairs.cue, pairs.token, pairs.meeting))
        anchor = chosen[cue]
        between = (until[token] - until[anchor]).abs()
        return torch.stack([padded[token], between.clamp(max=3), (above[token] - above[meeting]).clamp(0, 3)], 1)
