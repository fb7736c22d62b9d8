"""95 % bootstrap intervals of F1 scores, by resampling whole articles 1,000 times.

    python -m evaluation.intervals SCORER.py GOLD.jsonl[.gz] PRED.jsonl

SCORER is the attribution scorer kept with the evaluation data; its own functions count each article.
"""

from __future__ import annotations

import random
import sys
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from typing import Any

FIGURES = ("content_partial", "full_triple")
SAMPLES = 1000


def intervals(articles: list[dict[str, Any]], figure: str, seed: int = 0) -> tuple[float, float, float]:
    """F1 of a figure over all articles, and the bounds of its interval."""
    counts = [(a[figure]["n"], a[figure]["predicted"], a[figure]["gold"]) for a in articles]
    dice = random.Random(seed)
    samples = sorted(_f1(dice.choices(counts, k=len(counts))) for _ in range(SAMPLES))
    return _f1(counts), samples[round(0.025 * SAMPLES)], samples[round(0.975 * SAMPLES) - 1]


def _f1(counts: list[tuple[int, int, int]]) -> float:
    right, predicted, gold = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def load(path: str) -> ModuleType:
    """A scorer, from its file."""
    spec = spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(arguments: list[str]) -> int:
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    scorer = load(arguments[0])
    pairs = scorer.pair_up(scorer.read(arguments[1]), scorer.read(arguments[2]))
    articles = [scorer.score([pair]) for pair in pairs]
    for figure in FIGURES:
        f1, low, high = intervals(articles, figure)
        print(f"{figure:18} {f1:.3f}  [{low:.3f}, {high:.3f}]")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
