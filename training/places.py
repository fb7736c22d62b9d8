"""Weights of the toponym recogniser: a logistic regression over `sayso.reading.places.features`.

    python -m training.places FILE.jsonl[.gz] ... [--out src/sayso/models/places-en.csv]

Each line has a text. What names a place there is told by spaCy's own entity recogniser (silver labels), made steadier
by all texts together: the reading then does without the recogniser, which costs more than all of this.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.knowledge.gazetteer.compiled import CompiledGazetteer
from sayso.knowledge.language import language
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.reading.places.features import Features
from sayso.reading.places.recognise import WEIGHTS
from sayso.reading.places.toponyms import Toponym, find_toponyms

PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
OTHERS = frozenset({"PERSON", ""})
HOLDERS = frozenset({"ORG", *PLACES, *OTHERS})
"""Kinds of names that a place's name may stand in and still name it; events, works and laws are not."""
RARE = 12
"""Cases that a feature must stand in to be kept."""
STEADY, ENOUGH = 0.8, 4
"""Share of a key's mentions that must be places, and mentions, for the others to follow."""
ROUNDS, RATE, DECAY = 400, 0.3, 3.0
SMALLEST = 0.02

Case = tuple[tuple[str, ...], int]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="+", type=Path)
    arguments.add_argument("--out", type=Path, default=WEIGHTS)
    given = arguments.parse_args()
    cases = label(list(parses(given.files)))
    weights = train(cases)
    with given.out.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("feature", "weight"))
        table.writerows((name, f"{weight:.3f}") for name, weight in sorted(weights.items()))
    print(f"{len(cases):,} cases, {sum(y for _, y in cases):,} places, {len(weights):,} weights in {given.out}")
    return 0


def parses(files: Sequence[Path]) -> Iterator[Parsed]:
    """The parses of all texts, entities included."""
    import spacy

    from evaluation.__main__ import lines

    english = language("en")
    parser = Parser(english)
    parser._nlp = spacy.load(english.pipeline, exclude=["senter", "attribute_ruler", "lemmatizer"])
    for file in files:
        yield from (parser(row["text"]) for row in lines(str(file)))


def label(texts: Sequence[Parsed]) -> list[Case]:
    """The toponyms of all texts: features, and 1 for a place."""
    english, gazetteer = language("en"), CompiledGazetteer()
    found = [(p, find_toponyms(p, gazetteer, english)) for p in texts]
    votes: dict[str, list[int]] = defaultdict(list)
    for parsed, toponyms in found:
        for t in toponyms:
            first = _told(parsed, t) if t.tokens else None
            if first is not None:
                votes[t.key].append(first)
    steady = {k for k, v in votes.items() if len(v) >= ENOUGH and sum(v) / len(v) >= STEADY}
    return [case for parsed, toponyms in found for case in _cases(parsed, toponyms, steady)]


def _cases(parsed: Parsed, toponyms: Sequence[Toponym], steady: set[str]) -> Iterator[Case]:
    features = Features(parsed, toponyms, language("en"))
    for toponym in toponyms:
        if not toponym.tokens:
            continue
        told = _told(parsed, toponym)
        if told is None:
            told = _inside(parsed, toponym, steady)
        elif not told and toponym.key in steady and parsed.entities[toponym.tokens[0]] != "PERSON":
            told = 1
        if told is not None:
            yield features.of(toponym), told


def _told(parsed: Parsed, toponym: Toponym) -> int | None:
    """What the entities say of a toponym; None where it stands in an organisation or the like."""
    kinds = {parsed.entities[i] for i in toponym.tokens if parsed.words[i][0].isalpha()}
    if kinds <= PLACES and kinds:
        return 1
    return 0 if kinds <= OTHERS else None


def _inside(parsed: Parsed, toponym: Toponym, steady: set[str]) -> int | None:
    """A place at the front of another name ("… County Sheriff's Office") is named all the same."""
    first, last = toponym.tokens[0], toponym.tokens[-1]
    if parsed.entities[toponym.tokens[0]] not in HOLDERS:
        return 0
    opens = parsed.entity_starts[first] or parsed.lowers[first - 1] == "the"
    if toponym.key in steady and opens:
        return 1
    longer = last + 1 < len(parsed) and parsed.entities[last + 1] == parsed.entities[last] != ""
    return 0 if longer and not opens else None


def train(cases: Sequence[Case]) -> dict[str, float]:
    """Weights of the features, small ones left out; ``bias`` is among them."""
    counts = Counter(name for features, _ in cases for name in features)
    names = ["bias", *sorted(name for name, n in counts.items() if n >= RARE)]
    number = {name: n for n, name in enumerate(names)}
    rows = [[0, *(number[f] for f in features if f in number)] for features, _ in cases]
    owner = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    columns = np.concatenate([np.array(r) for r in rows])
    labels = np.array([y for _, y in cases], np.float64)
    weights = _descend(owner, columns, labels, len(names))
    return {n: float(w) for n, w in zip(names, weights, strict=True) if abs(w) >= SMALLEST or n == "bias"}


def _descend(
    owner: NDArray[np.intp], columns: NDArray[np.intp], labels: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    weights, squares = np.zeros(size), np.full(size, 1e-6)
    for _ in range(ROUNDS):
        scores = np.bincount(owner, weights[columns], len(labels))
        error = 1 / (1 + np.exp(-scores)) - labels
        gradient = np.bincount(columns, error[owner], size) + DECAY * weights
        squares += gradient**2
        weights -= RATE * gradient / np.sqrt(squares)
    return weights


if __name__ == "__main__":
    raise SystemExit(main())
