"""CSV and its kin: one document a row, columns named in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from sayso.errors import BadInput
from sayso.intake.charset import MARKS, decode
from sayso.intake.records import from_record, missing
from sayso.intake.source import Source
from sayso.intake.streams import BLOCK, LONGEST, Joined, buffered
from sayso.schema.document import Document
from sayso.schema.reading import Unread

DELIMITERS = ",\t;|"


def read(source: Source) -> Iterator[Document | Unread]:
    """The rows of a source.

    Raises:
        BadInput: there is no column of the text, or a quotation mark never ends.
    """
    csv.field_size_limit(max(LONGEST, csv.field_size_limit()))  # the module has no limit for one reader alone
    stream = _as_text(source)
    rows = _rows(stream, source)
    header = next(rows, (0, []))[1]
    column = source.columns.of("text")
    if column not in header:
        raise BadInput("the table " + missing(column, header))
    for line, row in rows:
        here = f"{source.name}:{line}"
        if len(row) > len(header):
            reason = (
                f"the row has {len(row)} cells, but there are {len(header)} columns; put quotation marks around cells"
            )
            yield Unread(id=here, reason=reason)
        elif any("\udc80" <= c <= "\udcff" for cell in row for c in cell if c > "\x7f"):
            yield Unread(id=here, reason="the row is not in the encoding of the rest; convert the file to UTF-8")
        elif row:
            yield from_record(dict(zip(header, row, strict=False)), here, source)


def _as_text(source: Source) -> io.TextIOWrapper:
    """The source as text; its encoding is told from its first block, and bytes that are not in it are kept apart."""
    head = source.stream.read(BLOCK)
    mark = next((codec for first, codec in MARKS if head.startswith(first)), None)
    rest = buffered(Joined(head, source.stream))
    return io.TextIOWrapper(rest, mark or _charset(head, source.charset), "surrogateescape", newline="")


def _charset(head: bytes, declared: str | None) -> str:
    """The encoding of a table without a mark; UTF-8 where that cannot be told, so that only rows beyond it are lost."""
    if b"\x00" in head:
        raise BadInput("this is a binary file, no table; save it as CSV")
    try:
        return decode(head[: head.rfind(b"\n") + 1] or head, declared).meta.get("charset", "utf-8")
    except BadInput:
        return "utf-8"


def _rows(stream: io.TextIOWrapper, source: Source) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the number of its last line."""
    first = stream.readline()
    reader = csv.reader(_chain(first, stream), delimiter=_delimiter(first, source))
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise BadInput(f"line {reader.line_num}: {error}; the rest was not read; look for a quotation mark") from error


def _delimiter(header: str, source: Source) -> str:
    """The delimiter at which the first row falls into the wanted column, or else into most columns."""
    wanted = source.columns.of("text")

    def rank(delimiter: str) -> tuple[bool, int]:
        cells: Sequence[str] = next(csv.reader([header], delimiter=delimiter), [])
        return wanted in cells, len(cells)

    return max(DELIMITERS, key=rank)


def _chain(first: str, rest: io.TextIOWrapper) -> Iterator[str]:
    yield first
    yield from rest
