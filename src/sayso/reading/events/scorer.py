"""A small network over named features: a sum of their rows and of projected word vectors, one hidden layer, answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Scorer:
    """One such network; several answers may be read off the same hidden layer.

    Args:
        arrays: ``features`` (names, joined by line breaks, as UTF-8), ``rows`` (features, hidden), ``bias`` (hidden),
        and where
            vectors are read ``vectors`` (words read x figures, hidden); for each answer ``NAME.weight`` and
            ``NAME.bias``.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        names = bytes(arrays["features"]).decode("utf-8").split("\n")
        self.numbers = {name: number for number, name in enumerate(names)}
        self.names = names
        self.weights: dict[str, Floats] = {k: v.astype(np.float32) for k, v in arrays.items() if k != "features"}

    def hidden(self, features: Sequence[Sequence[str]], vectors: Floats | None = None) -> Floats:
        """The hidden layer for some cases; unknown features count for nothing.

        Args:
            features: for each case its features.
            vectors: (cases, words read x figures).
        """
        rows = self.weights["rows"]
        out = np.empty((len(features), rows.shape[1]), np.float32)
        for case, names in enumerate(features):
            known = [n for n in map(self.numbers.get, names) if n is not None]
            out[case] = rows[known].sum(axis=0)
        if vectors is not None:
            out += vectors @ self.weights["vectors"]
        out += self.weights["bias"]
        return np.maximum(out, 0, out=out)

    def answer(self, name: str, hidden: Floats) -> Floats:
        """The shares of an answer's options, (cases, options)."""
        scores = hidden @ self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        return np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float32)

    def telling(self, name: str, features: Sequence[str], option: int, most: int = 3) -> tuple[str, ...]:
        """The features that speak most for an option, by the score that is lost without each."""
        known = [f for f in dict.fromkeys(features) if f in self.numbers]
        if not known:
            return ()
        whole = self.hidden([known])
        without = self.hidden([[f for f in known if f != left] for left in known])
        weight = self.weights[f"{name}.weight"]
        gain = (whole @ weight - without @ weight)[:, option]
        order = np.argsort(-gain, kind="stable")
        return tuple(known[i] for i in order[:most] if gain[i] > 0)
