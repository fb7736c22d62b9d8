"""A claim beside the nouns that it was made of, for formats that ask for more than a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.follow import claims_of
from sayso.knowledge.actors.kinds import ActorKind, kind_of_known
from sayso.schema.actor import Actor
from sayso.schema.attribution import Attribution
from sayso.schema.claim import Claim
from sayso.schema.event import Event
from sayso.schema.place import Place
from sayso.schema.reading import Reading
from sayso.schema.span import Span

UNKNOWN = "?"
"""A voice that the text does not name."""
DENYING = frozenset({"denies", "doubts"})
"""Stances of those who do not hold what they are told to have spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim, with what it is made of."""

    reading: Reading
    claim: Claim
    event: Event | None
    """None of a statement."""
    attribution: Attribution | None
    """The innermost; None of the outlet's own voice."""
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    """The one that the claim names."""

    @property
    def speaker(self) -> Actor | None:
        """Who says it, where that is known and is not the outlet."""
        return self.reading.actor(self.attribution.speaker) if self.attribution else None

    @property
    def voice(self) -> str:
        """Whose assertion it is, never empty."""
        return self.claim.speaker or UNKNOWN

    @property
    def voices(self) -> tuple[Attribution, ...]:
        """The voices of others, outermost first; the outlet's own voice holds them all."""
        return tuple(self.reading.chain(self.attribution))[::-1] if self.attribution else ()

    @property
    def is_denied(self) -> bool:
        """Whether any voice of the chain denies or doubts what it passes on."""
        return any(voice.stance in DENYING for voice in self.voices)

    @property
    def local(self) -> str:
        """The id of the event or attribution within its document."""
        return self.claim.claim_id.removeprefix(f"{self.claim.document}#")

    @property
    def span(self) -> Span:
        """Where it stands: from the first character of the trigger, or else of the cue and the content, to the last."""
        claim = self.claim
        spans = claim.trigger_spans or claim.cue_spans + claim.content_spans
        return Span(min(s.start for s in spans), max(s.end for s in spans))


def told(reading: Reading) -> Iterator[Told]:
    """The claims of a reading in the order of the text, each with its event, attribution, parties and place."""
    events = {e.id: e for e in reading.events}
    attributions = {a.id: a for a in reading.attributions}
    actors = {a.id: a for a in reading.actors}
    for claim in claims_of(reading):
        local = claim.claim_id.removeprefix(f"{claim.document}#")
        event = events.get(local) if claim.claim_kind == "event" else None
        yield Told(
            reading=reading,
            claim=claim,
            event=event,
            attribution=attributions.get((event.attribution or "") if event else local),
            actors=tuple(actors[i] for i in event.actors) if event else (),
            recipients=tuple(actors[i] for i in event.recipients) if event else (),
            place=_place(reading, event, claim),
        )


def kind_of(actor: Actor) -> ActorKind | None:
    """Whether an actor is a person or an organisation; None where neither the dictionary nor a role beside a name says.

    A role alone ("rebels", "officials") may stand for one or for many, and decides nothing.
    """
    known = kind_of_known(actor.known)
    return known or ("person" if actor.role and actor.role.lower() not in actor.name.lower() else None)


def _place(reading: Reading, event: Event | None, claim: Claim) -> Place | None:
    wanted = (claim.place, claim.lat, claim.lon, claim.place_precision)
    here = (p for p in reading.places if event and p.id in event.places)
    return next((p for p in here if (p.name, p.lat, p.lon, p.precision) == wanted), None)
