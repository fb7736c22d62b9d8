"""How PLOVER's own record codes an event whose polarity and modality a reading keeps apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sayso.knowledge.ontology import plover
from sayso.knowledge.table import rows
from sayso.schema.event import MODALITIES, POLARITIES

Folding = Mapping[tuple[str, str, str], str | None]
"""For type, polarity and modality the type of the record; None where it codes nothing."""


@cache
def folding() -> Folding:
    """The table of ``ontologies/folding.csv``; of two rows that fit the first counts. What no row names stays as it is.

    Raises:
        BadKnowledge: a row names no type of PLOVER; the message names file, line and column.
    """
    allowed = {
        "types": None,
        "polarity": POLARITIES,
        "modality": ("*", *MODALITIES),
        "becomes": ("", *plover().types),
        "source": None,
    }
    out: dict[tuple[str, str, str], str | None] = {}
    table = files("sayso.knowledge") / "ontologies" / "folding.csv"
    for row in rows(table, allowed, ("types", "polarity", "modality")):
        for type_ in row["types"].split("|"):
            if type_ not in plover().types:
                raise row.wrong("types", f"{type_!r} is no event type")
            for modality in MODALITIES if row["modality"] == "*" else (row["modality"],):
                out.setdefault((type_, row["polarity"], modality), row["becomes"] or None)
    return out
