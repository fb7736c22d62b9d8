"""Finds who says what in a parsed text with the attribution network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from sayso.errors import MissingModel
from sayso.reading.attribution.features import Integers, Tokens, read_tokens
from sayso.reading.attribution.network import CONTENT, CUE, SOURCE, Answers, Floats, Network
from sayso.reading.attribution.pairs import GAP, Pairs, read_pairs
from sayso.reading.drafts import Draft
from sayso.reading.parsed import Parsed

TOGETHER = 24
"""Cues whose rows are worked out at one time, so that long texts need no more memory than short ones."""
LEAST = 0.15
"""Tokens less likely to be a cue than this are not looked at."""
RIVALS = 0.8
"""Of two drafts whose contents share this much (Jaccard), the less sure one is dropped."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """What a cue may be the cue of, before its confidence is known."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    evidence: tuple[float, ...]
    """The figures that confidence is worked out from; see `_evidence`."""


class Tagger:
    """Drafts of the attributions of a text; the same text always gives the same drafts.

    `least` replaces the threshold of the model file: drafts less sure are left out.
    """

    def __init__(self, network: Network, least: float | None = None) -> None:
        self.network = network
        self._calibration = network.weights.get("calibration")
        threshold = network.weights.get("threshold")
        self.version = network.version
        self._least = least if least is not None else float(threshold[0]) if threshold is not None else 0.0

    @classmethod
    def load(cls, path: Path, least: float | None = None) -> Tagger:
        """The tagger of a model file."""
        return cls(Network.load(path), least)

    def __call__(self, parsed: Parsed) -> tuple[Draft, ...]:
        """The attributions of a text that are sure enough, in order of their cues; none stands in another."""
        drafts = without_rivals([draft for draft in self.drafts(parsed) if draft.confidence >= self._least])
        return tuple(sorted(drafts, key=lambda draft: draft.cue))

    def drafts(self, parsed: Parsed) -> list[Draft]:
        """All drafts, however unsure."""
        return [self._draft(candidate) for candidate in self.candidates(parsed)]

    def candidates(self, parsed: Parsed) -> list[Candidate]:
        """All that could be attributions, in text order; each has content."""
        if not len(parsed):
            return []
        tokens = read_tokens(parsed, self.network.vocabulary)
        states = self.network.token_states(tokens)
        scores = self.network.cue_scores(states)
        likely = (1 / (1 + np.exp(-np.clip(scores, -30, 30)))).astype(np.float32)
        found = np.flatnonzero(likely >= LEAST)
        out: list[Candidate] = []
        for first in range(0, len(found), TOGETHER):
            anchors = found[first : first + TOGETHER]
            pairs = read_pairs(tokens, anchors, self.network.vocabulary)
            answers = self.network.answers(states, likely, tokens, pairs, anchors)
            out += _candidates(tokens, anchors, pairs, answers, scores)
        return out

    def _draft(self, candidate: Candidate) -> Draft:
        confidence = 1.0
        if self._calibration is not None:
            score = float(self._calibration[0] + np.dot(self._calibration[1:], candidate.evidence))
            confidence = float(1 / (1 + np.exp(-np.clip(score, -30, 30))))
        return Draft(
            source=candidate.source, cue=candidate.cue, content=candidate.content, confidence=round(confidence, 4)
        )


def _candidates(
    tokens: Tokens, anchors: Integers, pairs: Pairs, answers: Answers, scores: Floats
) -> Iterator[Candidate]:
    """A candidate for each cue that has content."""
    labels = answers.shares.argmax(axis=1)
    ends = np.append(pairs.starts[1:], len(pairs.token)) - GAP
    for number, (anchor, start, end) in enumerate(zip(anchors.tolist(), pairs.starts, ends, strict=True)):
        label, member = labels[start:end].copy(), pairs.token[start:end]
        label[member == anchor] = CUE
        content = tuple(member[label == CONTENT].tolist())
        if content:
            yield Candidate(
                source=tuple(member[label == SOURCE].tolist()),
                cue=tuple(member[label == CUE].tolist()),
                content=content,
                evidence=_evidence(
                    answers.shares[start:end],
                    label,
                    float(scores[anchor]),
                    float(answers.accepted[number]),
                    tokens.quotation[member],
                ),
            )


def _evidence(shares: Floats, label: Integers, score: float, accepted: float, quotation: Integers) -> tuple[float, ...]:
    """Figures that tell how sure the network is of a cue: of the cue itself, its source, its content."""
    content, source = label == CONTENT, label == SOURCE
    certain = shares.max(axis=1)
    named = float(shares[source, SOURCE].mean()) if source.any() else float(1 - shares[:, SOURCE].max())
    return (
        score,
        accepted,
        float(shares[content, CONTENT].mean()),
        float(np.log(certain[content | source | (shares[:, 0] < 0.9)]).mean()),
        named,
        float(source.any()),
        float(np.log(content.sum())),
        float((quotation[content] >= 0).mean()),
    )


def without_rivals(drafts: list[Draft]) -> list[Draft]:
    """The drafts less those that share their cue with a surer one, or nearly all of their content."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (-draft.confidence, draft.cue)):
        cue, content = set(draft.cue), set(draft.content)
        if not any(cue & set(other.cue) or _shared(content, set(other.content)) >= RIVALS for other in kept):
            kept.append(draft)
    return kept


def _shared(one: set[int], other: set[int]) -> float:
    """The Jaccard index of two sets, neither of them empty."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def load_tagger(code: str) -> Tagger:
    """The tagger of a language.

    Raises:
        MissingModel: there are no weights for it.
    """
    file = files("sayso.models") / f"attribution-{code}.npz"
    if not file.is_file():
        raise MissingModel(f"there are no weights for the language {code!r}; run: make models")
    return Tagger.load(Path(str(file)))
