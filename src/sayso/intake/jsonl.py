"""JSON Lines, one object a line; and files of JSON that hold one object, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from sayso.errors import BadInput
from sayso.intake import streams
from sayso.intake.records import from_record
from sayso.intake.source import Source
from sayso.intake.streams import read_lines, read_whole
from sayso.schema.document import Document
from sayso.schema.reading import Unread

FORM = 'each line must be one {…} with a "text"'


def read(source: Source) -> Iterator[Document | Unread]:
    """The objects of a source, one a line."""
    yield from _read_lines(read_lines(source.stream), source)


def read_file(source: Source) -> Iterator[Document | Unread]:
    """The object of a source, or those of its list; lines of JSON that are called ``.json`` are read too.

    Raises:
        BadInput: it is no JSON, or larger than one document may be.
    """
    data = read_whole(source.stream)
    lines = data.split(b"\n", 2)
    if lines[0].rstrip().endswith(b"}") and len(lines) > 1 and lines[1].strip():
        yield from _read_lines(BytesIO(data), source)
        return
    value = load(data, "the file")
    for number, record in enumerate(value if isinstance(value, list) else [value], 1):
        here = f"{source.name}:{number}" if isinstance(value, list) else source.name
        if isinstance(record, dict):
            yield from_record(record, here, source)
        else:
            yield Unread(id=here, reason='it is JSON, but no object; write {…} with a "text"')


def load(data: bytes, what: str) -> Any:
    """The value that some JSON says; halves of surrogate pairs in it become �.

    Raises:
        BadInput: it is no JSON.
    """
    try:
        value = json.loads(data)
        if b"\\ud" in data.lower():
            value = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
        return value
    except UnicodeDecodeError as error:
        raise BadInput(f"{what} is not UTF-8 (byte {error.start}); convert it to UTF-8") from error
    except ValueError as error:
        raise BadInput(f"{what} is no JSON object: {error}; {FORM}") from error
    except RecursionError as error:
        raise BadInput(f"{what} is JSON nested too deeply to be a document") from error


def _read_lines(lines: Iterable[bytes | None], source: Source) -> Iterator[Document | Unread]:
    for number, line in enumerate(lines, 1):
        here = f"{source.name}:{number}"
        if line is None:
            yield Unread(id=here, reason=f"the line is longer than {streams.LONGEST:,} bytes; split it into documents")
        elif line.strip():
            yield _read_line(line, here, source)


def _read_line(line: bytes, here: str, source: Source) -> Document | Unread:
    try:
        record = load(line, "the line")
    except BadInput as error:
        return Unread(id=here, reason=str(error))
    if not isinstance(record, dict):
        return Unread(id=here, reason=f"the line is JSON, but no object; {FORM}")
    return from_record(record, here, source)
