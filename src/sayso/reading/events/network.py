"""The networks of events in one model file: what type a candidate is, what part a token has in it, its modality."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import MissingModel
from sayso.reading.events.scorer import Floats, Scorer

NONE = "none"
"""The type of what is no event, and the part of who has none."""
PARTS = (NONE, "actor", "recipient")


class EventNetwork:
    """What stands in a model file: word vectors, types, modes, parts, and the figures of calibration."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.arrays = dict(arrays)
        self.types = _strings(arrays["types"])
        self.modes = _strings(arrays["modes"])
        """``TYPE mode``, and ``TYPE`` for none."""
        self.kinds = Scorer(_under("kinds.", arrays))
        self.parts = Scorer(_under("parts.", arrays))
        self.moods = Scorer(_under("moods.", arrays))
        self._words = {word: n for n, word in enumerate(_strings(arrays["words"]))}
        self._vectors = arrays["word_vectors"].astype(np.float32) * arrays["word_scale"]
        self.calibration: Floats = arrays["calibration"].astype(np.float32)
        self.threshold = float(arrays["threshold"][0])
        digest = sha256()
        for name in sorted(arrays):
            digest.update(name.encode() + np.ascontiguousarray(arrays[name]).tobytes())
        self.version = digest.hexdigest()[:12]

    def vectors(self, words: Sequence[Sequence[str]]) -> Floats:
        """The vectors of some words of each case, side by side; zeros for unknown words."""
        figures = self._vectors.shape[1]
        width = figures * (len(words[0]) if words else 0)
        out = np.zeros((len(words), width), np.float32)
        for case, each in enumerate(words):
            for place, word in enumerate(each):
                number = self._words.get(word)
                if number is not None:
                    out[case, place * figures : (place + 1) * figures] = self._vectors[number]
        return out

    def save(self, path: Path) -> None:
        """Writes the model file; the same network always gives the same bytes."""
        with path.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **self.arrays)


@cache
def load_network(language: str) -> EventNetwork:
    """The network of a language.

    Raises:
        MissingModel: there is no model file for it.
    """
    name = f"events-{language}.npz"
    try:
        with as_file(files("sayso") / "models" / name) as path, np.load(path, allow_pickle=False) as file:
            return EventNetwork({key: file[key] for key in file.files})
    except FileNotFoundError as error:
        raise MissingModel(f"the model file {name} is missing; install sayso again, or run: make models") from error


def _strings(array: NDArray[Any]) -> list[str]:
    return bytes(array).decode("utf-8").split("\n")


def _under(prefix: str, arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
