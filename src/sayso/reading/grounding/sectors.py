"""The PLOVER sector that a phrase gives to the actor it names."""

from __future__ import annotations

from collections.abc import Collection

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.knowledge.actors.facts import FORMER, OFFICE
from sayso.reading.grounding.evidence import Told, organisation_on, telling_parts
from sayso.reading.grounding.hits import Hit, Part, Phrase
from sayso.reading.grounding.people import Identified, identify_person

SEATS, TOWNS = frozenset({"capital", "metonym"}), frozenset({"town", "city"})
PEOPLE, SEAT_SECTOR, BREAKAWAY_SECTOR, GENERIC = "CVL", "GOV", "PRE", "GOV"
"""People (whom a town stands for that is acted upon), a capital, a partially recognised state, a mere "official"."""
PRIVATE = frozenset({"NGO", "MNC", "IMG", "ISM"})
"""Codes of bodies whose officials are no officials of a state or of states."""
BESIDE = frozenset({"core", "belonging", "elsewhere"})
"""Parts whose country or body makes a leader of it an official; "elsewhere" is what a spokesman speaks for."""
MEMBER, EVALUATIVE = "person", "evaluative"
"""Kinds of roles."""


def sector_told(phrase: Phrase, dictionary: Dictionary, day: str | None, near: Collection[str]) -> Told | None:
    """The sector that a phrase and the dictionary give."""
    for part in telling_parts(phrase, dictionary):
        if part.link == "located":
            break
        found = identify_person(phrase, part, dictionary, day, near)
        told = _sector_of_words(phrase, part, dictionary, day, near) or _sector_of_person(found, day)
        if told is not None:
            return _left_office(phrase, part, told, dictionary)
    return _sector_of_place(phrase, dictionary)


def _sector_of_words(
    phrase: Phrase, part: Part, dictionary: Dictionary, day: str | None, near: Collection[str]
) -> Told | None:
    """The last word of the part that has a sector; a body's own sector counts before that of a mere "official"."""
    told: Told | None = None
    private = False
    for hit in part.hits:
        body = organisation_on(hit, day, near)
        if body is not None:
            private = bool(PRIVATE.intersection(body.countries))
            if body.sector:
                told = Told(
                    body.sector, f"“{phrase.written(hit)}” is {body.name} ({body.kind}): {body.sector}", body.id
                )
        elif hit.roles and hit.roles[0].sector:
            role = hit.roles[0]
            member = role.sector == GENERIC and role.kind == MEMBER
            if not (member and (private or (told is not None and told.known is not None))):
                told = Told(role.sector, f"“{phrase.written(hit)}” ({role.kind}) is {role.sector}")
    return told or _usual_sector(phrase, part, dictionary)


def _usual_sector(phrase: Phrase, part: Part, dictionary: Dictionary) -> Told | None:
    """What a word without a sector of its own means, by itself or beside a country or a body ("Norvik's leaders")."""
    parts = [p for p in telling_parts(phrase, dictionary) if p is part or p.link in BESIDE]
    hits = [h for p in parts for h in p.hits if p is part or not any(o.roles for o in p.hits)]
    private = any(PRIVATE.intersection(o.countries) for h in hits for o in h.organisations)
    beside = not private and any(h.countries or h.organisations or h.persons for h in hits)
    for hit in reversed(part.hits):
        role = hit.roles[0] if hit.roles else None
        sector = dictionary.language.usual_sector(role.term, beside) if role else None
        if role is not None and sector is not None and role.kind != EVALUATIVE and _is_head(phrase, part, hit):
            where = " of a country or a body" if beside else ""
            return Told(sector, f"“{phrase.written(hit)}”{where} is {sector} as a rule")
    return None


def _is_head(phrase: Phrase, part: Part, hit: Hit) -> bool:
    """Whether nothing but a name follows a word in its part, so that it is no mere attribute ("national security")."""
    return all(phrase.words[i].capital for i in range(hit.end, part.end) if not phrase.words[i].mark)


def _sector_of_person(found: Identified | None, day: str | None) -> Told | None:
    sector = found.person.sector_on(day) if found and not found.owner else None
    return Told(sector, found.why(day), found.person.id) if found and sector else None


def _left_office(phrase: Phrase, part: Part, told: Told, dictionary: Dictionary) -> Told:
    """Former officials are ELI."""
    words = phrase.words[part.first : part.end]
    former = next((w for w in words if w.key in dictionary.language.actor_words("former")), None)
    if former is None or told.value not in OFFICE:
        return told
    return Told(FORMER, f"{told.why}; “{former.text}”: {FORMER}", told.known)


def _sector_of_place(phrase: Phrase, dictionary: Dictionary) -> Told | None:
    """What a name of a country or a place stands for where nothing else is said of the actor."""
    core = phrase.parts[0] if phrase.parts else None
    if core is None or not phrase.hits:
        return None
    others = {phrase.words[i].key for i in phrase.unknown(core)} - dictionary.language.words("articles")
    if any(hit.countries for hit in phrase.hits) and others & dictionary.language.actor_words("inhabited"):
        return Told(PEOPLE, "a place where people live stands for them")
    last = core.hits[-1] if core.hits else None
    if last is None or not last.countries or last.end < core.end:
        return None
    kind, words = last.countries[0].kind, f"“{phrase.written(last)}”"
    if kind == "people" and others and not others & dictionary.language.actor_words("armed"):
        return Told(PEOPLE, f"{words}, counted or described, are people of the country")
    capitals = [i for i in phrase.unknown(core) if phrase.words[i].capital and i > core.first]
    return None if capitals or len(core.hits) > 1 else _standing_for(kind, words)


def _standing_for(kind: str, words: str) -> Told | None:
    if kind in SEATS:
        return Told(SEAT_SECTOR, f"{words} ({kind}) stands for its government")
    if kind in TOWNS:
        return Told(PEOPLE, f"{words} (town) stands for its people")
    if kind == "minority":
        return Told(PEOPLE, f"{words} are a people within a country")
    return Told(BREAKAWAY_SECTOR, f"{words} is partially recognised") if kind == "breakaway" else None
