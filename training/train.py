"""Trains the attribution network with torch; the same input, recipe and thread count give the same network."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch.nn import functional

from sayso.reading.attribution.features import Tokens, Vocabulary, read_tokens
from sayso.reading.attribution.network import Floats
from sayso.reading.attribution.pairs import read_pairs
from training.corpus import Attribution, Example, anchors_of, pair_answers, token_answers
from training.model import Shape, TorchNetwork

RARE = 5
"""Lemmas seen less often than this in training get no vector of their own."""


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How to train."""

    shape: Shape = field(default_factory=Shape)
    epochs: int = 9
    rate: float = 1.5e-3
    warm: int = 200
    """Steps in which the learning rate rises to `rate`; from there it falls as a cosine."""
    decay: float = 0.01
    texts: int = 2
    """Texts a step."""
    average: float = 0.998
    """The model is a moving average of the weights of all steps, with this share of the old at each."""
    doubtful: float = 0.1
    """Tokens at least so likely to be a cue, though they are none, are shown to the second stage as bad examples."""
    hints: float = 0.1
    acceptance: float = 0.3
    """Weights of what is learned besides cues and labels."""
    seed: int = 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Lesson:
    """A text as the network sees it, and what it should answer."""

    tokens: Tokens
    hints: torch.Tensor
    anchors: dict[int, Attribution]
    weight: float


def vocabulary_of(texts: Sequence[Example], words: Sequence[str]) -> Vocabulary:
    """The strings that get numbers: words with a vector, lemmas that are not rare, all tags and relations."""
    lemmas = Counter(lemma for text in texts for lemma in text.parsed.lemmas)
    return Vocabulary(
        words=_numbered(words),
        lemmas=_numbered(sorted(lemma for lemma, count in lemmas.items() if count >= RARE)),
        tags=_numbered(sorted({tag for text in texts for tag in text.parsed.tags})),
        deps=_numbered(sorted({dep for text in texts for dep in text.parsed.deps})),
    )


def _numbered(strings: Sequence[str]) -> dict[str, int]:
    return {string: number for number, string in enumerate(strings, 1)}


def lesson(example: Example, vocabulary: Vocabulary) -> Lesson:
    """What is to be learned of a text."""
    anchors = anchors_of(example)
    hints = torch.from_numpy(token_answers(example, anchors))
    return Lesson(tokens=read_tokens(example.parsed, vocabulary), hints=hints, anchors=anchors, weight=example.weight)


def loss_of(network: TorchNetwork, lesson: Lesson, vocabulary: Vocabulary, recipe: Recipe) -> torch.Tensor:
    """How wrong the network is about a text. The divisors make an attribution count alike in texts of all lengths."""
    states = network.tokens(lesson.tokens)
    scores = network.hints(states)
    binary = functional.binary_cross_entropy_with_logits
    loss = binary(scores[:, 0], lesson.hints[:, 0], reduction="sum") / 25
    loss = loss + recipe.hints * binary(scores[:, 1:], lesson.hints[:, 1:], reduction="sum") / 250
    likely = torch.sigmoid(scores[:, 0].detach())
    cues = _cues_to_learn(likely.numpy(), lesson.anchors, recipe.doubtful)
    if len(cues):
        pairs = read_pairs(lesson.tokens, cues, vocabulary)
        labels, accepted = network.pairs(states, likely, lesson.tokens, pairs, cues)
        wanted = torch.from_numpy(pair_answers(pairs, cues.tolist(), lesson.anchors, len(lesson.tokens)))
        if lesson.anchors:
            loss = loss + functional.cross_entropy(labels, wanted, ignore_index=-100, reduction="sum") / 500
        truth = torch.tensor([float(cue in lesson.anchors) for cue in cues.tolist()])
        loss = loss + recipe.acceptance * binary(accepted, truth, reduction="sum") / 25
    return loss * lesson.weight


def _cues_to_learn(likely: Floats, anchors: dict[int, Attribution], doubtful: float) -> np.ndarray:
    """The anchors of a text and as many of the tokens that are most easily taken for one."""
    others = likely.copy()
    others[list(anchors)] = 0
    wrong = np.argsort(-others, kind="stable")[: max(len(anchors), 1)]
    return np.array(sorted({*anchors, *wrong[others[wrong] > doubtful].tolist()}), dtype=np.int64)


def train(
    lessons: Sequence[Lesson],
    vocabulary: Vocabulary,
    vectors: Floats,
    recipe: Recipe,
    tell: Callable[[str], None] = print,
) -> TorchNetwork:
    """The trained network: the moving average over all steps."""
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    network = TorchNetwork(vocabulary, vectors, recipe.shape)
    average = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay, betas=(0.9, 0.99))
    total = recipe.epochs * (len(lessons) // recipe.texts)
    for step, batch in enumerate(_batches(lessons, recipe, random), 1):
        for group in optimizer.param_groups:
            group["lr"] = recipe.rate * min(1, step / recipe.warm) * (0.02 + 0.49 * (1 + np.cos(np.pi * step / total)))
        loss = sum(float(_learn(network, lesson, vocabulary, recipe)) for lesson in batch)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        _follow(average, network, min(recipe.average, (step + 1) / (step + 20)))
        if step % 100 == 0:
            tell(f"step {step} of {total}: loss {loss:.2f}")
    return average.eval()


def _batches(lessons: Sequence[Lesson], recipe: Recipe, random: np.random.Generator) -> Iterator[list[Lesson]]:
    for _ in range(recipe.epochs):
        order = random.permutation(len(lessons))
        for first in range(0, len(order) - recipe.texts + 1, recipe.texts):
            yield [lessons[i] for i in order[first : first + recipe.texts]]


def _learn(network: TorchNetwork, lesson: Lesson, vocabulary: Vocabulary, recipe: Recipe) -> torch.Tensor:
    """Adds the slopes of one text's loss, and gives the loss."""
    loss = loss_of(network, lesson, vocabulary, recipe) / recipe.texts
    loss.backward()  # type: ignore[no-untyped-call]
    return loss.detach()


def _follow(average: TorchNetwork, network: TorchNetwork, share: float) -> None:
    with torch.no_grad():
        for kept, fresh in zip(average.parameters(), network.parameters(), strict=True):
            kept.lerp_(fresh, 1 - share)
