"""What the steps of a reading hand to each other: tokens only, no names yet."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.attribution import Stance
from sayso.schema.place import PlaceCandidate
from sayso.schema.span import Span
from sayso.schema.when import Anchor

Tokens = tuple[int, ...]
"""Indices of tokens, rising."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution before its speaker is known."""

    source: Tokens = ()
    cue: Tokens
    content: Tokens
    confidence: float = 1.0
    parent: Draft | None = None
    """The attribution inside whose voice this one stands."""
    stance: Stance = "states"
    addressee: Tokens = ()
    channel: Tokens = ()
    when: Tokens = ()

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among the others: by its cue, an outer voice before an inner one."""
        return self.cue[0], -len(self.content)

    def voices(self) -> tuple[Draft, ...]:
        """The attribution and those it stands inside of, innermost first."""
        out: list[Draft] = [self]
        while (parent := out[-1].parent) is not None:
            out.append(parent)
        return tuple(out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """Words that bear on whether an event is said to have happened, and what they make of it."""

    tokens: Tokens
    value: str
    """``negated``, or a modality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """An event before its parties are known by name."""

    trigger: Tokens
    head: int
    verb: int | None = None
    """The trigger itself where it is a verb, or the verb that carries it."""
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Tokens, ...] = ()
    recipients: tuple[Tokens, ...] = ()
    polarity: str = "affirmed"
    modality: str = "actual"
    modifiers: tuple[Modifier, ...] = ()
    confidence: float = 1.0
    within: int | None = None
    """The head of the event in whose argument this one stands."""
    background: bool = False
    """Whether it is told in passing: in a relative or adverbial clause, or by a noun that serves to date or explain."""
    why: tuple[str, ...] = ()
    """What decided, most telling first: rows of the lexicon, and features of the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityDraft:
    """A number and what it counts."""

    tokens: Tokens
    kind: str
    low: float | None
    high: float | None
    unit: str | None
    event: EventDraft | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDraft:
    """An expression of time, and what it stands for."""

    span: Span
    tokens: Tokens = ()
    """Its tokens; none where the parser was not shown the words (a dateline)."""
    type: str
    """``DATE``, ``TIME``, ``DURATION`` or ``SET``."""
    value: str
    """TIMEX3 value; X for what is not known."""
    start: str | None = None
    end: str | None = None
    """First and last day; None where nothing decides them."""
    anchor: Anchor | None = None
    """What a relative expression was counted from; None for one that says all itself, or whose anchor is unknown."""
    modifier: str | None = None
    """``mod`` of TIMEX3: ``START``, ``MID``, ``END``, ``APPROX``, ``LESS_THAN``, ``MORE_THAN`` …"""
    why: str = ""
    """How it was read, for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name or describe a place."""

    span: Span
    tokens: Tokens = ()
    """Empty in a dateline, which is not parsed."""
    use: str = "literal"
    """``literal``; ``metonym`` where a place's name stands for its government or people; ``demonym`` for a word for
    those who come from it; ``part`` of the name of something else ("the Texas Rangers").
    """
    back: bool = False
    """Whether the words only point back to a place named before ("the city")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraft:
    """A place with its mentions in a text."""

    mentions: tuple[PlaceMention, ...]
    name: str
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None
    precision: str = "none"
    candidates: tuple[PlaceCandidate, ...] = ()
    """The runners-up with their scores; the place itself is not among them."""
    why: tuple[str, ...] = ()
