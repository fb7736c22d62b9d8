"""Trains the weights of the attribution network from the corpora and writes them into the package.

    python -m training.attribution [--epochs N] [--out FILE.npz]

PolNeAR comes from ``../shared``; it may be used to train, its texts may not be passed on. The *voices* corpus is part
of the project. Some texts of both are held out, to learn from them how far to trust the network. One core, one thread;
about twenty minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from sayso.knowledge.language import language
from sayso.reading.attribution.network import Network
from sayso.reading.attribution.tagger import Tagger
from sayso.reading.parse import Parser
from training.calibrate import calibrate
from training.corpus import Example, Marked, examples
from training.export import export
from training.train import Recipe, lesson, train, vocabulary_of
from training.vectors import Vectors, cut, fetch
from training.voices import voices_examples

ROOT = Path(__file__).parent.parent
POLNEAR = ROOT.parent / "shared/eval/attribution/polnear_train.jsonl.gz"
VOICES = ROOT / "corpora/voices/train.jsonl"
OUT = ROOT / "src/sayso/models/attribution-en.npz"
VECTORS = "0.1.0", "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4"
"""Version and SHA-256 sum of the package of word vectors."""
WEIGHT = 3.0
"""How much more an attribution of the *voices* corpus counts than one of PolNeAR, which has far more words."""
HELD = 15
"""One text in so many is held out."""


def main() -> None:
    """Trains and writes."""
    arguments = argparse.ArgumentParser(description="Train the attribution network.")
    arguments.add_argument("--out", type=Path, default=OUT)
    arguments.add_argument("--epochs", type=int, default=Recipe.epochs)
    chosen = arguments.parse_args()
    english = language("en")
    parser = Parser(english)
    texts = [*examples(polnear(), parser), *voices_examples(VOICES, parser, WEIGHT)]
    print(f"{len(texts)} texts parsed", flush=True)
    held = texts[HELD - 1 :: HELD]
    learned = [text for n, text in enumerate(texts) if (n + 1) % HELD]
    counts = Counter(word for text in learned for word in text.parsed.lowers)
    words, vectors = cut(fetch(ROOT / "build/vectors", *VECTORS), counts, english)
    print(f"{len(words)} words have vectors", flush=True)
    network = build(learned, held, words, vectors, Recipe(epochs=chosen.epochs))
    network.save(chosen.out)
    print(f"wrote {chosen.out}: {chosen.out.stat().st_size:,} bytes, version {network.version}")


def build(learned: list[Example], held: list[Example], words: list[str], vectors: Vectors, recipe: Recipe) -> Network:
    """A network trained on some texts, its confidences learned from others."""
    vocabulary = vocabulary_of(learned, words)
    table = np.concatenate([np.zeros_like(vectors[:1]), vectors])  # row 0 is for words that have none
    trained = train([lesson(text, vocabulary) for text in learned], vocabulary, table, recipe)
    network = Network(export(trained, vocabulary))
    return network.with_calibration(*calibrate(Tagger(network), held))


def polnear() -> Iterator[tuple[str, list[Marked]]]:
    """Texts and attributions of PolNeAR's training part."""
    with gzip.open(POLNEAR, "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            yield record["text"], record["attributions"]


if __name__ == "__main__":
    main()
