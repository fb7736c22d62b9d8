"""Folds a reading's events into the records that PLOVER's coders write: one type, with polarity and modality put
into it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.folding import folding
from sayso.schema.event import Event
from sayso.schema.reading import Reading

SPEECH = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
"""Acts of speech: what they are about is no record of its own."""


def fold(reading: Reading) -> Iterator[tuple[Event, str]]:
    """The events that a coder would record, each with the type that the record has."""
    table = folding()
    by_id = {event.id: event for event in reading.events}
    for event in reading.events:
        outer = by_id.get(event.within or "")
        if outer is not None and outer.type in SPEECH:
            continue
        type_ = table.get((event.type, event.polarity, event.modality), event.type)
        if type_ is not None:
            yield event, type_
