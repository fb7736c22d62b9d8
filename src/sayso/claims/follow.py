"""Follows every chain of voices of a reading and flattens it to claims."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.reading import Reading
from sayso.schema.span import Span

WORD = re.compile(r"\w+")
ARROW = " > "


def claims_of(reading: Reading) -> Iterator[Claim]:
    """The claims of a reading, one for each attribution, in order of the text."""
    for attribution in reading.attributions:
        yield _claim(reading, attribution)


def _claim(reading: Reading, attribution: Attribution) -> Claim:
    document, actor = reading.document, reading.actor(attribution.speaker)
    content = reading.words(attribution.content)
    time = next((t for t in reading.times if t.id == attribution.time), None)
    return Claim(
        claim_id=f"{document.id}#{attribution.id}",
        claim_key=_key(actor.name if actor else "", attribution.stance, content),
        claim_kind="statement",
        document=document.id,
        outlet=document.outlet,
        published=document.published,
        url=document.url,
        speaker=actor.name if actor else None,
        speaker_country=actor.country if actor else None,
        speaker_sector=actor.sector if actor else None,
        speaker_role=actor.role if actor else None,
        addressee=_words(reading, attribution.addressee),
        channel=_words(reading, attribution.channel),
        said_on=time.start if time else None,
        said_words=_words(reading, attribution.when),
        stance=attribution.stance,
        kind=attribution.kind,
        chain=_chain(reading, attribution),
        cue=reading.words(attribution.cue),
        content=content,
        source_spans=attribution.source,
        cue_spans=attribution.cue,
        content_spans=attribution.content,
        confidence=attribution.confidence,
        version=f"sayso {reading.provenance.sayso}, models {reading.provenance.models}",
    )


def _chain(reading: Reading, attribution: Attribution) -> str:
    voices = [reading.actor(a.speaker) for a in reading.chain(attribution)]
    names = [actor.name if actor else "?" for actor in reversed(voices)]
    return ARROW.join([reading.document.outlet or "?", *names])


def _key(speaker: str, stance: str, content: str) -> str:
    words = " ".join(WORD.findall(content.lower()))
    return hashlib.sha256(f"{speaker.lower()}\x1f{stance}\x1f{words}".encode()).hexdigest()[:16]


def _words(reading: Reading, spans: tuple[Span, ...]) -> str | None:
    return reading.words(spans) if spans else None
