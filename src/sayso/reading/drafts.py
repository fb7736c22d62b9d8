"""What the steps of a reading hand to each other: tokens only, no names yet."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.attribution import Stance

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
