"""Claims as schema.org `Claim` in JSON-LD; never `ClaimReview`, which needs a verdict."""

from __future__ import annotations

from typing import Any, BinaryIO

from sayso.exports.lines import JsonList, dump, filled
from sayso.exports.names import TERMS, is_address, urn
from sayso.exports.told import DENYING, Told, kind_of, told
from sayso.schema.actor import Actor
from sayso.schema.document import Document
from sayso.schema.reading import Reading

CONTEXT = ["https://schema.org", {"sayso": TERMS}]
NOT_CLAIMING = DENYING | {"demands"}
"""Stances of those who do not hold the content to be so: schema.org knows no stance, so they are not its author."""
TYPES = {"person": "Person", "organisation": "Organization"}


class SchemaOrg(JsonList):
    """schema.org Claim (JSON-LD), with author, stance and chain; never a ClaimReview."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out, dump({"@context": CONTEXT})[:-1] + ',"@graph":[', "]}")

    def write(self, reading: Reading) -> None:
        """The claims of a reading."""
        for each in told(reading):
            self.add(_claim(each))


def _claim(each: Told) -> dict[str, Any]:
    claim = each.claim
    named = {"sayso:eventType": claim.event_type, "sayso:polarity": claim.polarity, "sayso:modality": claim.modality}
    return {
        "@type": "Claim",
        "@id": urn("claim", claim.document, each.local),
        "text": claim.content,
        **filled(author=None if claim.stance in NOT_CLAIMING else _author(each)),
        "appearance": _article(each.reading.document),
        "sayso:voice": each.voice,
        "sayso:stance": claim.stance,
        "sayso:chain": claim.chain,
        "sayso:sentence": claim.sentence,
        **filled(**named),
        "sayso:confidence": claim.confidence,
    }


def _author(each: Told) -> dict[str, Any] | None:
    if each.attribution is None:
        return _outlet(each.claim.outlet)
    return _party(each.speaker) if each.speaker else None


def _party(actor: Actor) -> dict[str, Any]:
    """A person or an organisation; without a type where it is not known which."""
    kind = kind_of(actor)
    title = {"jobTitle": actor.role if kind == "person" else None}
    return filled(**{"@type": TYPES.get(kind or ""), "name": actor.name}, **title)


def _article(document: Document) -> dict[str, Any]:
    facts = {"@type": "NewsArticle", "@id": urn("document", document.id), "headline": document.title}
    url = document.url if is_address(document.url) else None
    return filled(**facts, url=url, datePublished=document.published, publisher=_outlet(document.outlet))


def _outlet(name: str | None) -> dict[str, Any] | None:
    return {"@type": "Organization", "name": name} if name else None
