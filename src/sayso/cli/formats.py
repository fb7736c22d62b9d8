"""How readings are printed: as an article for a person, as a table, as JSON Lines, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import fields
from typing import Protocol, TextIO

from sayso.claims.follow import claims_of
from sayso.exports.cells import cell
from sayso.schema.claim import Claim
from sayso.schema.reading import Reading, Unread
from sayso.schema.wire import plain, to_json

COLUMNS = (
    ("document", 20),
    ("speaker", 24),
    ("stance", 9),
    ("event_type", 10),
    ("polarity", 8),
    ("modality", 11),
    ("actors", 24),
    ("recipients", 24),
    ("trigger", 14),
    ("content", 50),
    ("chain", 40),
)
"""Columns of the table, and the characters each may take."""


class Writer(Protocol):
    """Prints outcomes one by one."""

    def write(self, outcome: Reading | Unread) -> None:
        """Prints one outcome; one that could not be read is told of on standard error as well."""

    def finish(self) -> None:
        """Prints what comes last."""


class Json:
    """One line of JSON for each document, by the contract; `{"unread": …}` for one that could not be read."""

    def __init__(self, out: TextIO) -> None:
        self.out = out

    def write(self, outcome: Reading | Unread) -> None:
        """One line."""
        self.out.write(to_json(outcome) + "\n")

    def finish(self) -> None:
        """Nothing comes last."""


class Csv:
    """One row for each claim."""

    def __init__(self, out: TextIO) -> None:
        self.rows = csv.DictWriter(out, [f.name for f in fields(Claim)], lineterminator="\n")
        self.rows.writeheader()

    def write(self, outcome: Reading | Unread) -> None:
        """The claims of a reading."""
        if isinstance(outcome, Reading):
            for claim in claims_of(outcome):
                self.rows.writerow({key: cell(value) for key, value in plain(claim).items()})

    def finish(self) -> None:
        """Nothing comes last."""


class Table:
    """One line for each claim, in columns, cut to fit."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self._line({name: name for name, _ in COLUMNS})
        self._line({name: "-" * width for name, width in COLUMNS})

    def write(self, outcome: Reading | Unread) -> None:
        """The claims of a reading."""
        if isinstance(outcome, Reading):
            for claim in claims_of(outcome):
                self._line({name: _plain(getattr(claim, name)) for name, _ in COLUMNS})

    def finish(self) -> None:
        """Nothing comes last."""

    def _line(self, values: dict[str, str]) -> None:
        cells = [_fit(" ".join(values[name].split()), width) for name, width in COLUMNS]
        self.out.write("  ".join(cells).rstrip() + "\n")


def _plain(value: object) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value or "")


def _fit(words: str, width: int) -> str:
    return f"{words:<{width}}" if len(words) <= width else words[: width - 1] + "…"


def _text(out: TextIO) -> Writer:
    from sayso.cli.article import Article

    return Article(out)


def explained(out: TextIO) -> Writer:
    """An article with the reasons of every event."""
    from sayso.cli.article import Article

    return Article(out, explained=True)


FORMATS: dict[str, Callable[[TextIO], Writer]] = {"csv": Csv, "json": Json, "table": Table, "text": _text}
