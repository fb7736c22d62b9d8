"""A time that a text names; in JSON one of the ``times``."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.span import Span


@dataclass(frozen=True, kw_only=True)
class When:
    """A TIMEX3 expression: its type, its value, and the calendar range it stands for where an anchor decides it."""

    id: str
    type: str
    value: str
    start: str | None = None
    end: str | None = None
    mentions: tuple[Span, ...] = ()
