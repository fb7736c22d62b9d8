"""Trains the networks of events and writes them into the package.

    python -m training.events [--out FILE.npz] [--corpus FILE.jsonl] [--unmarked FILE.jsonl.gz]

A small network learns from the *deeds* corpus and the lexicon of triggers. With ``--articles N`` a larger one,
fine-tuned on the same corpus, then teaches what both together make of news that nobody marked, and the small one learns
anew from all three; the gain was within noise, so the weights in the package do without. Calibration comes from
situations held out in turn (five parts). Needs torch, and transformers for the teacher; five minutes on one core.
"""

from __future__ import annotations

import argparse
import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.deeds import read
from sayso.knowledge.language import language
from sayso.reading.events.find import EventFinder
from sayso.reading.events.network import PARTS, EventNetwork
from sayso.reading.parse import Parser
from sayso.schema.event import MODALITIES
from training.bag import Arrays, Recipe, fit
from training.lessons import Lessons, lessons, lexicon_lessons, missed, modes, read_all, types
from training.silver import silver
from training.teacher import Course, Teacher, marked

ROOT = Path(__file__).parent.parent
ATTRIBUTION = ROOT / "src/sayso/models/attribution-en.npz"
"""Whose word vectors are used again."""
DEEDS = ROOT / "corpora/deeds/train.jsonl"
UNMARKED = ROOT.parent / "shared/eval/attribution/polnear_train.jsonl.gz"
OUT = ROOT / "src/sayso/models/events-en.npz"
FOLDS = 5


def word_vectors(path: Path) -> tuple[list[str], NDArray[np.float32]]:
    """The words and vectors of an attribution network."""
    with np.load(path, allow_pickle=False) as file:
        words = bytes(file["vocabulary.words"]).decode("utf-8").split("\n")
        vectors = file["vectors"][1:] * file["vectors.scale"]
    return words, vectors.astype(np.float32)


def build(found: Lessons, words: list[str], table: NDArray[np.float32], recipe: Recipe) -> Arrays:
    """All arrays of a model file, not yet calibrated."""
    scale = (np.abs(table).max(axis=0, keepdims=True) / 127).astype(np.float32)
    arrays: Arrays = {
        "types": np.frombuffer("\n".join(types()).encode(), np.uint8),
        "modes": np.frombuffer("\n".join(modes()).encode(), np.uint8),
        "words": np.frombuffer("\n".join(words).encode(), np.uint8),
        "word_vectors": np.round(table / scale).astype(np.int8),
        "word_scale": scale,
        "calibration": np.array([1.0, 0.0], np.float32),
        "threshold": np.array([0.5], np.float32),
    }
    number = {word: n for n, word in enumerate(words)}
    real = arrays["word_vectors"].astype(np.float32) * scale
    zero = np.zeros(real.shape[1], np.float32)
    stacked = np.stack(
        [np.concatenate([real[number[w]] if w in number else zero for w in c.words]) for c in found.kinds]
    )
    kinds = fit(found.kinds, {"type": len(types()), "mode": len(modes())}, stacked, recipe)
    parts = fit(found.parts, {"part": len(PARTS)}, None, recipe)
    moods = fit(found.moods, {"modality": len(MODALITIES)}, None, recipe)
    arrays |= {f"kinds.{k}": v for k, v in kinds.items()}
    arrays |= {f"parts.{k}": v for k, v in parts.items()}
    return arrays | {f"moods.{k}": v for k, v in moods.items()}


def calibrate(
    found: Lessons, words: list[str], table: NDArray[np.float32], recipe: Recipe
) -> tuple[NDArray[np.float32], float]:
    """Slope and offset of the confidences, and the threshold of best F1, from situations held out in turn."""
    shares, right, gold = [], [], 0
    for fold in range(FOLDS):
        network = EventNetwork(build(found.without(fold), words, table, replace(recipe, networks=1)))
        held = [c for c in found.kinds if c.fold == fold]
        hidden = network.kinds.hidden([c.features for c in held], network.vectors([c.words for c in held]))
        answers = network.kinds.answer("type", hidden)
        answers[:, 0] = 0
        shares += np.clip(answers.max(1), 1e-4, 1 - 1e-4).tolist()
        right += [int(a == c.answers["type"]) for a, c in zip(answers.argmax(1), held, strict=True)]
        gold += sum(c.answers["type"] != 0 for c in held)
    odds, truth = np.log(np.array(shares) / (1 - np.array(shares))), np.array(right)
    weights = _platt(odds, truth)
    sure = 1 / (1 + np.exp(-(weights[0] * odds + weights[1])))
    order = np.argsort(-sure, kind="stable")
    correct = np.cumsum(truth[order])
    f1 = 2 * correct / (np.arange(1, len(order) + 1) + gold)
    best = int(f1.argmax())
    print(f"held out in turn: F1 of type {f1[best]:.3f} at confidence {sure[order[best]]:.2f}")
    return weights, float(sure[order[best]])


def _platt(odds: NDArray[np.float64], truth: NDArray[np.int64]) -> NDArray[np.float32]:
    """Logistic regression of one variable, by Newton's method."""
    x = np.stack([odds, np.ones_like(odds)], 1)
    weights = np.array([1.0, 0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (truth - p)
        curve = (x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        weights = weights + np.linalg.solve(curve, slope)
    return weights.astype(np.float32)


def texts(path: Path, most: int) -> list[str]:
    """The texts of a file of JSON Lines, compressed."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for _, line in zip(range(most), file, strict=False)]


def main() -> None:
    """Trains, calibrates and writes."""
    arguments = argparse.ArgumentParser(description="Train the networks of events.")
    arguments.add_argument("--out", type=Path, default=OUT)
    arguments.add_argument("--corpus", type=Path, default=DEEDS)
    arguments.add_argument("--unmarked", type=Path, default=UNMARKED)
    arguments.add_argument(
        "--articles", type=int, default=0, help="how many unmarked articles a teacher explains; none by default"
    )
    chosen = arguments.parse_args()
    english, recipe = language("en"), Recipe()
    parser = Parser(english)
    corpus = read_all(read(chosen.corpus), parser, english)
    print(f"{missed(corpus)} triggers are no candidates", flush=True)
    words, table = word_vectors(ATTRIBUTION)
    found = lessons(corpus, english) + lexicon_lessons(english)
    if chosen.articles:
        first = EventFinder(EventNetwork(build(found, words, table, recipe)), english)
        teacher = Teacher(Course())
        teacher.learn([m for r in corpus if (m := marked(r)).triggers])
        found += silver(texts(chosen.unmarked, chosen.articles), parser, first, teacher, english)
    print(f"{len(found.kinds)} candidates, {len(found.parts)} parties", flush=True)
    weights, threshold = calibrate(found, words, table, recipe)
    arrays = build(found, words, table, recipe)
    arrays |= {"calibration": weights, "threshold": np.array([threshold], np.float32)}
    network = EventNetwork(arrays)
    network.save(chosen.out)
    print(f"wrote {chosen.out}: {chosen.out.stat().st_size:,} bytes, version {network.version}")


if __name__ == "__main__":
    main()
