"""Events as PLOVER's gold standard records have them, and the type of a marked pair of parties.

A record codes one sentence as a coder would: what is merely the object of a promise, a demand, a refusal or a threat
is told by that act alone; what is planned becomes AGREE or THREATEN, what is not done REJECT. A reading keeps all of
that apart; `fold` puts it together. PLV and the records were coded after CAMEO2PLOVER-2021 and not after PLOVER 0.8:
``LEGACY`` has the differences (``plover.md`` of the codebook's errata; conviction is ACCUSE, sanctions are COERCE,
apology is SUPPORT).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sayso
from evaluation.actors import CAMEO
from sayso.claims.fold import fold

UNCODED = "---"


def predict_events(sentences: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each sentence its events with codes of actors and recipients."""
    reader = sayso.Reader()
    for sentence in sentences:
        outcome = reader.attempt(sayso.make_document(sentence["text"], id=sentence["id"]))
        events = list(_records(outcome)) if isinstance(outcome, sayso.Reading) else []
        yield {"id": sentence["id"], "text": sentence["text"], "events": events}


def _records(reading: sayso.Reading) -> Iterator[dict[str, Any]]:
    actors = {a.id: a for a in reading.actors}

    def codes(ids: tuple[str, ...]) -> list[dict[str, str]]:
        return [code for i in ids for code in _codes(actors[i])]

    for event, type_ in fold(reading):
        yield {"source": codes(event.actors), "root": type_, "target": codes(event.recipients)}


def _codes(actor: sayso.Actor) -> list[dict[str, str]]:
    """The codes of an actor, one for each country of a compound one."""
    countries = actor.countries or (actor.country or UNCODED,)
    return [{"text": actor.name, "code": CAMEO.get(c, c), "sector": actor.sector or ""} for c in countries]
