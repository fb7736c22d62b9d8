"""Codes a phrase that names an actor: its country, its PLOVER sector, and what decided.

Order of evidence: a nationality or a country's name in the phrase's core, an organisation of the dictionary, an office
holder on the day, then what follows "of", a comma, and at last "in". For the sector the last word that has one.
Evaluative words ("terrorists") decide nothing. What nothing decides stays None. Codes after the PLOVER manual 0.8.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.reading.grounding.evidence import organisation_on
from sayso.reading.grounding.hits import Hit, Phrase, read_phrase
from sayso.reading.grounding.nationality import compound, countries_in, country_told, from_context
from sayso.reading.grounding.people import identify_person
from sayso.reading.grounding.sectors import sector_told


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What an actor is coded as, and what decided."""

    country: str | None = None
    """ISO 3166 alpha-3, or a non-state code of PLOVER; of a compound actor the first."""
    countries: tuple[str, ...] = ()
    """All countries of a compound actor ("French and Egyptian warships"); empty where there is one at most."""
    sector: str | None = None
    known: str | None = None
    """Id in the dictionary of actors."""
    affiliation: str | None = None
    why: tuple[str, ...] = ()
    inferred: bool = False
    """Whether something other than the phrase and the dictionary decided the country."""


def code_phrase(
    text: str,
    dictionary: Dictionary,
    *,
    day: str | None = None,
    context: str = "",
    name: frozenset[str] = frozenset(),
) -> Coded:
    """The coding of a phrase alone.

    Args:
        text: the words that name the actor.
        dictionary: what is known of actors.
        day: ``YYYY-MM-DD``; decides who is in office.
        context: words around the phrase; a country is taken from them only if they name no other.
        name: keys of words that are a person's name, and so name no country.
    """
    phrase = read_phrase(text, dictionary, name)
    near = countries_in(context, dictionary)
    country = country_told(phrase, dictionary, day, near)
    sector = sector_told(phrase, dictionary, day, near)
    if country is None:
        country = from_context(phrase, sector, near)
    told = [t for t in (country, sector) if t is not None]
    return Coded(
        country=country.value if country else None,
        countries=compound(phrase, dictionary) if country else (),
        sector=sector.value if sector else None,
        known=known_id(phrase, dictionary, day, near),
        affiliation=affiliation(phrase),
        why=tuple(dict.fromkeys(t.why for t in told)),
        inferred=any(t.inferred for t in told),
    )


def known_id(
    phrase: Phrase, dictionary: Dictionary, day: str | None, near: Collection[str], person: bool = False
) -> str | None:
    """The id of the person that the phrase's core names, else of the organisation that is all of its core.

    Args:
        phrase: the words.
        dictionary: what is known of actors.
        day: the day that counts.
        near: countries named around the phrase.
        person: whether the actor is a person, and so no organisation.
    """
    core = phrase.parts[0] if phrase.parts else None
    if core is None:
        return None
    found = identify_person(phrase, core, dictionary, day, near)
    if found is not None and not found.owner:
        return found.person.id
    last = core.hits[-1] if core.hits else None
    body = organisation_on(last, day, near) if last is not None and last.end == core.end and not person else None
    return body.id if body else None


def affiliation(phrase: Phrase) -> str | None:
    """The body that an actor belongs to, in the phrase's words; None where the phrase is only its name."""
    if len(phrase.hits) < 2 and len(phrase.parts) < 2 and not any(phrase.unknown(p) for p in phrase.parts):
        return None
    return next((phrase.written(h) for h in phrase.hits if _is_body(h)), None)


def _is_body(hit: Hit) -> bool:
    return bool(hit.organisations) or any(r.kind == "institution" for r in hit.roles)
