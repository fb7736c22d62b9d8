"""Turns a trained torch network into the arrays of a model file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading.attribution.features import Vocabulary
from training.model import TorchNetwork

TABLES = ("table", "pair_table")


def export(network: TorchNetwork, vocabulary: Vocabulary) -> dict[str, NDArray[Any]]:
    """All arrays by name: matrices as rows times columns in half precision, word vectors in bytes."""
    out: dict[str, NDArray[Any]] = {}
    for name, tensor in network.state_dict().items():
        array = tensor.numpy()
        matrix = array.ndim == 2 and name not in TABLES
        if name != "vectors":
            out[name] = np.ascontiguousarray(array.T if matrix else array).astype(np.float16)
    vectors: NDArray[np.float32] = network.vectors.numpy()
    scale = np.abs(vectors).max(axis=0, keepdims=True) / np.float32(127)
    out["vectors"] = np.rint(vectors / scale).astype(np.int8)
    out["vectors.scale"] = scale
    out["reaches"] = np.array(network.shape.reaches, np.int8)
    out["pair_reaches"] = np.array(network.shape.pair_reaches, np.int8)
    for kind in ("words", "lemmas", "tags", "deps"):
        out[f"vocabulary.{kind}"] = _lines(getattr(vocabulary, kind))
    return out


def _lines(numbers: Mapping[str, int]) -> NDArray[np.uint8]:
    """Strings in the order of their numbers, one a line."""
    return np.frombuffer("\n".join(sorted(numbers, key=lambda string: numbers[string])).encode(), np.uint8)
