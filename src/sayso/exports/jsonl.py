"""Readings as JSON Lines."""

from __future__ import annotations

from sayso.exports.lines import Text
from sayso.schema.reading import Reading
from sayso.schema.wire import to_json


class JsonLines(Text):
    """JSON Lines with one whole reading a line, by the contract; nothing is lost."""

    def write(self, reading: Reading) -> None:
        """One line."""
        self.put(to_json(reading) + "\n")
