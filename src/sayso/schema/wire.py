"""Readings as JSON and back, and the JSON Schema that both are held to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.errors import BadInput
from sayso.schema.reading import Reading, Unread

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_json(outcome: Reading | Unread) -> str:
    """One line of JSON, keys in the order of the contract, no ASCII escapes."""
    value = plain(outcome)
    if isinstance(outcome, Unread):
        value = {"schema": "sayso/1", "unread": value}
    else:
        value = {"schema": value.pop("schema"), **value}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(line: str) -> Reading:
    """The reading that a line holds.

    Raises:
        BadInput: the line is no reading; the message names the field.
    """
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the line"
        raise BadInput(f"not a reading: {where}: {first['msg']}") from error


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a reading, made from the types themselves."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema()}


def plain(value: Any) -> Any:
    """Dataclasses as dicts, tuples as lists, everything else as it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


@cache
def _adapter() -> TypeAdapter[Reading]:
    from pydantic import TypeAdapter

    return TypeAdapter(Reading)
