"""Events as the records that coders of PLOVER write: polarity and modality put into the type, with quad and score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.fold import fold
from sayso.exports.told import Told, told
from sayso.knowledge.folding import folding
from sayso.knowledge.ontology import plover
from sayso.schema.event import Event
from sayso.schema.reading import Reading

QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}


@dataclass(frozen=True, slots=True)
class Record:
    """How an event is coded."""

    type: str
    mode: str | None
    """None where polarity or modality made it another type, to which the mode does not belong."""
    quad: int
    score: float
    """PLOVER's, from -10 (conflict) to 10 (cooperation)."""


def record_of(event: Event) -> Record | None:
    """The record of an event; None for what PLOVER codes as nothing (it did not happen), and other types."""
    type_ = folding().get((event.type, event.polarity, event.modality), event.type)
    if type_ is None or type_ not in plover().types:
        return None
    kind = plover().types[type_]
    mode = event.mode if type_ == event.type else None
    return Record(type_, mode, kind.quad, kind.modes.get(mode or "", kind.score))


def recorded(reading: Reading) -> Iterator[tuple[Told, Event, Record]]:
    """The claims that a coder would record (see `claims.fold`): not what is told in passing or inside another event."""
    kept = {event.id for event, _ in fold(reading)}
    for each in told(reading):
        if each.event and each.event.id in kept and (record := record_of(each.event)):
            yield each, each.event, record
