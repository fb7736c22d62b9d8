"""What a voice asserts: the unit that analysts query, and that accounts are compared by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.schema.attribution import Kind, Stance
from sayso.schema.span import Span


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One assertion with its voice: a row of a table, so that no table can show what is said without who says it."""

    claim_id: str
    """This mention of it: document and attribution."""
    claim_key: str
    """The same assertion by the same speaker anywhere: a hash of speaker, stance and words."""
    claim_kind: Literal["event", "statement"]
    document: str
    outlet: str | None
    published: str | None
    url: str | None
    speaker: str | None
    speaker_country: str | None
    speaker_sector: str | None
    speaker_role: str | None
    addressee: str | None
    channel: str | None
    said_on: str | None
    """A calendar date, where one is known."""
    said_words: str | None
    """The words for the time of saying, as they stand."""
    stance: Stance
    kind: Kind
    chain: str
    """Every voice from the outlet inward, joined by `` > ``; an unknown voice is ``?``."""
    cue: str
    content: str
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    confidence: float
    version: str
    """The version of sayso and of its weights."""
