"""Follows every chain of voices of a reading and flattens it to claims."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from sayso.schema.actor import Actor
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.event import Event, Quantity
from sayso.schema.place import Place
from sayso.schema.reading import Reading
from sayso.schema.span import Span
from sayso.schema.when import When

WORD = re.compile(r"\w+")
ARROW = " > "
PRECISIONS = ("site", "city", "admin", "country", "none")
"""From the most precise to the least."""


def claims_of(reading: Reading) -> Iterator[Claim]:
    """The claims of a reading, in the order of the text.

    Each event is one, in the chain of voices that assert it; each attribution in whose chain no event stands is one
    of its content. So every attribution comes with at least one claim, and none is without its voice.
    """
    return iter(_Follower(reading).claims())


class _Follower:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.by_id = {a.id: a for a in reading.attributions}
        self.actors = {a.id: a for a in reading.actors}
        self.starts = [s.start for s in reading.sentences]

    def claims(self) -> list[Claim]:
        told = [(event.trigger[0], self._of_event(event)) for event in self.reading.events]
        heard = {a.id for e in self.reading.events for a in self._chain(self.by_id.get(e.attribution or ""))}
        told += [(a.cue[0], self._of_content(a)) for a in self.reading.attributions if a.id not in heard]
        return [claim for _, claim in sorted(told, key=lambda item: (item[0], item[1].claim_id))]

    def _of_content(self, attribution: Attribution) -> Claim:
        content = self.reading.words(attribution.content)
        words = " ".join(WORD.findall(content.lower()))
        return self._claim(
            id=attribution.id,
            kind="statement",
            attribution=attribution,
            key=(words,),
            sentence=self._sentence(attribution.cue[0]),
            confidence=attribution.confidence,
        )

    def _of_event(self, event: Event) -> Claim:
        attribution = self.by_id.get(event.attribution or "")
        actors, recipients = self._named(event.actors), self._named(event.recipients)
        names = [",".join(sorted(a.name.lower() for a in side)) for side in (actors, recipients)]
        return self._claim(
            id=event.id,
            kind="event",
            attribution=attribution,
            key=(event.type, event.mode or "", event.polarity, event.modality, *names),
            sentence=self._sentence(event.trigger[0]),
            confidence=event.confidence,
            event=event,
        )

    def _claim(
        self,
        *,
        id: str,  # noqa: A002 - the word of the contract
        kind: str,
        attribution: Attribution | None,
        key: tuple[str, ...],
        sentence: Span,
        confidence: float,
        event: Event | None = None,
    ) -> Claim:
        document = self.reading.document
        actor = self.actors.get(attribution.speaker or "") if attribution else None
        stance = attribution.stance if attribution else "states"
        actors, recipients = (self._named(event.actors), self._named(event.recipients)) if event else ((), ())
        time = self._time(attribution.time if attribution else None)
        place, when = self._place(event), self._when(event)
        content = attribution.content if attribution else (sentence,)
        speaker = actor.name if actor else None if attribution else document.outlet
        return Claim(
            claim_id=f"{document.id}#{id}",
            claim_key=_key(speaker or "", stance, *key),
            claim_kind="event" if kind == "event" else "statement",
            document=document.id,
            outlet=document.outlet,
            published=document.published,
            url=document.url,
            speaker=speaker,
            speaker_country=actor.country if actor else None,
            speaker_sector=actor.sector if actor else None,
            speaker_role=actor.role if actor else None,
            addressee=self._words(attribution.addressee) if attribution else None,
            channel=self._words(attribution.channel) if attribution else None,
            said_on=time,
            said_words=self._words(attribution.when) if attribution else None,
            stance=stance,
            kind=attribution.kind if attribution else None,
            chain=self._voices(attribution),
            event_type=event.type if event else None,
            event_mode=event.mode if event else None,
            contexts=event.contexts if event else (),
            polarity=event.polarity if event else None,
            modality=event.modality if event else None,
            actors=tuple(a.name for a in actors),
            actor_countries=_known(a.country for a in actors),
            actor_sectors=_known(a.sector for a in actors),
            recipients=tuple(a.name for a in recipients),
            recipient_countries=_known(a.country for a in recipients),
            recipient_sectors=_known(a.sector for a in recipients),
            quantities=tuple(self._amount(q) for q in self.reading.quantities if event and q.event == event.id),
            place=place.name if place else None,
            place_country=place.country if place else None,
            lat=place.lat if place else None,
            lon=place.lon if place else None,
            place_precision=place.precision if place else None,
            date_from=when.start if when else None,
            date_to=when.end if when else None,
            date_precision=_precision(when) if when else None,
            cue=self.reading.words(attribution.cue) if attribution else "",
            trigger=self.reading.words(event.trigger) if event else None,
            content=self.reading.words(content),
            sentence=self.reading.words((sentence,)),
            source_spans=attribution.source if attribution else (),
            cue_spans=attribution.cue if attribution else (),
            content_spans=content,
            trigger_spans=event.trigger if event else (),
            confidence=confidence,
            version=f"sayso {self.reading.provenance.sayso}, models {self.reading.provenance.models}",
        )

    def _chain(self, attribution: Attribution | None) -> Iterator[Attribution]:
        """An attribution and the voices that relay it, innermost first."""
        while attribution is not None:
            yield attribution
            attribution = self.by_id.get(attribution.parent or "")

    def _voices(self, attribution: Attribution | None) -> str:
        names = []
        for each in self._chain(attribution):
            actor = self.actors.get(each.speaker or "")
            names.append(actor.name if actor else "?")
        return ARROW.join([self.reading.document.outlet or "?", *reversed(names)])

    def _named(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        return tuple(self.actors[name] for name in ids)

    def _sentence(self, span: Span) -> Span:
        """The sentence in which some words begin; where the reading has none, the words."""
        at = bisect_right(self.starts, span.start) - 1
        return self.reading.sentences[at] if at >= 0 else span

    def _time(self, id: str | None) -> str | None:  # noqa: A002 - the word of the contract
        return next((t.start for t in self.reading.times if t.id == id), None)

    def _place(self, event: Event | None) -> Place | None:
        """The most precise place of an event."""
        places = [p for p in self.reading.places if event and p.id in event.places]
        return min(places, key=lambda p: PRECISIONS.index(p.precision), default=None)

    def _when(self, event: Event | None) -> When | None:
        return next((t for t in self.reading.times if event and t.id == event.time), None)

    def _words(self, spans: tuple[Span, ...]) -> str | None:
        return self.reading.words(spans) if spans else None

    def _amount(self, quantity: Quantity) -> str:
        low, high = (_figure(n) for n in (quantity.low, quantity.high))
        range_ = low if low == high else f"{low}–{high}"
        unit = f" {quantity.unit}" if quantity.unit else ""
        return f"{quantity.kind} {range_}{unit}"


def _precision(when: When) -> str:
    """How long the calendar range of a time is."""
    if when.start is None or when.end is None:
        return "none"
    start, end = date.fromisoformat(when.start[:10]), date.fromisoformat(when.end[:10])
    if start == end:
        return "day"
    whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if whole and (start.year, start.month) == (end.year, end.month):
        return "month"
    return "year" if whole and (start.month, end.month) == (1, 12) and start.year == end.year else "range"


def _figure(number: float | None) -> str:
    return "?" if number is None else f"{number:g}" if abs(number) < 1e6 else f"{number:.0f}"


def _known(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _key(speaker: str, stance: str, *what: str) -> str:
    return hashlib.sha256("\x1f".join((speaker.lower(), stance, *what)).encode()).hexdigest()[:16]
