"""Readings as W3C Web Annotations (JSON-LD).

Positions count code points of the text that was read, whose SHA-256 stands in every target: where the text at the
address has another hash, positions do not hold and the quotation alone is to be looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.claims.follow import ARROW
from sayso.exports.lines import JsonList, dump
from sayso.exports.names import TERMS, source_of, text_hash, urn
from sayso.exports.told import UNKNOWN
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.event import Event
from sayso.schema.reading import Reading
from sayso.schema.span import Span

AROUND = 32
"""Characters of the text before and after a quotation."""
ROLES = ("source", "cue", "content", "addressee", "channel")
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": TERMS, "textSha256": "sayso:textSha256"}]


class WebAnnotation(JsonList):
    """W3C Web Annotation (JSON-LD), one annotation for each role and trigger, with exact words and positions."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out, _head(""), "")

    def write(self, reading: Reading) -> None:
        """The annotations of a reading, in the order of attributions and events."""
        if not self.count:
            self.before = _head(reading.document.id)
        for annotation in _annotations(reading):
            self.add(annotation)

    def finish(self) -> None:
        """Ends the page, and says how many annotations there are."""
        self.after = f']}},"total":{self.count}}}'
        super().finish()


def _head(first: str) -> str:
    """The beginning of a collection, named after its first document, and of its only page."""
    name = urn("annotations", first)
    collection = {"@context": CONTEXT, "id": name, "type": "AnnotationCollection", "label": "Readings by sayso"}
    page = {"id": urn("annotations", first, "page"), "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    return f'{dump(collection)[:-1]},"first":{dump(page)[:-1]},"items":['


def _annotations(reading: Reading) -> Iterator[dict[str, Any]]:
    for attribution in reading.attributions:
        voice = _voice(reading, attribution)
        for role in ROLES:
            spans: tuple[Span, ...] = getattr(attribution, role)
            if spans:
                yield _annotation(reading, f"{attribution.id}.{role}", spans, role, voice)
    attributions = {a.id: a for a in reading.attributions}
    for event in reading.events:
        said = attributions.get(event.attribution or "")
        voice = _voice(reading, said) if said else f"{reading.document.outlet or UNKNOWN} in its own voice"
        yield _annotation(reading, f"{event.id}.trigger", event.trigger, "trigger", f"{voice}: {_deed(event)}")


def _voice(reading: Reading, attribution: Attribution) -> str:
    """Everyone from the outlet inward, and what the innermost does: "The Daily > Lee denies"."""
    actors = [reading.actor(each.speaker) for each in reading.chain(attribution)]
    names = [actor.name if actor else UNKNOWN for actor in reversed(actors)]
    return f"{ARROW.join([reading.document.outlet or UNKNOWN, *names])} {attribution.stance}"


def _deed(event: Event) -> str:
    return ", ".join((" ".join(filter(None, (event.type, event.mode))), event.polarity, event.modality))


def _annotation(reading: Reading, local: str, spans: tuple[Span, ...], role: str, voice: str) -> dict[str, Any]:
    document = reading.document
    targets = [_target(document, span) for span in spans]
    return {
        "id": urn("annotation", document.id, local),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"id": urn("software", reading.provenance.sayso), "type": "Software", "name": "sayso"},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": role},
            {"type": "TextualBody", "purpose": "describing", "value": voice},
        ],
        "target": targets if len(targets) > 1 else targets[0],
    }


def _target(document: Document, span: Span) -> dict[str, Any]:
    text, (start, end) = document.text, span
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {
        "type": "SpecificResource",
        "source": source_of(document),
        "textSha256": text_hash(document),
        "selector": [position, quote],
    }
