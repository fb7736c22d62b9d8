"""Someone who speaks or acts, with every mention of them in one document."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.schema.span import Span


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A person, group, institution or document that is spoken of as one who speaks or acts."""

    id: str
    name: str
    """The fullest mention of a name; for an unnamed speaker the words used for them."""
    country: str | None = None
    """ISO 3166 alpha-3, or a non-state code of PLOVER; None as long as nothing decides it."""
    sector: str | None = None
    """PLOVER sector; None as long as nothing decides it."""
    role: str | None = None
    """Title or function, in the text's own words ("Secretary of Supreme National Security Council")."""
    affiliation: str | None = None
    """The institution that the role belongs to, in the text's own words."""
    known: str | None = None
    """Id in the dictionary of actors."""
    mentions: tuple[Span, ...] = ()
    why: tuple[str, ...] = ()
    """What decided country and sector; says so where they are inferred from the document."""
    countries: tuple[str, ...] = ()
    """All countries of a compound actor ("French and Egyptian warships"), `country` first; empty for any other."""
