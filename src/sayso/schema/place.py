"""A place that a text names."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.span import Span


@dataclass(frozen=True, kw_only=True)
class PlaceCandidate:
    """A place that the words may have meant as well."""

    gazetteer: str
    name: str
    country: str | None
    score: float
    """On the scale of the place's own score, about the logarithm of the odds."""


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
    candidates: tuple[PlaceCandidate, ...] = ()
    """The next likeliest places of the name."""
    why: tuple[str, ...] = ()
    """What decided."""
