"""Claims as CSV."""

from __future__ import annotations

from dataclasses import fields
from typing import BinaryIO

from sayso.claims.follow import claims_of
from sayso.exports.cells import cell, csv_line
from sayso.exports.lines import Text
from sayso.schema.claim import Claim
from sayso.schema.reading import Reading

COLUMNS = [field.name for field in fields(Claim)]


class Csv(Text):
    """CSV with one row a claim, safe to open in a spreadsheet."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out)
        self.put(csv_line(list(COLUMNS)))

    def write(self, reading: Reading) -> None:
        """The claims of a reading."""
        for claim in claims_of(reading):
            self.put(csv_line([cell(getattr(claim, name)) for name in COLUMNS]))
