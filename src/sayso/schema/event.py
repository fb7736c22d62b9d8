"""What is said to have happened, and how much of what."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.span import Span

POLARITIES = ("affirmed", "negated")
MODALITIES = ("actual", "planned", "possible", "conditional", "demanded", "ended")
KINDS = (
    "killed",
    "injured",
    "detained",
    "displaced",
    "people",
    "money",
    "weapons",
    "percent",
    "distance",
    "duration",
    "other",
)
"""Kinds of quantity."""


@dataclass(frozen=True, kw_only=True)
class Modifier:
    """Words that bear on whether an event is said to have happened: their value is ``negated`` or a modality."""

    span: Span
    value: str


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
    within: str | None = None
    """The event in whose argument this one stands: the promise of what is promised, the condemnation of what is
    condemned.
    """
    background: bool = False
    """Whether it is told in passing: in a relative or adverbial clause, or by a noun that serves to date or explain."""
    modifiers: tuple[Modifier, ...] = ()
    """What decided polarity and modality, nearest first; empty where nothing but the words of the event did."""
    why: tuple[str, ...] = ()
    """What decided the type, most telling first: rows of the lexicon of triggers and features of the network."""


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
