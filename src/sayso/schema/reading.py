"""What sayso says of one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from sayso import plugins
from sayso.schema.actor import Actor
from sayso.schema.attribution import Attribution
from sayso.schema.document import Document
from sayso.schema.event import Event, Quantity
from sayso.schema.label import Label
from sayso.schema.place import Place
from sayso.schema.span import Span
from sayso.schema.when import When

SCHEMA = "sayso/1"


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """What produced a reading: with the same five values and the same document it comes out the same, byte for byte."""

    sayso: str
    parser: str
    models: str
    """Short checksum of the trained weights."""
    knowledge: str
    """Short checksum of the files of facts."""
    options: tuple[tuple[str, str], ...] = ()
    """Options that differ from their defaults."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Every attribution and event of a document with who speaks and who acts, and the wording to notice."""

    document: Document
    provenance: Provenance
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    labels: tuple[Label, ...] = ()
    sentences: tuple[Span, ...] = ()
    """The sentences that the text was read in."""
    schema: str = SCHEMA

    def words(self, spans: tuple[Span, ...]) -> str:
        """The words of some spans, cuts shown by an ellipsis."""
        return " … ".join(self.document.text[start:end] for start, end in spans)

    def actor(self, id: str | None) -> Actor | None:  # noqa: A002 - the word of the contract
        """The actor with an id."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def chain(self, attribution: Attribution) -> Iterator[Attribution]:
        """An attribution and the voices that relay it, innermost first."""
        by_id = {a.id: a for a in self.attributions}
        while True:
            yield attribution
            if attribution.parent is None:
                return
            attribution = by_id[attribution.parent]

    def _repr_html_(self) -> str | None:
        """The page that a notebook shows, written by whatever is installed as the export ``html``; None without one."""
        html = plugins.find("sayso.exports", "html")
        if html is None:
            return None
        out = BytesIO()
        writer = html(out)
        writer.write(self)
        writer.finish()
        return out.getvalue().decode("utf-8")


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A document that could not be read, and why; the run goes on."""

    id: str
    reason: str
    """What happened and what to do next, for a person."""
