"""Parquet: one document a row."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import BadInput
from sayso.extras import extra
from sayso.intake.records import from_record, missing
from sayso.intake.source import Source
from sayso.intake.streams import seekable
from sayso.schema.document import Document
from sayso.schema.reading import Unread

ROWS = 64
"""Rows in memory at once."""


def read(source: Source) -> Iterator[Document | Unread]:
    """The rows of a source, a few at a time.

    Raises:
        BadInput: it is no Parquet, or has no column of the text.
        MissingExtra: pyarrow is not installed.
    """
    with extra("corpora", "reading Parquet"):
        import pyarrow as pa
        import pyarrow.parquet as pq
    try:
        with seekable(source.stream) as stream, pq.ParquetFile(stream, pre_buffer=False) as file:
            columns = list(file.schema_arrow.names)
            if (column := source.columns.of("text")) not in columns:
                raise BadInput("the table " + missing(column, columns))
            rows = (row for batch in file.iter_batches(batch_size=ROWS) for row in batch.to_pylist())
            for number, record in enumerate(rows, 1):
                yield from_record(record, f"{source.name}:{number}", source)
    except (pa.ArrowException, OSError) as error:
        raise BadInput(f"the Parquet file is damaged ({error}); fetch it again") from error
