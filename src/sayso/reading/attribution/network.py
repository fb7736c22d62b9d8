"""The attribution network in numpy: what stands in the model file, and the layers that turn rows into answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading.attribution.features import Integers, Tokens, Vocabulary
from sayso.reading.attribution.pairs import Pairs

Floats = NDArray[np.float32]

TINY = np.float32(1e-5)
VOCABULARIES = ("words", "lemmas", "tags", "deps")
SOURCE, CONTENT, CUE = 1, 2, 3
"""Labels of a token with regard to a cue; 0 is none."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Answers:
    """What the network says of a few cues of a text."""

    shares: Floats
    """(rows, labels): how likely each label is for each row of the pairs."""
    accepted: Floats
    """For each cue the score (log odds) of being one, now that its source and content have been looked for."""


class Network:
    """States for tokens, then states for pairs of cue and token."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.arrays = dict(arrays)
        self.vocabulary = Vocabulary(**{kind: _numbered(arrays[f"vocabulary.{kind}"]) for kind in VOCABULARIES})
        self.version = _checksum(arrays)
        self._vectors = arrays["vectors"].astype(np.float32) * arrays["vectors.scale"]

    @classmethod
    def load(cls, path: Path) -> Network:
        """The network in a model file (.npz, no pickles)."""
        with np.load(path, allow_pickle=False) as file:
            return cls({name: file[name] for name in file.files})

    def with_calibration(self, weights: NDArray[np.float64], threshold: float) -> Network:
        """The same network with other figures to work out confidence from; see `tagger.py`."""
        fresh = {"calibration": weights.astype(np.float32), "threshold": np.array([threshold], np.float32)}
        return Network({**self.arrays, **fresh})

    def save(self, path: Path) -> None:
        """Writes the model file; the same network always gives the same bytes."""
        with path.open("wb") as file:
            np.savez_compressed(file, allow_pickle=False, **self.arrays)

    @cached_property
    def weights(self) -> Mapping[str, Floats]:
        """All arrays of figures in single precision."""
        strings = {f"vocabulary.{kind}" for kind in VOCABULARIES}
        return {name: array.astype(np.float32) for name, array in self.arrays.items() if name not in strings}

    def token_states(self, tokens: Tokens) -> Floats:
        """A row of figures for each token that tells what it is and what stands around it."""
        weights = self.weights
        states = self._linear("enter", self._vectors[tokens.words]) + _bag(weights["table"], tokens.columns)
        states = self._normal("first_norm", states)
        family = _Family(tokens)
        for layer, reach in enumerate(weights["reaches"].astype(int).tolist()):
            told = _with_neighbours(family.sentence_means(states), 1) @ weights[f"contexts.{layer}.weight"]
            around = _with_neighbours(states, reach, states[tokens.heads], family.below(states))
            fresh = self._linear(f"layers.{layer}", around) + told[tokens.sentence]
            states = self._normal(f"norms.{layer}", states + np.maximum(fresh, 0))
        return states

    def cue_scores(self, states: Floats) -> Floats:
        """For each token the log odds that it is the anchor of a cue."""
        scores: Floats = self._linear("hints", states)[:, 0]
        return scores

    def answers(self, states: Floats, likely: Floats, tokens: Tokens, pairs: Pairs, anchors: Integers) -> Answers:
        """The labels of all rows, and how sure the network is of each cue; `likely`: of each token to be a cue."""
        real = pairs.real[:, None].astype(np.float32)
        chosen = states[anchors]
        rows = self._members(states)[pairs.token] + (chosen @ self.weights["anchor.weight"])[pairs.cue]
        rows += _bag(self.weights["pair_table"], pairs.columns)
        rows += _cue_masses(likely, tokens, pairs, anchors) @ self.weights["masses.weight"]
        rows = self._normal("pair_norm", np.maximum(rows, 0)) * real
        for layer, reach in enumerate(self.weights["pair_reaches"].astype(int).tolist()):
            fresh = self._linear(f"pair_layers.{layer}", _with_neighbours(rows, reach, rows[pairs.head]))
            rows = self._normal(f"pair_norms.{layer}", rows + np.maximum(fresh, 0)) * real
        shares = _softmax(self._linear("label", rows))
        return Answers(shares=shares, accepted=self._accepted(rows, shares * real, pairs, chosen))

    def _members(self, states: Floats) -> Floats:
        """What each token brings to the rows it stands in; zeros for the rows of gaps."""
        out = self._linear("member", states)
        return np.concatenate([out, np.zeros_like(out[:1])])

    def _accepted(self, rows: Floats, shares: Floats, pairs: Pairs, chosen: Floats) -> Floats:
        """The score of each cue, from its own state and the mean states of its source, content and cue."""
        ends = [*pairs.starts[1:].tolist(), len(rows)]
        means = np.empty((len(chosen), CUE * rows.shape[1]), np.float32)
        for mean, start, end in zip(means, pairs.starts.tolist(), ends, strict=True):
            share = shares[start:end, SOURCE:].T
            mean[:] = (share @ rows[start:end] / (share.sum(axis=1, keepdims=True) + np.float32(0.1))).ravel()
        weighed = np.maximum(self._linear("weigh", np.concatenate([means, chosen], axis=1)), 0)
        scores: Floats = self._linear("accept", weighed)[:, 0]
        return scores

    def _linear(self, name: str, rows: Floats) -> Floats:
        out: Floats = rows @ self.weights[f"{name}.weight"]
        out += self.weights[f"{name}.bias"]
        return out

    def _normal(self, name: str, rows: Floats) -> Floats:
        """Rows brought to mean 0 and variance 1, then scaled and moved as learned."""
        even = np.full((rows.shape[1], 1), 1 / rows.shape[1], np.float32)
        centred = rows - rows @ even
        variance = np.einsum("ij,ij->i", centred, centred) / np.float32(rows.shape[1])
        centred *= (1 / np.sqrt(variance + TINY))[:, None]
        centred *= self.weights[f"{name}.weight"]
        centred += self.weights[f"{name}.bias"]
        return centred


class _Family:
    """Sums over the dependents of each token and over sentences, prepared once a text."""

    def __init__(self, tokens: Tokens) -> None:
        hangs = np.flatnonzero(tokens.heads != np.arange(len(tokens)))
        heads = tokens.heads[hangs]
        self._order = hangs[np.argsort(heads, kind="stable")]
        self._parents, self._starts, counts = np.unique(np.sort(heads), return_index=True, return_counts=True)
        self._share = (1 / np.sqrt(counts)).astype(np.float32)[:, None]
        self._sentences = tokens.bounds[:, 0]
        self._lengths = (tokens.bounds[:, 1] - tokens.bounds[:, 0]).astype(np.float32)[:, None]

    def below(self, states: Floats) -> Floats:
        """For each token the sum of its dependents' states over the root of their number."""
        out = np.zeros_like(states)
        if len(self._parents):
            out[self._parents] = np.add.reduceat(states[self._order], self._starts) * self._share
        return out

    def sentence_means(self, states: Floats) -> Floats:
        """The mean state of each sentence's tokens."""
        means: Floats = (np.add.reduceat(states, self._sentences) / self._lengths).astype(np.float32, copy=False)
        return means


