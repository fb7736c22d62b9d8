"""Readings as triples, in the manner of the AIDA Interchange Format (AIF).

A claim is an ``aida:Claim`` with a claimer, an epistemic status and a justification in the text; what AIF has no word
for (stance, chain, polarity, modality, hash of the text) is said in sayso's own terms.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sayso.exports.names import TERMS, is_address, source_of, text_hash, urn
from sayso.exports.told import DENYING, UNKNOWN, Told, told
from sayso.schema.actor import Actor
from sayso.schema.reading import Reading
from sayso.schema.span import Span

PREFIXES = {
    "aida": "https://raw.githubusercontent.com/NextCenturyCorporation/AIDA-Interchange-Format/master/java/src/main/"
    "resources/com/ncc/aif/ontologies/InterchangeOntology#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sayso": TERMS,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
CERTAIN = frozenset({"states", "confirms", "denies", "accuses", "alleges"})
"""Stances that leave no doubt of what the claimer holds; it is the outlet that leaves some."""
OPEN = frozenset({"demands", "promises", "warns"})
"""Stances that hold nothing to be so yet."""


class Literal(NamedTuple):
    """A value with its datatype, as a name with a prefix."""

    text: str
    datatype: str = "xsd:string"


class Triple(NamedTuple):
    """A statement; subject and predicate are IRIs or names with a prefix of `PREFIXES`."""

    subject: str
    predicate: str
    object: str | Literal


def triples(reading: Reading) -> Iterator[Triple]:
    """All statements of a reading: its document, actors and claims, and the voices of each."""
    document = reading.document
    subject = urn("document", document.id)
    yield Triple(subject, "rdf:type", "sayso:Document")
    yield Triple(subject, "sayso:textSha256", Literal(text_hash(document)))
    if is_address(document.url):
        yield Triple(subject, "sayso:url", source_of(document))
    yield from _literals(subject, outlet=document.outlet, title=document.title, published=document.published)
    for actor in reading.actors:
        yield from _actor(reading, actor)
    for each in told(reading):
        yield from _claim(each)
        yield from _content(each)
        yield from _voices(each)
        yield from _justification(each)


def epistemic(each: Told) -> str:
    """What the claimer holds of a claim, as a status of AIF; of an event that is said not to be, that it is false."""
    claim = each.claim
    settled = claim.modality in (None, "actual", "ended")
    if claim.stance in OPEN or not (settled or claim.modality == "possible"):
        return "EpistemicUnknown"
    false = (claim.stance in DENYING) != (claim.polarity == "negated")
    certain = settled and claim.stance in CERTAIN
    return f"Epistemic{'False' if false else 'True'}{'Certain' if certain else 'Uncertain'}"


def _actor(reading: Reading, actor: Actor) -> Iterator[Triple]:
    subject = urn("actor", reading.document.id, actor.id)
    yield Triple(subject, "rdf:type", "aida:Entity")
    yield Triple(subject, "rdfs:label", Literal(actor.name))
    facts = {"country": actor.country, "sector": actor.sector, "role": actor.role, "known": actor.known}
    yield from _literals(subject, **facts)


def _claim(each: Told) -> Iterator[Triple]:
    claim, subject = each.claim, _claim_name(each)
    yield Triple(subject, "rdf:type", "aida:Claim")
    yield Triple(subject, "aida:claimId", Literal(claim.claim_id))
    yield Triple(subject, "aida:naturalLanguageDescription", Literal(claim.content))
    yield Triple(subject, "aida:epistemic", f"aida:{epistemic(each)}")
    yield Triple(subject, "aida:claimer", _speaker(each))
    yield Triple(subject, "aida:justifiedBy", urn("justification", claim.document, each.local))
    yield Triple(subject, "sayso:document", urn("document", claim.document))
    if claim.event_type:
        yield Triple(subject, "aida:topic", Literal(claim.event_type))
    facts = {"stance": claim.stance, "chain": claim.chain, "claimKey": claim.claim_key, "sentence": claim.sentence}
    yield from _literals(subject, **facts, channel=claim.channel, addressee=claim.addressee, saidOn=claim.said_on)
    yield Triple(subject, "sayso:confidence", Literal(str(claim.confidence), "xsd:decimal"))


def _content(each: Told) -> Iterator[Triple]:
    """The event that is claimed, a node of its own, since it is no fact but what the claim says."""
    claim, event = each.claim, each.event
    if event is None:
        return
    subject = urn("event", claim.document, event.id)
    yield Triple(_claim_name(each), "aida:claimSemantics", subject)
    yield Triple(subject, "rdf:type", "aida:Event")
    yield Triple(subject, "sayso:claimedBy", _claim_name(each))
    for name, parties in (("actor", each.actors), ("recipient", each.recipients)):
        for party in parties:
            yield Triple(subject, f"sayso:{name}", urn("actor", claim.document, party.id))
    facts = {"eventType": event.type, "mode": event.mode, "polarity": event.polarity, "modality": event.modality}
    dates = {"dateFrom": claim.date_from, "dateTo": claim.date_to}
    yield from _literals(subject, **facts, **dates, place=claim.place, placePrecision=claim.place_precision)
    for name, degrees in (("latitude", claim.lat), ("longitude", claim.lon)):
        if degrees is not None:
            yield Triple(subject, f"sayso:{name}", Literal(f"{degrees:f}", "xsd:decimal"))


def _voices(each: Told) -> Iterator[Triple]:
    """The chain as nodes, numbered from the outlet, which is 0."""
    claim = each.claim
    subject = _claim_name(each)
    for position, voice in enumerate((None, *each.voices)):
        node = urn("voice", claim.document, each.local, str(position))
        actor = each.reading.actor(voice.speaker) if voice else None
        name = (actor.name if actor else UNKNOWN) if voice else claim.outlet or UNKNOWN
        yield Triple(subject, "sayso:voice", node)
        yield Triple(node, "rdf:type", "sayso:Voice")
        yield Triple(node, "rdfs:label", Literal(name))
        yield Triple(node, "sayso:position", Literal(str(position), "xsd:integer"))
        if actor:
            yield Triple(node, "sayso:speaker", urn("actor", claim.document, actor.id))
        yield from _literals(node, stance=voice.stance if voice else "states")


def _justification(each: Told) -> Iterator[Triple]:
    """Where the words stand; the end is the last character, as AIF counts, and not the one after it."""
    claim, subject = each.claim, urn("justification", each.claim.document, each.local)
    span: Span = each.span
    yield Triple(subject, "rdf:type", "aida:TextJustification")
    yield Triple(subject, "aida:source", Literal(claim.document))
    yield Triple(subject, "aida:sourceDocument", Literal(claim.document))
    yield Triple(subject, "aida:startOffset", Literal(str(span.start), "xsd:integer"))
    yield Triple(subject, "aida:endOffsetInclusive", Literal(str(span.end - 1), "xsd:integer"))
    yield Triple(subject, "aida:system", urn("software", each.reading.provenance.sayso))
    yield Triple(subject, "sayso:exact", Literal(each.reading.document.text[span.start : span.end]))


def _claim_name(each: Told) -> str:
    return urn("claim", each.claim.document, each.local)


def _speaker(each: Told) -> str:
    """Who claims: an actor, or the outlet, or a voice that nobody knows."""
    document = each.claim.document
    if each.speaker:
        return urn("actor", document, each.speaker.id)
    return urn("voice", document, each.local, str(len(each.voices)))


def _literals(subject: str, **values: str | None) -> Iterator[Triple]:
    for name, value in values.items():
        if value:
            yield Triple(subject, f"sayso:{name}", Literal(value))
