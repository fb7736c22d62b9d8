"""Objects with named fields, from whatever table or file, as documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sayso.errors import BadInput
from sayso.intake import ninjs
from sayso.intake.columns import FIELDS
from sayso.intake.source import Source
from sayso.schema.document import Document
from sayso.schema.reading import Unread

SHOWN = 30
"""Columns that a message names."""


def from_record(record: Mapping[str, Any], here: str, source: Source) -> Document | Unread:
    """The document of an object: fields by the columns of the source, all else in its meta; or a news item of ninjs.

    Args:
        record: the object; its values as JSON, CSV or Parquet have them.
        here: what people know it by: its file and line.
        source: where it comes from.
    """
    try:
        if source.columns.of("text") not in record and ninjs.is_ninjs(record):
            words, about, meta = ninjs.fields(record)
            return source.document(words, here=here, meta=meta, **about)
        text = _text(record, source)
        known = {name: _value(record, source.columns.of(name), name) for name in FIELDS if name != "text"}
    except BadInput as error:
        return Unread(id=here, reason=str(error))
    extra = {k: plain(v) for k, v in record.items() if k not in source.columns.all and k not in ("language", "meta")}
    given = record.get("meta")
    meta = extra | ({str(k): plain(v) for k, v in given.items()} if isinstance(given, Mapping) else {})
    return source.document(text, here=here, meta=meta, **known)


def missing(column: str, columns: list[str]) -> str:
    """What to say where the column of the text is not among the columns."""
    shown = ", ".join(columns[:SHOWN]) + (" …" if len(columns) > SHOWN else "")
    example = next((name for name in columns if name not in FIELDS), "body")
    return (
        f'has no "{column}", only: {shown or "nothing"}; say which holds the words of the article, '
        f"for example --map text={example}"
    )


def plain(value: Any) -> Any:
    """A value as JSON has it; dates and decimals as strings, bytes as their number."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _text(record: Mapping[str, Any], source: Source) -> str:
    column = source.columns.of("text")
    text = record.get(column)
    if text is None and column not in record:
        raise BadInput("it " + missing(column, [str(key) for key in record]))
    if text is not None and not isinstance(text, str):
        raise BadInput(f'"{column}" is no string but {type(text).__name__}; give the words of the article in it')
    return text or ""


def _value(record: Mapping[str, Any], column: str, field: str) -> str | None:
    value = record.get(column)
    if value is None or isinstance(value, str):
        return value or None
    if field == "published" and isinstance(value, date):
        return _date(value)
    if field == "id" and isinstance(value, int | Decimal):
        return str(value)
    raise BadInput(f'"{column}" must be a string, not {type(value).__name__}')


def _date(value: date) -> str:
    """Midnight without a zone is how tables write a day."""
    if isinstance(value, datetime) and value.tzinfo is None:
        return value.date().isoformat()
    return value.isoformat()