def _checksum(arrays: Mapping[str, NDArray[Any]]) -> str:
    """A short checksum of all weights."""
    digest = sha256()
    for name in sorted(arrays):
        digest.update(name.encode() + np.ascontiguousarray(arrays[name]).tobytes())
    return digest.hexdigest()[:12]


def _numbered(lines: NDArray[np.uint8]) -> dict[str, int]:
    """The strings of a file, one a line, numbered from 1."""
    text = lines.tobytes().decode()
    return {string: number for number, string in enumerate(text.split("\n"), 1)} if text else {}


def _bag(table: Floats, columns: Integers) -> Floats:
    """For each row of columns the sum of the table's rows that they name."""
    out = table[columns[:, 0]]
    for column in columns.T[1:]:
        out += table[column]
    return out


def _with_neighbours(rows: Floats, reach: int, *more: Floats) -> Floats:
    """Each row, the rows that stand so far before and after it (zeros beyond the ends), and more, side by side."""
    count, width = rows.shape
    out = np.zeros((count, width * (3 + len(more))), np.float32)
    out[:, :width] = rows
    out[reach:, width : 2 * width] = rows[:-reach]
    out[:-reach, 2 * width : 3 * width] = rows[reach:]
    for place, part in enumerate(more, 3):
        out[:, place * width : (place + 1) * width] = part
    return out


def _cue_masses(likely: Floats, tokens: Tokens, pairs: Pairs, anchors: Integers) -> Floats:
    """For each row how likely its token is a cue, and how many cues stand between, in the text and in the tree."""
    padded = np.append(likely, np.float32(0))
    until = np.cumsum(padded)
    above = np.append(np.where(tokens.descent >= 0, padded[tokens.descent], 0).sum(axis=1), np.float32(0))
    between = np.minimum(np.abs(until[pairs.token] - until[anchors[pairs.cue]]), 3)
    higher = np.clip(above[pairs.token] - above[pairs.meeting], 0, 3)
    return np.stack([padded[pairs.token], between, higher], axis=1).astype(np.float32)


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
