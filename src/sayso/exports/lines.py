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

    def __init__(self, out: BinaryIO, head: dict[str, Any], member: str, tail: str = "}") -> None:
        super().__init__(out)
        self.before = dump(head)[:-1] + f",{dump(member)}:["
        self.tail = "]" + tail
        self.count = 0

    def add(self, item: object) -> None:
        """Writes one item of the list."""
        self.put(f"{self.before if not self.count else ','}\n{dump(item)}")
        self.count += 1

    def finish(self) -> None:
        """Ends the list and the object."""
        self.put(("" if self.count else self.before) + "\n" + self.tail + "\n")


def dump(value: object) -> str:
    """A value as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def filled(**members: Any) -> dict[str, Any]:
    """The members that have a value; what is unknown is left out."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}
