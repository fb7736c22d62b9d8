"""Arrays of integers for each pair of a cue and a token of the cue's window, read by the network's second stage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.attribution.features import CLIMB, Integers, Tokens, Vocabulary, bucket, offsets

GAP = 8
"""Empty rows between windows, so that convolutions see no neighbour's tokens."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Pairs:
    """The rows of all cues of a text: each cue's window, then `GAP` rows that belong to none."""

    cue: Integers
    """The position of the row's cue in the list of cues."""
    token: Integers
    """The row's token; the number of tokens in the text for rows of a gap."""
    head: Integers
    """The row of the same window that holds the head of the row's token, or the last row (of a gap)."""
    meeting: Integers
    """The token where the ways up from cue and token meet, or the number of tokens in the text."""
    columns: Integers
    """(rows, columns), offset to index one table."""
    real: NDArray[np.bool_]
    """False in gaps."""
    starts: Integers
    """One entry a cue: its first row."""


def read_pairs(tokens: Tokens, cues: Iterable[int], vocabulary: Vocabulary) -> Pairs:
    """The rows of all cues of a text, each named by its anchor token."""
    anchors = np.fromiter(cues, dtype=np.int64)
    low, high = tokens.windows[tokens.sentence[anchors]].T
    ends = np.cumsum(high - low + GAP) + GAP
    starts = ends - GAP - (high - low)
    total = int(ends[-1]) if len(ends) else GAP
    cue, token = np.zeros(total, dtype=np.int64), np.full(total, len(tokens))
    width = high - low
    row = np.repeat(starts - np.concatenate([[0], np.cumsum(width)[:-1]]), width) + np.arange(int(width.sum()))
    cue[row] = np.repeat(np.arange(len(anchors)), width)
    token[row] = row - np.repeat(starts - low, width)
    real = token < len(tokens)
    member, anchor = token[row], anchors[cue[row]]
    head = np.full(total, total - 1)
    target = tokens.heads[member] + np.repeat(starts - low, width)
    held = (tokens.heads[member] >= np.repeat(low, width)) & (tokens.heads[member] < np.repeat(high, width))
    head[row] = np.where(held, target, total - 1)
    meeting = np.full(total, len(tokens))
    columns = np.zeros((total, len(vocabulary.pair_widths)), dtype=np.int64)
    path, meeting[row] = _path_columns(tokens, member, anchor, len(vocabulary.deps) + 1)
    columns[row] = np.stack([*path, *_distance_columns(tokens, member, anchor)], 1) + offsets(vocabulary.pair_widths)
    return Pairs(cue=cue, token=token, head=head, meeting=meeting, columns=columns, real=real, starts=starts)


def _path_columns(tokens: Tokens, member: Integers, anchor: Integers, deps: int) -> tuple[list[Integers], Integers]:
    """Columns for the way through the tree from the cue to the token, and the token where their ways up meet.

    The way goes up from the cue to an ancestor of the token, then down. Told apart are the number of steps up and
    the last of them, and the first two steps down with the number of all.
    """
    chain = tokens.chain[anchor, :CLIMB]
    deepest = tokens.descent.shape[1] - 1
    level = tokens.depth[chain]
    shared = tokens.descent[member[:, None], np.minimum(level, deepest)] == chain
    met = shared.any(1)
    up = np.where(met, shared.argmax(1), CLIMB)
    here = np.minimum(up, chain.shape[1] - 1)
    row = np.arange(len(member))
    top = chain[row, here]
    top_level = level[row, here]
    last_up = np.where(met & (up > 0), tokens.deps[chain[row, np.maximum(here - 1, 0)]], 0)
    down = [
        np.where(met & (step >= 0), tokens.deps[step] + 1, 0)
        for step in (tokens.descent[member, np.minimum(top_level + more, deepest)] for more in (1, 2))
    ]
    steps = np.where(met, np.minimum(tokens.depth[member] - top_level, 5), 5)
    columns = [
        (up * (deps + 1) + down[0]) * 2 + (member > anchor),
        up * deps + last_up,
        steps * (deps + 1) + down[1],
    ]
    return columns, np.where(met, top, len(tokens))


def _distance_columns(tokens: Tokens, member: Integers, anchor: Integers) -> list[Integers]:
    """Columns for how far the token stands from the cue: in tokens, sentences and paragraphs, and in quotations."""
    side = (member > anchor).astype(np.int64)
    far = bucket(np.abs(member - anchor)) * 2 + side
    sentences = np.clip(tokens.sentence[member] - tokens.sentence[anchor], -3, 4) + 3
    paragraphs = np.clip(tokens.paragraph[member] - tokens.paragraph[anchor], -2, 2) + 2
    near = tokens.tags[member] * 3 + np.where(member == anchor, 2, np.abs(member - anchor) <= 3)
    return [far, sentences * 5 + paragraphs, _quotation_relation(tokens, member, anchor), near]


def _quotation_relation(tokens: Tokens, member: Integers, anchor: Integers) -> Integers:
    """How the token's quotation stands to the cue: around it, or how near before or after, how long; or none."""
    mine, theirs = tokens.quotation[member], tokens.quotation[anchor] >= 0
    bounds = tokens.quotation_bounds if len(tokens.quotation_bounds) else np.zeros((1, 2), dtype=np.int64)
    first, last = bounds[mine, 0], bounds[mine, 1] - 1
    gap = np.where(last < anchor, anchor - last, np.where(first > anchor, first - anchor, 0))
    near = np.searchsorted(np.array([1, 3, 7, 16]), gap, side="right")
    side = np.where(gap == 0, 0, np.where(last < anchor, near, 4 + near))
    length = np.minimum((last - first) // 8, 3)
    home = tokens.sentence[anchor]
    same = (tokens.sentence[first] == home) | (tokens.sentence[last] == home)
    found = ((side * 4 + length) * 2 + same) + 2
    return np.where(mine >= 0, found, theirs.astype(np.int64))
