"""What is said to have happened, and how much of what."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.span import Span


@dataclass(frozen=True, kw_only=True)
class Event:
    """One trigger with its roles, inside the voice that asserts it; type and mode are codes of the ontology."""

    id: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    trigger: tuple[Span, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    time: str | None = None
    polarity: str = "affirmed"
    modality: str = "actual"
    attribution: str | None = None
    """The innermost attribution; None is the outlet's own voice."""
    confidence: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """A number that a text states, as the range it allows."""

    id: str
    kind: str
    low: float | None
    high: float | None
    unit: str | None
    span: Span
    event: str | None = None
    attribution: str | None = None
