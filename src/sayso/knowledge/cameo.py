"""CAMEO: the code that an event of PLOVER gets in a table of GDELT's shape, with its quad class and Goldstein score."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.knowledge.ontology import FOLDER, Rule, plover
from sayso.knowledge.table import Row, rows

QUADS = (("05", 1), ("08", 2), ("13", 3), ("20", 4))
"""The last root code of each quad class: verbal and material cooperation, verbal and material conflict."""


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A code of CAMEO; text, since a leading zero counts."""

    code: str
    goldstein: float

    @property
    def root(self) -> str:
        """The first two figures."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """The first three figures."""
        return self.code[:3]

    @property
    def quad(self) -> int:
        """The quad class: 1 to 4."""
        return next(quad for last, quad in QUADS if self.root <= last)


def cameo_of(type_: str, mode: str | None, actors: Collection[str] = ()) -> CameoCode | None:
    """The code of a type and mode, given the sectors of those who act; None for a type that is not PLOVER's.

    A mode that the table does not name is coded as its type alone.
    """
    for wanted in dict.fromkeys((mode or "", "")):
        for rule, code in _table():
            if rule.modes == {wanted} and rule.fits(type_, wanted, actors, ()):
                return code
    return None


@cache
def _table() -> tuple[tuple[Rule, CameoCode], ...]:
    """The rows of ``ontologies/to_cameo.csv``, of which the first that fits counts.

    Raises:
        BadKnowledge: a row names no type or mode of PLOVER, or no code of CAMEO; the message names file and line.
    """
    known = _codes()
    allowed = {"type": plover().types, "mode": None, "actors": None, "code": known, "source": None}
    table = rows(FOLDER / "to_cameo.csv", allowed, ("type", "mode", "actors"))
    return tuple(_rule(row, known) for row in table)


def _rule(row: Row, known: Mapping[str, CameoCode]) -> tuple[Rule, CameoCode]:
    if row["mode"] and row["mode"] not in plover().types[row["type"]].modes:
        raise row.wrong("mode", f"{row['mode']!r} is no mode of {row['type']}")
    actors = frozenset(filter(None, row["actors"].split("|")))
    return Rule(type=row["type"], modes=frozenset({row["mode"]}), actors=actors), known[row["code"]]


def _codes() -> Mapping[str, CameoCode]:
    return {code.code: code for code in _read_codes()}


def _read_codes() -> Iterator[CameoCode]:
    table = files("sayso.knowledge") / "ontologies" / "cameo.csv"
    for row in rows(table, {"code": None, "goldstein": None, "source": None}, ("code",)):
        yield CameoCode(row["code"], float(row["goldstein"] or 0))
