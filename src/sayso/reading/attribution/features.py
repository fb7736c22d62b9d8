"""Turns a parsed text into arrays of integers that the attribution network reads.

One row a token here; `pairs.py` has the rows for pairs of a cue and a token. The columns are offset so that they index
one table of vectors. Training and use share both modules.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sayso.reading.parsed import Parsed

Integers = NDArray[np.int64]

SUFFIXES = 2000
"""Rows for the last three letters of a word, which stand in for words that the vocabulary lacks."""
DEPTH = 32
"""Tokens that hang deeper in their tree than this are treated as if they hung this deep."""
DIGIT = re.compile(r"\d")
CLIMB = 6
"""Steps up from the cue within which a common ancestor with a token is looked for."""
STEPS = np.array([0, 1, 2, 3, 4, 6, 9, 14, 20, 30, 50, 80])
"""Distances in tokens are told apart by the last of these that they reach."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The numbers of all strings that the network knows; 0 stands for any other."""

    words: Mapping[str, int]
    lemmas: Mapping[str, int]
    tags: Mapping[str, int]
    deps: Mapping[str, int]

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """The number of values of each token column."""
        deps, tags = len(self.deps) + 1, len(self.tags) + 1
        return len(self.lemmas) + 1, tags, deps * 3, SUFFIXES, 12, len(STEPS), len(STEPS), 6, 6, 32, 12, 12, 12

    @cached_property
    def pair_widths(self) -> tuple[int, ...]:
        """The number of values of each pair column."""
        deps = len(self.deps) + 1
        ups = CLIMB + 1
        return ups * (deps + 1) * 2, ups * deps, 6 * (deps + 1), 2 * len(STEPS), 40, 74, 3 * (len(self.tags) + 1)


@dataclass(frozen=True, kw_only=True, eq=False)
class Tokens:
    """What the network reads of a text: arrays of one entry a token unless they say otherwise."""

    words: Integers
    columns: Integers
    """(tokens, columns), offset to index one table."""
    heads: Integers
    tags: Integers
    deps: Integers
    sentence: Integers
    bounds: Integers
    """(sentences, 2): first token, and token after the last."""
    paragraph: Integers
    quotation: Integers
    quotation_bounds: Integers
    """(quotations, 2): first token, and token after the last."""
    windows: Integers
    """(sentences, 2): the tokens that may belong to a cue of the sentence."""

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def chain(self) -> Integers:
        """(tokens, steps): the token itself, its head, the head's head and so on; the root repeats."""
        out = [np.arange(len(self))]
        while len(out) < DEPTH:
            above = self.heads[out[-1]]
            if np.array_equal(above, out[-1]):
                break
            out.append(above)
        return np.stack(out, 1)

    @cached_property
    def depth(self) -> Integers:
        """Steps from the token up to its root."""
        return np.asarray((self.chain[:, 1:] != self.chain[:, :-1]).sum(1))

    @cached_property
    def descent(self) -> Integers:
        """(tokens, depth): the ancestor at each depth, root first; -1 below the token."""
        level = np.arange(self.chain.shape[1] + 1)
        up = self.depth[:, None] - level
        found = np.take_along_axis(self.chain, np.maximum(up[:, :-1], 0), 1)
        out = np.full((len(self), len(level)), -1)
        out[:, :-1] = np.where(up[:, :-1] >= 0, found, -1)
        return out


def offsets(widths: Sequence[int]) -> Integers:
    """Where each column begins in the common table."""
    return np.concatenate([[0], np.cumsum(widths)[:-1]]).astype(np.int64)


def read_tokens(parsed: Parsed, vocabulary: Vocabulary) -> Tokens:
    """The token arrays of a text."""
    heads = np.array(parsed.heads, dtype=np.int64)
    bounds = np.array(parsed.sentences, dtype=np.int64).reshape(-1, 2)
    sentence = np.repeat(np.arange(len(bounds)), bounds[:, 1] - bounds[:, 0])
    quotation = np.array(parsed.quotation_of, dtype=np.int64)
    run = np.array([*(q.run for q in parsed.quotations), -1], dtype=np.int64)[quotation]
    paragraph = np.array(parsed.paragraph_of, dtype=np.int64)
    words, lemmas, tags, deps = (
        np.array([known.get(string, 0) for string in strings], dtype=np.int64)
        for known, strings in (
            (vocabulary.words, parsed.lowers),
            (vocabulary.lemmas, parsed.lemmas),
            (vocabulary.tags, parsed.tags),
            (vocabulary.deps, parsed.deps),
        )
    )
    place = np.arange(len(words))
    side = np.where(heads == place, 0, np.where(heads > place, 1, 2))
    columns = np.stack(
        [
            lemmas,
            tags,
            deps * 3 + side,
            *_spelling(parsed.words),
            *_quotation_columns(quotation, sentence, bounds),
            *_place_columns(sentence, bounds, paragraph, parsed.words),
        ],
        1,
    )
    return Tokens(
        words=words,
        columns=columns + offsets(vocabulary.widths),
        heads=heads,
        tags=tags,
        deps=deps,
        sentence=sentence,
        bounds=bounds,
        paragraph=paragraph,
        quotation=quotation,
        quotation_bounds=_quotation_bounds(quotation),
        windows=_windows(bounds, run, paragraph, parsed.words),
    )


