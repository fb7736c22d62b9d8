"""The lexicon of triggers: words that may tell of an event, with the types of PLOVER that they hint at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.language import Language
from sayso.knowledge.ontology import plover
from sayso.knowledge.table import rows

PARTS = ("verb", "noun", "adjective")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a trigger can mean."""

    type: str
    mode: str | None
    objects: frozenset[Words]
    """Words one of which must be its object for it to mean that; empty where it needs none."""


Triggers = Mapping[tuple[str, Words], tuple[Sense, ...]]
"""The senses of a part of speech and its lemmas."""


@cache
def triggers(language: Language) -> Triggers:
    """The lexicon of a language.

    Raises:
        BadKnowledge: a type or mode is none of PLOVER's; the message names file, line and column.
    """
    types = plover().types
    allowed = {"trigger": None, "part": PARTS, "objects": None, "type": set(types), "mode": None, "source": None}
    out: dict[tuple[str, Words], list[Sense]] = {}
    for row in rows(language.folder / "triggers.csv", allowed, ("trigger", "part", "objects", "type", "mode")):
        if row["mode"] and row["mode"] not in types[row["type"]].modes:
            raise row.wrong("mode", f"{row['mode']!r} is no mode of {row['type']}")
        objects = frozenset(tuple(words.split()) for words in row["objects"].split("|") if words)
        sense = Sense(type=row["type"], mode=row["mode"] or None, objects=objects)
        out.setdefault((row["part"], tuple(row["trigger"].split())), []).append(sense)
    return {key: tuple(senses) for key, senses in out.items()}
