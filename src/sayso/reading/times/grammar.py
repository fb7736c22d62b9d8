"""Patterns of kinds of words, found in a text.

A pattern is a row of items parted by spaces:

    kind         a word of the kind; underscores stand for spaces ("half_of_day")
    kind!        a word of the kind that has no other meaning ("June", not "May")
    a|b          a word of either kind
    name:kind    the same, and the reading finds it under the name instead of the kind
    item?        may be absent
    ( … )  ( … )?  items that go together
    <kind >kind  a word of the kind stands before or after, outside the expression; <!kind >!kind none does

Of patterns that fit at the same place the longest counts, and of equally long ones the first in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.errors import BadKnowledge
from sayso.knowledge.language import Language
from sayso.knowledge.times import TimePattern, time_words
from sayso.reading.times.lexicon import Lexicon, Word, lexicon

CONTEXT = {"<!": "(?<!{})", ">!": "(?!{})", "<": "(?<={})", ">": "(?={})"}
ITEM = re.compile(r"(?P<context>[<>]!?)?(?:(?P<name>[a-z_0-9]+):)?(?P<kinds>[a-z_0-9!|]+)(?P<optional>\?)?")


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits some words of a text."""

    reading: str
    words: Sequence[Word]
    """All words of the text."""
    first: int
    end: int
    """The first word of the expression, and the one after the last."""
    found: Mapping[str, tuple[int, str]]
    """For each name of the pattern that is present the word's index and its value."""

    def get(self, name: str) -> str | None:
        """The value of a named word; None when it is absent."""
        return self.found[name][1] if name in self.found else None

    def at(self, name: str) -> int:
        """The index of a named word."""
        return self.found[name][0]

    def has(self, name: str) -> bool:
        """Whether a named word is present."""
        return name in self.found


@dataclass(frozen=True, slots=True)
class _Pattern:
    reading: str
    expression: re.Pattern[str]
    kinds: Mapping[str, tuple[str, ...]]
    """For each name the kinds it may be of."""


@cache
def _patterns(language: Language) -> tuple[_Pattern, ...]:
    known = lexicon(language)
    return tuple(_compiled(pattern, known) for pattern in time_words(language).patterns)


def _compiled(pattern: TimePattern, known: Lexicon) -> _Pattern:
    parts: list[str] = []
    kinds_of: dict[str, tuple[str, ...]] = {}
    for item in pattern.pattern.split():
        if item in ("(", ")", ")?", "|"):
            parts.append("(?:" if item == "(" else item)
            continue
        match = ITEM.fullmatch(item)
        if match is None:
            raise BadKnowledge(f"{pattern.where}, column 'pattern': {item!r} is no item of a pattern")
        kinds = tuple(k.replace("_", " ") for k in match["kinds"].split("|"))
        letters = "".join(known.letters_of(kind) for kind in kinds)
        if not letters:
            raise BadKnowledge(f"{pattern.where}, column 'pattern': no word is of the kind {match['kinds']!r}")
        if match["context"]:
            parts.append(CONTEXT[match["context"]].format(f"[{letters}]"))
            continue
        name = match["name"] or match["kinds"].split("|")[0].rstrip("!")
        repeated = name in kinds_of
        kinds_of.setdefault(name, tuple(k.rstrip("!") for k in kinds))
        parts.append((f"[{letters}]" if repeated else f"(?P<{name}>[{letters}])") + (match["optional"] or ""))
    try:
        return _Pattern(pattern.reading, re.compile("".join(parts)), kinds_of)
    except re.error as error:
        raise BadKnowledge(f"{pattern.where}, column 'pattern': {error}") from error


def matches(text: str, language: Language) -> Iterator[list[Match]]:
    """For each place where a pattern fits, all that fit there, the best first; places in the order of the text."""
    words = lexicon(language).words(text)
    letters = "".join([word.letter for word in words])
    hits: dict[int, list[tuple[int, int, Match]]] = {}
    for rank, pattern in enumerate(_patterns(language)):
        for hit in pattern.expression.finditer(letters):
            found = {n: (hit.start(n), _value(words[hit.start(n)], ks)) for n, ks in pattern.kinds.items() if hit[n]}
            match = Match(pattern.reading, words, hit.start(), hit.end(), found)
            hits.setdefault(hit.start(), []).append((hit.start() - hit.end(), rank, match))
    for place in sorted(hits):
        yield [match for _, _, match in sorted(hits[place], key=lambda hit: hit[:2])]


def _value(word: Word, kinds: tuple[str, ...]) -> str:
    return next(word.values[kind] for kind in kinds if kind in word.values)
