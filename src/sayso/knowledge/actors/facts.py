"""The facts about actors, each row of the tables as a value, and what holds of them on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Status = Literal["in office", "before", "after", "latest"]
"""How a day stands to an office holder's terms; ``latest`` where the day is not known."""
ANY_DAY = "any"
"""A day that nobody knows: of an undated text. Whoever held an office counts as holding it, since texts speak of their
own time; while no day at all means now.
"""
UNDATED = (None, ANY_DAY)
OFFICE = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "ELI", "PTY"})
"""Sectors that one leaves: PLOVER codes those who held them before as ELI."""
FORMER = "ELI"
NON_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC"})
"""Codes that stand in place of a country's."""


@dataclass(frozen=True, slots=True)
class CountryName:
    """A word that stands for a country."""

    code: str
    kind: str
    """``name``, ``demonym`` (the adjective), ``people``, ``minority`` (a people within it), ``capital``, ``metonym`` (a
    seat of government), ``region``, ``town``, ``breakaway`` (partially recognised), ``city``, or ``dependency`` (a code
    that is folded into it).
    """


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named body that acts."""

    id: str
    kind: str
    name: str
    countries: tuple[str, ...]
    """Countries or non-state codes, the one it is first of all counted to first."""
    sector: str | None
    start: str = ""
    end: str = ""

    def exists(self, day: str | None) -> bool:
        """Whether the row holds on a day; without one it does."""
        return day is None or day == ANY_DAY or (begun(self.start, day) and not over(self.end, day))


@dataclass(frozen=True, slots=True)
class Term:
    """A time in which someone held an office."""

    country: str
    sector: str | None
    role: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with the offices held, in the order of time."""

    id: str
    name: str
    terms: tuple[Term, ...]

    def on(self, day: str | None) -> tuple[Term, Status]:
        """The term that tells most on a day: one that runs, else the last before, else the first to come.

        Without a day, or of any day, it is the most recent one.
        """
        if day is None or day == ANY_DAY:
            last = self.terms[-1]
            return (_at_home(self.terms) if last.end and day is None else last), "latest"
        running = [t for t in self.terms if begun(t.start, day) and not over(t.end, day)]
        if running:
            return running[-1], "in office"
        past = [t for t in self.terms if begun(t.start, day)]
        return (_at_home(past), "after") if past else (self.terms[0], "before")

    def sector_on(self, day: str | None) -> str | None:
        """The sector on a day: that of the office, ELI after it, None before; without a day ELI if no term is open."""
        term, status = self.on(day)
        left = status == "after" or (day is None and bool(term.end))
        if status == "before":
            return None
        return FORMER if left and (term.sector or "GOV") in OFFICE else term.sector


def _at_home(terms: Sequence[Term]) -> Term:
    """The last term; after an office in an international body the last in a country, if there was one."""
    national = [t for t in terms if t.country not in NON_STATE]
    return (national or list(terms))[-1]


@dataclass(frozen=True, slots=True)
class Role:
    """A word for what someone is or does."""

    term: str
    sector: str | None
    kind: str
    """``person``, ``group``, ``institution``, ``equipment`` or ``evaluative``."""


def begun(start: str, day: str) -> bool:
    """Whether a day is not before a date that may lack its day or month.

    >>> begun("1993-01", "1993-01-20"), begun("1993", "1992-12-31"), begun("", "1700-01-01")
    (True, False, True)
    """
    return start <= day[: len(start)]


def over(end: str, day: str) -> bool:
    """Whether a day is after the last day, which may lack its day or month.

    >>> over("1993-01", "1993-01-20"), over("1993", "1994-01-01"), over("", "2999-01-01")
    (False, True, False)
    """
    return bool(end) and end < day[: len(end)]
