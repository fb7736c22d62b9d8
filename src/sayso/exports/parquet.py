"""Claims as Parquet."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, BinaryIO, get_type_hints

from sayso.claims.follow import claims_of
from sayso.extras import extra
from sayso.schema.claim import Claim
from sayso.schema.reading import Reading
from sayso.schema.span import Span

BATCH = 10_000
"""Claims in a row group; so many are held in memory."""


class Parquet:
    """Parquet with one row a claim, lists and spans kept as such (needs `sayso[corpora]`)."""

    def __init__(self, out: BinaryIO) -> None:
        with extra("corpora", "the format parquet"):
            import pyarrow
            from pyarrow.parquet import ParquetWriter
        self.table = pyarrow.Table
        self.schema = _schema(pyarrow)
        self.file = ParquetWriter(out, self.schema, compression="zstd")
        self.rows: list[dict[str, object]] = []

    def write(self, reading: Reading) -> None:
        """The claims of a reading."""
        self.rows += [_row(claim) for claim in claims_of(reading)]
        if len(self.rows) >= BATCH:
            self._flush()

    def finish(self) -> None:
        """The last claims, and the footer without which the file cannot be read."""
        self._flush()
        self.file.close()

    def _flush(self) -> None:
        if self.rows:
            self.file.write_table(self.table.from_pylist(self.rows, schema=self.schema))
        self.rows = []


def _schema(pyarrow: Any) -> Any:
    """The columns and their types, taken from the claim."""
    span = pyarrow.struct([("start", pyarrow.int64()), ("end", pyarrow.int64())])
    kinds = {
        float: pyarrow.float64(),
        float | None: pyarrow.float64(),
        tuple[str, ...]: pyarrow.list_(pyarrow.string()),
        tuple[Span, ...]: pyarrow.list_(span),
    }
    hints = get_type_hints(Claim)
    return pyarrow.schema([(f.name, kinds.get(hints[f.name], pyarrow.string())) for f in fields(Claim)])


def _row(claim: Claim) -> dict[str, object]:
    return {f.name: _value(getattr(claim, f.name)) for f in fields(Claim)}


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return [{"start": v.start, "end": v.end} if isinstance(v, Span) else v for v in value]
    return value
