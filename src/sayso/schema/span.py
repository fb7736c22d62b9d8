"""Where something stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text in Unicode code points, start included and end excluded; in JSON ``[start, end]``."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
