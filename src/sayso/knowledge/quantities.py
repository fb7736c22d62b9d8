"""The words of quantities: numbers, what bounds them, what is counted, and the deeds that make it a toll."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from sayso.knowledge.language import Language
from sayso.knowledge.table import Row, rows
from sayso.schema.event import KINDS

Words = tuple[str, ...]
NUMBER_KINDS = ("number", "multiplier", "money multiplier", "vague", "share", "article")
BOUND_KINDS = ("at least", "at most", "about", "or more", "or less")
TOLL_ROLES = ("object", "subject", "noun", "state", "count", "event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A word for a number: its range, and whether it stands for one, multiplies one (or one of money only), is a share
    in per cent, or is an article.
    """

    kind: str
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a noun counts: its kind, the code of its unit, and how many of that unit it is."""

    kind: str
    unit: str | None
    each: float = 1.0


@dataclass(frozen=True, kw_only=True)
class QuantityWords:
    """All of a language, in lower case; verbs and nouns as lemmas."""

    numbers: Mapping[Words, Number]
    bounds: Mapping[Words, str]
    """``at least``, ``at most`` or ``about`` before a number; ``or more`` and ``or less`` after it."""
    counted: Mapping[Words, Counted]
    tolls: Mapping[tuple[str, Words], str]
    """What a deed makes of the people it befalls, by where they stand: they are its ``object`` or its ``subject``, are
    counted by a ``noun`` ("arrests", "bodies"), are in a ``state`` ("dead"), stand in a ``count`` ("a toll of"), or are
    the recipients of an ``event`` of a type and mode. The word ``*`` is any verb.
    """

    @cached_property
    def begins(self) -> frozenset[str]:
        """The first words of numbers."""
        return frozenset(words[0] for words in self.numbers)


@cache
def quantity_words(language: Language) -> QuantityWords:
    """The words of a language.

    Raises:
        BadKnowledge: a row has a mistake; the message names file, line and column.
    """
    return QuantityWords(
        numbers={_words(r): _number(r) for r in _numerals(language) if r["kind"] in NUMBER_KINDS},
        bounds={_words(r): r["kind"] for r in _numerals(language) if r["kind"] in BOUND_KINDS},
        counted=_counted(language),
        tolls=_tolls(language),
    )


def _numerals(language: Language) -> list[Row]:
    columns = {"term": None, "kind": NUMBER_KINDS + BOUND_KINDS, "low": None, "high": None, "source": None}
    return list(rows(language.folder / "numbers.csv", columns, ("term",)))


def _counted(language: Language) -> Mapping[Words, Counted]:
    """Measures, weapons and people; the shorter table goes before the long list of nouns for persons."""
    columns = {"term": None, "kind": KINDS, "unit": None, "each": None, "source": None}
    table = rows(language.folder / "counted.csv", columns, ("term",))
    people = rows(language.folder / "people.csv", {"term": None, "source": None}, ("term",))
    out = {_words(r): Counted(kind="people", unit=None) for r in people}
    for row in table:
        each = _figure(row, "each") if row["each"] else 1.0
        out[_words(row)] = Counted(kind=row["kind"], unit=row["unit"] or None, each=each)
    return out


def _tolls(language: Language) -> Mapping[tuple[str, Words], str]:
    columns = {"term": None, "role": TOLL_ROLES, "kind": KINDS, "source": None}
    table = rows(language.folder / "tolls.csv", columns, ("term", "role"))
    return {(row["role"], tuple(row["term"].split())): row["kind"] for row in table}


def _words(row: Row) -> Words:
    """The words of a term as the parser cuts them: a hyphen is a word of its own."""
    return tuple(re.sub(r"(?<=\w)-(?=\w)", " - ", row["term"]).split())


def _number(row: Row) -> Number:
    return Number(kind=row["kind"], low=_figure(row, "low"), high=_figure(row, "high"))


def _figure(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        raise row.wrong(column, f"{row[column]!r} is no number") from None
