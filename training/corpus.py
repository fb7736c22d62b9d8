"""Marked texts to train on: attributions as tokens of a parsed text, and the answers the network is to learn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.attribution.features import Integers
from sayso.reading.attribution.network import CONTENT, CUE, SOURCE
from sayso.reading.attribution.pairs import GAP, Pairs
from sayso.reading.parse import Parser
from sayso.reading.parsed import Parsed
from sayso.schema.span import Span

Marked = Mapping[str, Sequence[Sequence[int]]]
"""An attribution as corpora have it: for each role a list of [start, end] in characters."""


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """Who says what, in tokens."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Example:
    """A text with all its attributions; `weight` scales what the network learns of it."""

    parsed: Parsed
    attributions: tuple[Attribution, ...]
    weight: float = 1.0


def examples(texts: Iterable[tuple[str, Sequence[Marked]]], parser: Parser, weight: float = 1.0) -> list[Example]:
    """Parses the texts of a corpus and turns its attributions into tokens."""
    out = []
    for text, marked in texts:
        parsed = parser(text)
        attributions = tuple(_in_tokens(parsed, attribution) for attribution in marked)
        out.append(Example(parsed=parsed, attributions=attributions, weight=weight))
    return out


def _in_tokens(parsed: Parsed, marked: Marked) -> Attribution:
    roles = {
        role: tuple(
            sorted({i for start, end in marked.get(role) or () for i in range(*parsed.tokens_of(Span(start, end)))})
        )
        for role in ("source", "cue", "content")
    }
    return Attribution(**roles)


def anchor_of(parsed: Parsed, cue: Sequence[int]) -> int:
    """The one token that stands for a cue: that of which the others depend, a verb if there are several."""
    inside = set(cue)
    tops = [i for i in cue if parsed.heads[i] == i or parsed.heads[i] not in inside]
    return next((i for i in tops if parsed.tags[i].startswith("VB")), tops[0])


def anchors_of(example: Example) -> dict[int, Attribution]:
    """The attributions that can be learned, by anchor: those with cue and content."""
    out: dict[int, Attribution] = {}
    for attribution in example.attributions:
        if attribution.cue and attribution.content:
            out.setdefault(anchor_of(example.parsed, attribution.cue), attribution)
    return out


def token_answers(example: Example, anchors: Mapping[int, Attribution]) -> NDArray[np.float32]:
    """(tokens, 6): anchor of a cue; in any cue, source or content; first and last token of a content."""
    out = np.zeros((len(example.parsed), 6), np.float32)
    out[list(anchors), 0] = 1
    for attribution in anchors.values():
        for column, tokens in enumerate((attribution.cue, attribution.source, attribution.content), 1):
            out[list(tokens), column] = 1
        out[attribution.content[0], 4] = 1
        out[attribution.content[-1], 5] = 1
    return out


def pair_answers(pairs: Pairs, cues: Sequence[int], anchors: Mapping[int, Attribution], size: int) -> Integers:
    """The label of each row; -100 in gaps and for cues that are none, of which nothing is learned."""
    out = np.full(len(pairs.token), -100)
    ends = np.append(pairs.starts[1:], len(pairs.token)) - GAP
    for cue, start, end in zip(cues, pairs.starts, ends, strict=True):
        if cue in anchors:
            labels = np.zeros(size, dtype=np.int64)
            labels[list(anchors[cue].source)] = SOURCE
            labels[list(anchors[cue].content)] = CONTENT
            labels[list(anchors[cue].cue)] = CUE
            out[start:end] = labels[pairs.token[start:end]]
    return out
