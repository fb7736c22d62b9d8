"""A time that a text names; in JSON one of the ``times``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.span import Span

Anchor = Literal["published", "dateline", "narrative", "text"]
"""What a relative expression is counted from: the day of publication, the day in the dateline, the last date of a
history, or a date named just before."""


@dataclass(frozen=True, kw_only=True)
class When:
    """A TIMEX3 expression: its type, its value, and the calendar range it stands for where an anchor decides it."""

    id: str
    type: str
    value: str
    start: str | None = None
    end: str | None = None
    mentions: tuple[Span, ...] = ()
    anchor: Anchor | None = None
    """What the first mention was counted from; None for one that says all itself, or whose anchor is unknown."""
    modifier: str | None = None
    """``mod`` of TIMEX3 where all mentions agree: ``START`` for "early March", ``APPROX`` for "about 1910"."""