_SPELLINGS: dict[str, tuple[int, int]] = {}


def _spelling(words: Sequence[str]) -> list[Integers]:
    """Columns for the end of each word and for the kind of its letters."""
    if len(_SPELLINGS) > 200_000:
        _SPELLINGS.clear()
    for word in words:
        if word not in _SPELLINGS:
            suffix = DIGIT.sub("0", word[-3:].lower())
            _SPELLINGS[word] = zlib.crc32(suffix.encode()) % SUFFIXES, _shape(word)
    both = np.array([_SPELLINGS[word] for word in words], dtype=np.int64).reshape(-1, 2)
    return [both[:, 0], both[:, 1]]


def _shape(word: str) -> int:
    """The kind of a word's letters: lower case, title case, capitals, digits, marks and so on."""
    if word.isalpha():
        return 0 if word.islower() else 1 if len(word) == 1 else 2 if word.isupper() else 3 if word.istitle() else 4
    if any(c.isdigit() for c in word):
        return 5 if word.isdigit() else 6
    return 7 if any(c.isalpha() for c in word) else 8


def bucket(distance: Integers) -> Integers:
    """The number of the last of `STEPS` that a distance of 0 or more reaches."""
    return np.asarray(np.searchsorted(STEPS, distance, side="right") - 1)


def _quotation_bounds(quotation: Integers) -> Integers:
    """The first token of each quotation, and the one after its last; quotations without tokens are (0, 0)."""
    out = np.zeros((int(quotation.max(initial=-1)) + 1, 2), dtype=np.int64)
    inside = np.flatnonzero(quotation >= 0)
    out[quotation[inside], 1] = inside + 1
    out[quotation[inside[::-1]], 0] = inside[::-1]
    return out


def _quotation_columns(quotation: Integers, sentence: Integers, bounds: Integers) -> list[Integers]:
    """Columns: distance to the quotation before and after, state, and where the sentence has quotations."""
    place = np.arange(len(quotation))
    inside = quotation >= 0
    before = np.maximum.accumulate(np.where(inside, place, -1000))
    after = np.minimum.accumulate(np.where(inside, place, len(place) + 1000)[::-1])[::-1]
    edge = np.diff(quotation, prepend=-1) != 0
    end = np.diff(quotation, append=-1) != 0
    state = np.where(inside, 1 + edge + 2 * end, 0)
    counted = np.concatenate([[0], np.cumsum(inside)])
    number = counted[bounds[:, 1]] - counted[bounds[:, 0]]
    length = bounds[:, 1] - bounds[:, 0]
    first, last = inside[bounds[:, 0]], inside[bounds[:, 1] - 1]
    kind = np.where(number == 0, 0, np.where(number == length, 1, 2 + first + 2 * last))
    return [bucket(np.maximum(place - before, 0)), bucket(np.maximum(after - place, 0)), state, kind[sentence]]


def _place_columns(sentence: Integers, bounds: Integers, paragraph: Integers, words: Sequence[str]) -> list[Integers]:
    """Columns: where the sentence stands in its paragraph and the text, and where the token stands in its sentence."""
    starts, lasts = bounds[:, 0], bounds[:, 1] - 1
    opens = np.diff(paragraph[starts], prepend=-1) != 0
    closes = np.diff(paragraph[lasts], append=-1) != 0
    end = np.array([".?!:".find(words[i]) + 1 for i in lasts], dtype=np.int64)
    stand = opens + 2 * closes + 4 * np.minimum(paragraph[starts], 2) + 16 * (end > 1)
    place = np.arange(len(sentence))
    before, after = place - starts[sentence], lasts[sentence] - place
    length = lasts - starts
    return [stand[sentence], bucket(before), bucket(after), bucket(length)[sentence]]


def _windows(bounds: Integers, quotation: Integers, paragraph: Integers, words: Sequence[str]) -> Integers:
    """The tokens that may belong to a cue of each sentence: the sentence itself, grown along quotations.

    A quotation that runs over sentences is followed to its ends; quotations that stand next to the sentence are
    taken in, and one sentence more of the same paragraph on either side.
    """
    first, last = quotation[bounds[:, 0]], quotation[bounds[:, 1] - 1]
    counted = np.concatenate([[0], np.cumsum(quotation >= 0)])
    quoted = counted[bounds[:, 1]] > counted[bounds[:, 0]]
    runs_on = [*((first[1:] >= 0) & (first[1:] == last[:-1])).tolist(), False]
    home = paragraph[bounds[:, 0]].tolist()
    colon = [":" in words[max(end - 2, start) : end] for start, end in bounds.tolist()]
    opens, has = (first >= 0).tolist(), quoted.tolist()
    out = np.empty_like(bounds)
    for k in range(len(bounds)):
        low, high, steps = k, k, 0
        while low > 0 and steps < 5:
            near = home[low - 1] == home[k]
            if not (runs_on[low - 1] or (near and (steps < 1 or (steps < 2 and has[low - 1])))):
                break
            low, steps = low - 1, steps + 1
        steps = 0
        while high < len(bounds) - 1 and steps < 8:
            near = home[high + 1] == home[k] or colon[high]
            if not (runs_on[high] or (opens[high + 1] and steps < 6) or (near and steps < 1)):
                break
            high, steps = high + 1, steps + 1
        out[k] = bounds[low, 0], bounds[high, 1]
    return out
