"""The words of time, and how they stand together: months, units, holidays; patterns of a date, a duration, a set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import quantity_words
from sayso.knowledge.table import rows

Words = tuple[str, ...]
FORMS = ("", "capital", "homonym", "capital homonym")
"""``capital``: only with a capital letter; ``homonym``: has another meaning, and counts only beside words of time."""
READINGS = (
    "calendar", "clock", "day and night", "decade", "century", "duration", "elapsed", "fiscal", "half", "holiday",
    "instant", "named", "neighbours", "part", "quarter", "recent", "reference", "relative", "season", "set", "shift",
    "weekday", "year",
)  # fmt: skip
"""What a pattern can be read as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWord:
    """What a word of time is, and what it stands for."""

    kind: str
    value: str
    capital: bool
    homonym: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePattern:
    """Kinds of words in a row, and what they are read as. `sayso.reading.times.grammar` has the notation."""

    reading: str
    pattern: str
    where: str
    """File and line, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """All of a language."""

    words: Mapping[Words, tuple[TimeWord, ...]]
    """By the words of a term in lower case, which may have several kinds."""
    numbers: Mapping[str, int]
    """Words for whole numbers."""
    multipliers: Mapping[str, int]
    patterns: tuple[TimePattern, ...]
    """In the order in which they are tried where several fit the same words."""


@cache
def time_words(language: Language) -> TimeWords:
    """The words and patterns of a language.

    Raises:
        BadKnowledge: a row has a mistake; the message names file, line and column.
    """
    words: dict[Words, list[TimeWord]] = {}
    allowed = {"term": None, "kind": None, "value": None, "form": FORMS, "source": None}
    for row in rows(language.folder / "times.csv", allowed, ("term", "kind")):
        word = TimeWord(
            kind=row["kind"],
            value=row["value"],
            capital="capital" in row["form"],
            homonym="homonym" in row["form"],
        )
        words.setdefault(tuple(row["term"].split()), []).append(word)
    numbers = quantity_words(language).numbers
    return TimeWords(
        words={term: tuple(kinds) for term, kinds in words.items()},
        numbers={w[0]: int(n.low) for w, n in numbers.items() if n.kind == "number" and len(w) == 1},
        multipliers={
            w[0]: int(n.low) for w, n in numbers.items() if n.kind == "multiplier" and len(w) == 1 and len(w[0]) > 2
        },
        patterns=tuple(_patterns(language)),
    )


def _patterns(language: Language) -> list[TimePattern]:
    allowed = {"reading": READINGS, "pattern": None, "source": None}
    table = rows(language.folder / "time_patterns.csv", allowed, ("reading", "pattern"))
    return [
        TimePattern(reading=row["reading"], pattern=row["pattern"], where=f"{row.file}, line {row.line}")
        for row in table
    ]
