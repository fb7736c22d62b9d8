"""Readings as entities of FollowTheMoney, JSON Lines.

An article is an ``Article``, an actor a ``Person``, an ``Organization`` or, where it is not known which, a
``LegalEntity``; each phrase that names an actor is a ``Mention``; a claim is an ``Event`` whose name begins with its
voice and stance.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sayso.exports.lines import Text, dump
from sayso.exports.names import is_address
from sayso.exports.told import Told, kind_of, told
from sayso.knowledge.country_codes import codes_of
from sayso.schema.actor import Actor
from sayso.schema.document import Document
from sayso.schema.reading import Reading

SCHEMATA = {"person": "Person", "organisation": "Organization", None: "LegalEntity"}
NAME = 200
"""Most characters of the words of a claim in its name; the whole stands in its summary."""


class FollowTheMoney(Text):
    """FollowTheMoney entities (JSON Lines): articles, actors, mentions, claims as events that name their voice."""

    def write(self, reading: Reading) -> None:
        """The entities of a reading, those that others point to first."""
        self._entity(_article(reading.document))
        for actor in reading.actors:
            self._entity(_party(reading.document, actor))
            for mention in _mentions(reading, actor):
                self._entity(mention)
        for each in told(reading):
            self._entity(_event(each))

    def _entity(self, entity: dict[str, Any]) -> None:
        self.put(dump(entity) + "\n")


def _article(document: Document) -> dict[str, Any]:
    return _entity(
        _id("document", document.id),
        "Article",
        title=[document.title],
        publishedAt=[document.published],
        sourceUrl=[document.url if is_address(document.url) else None],
        publisher=[document.outlet],
    )


def _party(document: Document, actor: Actor) -> dict[str, Any]:
    codes = codes_of(actor.country)
    kind = kind_of(actor)
    position = {"position": [actor.role]} if kind == "person" else {}
    id_ = _id("actor", document.id, actor.id)
    return _entity(id_, SCHEMATA[kind], name=[actor.name], country=[codes.alpha2 if codes else None], **position)


def _mentions(reading: Reading, actor: Actor) -> Iterator[dict[str, Any]]:
    """One for each different phrase: the format has no place for where it stands."""
    document = reading.document
    for words in dict.fromkeys(reading.words((span,)) for span in actor.mentions):
        id_ = _id("mention", document.id, actor.id, words)
        article, resolved = _id("document", document.id), _id("actor", document.id, actor.id)
        yield _entity(id_, "Mention", document=[article], name=[words], resolved=[resolved])


def _event(each: Told) -> dict[str, Any]:
    claim = each.claim
    codes = codes_of(claim.place_country)
    deed = ", ".join(filter(None, (claim.event_type, claim.event_mode, claim.polarity, claim.modality)))
    voice = f"{each.voice} {claim.stance}"
    parties = (*each.actors, *each.recipients) if each.event else filter(None, (each.speaker,))
    return _entity(
        _id("claim", claim.claim_id),
        "Event",
        name=[f"{voice}: {_short(claim.content)}"],
        summary=[f"{claim.chain} {claim.stance}{f' [{deed}]' if deed else ''}: {claim.content}"],
        startDate=[claim.date_from],
        endDate=[claim.date_to],
        location=[claim.place],
        country=[codes.alpha2 if codes else None],
        involved=[_id("actor", claim.document, party.id) for party in parties],
        sourceUrl=[claim.url if is_address(claim.url) else None],
        publisher=[claim.outlet],
    )


def _short(words: str) -> str:
    return words if len(words) <= NAME else words[: NAME - 1] + "…"


def _entity(id_: str, schema: str, **properties: list[str | None]) -> dict[str, Any]:
    """An entity; every value is text in a list, and what is unknown is left out."""
    given = {name: [v for v in dict.fromkeys(values) if v] for name, values in properties.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in given.items() if values}}


def _id(*parts: str) -> str:
    return "sayso-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
