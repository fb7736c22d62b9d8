"""Reads files of facts: CSV tables that an analyst can edit, checked row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from sayso.errors import BadKnowledge

NEVER_EMPTY = frozenset({"source", "term", "cue", "name", "pattern"})

Allowed = Mapping[str, Collection[str] | None]
"""For each column the values it may have; None where any words will do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One fact, and where it stands."""

    file: str
    line: int
    values: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def wrong(self, column: str, what: str) -> BadKnowledge:
        """The error that names this row."""
        return BadKnowledge(f"{self.file}, line {self.line}, column {column!r}: {what}")


def rows(file: Traversable, columns: Allowed, key: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table, in order.

    Args:
        file: a CSV file in UTF-8 with a header row.
        columns: the columns it must have, with the values allowed in each. A column named ``source`` is never empty.
        key: the columns whose values together stand in one row only.

    Raises:
        BadKnowledge: a column is missing, a value is not allowed, or a row stands twice.
    """
    reader = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")), strict=True)
    missing = [c for c in columns if c not in (reader.fieldnames or ())]
    if missing:
        raise BadKnowledge(f"{file.name}, line 1: the column {missing[0]!r} is missing")
    seen: dict[tuple[str, ...], int] = {}
    for values in reader:
        row = Row(file.name, reader.line_num, {k: (v or "") for k, v in values.items() if k})
        _check(row, columns)
        name = tuple(row[c] for c in key)
        if name in seen:
            raise row.wrong(key[0], f"{' '.join(name)!r} stands in line {seen[name]} already")
        seen[name] = row.line
        yield row


def _check(row: Row, columns: Allowed) -> None:
    for column, allowed in columns.items():
        value = row[column]
        if value != value.strip():
            raise row.wrong(column, f"{value!r} has a space at its edge")
        if allowed is not None and value not in allowed:
            raise row.wrong(column, f"{value!r} is none of {', '.join(sorted(allowed))}")
        if not value and column in NEVER_EMPTY:
            raise row.wrong(column, "is empty")
