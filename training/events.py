"""Trains the networks of events from the *deeds* corpus and writes them into the package.

    python -m training.events [--out FILE.npz] [--epochs N]

Only the project's own corpus is learned from. Calibration comes from situations held out in turn (five parts); one
core, a few minutes. Needs torch.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from evaluation.deeds import Deed, Sentence, read
from sayso.knowledge.language import Language, language
from sayso.knowledge.ontology import plover
from sayso.knowledge.triggers import Sense, triggers
from sayso.reading.events.candidates import Candidate, find_candidates
from sayso.reading.events.features import SHORT, Features, senses_as_features
from sayso.reading.events.frames import Grammar
from sayso.reading.events.network import NONE, PARTS, EventNetwork
from sayso.reading.parse import Parser
from sayso.schema.span import Span

ROOT = Path(__file__).parent.parent
ATTRIBUTION = ROOT / "src/sayso/models/attribution-en.npz"
"""Whose word vectors are used again."""
DEEDS = ROOT / "corpora/deeds/train.jsonl"
OUT = ROOT / "src/sayso/models/events-en.npz"
RARE = 0.5
"""How much rarer types count for more: the power of their rarity."""
LEXICON_WEIGHT = 0.5
"""How much a row of the lexicon counts beside a candidate of the corpus."""
OBJECT_WEIGHT = 0.15
"""The same for one object of a row that has several."""
Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How to train one network."""

    hidden: int = 96
    epochs: int = 14
    rate: float = 3e-3
    decay: float = 0.02
    batch: int = 64
    dropout: float = 0.35
    least: int = 2
    """Features seen less often are not learned."""
    networks: int = 3
    """Networks trained from different beginnings; they stand side by side and their answers are averaged."""
    seed: int = 1


@dataclass(frozen=True, kw_only=True)
class Case:
    """One thing to learn."""

    features: list[str]
    words: tuple[str, ...]
    answers: dict[str, int]
    """The right option of each answer; -100 where it does not matter."""
    weight: float
    fold: int


@dataclass(frozen=True, kw_only=True)
class Lessons:
    """All that is learned of a corpus."""

    kinds: list[Case]
    parts: list[Case]
    missed: Counter[str]
    """Triggers that are no candidates, so that nothing can find them."""


def modes() -> list[str]:
    """Every type without mode, and with each."""
    return [
        name for type_ in plover().types.values() for name in (type_.name, *(f"{type_.name} {m}" for m in type_.modes))
    ]


def types() -> list[str]:
    """No event, and every type."""
    return [NONE, *plover().types]


def fold_of(sentence: Sentence) -> int:
    """The part that a situation is held out with."""
    return hashlib.sha256(("fold" + sentence.situation).encode()).digest()[0] % 5


def lessons(sentences: Iterable[Sentence], parser: Parser, english: Language) -> Lessons:
    """The cases of a corpus."""
    out = Lessons(kinds=[], parts=[], missed=Counter())
    for sentence in sentences:
        parsed = parser(sentence.text)
        reader = Features(parsed, triggers(english), english)
        grammar = Grammar(parsed, english)
        candidates = list(find_candidates(parsed, grammar, triggers(english), english))
        gold = match(sentence, parsed, candidates)
        out.missed.update(
            sentence.text[slice(*e.trigger)].lower() for e in sentence.events if id(e) not in map(id, gold.values())
        )
        for n, candidate in enumerate(candidates):
            deed = gold.get(n)
            out.kinds.append(_kind(reader, candidate, deed, fold_of(sentence)))
            if deed is not None:
                out.parts.extend(_parts(reader, candidate, deed, parsed, fold_of(sentence)))
    return out


def balanced(cases: Sequence[Case]) -> list[Case]:
    """Events of rare types count for more, those of frequent ones for less: how often a type occurs is the
    writers' choice.
    """
    counts = Counter(c.answers["type"] for c in cases)
    counts.pop(0, None)
    mean = sum(counts.values()) / max(1, len(counts))
    weights = {0: 1.0} | {t: min(3.0, (mean / n) ** RARE) for t, n in counts.items()}
    return [replace(c, weight=c.weight * weights[c.answers["type"]]) for c in cases]


def lexicon_lessons(english: Language) -> list[Case]:
    """What a word of the lexicon means where nothing else is known: a case for every row, for every object that it
    asks for.
    """
    return [
        _of_row(part, words, sense, about)
        for (part, words), senses in triggers(english).items()
        for sense in senses
        for about in sorted(sense.objects) or [()]
    ]


