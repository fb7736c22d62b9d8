"""Trains the networks that `Scorer` runs: a sum of the rows of named features, one hidden layer, answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from training.lessons import Answer, Case

Arrays = dict[str, NDArray[Any]]
SMOOTHING = 0.05
"""The share of a marked answer that is spread over all options."""
DROPPED = 0.15
"""The share of a case's features that is left out in each turn."""


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How to train one network."""

    hidden: int = 96
    epochs: int = 14
    rate: float = 3e-3
    decay: float = 0.02
    batch: int = 64
    dropout: float = 0.5
    least: int = 2
    """Features seen less often are not learned."""
    networks: int = 4
    """Networks trained from different beginnings; they stand side by side and their answers are averaged."""
    seed: int = 1


class Bag(nn.Module):
    """The network of `Scorer`, in torch."""

    def __init__(self, features: int, figures: int, answers: Mapping[str, int], recipe: Recipe) -> None:
        super().__init__()
        self.rows = nn.EmbeddingBag(features + 1, recipe.hidden, mode="sum", padding_idx=features)
        nn.init.normal_(self.rows.weight, std=0.05)
        self.bias = nn.Parameter(torch.zeros(recipe.hidden))
        self.vectors = nn.Linear(figures, recipe.hidden, bias=False) if figures else None
        self.heads = {name: nn.Linear(recipe.hidden, options) for name, options in answers.items()}
        for name, head in self.heads.items():
            self.add_module(f"to_{name}", head)
        self.drop = nn.Dropout(recipe.dropout)

    def forward(self, bags: torch.Tensor, vectors: torch.Tensor | None) -> dict[str, torch.Tensor]:
        """The scores of every answer's options."""
        states = self.rows(bags) + self.bias
        if self.vectors is not None:
            states = states + self.vectors(vectors)
        states = self.drop(torch.relu(states))
        return {name: head(states) for name, head in self.heads.items()}


def fit(
    cases: Sequence[Case], options: Mapping[str, int], vectors: NDArray[np.float32] | None, recipe: Recipe
) -> Arrays:
    """Networks trained on some cases, side by side in the arrays of one `Scorer`.

    Args:
        cases: what is learned.
        options: for each answer the number of its options.
        vectors: (cases, words read x figures), or none.
        recipe: how.
    """
    counts = Counter(f for c in cases for f in set(c.features))
    names = sorted(f for f, n in counts.items() if n >= recipe.least)
    number = {name: n for n, name in enumerate(names)}
    trained = [_train(cases, number, options, vectors, recipe, recipe.seed + n) for n in range(recipe.networks)]
    out: Arrays = {"features": np.frombuffer("\n".join(names).encode(), np.uint8)}
    out["rows"] = np.concatenate([t.rows.weight.detach().numpy()[:-1] for t in trained], 1).astype(np.float16)
    out["bias"] = np.concatenate([t.bias.detach().numpy() for t in trained]).astype(np.float16)
    if vectors is not None:
        both = [t.vectors.weight.detach().numpy().T for t in trained if t.vectors is not None]
        out["vectors"] = np.concatenate(both, 1).astype(np.float16)
    for name in options:
        weights = [t.heads[name].weight.detach().numpy().T / len(trained) for t in trained]
        out[f"{name}.weight"] = np.concatenate(weights).astype(np.float16)
        out[f"{name}.bias"] = np.mean([t.heads[name].bias.detach().numpy() for t in trained], axis=0).astype(np.float16)
    return out


def _train(
    cases: Sequence[Case],
    number: Mapping[str, int],
    options: Mapping[str, int],
    vectors: NDArray[np.float32] | None,
    recipe: Recipe,
    seed: int,
) -> Bag:
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    network = Bag(len(number), 0 if vectors is None else vectors.shape[1], options, recipe)
    known = [np.array([number[f] for f in c.features if f in number], np.int64) for c in cases]
    wanted = {name: targets([c.answers[name] for c in cases], size) for name, size in options.items()}
    weights = torch.tensor([c.weight for c in cases], dtype=torch.float32)
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    total = recipe.epochs * (len(cases) // recipe.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, recipe.rate, total_steps=total + 1)
    for _ in range(recipe.epochs):
        order = random.permutation(len(cases))
        for first in range(0, len(order) - recipe.batch + 1, recipe.batch):
            batch = order[first : first + recipe.batch]
            bags = _padded([known[i][random.random(len(known[i])) > DROPPED] for i in batch], len(number))
            scores = network(bags, None if vectors is None else torch.from_numpy(vectors[batch]))
            loss = sum(_loss(scores[name], wanted[name][batch], weights[batch]) for name in options)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[union-attr]
            optimizer.step()
            schedule.step()
    return network.eval()


def targets(answers: Sequence[Answer], options: int) -> torch.Tensor:
    """What is wanted, (answers, options): smoothed where an answer is marked, as it is where it is shares, and all
    zero where it does not matter.
    """
    out = np.zeros((len(answers), options), np.float32)
    for row, answer in zip(out, answers, strict=True):
        if isinstance(answer, int):
            row[:] = SMOOTHING / options
            row[answer] += 1 - SMOOTHING
        elif answer is not None:
            row[:] = answer
    return torch.from_numpy(out)


def _loss(scores: torch.Tensor, wanted: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    each = -(wanted * torch.log_softmax(scores, 1)).sum(1)
    return (each * weights).mean()


def _padded(bags: Sequence[NDArray[np.int64]], empty: int) -> torch.Tensor:
    width = max(1, *(len(b) for b in bags))
    out = np.full((len(bags), width), empty, np.int64)
    for row, bag in zip(out, bags, strict=True):
        row[: len(bag)] = bag
    return torch.from_numpy(out)
