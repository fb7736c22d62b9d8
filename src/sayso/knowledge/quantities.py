"""The words of quantities: numbers, what bounds them, what is counted, and the deeds that make it a toll."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.language import Language
from sayso.knowledge.table import Row, rows
from sayso.schema.event import KINDS

Words = tuple[str, ...]
NUMBER_KINDS = ("number", "multiplier", "vague", "fraction", "at least", "at most", "about")
LONGEST = 4
"""Most words of a bound or of a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A word for a number: its range, and whether it stands for one, multiplies one, or is a share of one."""

    kind: str
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a noun counts: its kind, and the code of its unit."""

    kind: str
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityWords:
    """All of a language."""

    numbers: Mapping[str, Number]
    bounds: Mapping[Words, str]
    """``at least``, ``at most`` or ``about``."""
    counted: Mapping[Words, Counted]
    tolls: Mapping[Words, str]
    """What a deed makes of the people that it is done to: ``killed``, ``injured``, ``detained``, ``displaced``."""


@cache
def quantity_words(language: Language) -> QuantityWords:
    """The words of a language.

    Raises:
        BadKnowledge: a row has a mistake; the message names file, line and column.
    """
    numbers: dict[str, Number] = {}
    bounds: dict[Words, str] = {}
    columns = {"term": None, "kind": NUMBER_KINDS, "low": None, "high": None, "source": None}
    for row in rows(language.folder / "numbers.csv", columns, ("term",)):
        if row["low"]:
            numbers[row["term"]] = Number(kind=row["kind"], low=_figure(row, "low"), high=_figure(row, "high"))
        else:
            bounds[tuple(row["term"].split())] = row["kind"]
    counted = rows(
        language.folder / "counted.csv", {"term": None, "kind": KINDS, "unit": None, "source": None}, ("term",)
    )
    tolls = rows(language.folder / "tolls.csv", {"term": None, "kind": KINDS, "source": None}, ("term",))
    return QuantityWords(
        numbers=numbers,
        bounds=bounds,
        counted={tuple(r["term"].split()): Counted(kind=r["kind"], unit=r["unit"] or None) for r in counted},
        tolls={tuple(r["term"].split()): r["kind"] for r in tolls},
    )


def _figure(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        raise row.wrong(column, f"{row[column]!r} is no number") from None
