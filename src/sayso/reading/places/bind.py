"""Drafts of places → places of a reading."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.drafts import PlaceDraft
from sayso.schema.place import Place


def bind_places(drafts: Sequence[PlaceDraft]) -> tuple[Place, ...]:
    """The places of a reading, in the order of their first mention: what is meant as a place, with those mentions only.

    A name that stands for a government or people, or is part of another name, is no mention of a place: metonyms are
    actors.
    """
    kept = [(draft, [m for m in draft.mentions if m.use == "literal"]) for draft in drafts]
    meant = sorted(((d, m) for d, m in kept if m), key=lambda pair: min(m.span for m in pair[1]))
    return tuple(
        Place(
            id=f"p{number}",
            name=draft.name,
            kind=draft.kind,
            country=draft.country,
            lat=draft.lat,
            lon=draft.lon,
            gazetteer=draft.gazetteer,
            precision=draft.precision,
            mentions=tuple(sorted({m.span for m in mentions})),
            candidates=draft.candidates,
            why=draft.why,
        )
        for number, (draft, mentions) in enumerate(meant, 1)
    )
