"""Attributions as PARC and PolNeAR have them: source, cue and content, without nesting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import sayso
from sayso.schema.span import Span


def predict_attribution(articles: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each article its id, its text, and the attributions of the outermost voices."""
    reader = sayso.Reader()
    for article in articles:
        document = sayso.make_document(article["text"], id=article["id"])
        outcome = reader.attempt(document)
        found = flat(outcome) if isinstance(outcome, sayso.Reading) else []
        yield {"id": article["id"], "text": article["text"], "attributions": found}


def flat(reading: sayso.Reading) -> list[dict[str, list[list[int]]]]:
    """The attributions that stand in no other voice, in the text as given.

    PolNeAR gives each token one role, so an inner attribution is left out, and with it what it would mark twice.
    A voice that only relays ("according to Tasnim") gives way to the one it relays.
    """
    relays = {a.parent for a in reading.attributions if a.parent and _is_beside(reading, a)}
    keep = [a for a in reading.attributions if a.id not in relays and (a.parent is None or _is_beside(reading, a))]
    return [
        {
            role: [list(span) for span in _given(reading.document, getattr(a, role))]
            for role in ("source", "cue", "content")
        }
        for a in keep
    ]


def _is_beside(reading: sayso.Reading, inner: sayso.Attribution) -> bool:
    """Whether the parent adds nothing to its child's words, so that the two are one attribution without nesting."""
    parent = next(a for a in reading.attributions if a.id == inner.parent)
    own = {i for role in (inner.source, inner.cue, inner.content) for start, end in role for i in range(start, end)}
    more = {i for start, end in parent.content for i in range(start, end)} - own
    return parent.parent is None and sum(reading.document.text[i].isalnum() for i in more) == 0


def _given(document: sayso.Document, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        given = document.given(span)
        if given is not None:
            yield given
