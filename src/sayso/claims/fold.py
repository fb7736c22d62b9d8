"""Folds a reading's events into the records that PLOVER's coders write.

A record is what a sentence reports in the first place: what is promised, demanded, refused or condemned is told by
that act alone, and what is only told in passing is left out, unless the sentence tells of nothing else. Polarity and
modality are put into the type.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.knowledge.folding import folding
from sayso.schema.event import Event
from sayso.schema.reading import Reading


def fold(reading: Reading) -> Iterator[tuple[Event, str]]:
    """The events that a coder would record, each with the type that the record has."""
    starts = [s.start for s in reading.sentences]
    sentences: dict[int, list[Event]] = {}
    for event in reading.events:
        sentences.setdefault(bisect_right(starts, event.trigger[0].start), []).append(event)
    for events in sentences.values():
        yield from _of_sentence(events)


def _of_sentence(events: Sequence[Event]) -> Iterator[tuple[Event, str]]:
    table = folding()
    outer = [e for e in events if e.within is None]
    first = [e for e in outer if not e.background] or sorted(outer, key=lambda e: -e.confidence)[:1]
    for event in first:
        type_ = table.get((event.type, event.polarity, event.modality), event.type)
        if type_ is not None:
            yield event, type_
