"""What a coding rests on: a value with its reason, the parts of a phrase that count, the organisation that is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.knowledge.actors.facts import UNDATED, Organisation
from sayso.reading.grounding.hits import Hit, Link, Part, Phrase

ORDER: tuple[Link, ...] = ("core", "belonging", "aside", "located")
"""The parts of a phrase by how much they say of the actor."""
USUAL = {"armed": "REB", "party": "PTY"}
"""The sector of kinds of organisations, whatever offices they held for a time."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value and why."""

    value: str | None
    why: str
    known: str | None = None
    inferred: bool = False


def telling_parts(phrase: Phrase, dictionary: Dictionary) -> Iterator[Part]:
    """The parts that can say where an actor belongs; what follows "to" or "against" tells of others."""
    reach = []
    for part in phrase.parts:
        if part.link == "elsewhere" and not _speaks_for(phrase, part, dictionary):
            break
        if part.link != "located" or not phrase.name:  # "Osei Damptey in Norvik" is not of there
            reach.append(part)
    rank = {link: n for n, link in enumerate(ORDER)} | {"elsewhere": ORDER.index("belonging")}
    yield from sorted(reach, key=lambda part: rank[part.link])


def _speaks_for(phrase: Phrase, part: Part, dictionary: Dictionary) -> bool:
    """Whether "for" says whose the actor is ("a spokesman for the army")."""
    language = dictionary.language
    if part.first == 0 or phrase.words[part.first - 1].key not in language.actor_words("representing"):
        return False
    before = phrase.words[: part.first - 1]
    return bool(before) and before[-1].key in language.actor_words("representatives")


def organisation_on(hit: Hit, day: str | None, near: Collection[str]) -> Organisation | None:
    """The organisation of a name on a day: of several one of a country named near by, else the first.

    Without a day an armed group counts as one and a party as one, whatever offices they held for a time.
    """
    bodies = [o for o in hit.organisations if o.exists(day)] or list(hit.organisations)
    usual = [o for o in bodies if day in UNDATED and o.sector == USUAL.get(o.kind)]
    close = [o for o in bodies if set(o.countries) & set(near)]
    return next(iter([o for o in close if o in usual] or close or usual or bodies), None)
