"""Decides which phrases name places: a logistic regression whose weights are a table one can read."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from sayso.errors import MissingModel
from sayso.knowledge.language import Language
from sayso.reading.parsed import Parsed
from sayso.reading.places.features import Features
from sayso.reading.places.toponyms import Toponym

WEIGHTS = Path(__file__).parent.parent.parent / "models" / "places-en.csv"
SURE = 4.0
"""The score of what its position alone shows to be a place."""
TOGETHER = 0.7
"""How far a mention follows the others of the same name in the text."""


class Recogniser:
    """The weights of a language."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self.version = sha256(repr(sorted(weights.items())).encode()).hexdigest()[:12]

    def __call__(self, parsed: Parsed, toponyms: Sequence[Toponym], language: Language) -> tuple[float, ...]:
        """How surely each toponym names a place: the logarithm of the odds, one entry a toponym."""
        features = Features(parsed, toponyms, language)
        alone = [SURE if t.sure else self.score(features.of(t)) for t in toponyms]
        sums: dict[str, list[float]] = {}
        for toponym, score in zip(toponyms, alone, strict=True):
            sums.setdefault(toponym.key, []).append(score)
        return tuple(
            (1 - TOGETHER) * score + TOGETHER * math.fsum(sums[t.key]) / len(sums[t.key])
            for t, score in zip(toponyms, alone, strict=True)
        )

    def score(self, features: Sequence[str]) -> float:
        """The sum of the weights of some features."""
        return self.weights["bias"] + math.fsum(self.weights.get(name, 0.0) for name in features)


@cache
def load_recogniser(language: str) -> Recogniser:
    """The recogniser of a language.

    Raises:
        MissingModel: there are no weights for it.
    """
    path = WEIGHTS.with_name(f"places-{language}.csv")
    if not path.is_file():
        raise MissingModel(f"the weights {path.name} are missing; install sayso again, or run: make models")
    with path.open(encoding="utf-8", newline="") as file:
        return Recogniser({row["feature"]: float(row["weight"]) for row in csv.DictReader(file)})
