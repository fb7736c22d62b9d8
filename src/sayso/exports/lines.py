"""Formats that are text."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

from sayso.schema.reading import Reading


class Text:
    """Writes text to a stream of bytes, in UTF-8."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out

    def put(self, text: str) -> None:
        """Writes some text."""
        self.out.write(text.encode("utf-8"))

    def write(self, reading: Reading) -> None:
        """Writes one reading."""
        raise NotImplementedError

    def finish(self) -> None:
        """Nothing comes last."""


class JsonList(Text):
    """One JSON object that holds a list; what is in the list is written as it comes."""

    def __init__(self, out: BinaryIO, before: str, after: str) -> None:
        """Takes what stands before the items, up to the bracket, and after them, from the bracket on."""
        super().__init__(out)
        self.before, self.after = before, after
        self.count = 0

    def add(self, item: object) -> None:
        """Writes one item of the list."""
        self.put(f"{',' if self.count else self.before}\n{dump(item)}")
        self.count += 1

    def finish(self) -> None:
        """Ends the list and the object."""
        self.put(f"{'' if self.count else self.before}\n{self.after}\n")


def dump(value: object) -> str:
    """A value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def filled(**members: Any) -> dict[str, Any]:
    """The members that have a value; what is unknown is left out."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}