def _of_row(part: str, words: tuple[str, ...], sense: Sense, about: tuple[str, ...]) -> Case:
    short = SHORT[part] if part != "adjective" else "v"
    head = words[0] if part == "verb" else words[-1]
    features = [f"l={head}/{short}", *(["m=" + " ".join(words)] if len(words) > 1 else [])]
    features += list(senses_as_features("s", (sense,)))
    if about:
        features += [f"o=obj:{about[-1]}", f"lo={head}+{about[-1]}"]
    name = f"{sense.type} {sense.mode}" if sense.mode else sense.type
    mode = modes().index(name) if sense.mode else -100
    return Case(
        features=features,
        words=(head, about[-1] if about else "", ""),
        answers={"type": types().index(sense.type), "mode": mode},
        weight=OBJECT_WEIGHT if about else LEXICON_WEIGHT,
        fold=-1,
    )


def match(sentence: Sentence, parsed: Any, candidates: Sequence[Candidate]) -> dict[int, Deed]:
    """The marked events by the number of the candidate whose head stands in their trigger; the first such candidate."""
    out: dict[int, Deed] = {}
    for deed in sentence.events:
        first, end = parsed.tokens_of(Span(*deed.trigger))
        inside = [n for n, c in enumerate(candidates) if first <= c.head < end and n not in out]
        touching = [n for n, c in enumerate(candidates) if any(first <= t < end for t in c.tokens) and n not in out]
        if inside or touching:
            chosen = [n for n in inside if candidates[n].senses] or inside or touching
            out[chosen[0]] = deed
    return out


def _kind(reader: Features, candidate: Candidate, deed: Deed | None, fold: int) -> Case:
    name = NONE if deed is None else deed.type
    mode = -100
    if deed is not None:
        mode = modes().index(f"{deed.type} {deed.mode}" if deed.mode else deed.type)
    return Case(
        features=reader.of_type(candidate),
        words=reader.vectors(candidate),
        answers={"type": types().index(name), "mode": mode},
        weight=1.0,
        fold=fold,
    )


def _parts(reader: Features, candidate: Candidate, deed: Deed, parsed: Any, fold: int) -> list[Case]:
    sides = {"actor": deed.actors, "recipient": deed.recipients}
    heads = {
        parsed.head_of(range(*tokens)): PARTS.index(side)
        for side, spans in sides.items()
        for span in spans
        if (tokens := parsed.tokens_of(Span(*span)))[0] < tokens[1]
    }
    passive = any(name.startswith("subj-pass") for name, _ in candidate.frame.slots)
    return [
        Case(
            features=reader.of_party(candidate, slot, token, deed.type, passive),
            words=(),
            answers={"part": heads.get(token, 0)},
            weight=1.0,
            fold=fold,
        )
        for slot, token in candidate.frame.slots
    ]


class Bag(nn.Module):
    """The network of `Scorer`, in torch."""

    def __init__(self, features: int, figures: int, answers: dict[str, int], recipe: Recipe) -> None:
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


def fit(cases: Sequence[Case], answers: dict[str, int], vectors: NDArray[np.float32] | None, recipe: Recipe) -> Arrays:
    """Networks trained on some cases, side by side in the arrays of one `Scorer`."""
    counts = Counter(f for c in cases for f in set(c.features))
    names = sorted(f for f, n in counts.items() if n >= recipe.least)
    number = {name: n for n, name in enumerate(names)}
    trained = [_train(cases, number, answers, vectors, recipe, recipe.seed + n) for n in range(recipe.networks)]
    out: Arrays = {"features": np.frombuffer("\n".join(names).encode(), np.uint8)}
    out["rows"] = np.concatenate([t.rows.weight.detach().numpy()[:-1] for t in trained], 1).astype(np.float16)
    out["bias"] = np.concatenate([t.bias.detach().numpy() for t in trained]).astype(np.float16)
    if vectors is not None:
        both = [t.vectors.weight.detach().numpy().T for t in trained if t.vectors is not None]
        out["vectors"] = np.concatenate(both, 1).astype(np.float16)
    for name in answers:
        out[f"{name}.weight"] = np.concatenate(
            [t.heads[name].weight.detach().numpy().T / len(trained) for t in trained]
        ).astype(np.float16)
        out[f"{name}.bias"] = np.mean([t.heads[name].bias.detach().numpy() for t in trained], axis=0).astype(np.float16)
    return out


