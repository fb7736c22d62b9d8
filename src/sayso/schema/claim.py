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
    """This mention of it: document and event, or document and attribution."""
    claim_key: str
    """The same assertion by the same speaker anywhere: a hash of speaker and stance with, of an event, its type, mode,
    polarity, modality and parties, and, of a statement, its words."""
    claim_kind: Literal["event", "statement"]
    document: str
    outlet: str | None
    published: str | None
    url: str | None
    speaker: str | None
    """Whose assertion it is; of an event in the outlet's own voice, the outlet."""
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
    kind: Kind | None
    """None for the outlet's own voice, which quotes nobody."""
    chain: str
    """Every voice from the outlet inward, joined by `` > ``; an unknown voice is ``?``."""
    event_type: str | None
    """Of an event; every field of events is empty for a statement."""
    event_mode: str | None
    contexts: tuple[str, ...]
    polarity: str | None
    modality: str | None
    actors: tuple[str, ...]
    actor_countries: tuple[str, ...]
    actor_sectors: tuple[str, ...]
    recipients: tuple[str, ...]
    recipient_countries: tuple[str, ...]
    recipient_sectors: tuple[str, ...]
    quantities: tuple[str, ...]
    """Kind, range and unit of each number told of the event: ``killed 12–?``."""
    place: str | None
    """Of an event; of several the most precise, of equals the first."""
    place_country: str | None
    lat: float | None
    lon: float | None
    place_precision: str | None
    date_from: str | None
    """The calendar range of an event's time, where the text and its date decide one."""
    date_to: str | None
    date_precision: str | None
    """``day``, ``month``, ``year``, or ``range`` of other lengths; ``none`` for a time without a calendar range."""
    cue: str
    trigger: str | None
    content: str
    """The words of the attribution; of the outlet's own voice, the sentence."""
    sentence: str
    """The sentence that the trigger stands in, or the cue."""
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    trigger_spans: tuple[Span, ...]
    confidence: float
    version: str
    """The version of sayso and of its weights."""
