"""Someone is said to have said something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from sayso.schema.span import Span

Kind = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "states", "alleges", "denies", "confirms", "accuses", "promises", "warns", "demands", "doubts", "believes"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """One source-cue-content relation (the roles of PARC and PolNeAR): who, by which words, what."""

    id: str
    kind: Kind
    source: tuple[Span, ...]
    """The words naming whoever the content is credited to; empty where nobody is named."""
    cue: tuple[Span, ...]
    """The words that tie source to content: a verb, "according to", a colon."""
    content: tuple[Span, ...]
    """The words attributed; several spans when the cue or a comment cuts them."""
    speaker: str | None = None
    """Id of the actor that the source resolves to; None where the text does not decide."""
    addressee: tuple[Span, ...] = ()
    channel: tuple[Span, ...] = ()
    """A medium or an occasion: "a statement", "state TV"."""
    when: tuple[Span, ...] = ()
    """The words that say when it was said, as they stand; `time` is what they mean."""
    time: str | None = None
    """Id of the time at which it was said."""
    stance: Stance = "states"
    """What the cue commits the speaker to; the content is not folded in."""
    parent: str | None = None
    """Id of the attribution inside whose voice this one stands."""
    confidence: float = 1.0