def _train(
    cases: Sequence[Case],
    number: dict[str, int],
    answers: dict[str, int],
    vectors: NDArray[np.float32] | None,
    recipe: Recipe,
    seed: int,
) -> Bag:
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    network = Bag(len(number), 0 if vectors is None else vectors.shape[1], answers, recipe)
    known = [np.array([number[f] for f in c.features if f in number], np.int64) for c in cases]
    wanted = {name: torch.tensor([c.answers[name] for c in cases]) for name in answers}
    weights = torch.tensor([c.weight for c in cases])
    total = recipe.epochs * (len(cases) // recipe.batch)
    optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, recipe.rate, total_steps=total + 1)
    for _ in range(recipe.epochs):
        order = random.permutation(len(cases))
        for first in range(0, len(order) - recipe.batch + 1, recipe.batch):
            batch = order[first : first + recipe.batch]
            bags = _padded([known[i][random.random(len(known[i])) > 0.15] for i in batch], len(number))
            given = None if vectors is None else torch.from_numpy(vectors[batch])
            scores = network(bags, given)
            loss = sum(_loss(scores[name], wanted[name][batch], weights[batch]) for name in answers)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[union-attr]
            optimizer.step()
            schedule.step()
    return network.eval()


def _loss(scores: torch.Tensor, wanted: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    each = nn.functional.cross_entropy(scores, wanted, ignore_index=-100, reduction="none", label_smoothing=0.05)
    return (each * weights).sum() / len(each)


def _padded(bags: list[NDArray[np.int64]], empty: int) -> torch.Tensor:
    width = max(1, *(len(b) for b in bags))
    out = np.full((len(bags), width), empty, np.int64)
    for row, bag in zip(out, bags, strict=True):
        row[: len(bag)] = bag
    return torch.from_numpy(out)


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
    arrays |= {f"kinds.{k}": v for k, v in kinds.items()}
    return arrays | {f"parts.{k}": v for k, v in parts.items()}


def calibrate(
    found: Lessons, words: list[str], table: NDArray[np.float32], recipe: Recipe
) -> tuple[NDArray[np.float32], float]:
    """Slope and offset of the confidences, and the threshold of best F1, from situations held out in turn."""
    shares, right, gold = [], [], 0
    for fold in range(5):
        apart = Lessons(
            kinds=[c for c in found.kinds if c.fold != fold],
            parts=[c for c in found.parts if c.fold != fold],
            missed=Counter(),
        )
        network = EventNetwork(build(apart, words, table, replace(recipe, networks=1)))
        held = [c for c in found.kinds if c.fold == fold]
        hidden = network.kinds.hidden([c.features for c in held], network.vectors([c.words for c in held]))
        answers = network.kinds.answer("type", hidden)
        answers[:, 0] = 0
        shares += np.clip(answers.max(1), 1e-4, 1 - 1e-4).tolist()
        right += [int(a == c.answers["type"]) for a, c in zip(answers.argmax(1), held, strict=True)]
        gold += sum(c.answers["type"] > 0 for c in held)
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


def main() -> None:
    """Trains, calibrates and writes."""
    arguments = argparse.ArgumentParser(description="Train the networks of events.")
    arguments.add_argument("--out", type=Path, default=OUT)
    arguments.add_argument("--epochs", type=int, default=Recipe.epochs)
    arguments.add_argument("--corpus", type=Path, default=DEEDS)
    chosen = arguments.parse_args()
    recipe = Recipe(epochs=chosen.epochs)
    english = language("en")
    found = lessons(read(chosen.corpus), Parser(english), english)
    found = replace(found, kinds=balanced(found.kinds) + lexicon_lessons(english))
    print(
        f"{len(found.kinds)} candidates, {len(found.parts)} parties, {found.missed.total()} triggers missed", flush=True
    )
    words, table = word_vectors(ATTRIBUTION)
    weights, threshold = calibrate(found, words, table, recipe)
    arrays = build(found, words, table, recipe)
    arrays |= {"calibration": weights, "threshold": np.array([threshold], np.float32)}
    network = EventNetwork(arrays)
    network.save(chosen.out)
    print(f"wrote {chosen.out}: {chosen.out.stat().st_size:,} bytes, version {network.version}")


if __name__ == "__main__":
    main()
