"""A place that a text names."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.span import Span


@dataclass(frozen=True, kw_only=True)
class Place:
    """A toponym or a description of a place, with every mention of it in one document."""

    id: str
    name: str
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None
    precision: str = "none"
    mentions: tuple[Span, ...] = ()
