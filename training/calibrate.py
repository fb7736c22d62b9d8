"""Learns from texts the network was not trained on how far to trust its candidates, and which to keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.reading.attribution.tagger import Tagger, without_rivals
from training.corpus import Attribution, Example

Figures = NDArray[np.float64]

HALF = 0.5
THRESHOLDS = tuple(number / 100 for number in range(10, 60, 2))


class Roles(Protocol):
    """Anything with the tokens of the three roles: gold attributions, candidates and drafts."""

    @property
    def source(self) -> tuple[int, ...]:
        """Who says it; may be empty."""

    @property
    def cue(self) -> tuple[int, ...]:
        """The words that tell it is said."""

    @property
    def content(self) -> tuple[int, ...]:
        """What is said."""


def jaccard(one: Iterable[int], other: Iterable[int]) -> float:
    """The Jaccard index of two sets; two empty sets have 0."""
    a, b = set(one), set(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def matched(found: Sequence[Roles], gold: Sequence[Attribution]) -> dict[int, int]:
    """Which of the found (by number) is which gold attribution: they share half of the content or more.

    Each is used once at most; pairs are taken greedily, greatest content first, as the scorer does.
    """
    pairs = []
    for i, wanted in enumerate(gold):
        for j, one in enumerate(found):
            shared = jaccard(wanted.content, one.content)
            if shared >= HALF:
                pairs.append((-shared, -jaccard(wanted.source, one.source), -jaccard(wanted.cue, one.cue), i, j))
    out: dict[int, int] = {}
    for *_, i, j in sorted(pairs):
        if j not in out and i not in out.values():
            out[j] = i
    return out


def right(one: Roles, gold: Attribution) -> bool:
    """Whether source and cue agree too: half of the source, and any of the cue."""
    same = jaccard(one.source, gold.source) >= HALF or not (one.source or gold.source)
    return same and not set(one.cue).isdisjoint(gold.cue)


def logistic(evidence: Figures, truth: Figures, penalty: float = 3.0) -> Figures:
    """Bias and weights of a logistic regression, by Newton's method, on figures of any scale."""
    mean, spread = evidence.mean(0), evidence.std(0) + 1e-6
    rows = np.concatenate([np.ones((len(evidence), 1)), (evidence - mean) / spread], 1)
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([0.0] + [penalty] * evidence.shape[1])
    for _ in range(30):
        share = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (truth - share) - ridge @ weights
        weights = weights + np.linalg.solve((rows * (share * (1 - share))[:, None]).T @ rows + ridge, slope)
    scaled = weights[1:] / spread
    return np.concatenate([[weights[0] - scaled @ mean], scaled])


def calibrate(tagger: Tagger, held: Sequence[Example]) -> tuple[Figures, float]:
    """Weights of the evidence, and the best threshold on confidence, from held-out texts."""
    evidence, truth = [], []
    for example in held:
        found = tagger.candidates(example.parsed)
        pairs = matched(found, example.attributions)
        evidence += [candidate.evidence for candidate in found]
        truth += [j in pairs and right(one, example.attributions[pairs[j]]) for j, one in enumerate(found)]
    weights = logistic(np.array(evidence), np.array(truth, dtype=float))
    return weights, best_threshold(Tagger(tagger.network.with_calibration(weights, 0.0)), held)


def best_threshold(tagger: Tagger, held: Sequence[Example]) -> float:
    """The threshold with the greatest sum of two F1 scores: of contents found, and of those wholly right."""
    drafts = [tagger.drafts(example.parsed) for example in held]
    wanted = sum(len(example.attributions) for example in held)
    scores = {}
    for threshold in THRESHOLDS:
        hits = kept = 0
        for each, example in zip(drafts, held, strict=True):
            sure = without_rivals([draft for draft in each if draft.confidence >= threshold])
            pairs = matched(sure, example.attributions)
            hits += len(pairs) + sum(right(sure[j], example.attributions[i]) for j, i in pairs.items())
            kept += len(sure)
        scores[threshold] = 2 * hits / (wanted + kept)
    return max(scores, key=lambda threshold: scores[threshold])
