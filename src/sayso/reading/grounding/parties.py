"""Who takes part in events: their actors and recipients, each in the voices that the event stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.reading.drafts import Draft, EventDraft
from sayso.reading.grounding.speakers import Party

Voices = Mapping[int, Draft]
"""The innermost attribution by token of its content; what no voice but the outlet's own says is left out."""


def innermost_voices(drafts: Sequence[Draft]) -> Voices:
    """Which attribution asserts each token: of those that hold it, the one that says least else."""
    out: dict[int, Draft] = {}
    for draft in sorted(drafts, key=lambda d: len(d.content)):
        for token in draft.content:
            out.setdefault(token, draft)
    return out


def parties_of(events: Sequence[EventDraft], voices: Voices) -> tuple[Party, ...]:
    """The parties of all events in turn, of each its actors and then its recipients."""
    return tuple(_parties(events, voices))


def _parties(events: Sequence[EventDraft], voices: Voices) -> Iterator[Party]:
    for event in events:
        voice = voices.get(event.head)
        chain = voice.voices() if voice else ()
        for tokens in (*event.actors, *event.recipients):
            yield Party(tokens=tokens, voices=chain)
