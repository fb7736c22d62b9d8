"""The country that a phrase gives to the actor it names."""

from __future__ import annotations

from collections.abc import Collection

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.knowledge.actors.facts import NON_STATE
from sayso.reading.grounding.evidence import Told, organisation_on, telling_parts
from sayso.reading.grounding.hits import Hit, Part, Phrase, read_phrase
from sayso.reading.grounding.people import Identified, identify_person

MEDIA = "media"


def country_told(phrase: Phrase, dictionary: Dictionary, day: str | None, near: Collection[str]) -> Told | None:
    """The country that a phrase and the dictionary give."""
    for part in telling_parts(phrase, dictionary):
        told = (
            named_country(phrase, part, dictionary, near)
            or _organisation_country(phrase, part, day, near)
            or _person_country(identify_person(phrase, part, dictionary, day, near), day)
        )
        if told is not None:
            return told
    return _misspelt(phrase, dictionary)


def named_country(phrase: Phrase, part: Part, dictionary: Dictionary, near: Collection[str]) -> Told | None:
    """The first country that a part names, other parties' apart; of two with the same name the one named near by."""
    for hit in part.hits:
        if hit.countries and not is_other_party(phrase, hit, dictionary):
            fact = next((c for c in hit.countries if c.code in near), hit.countries[0])
            return Told(fact.code, f"“{phrase.written(hit)}” ({fact.kind}) is {fact.code}")
    return None


def is_other_party(phrase: Phrase, hit: Hit, dictionary: Dictionary) -> bool:
    """Whether a country only serves to tell someone else ("Iran-backed", "anti-American", "ethnic Albanians")."""
    words, language = phrase.words, dictionary.language
    after = words[hit.end] if hit.end < len(words) else None
    if after is not None and after.glued and after.key in language.actor_words("backed"):
        return True
    before = words[hit.first - 1] if hit.first else None
    if before is None:
        return False
    opposed = words[hit.first].glued and before.key in language.actor_words("opposed")
    return opposed or before.key in language.actor_words("ethnic")


def _organisation_country(phrase: Phrase, part: Part, day: str | None, near: Collection[str]) -> Told | None:
    for hit in part.hits:
        body = organisation_on(hit, day, near)
        if body is not None and body.countries:
            code = next((c for c in body.countries if c in near), body.countries[0])
            return Told(code, f"“{phrase.written(hit)}” is {body.name} ({body.kind}): {code}", body.id)
    return None


def _person_country(found: Identified | None, day: str | None) -> Told | None:
    if found is None:
        return None
    return Told(found.term.country, found.why(day), found.person.id)


def _misspelt(phrase: Phrase, dictionary: Dictionary) -> Told | None:
    """The country of a name that is one slip away, where it can be no surname."""
    for i in phrase.unknown(phrase.parts[0]) if phrase.parts and not phrase.name else ():
        surname = i > 0 and phrase.words[i - 1].capital
        found = None if surname else dictionary.misspelt_country(phrase.words[i])
        if found is not None:
            name, fact = found
            return Told(fact.code, f"“{phrase.words[i].text}” is read as “{name}”, {fact.code}", inferred=True)
    return None


def compound(phrase: Phrase, dictionary: Dictionary) -> tuple[str, ...]:
    """The countries of a phrase whose parts joined by "and" each name one; empty where fewer than two do."""
    codes: dict[str, None] = {}
    for part in phrase.parts:
        told = named_country(phrase, part, dictionary, ())
        if codes and not part.joined:
            break
        if told is not None and told.value is not None:
            codes[told.value] = None
    return tuple(codes) if len(codes) > 1 else ()


def countries_in(text: str, dictionary: Dictionary) -> tuple[str, ...]:
    """The countries that a text names, or bodies of one country, in their order, each once.

    A name that two countries share ("Tripoli") tells nothing here.
    """
    return countries_of(read_phrase(text, dictionary), dictionary) if text else ()


def countries_of(phrase: Phrase, dictionary: Dictionary) -> tuple[str, ...]:
    """The countries that the words of a phrase or sentence name; see `countries_in`."""
    hits = (h for h in phrase.hits if not is_other_party(phrase, h, dictionary))
    told = ({c.code for c in h.countries} or _states_of_bodies(h) for h in hits)
    return tuple(dict.fromkeys(next(iter(codes)) for codes in told if len(codes) == 1))


def _states_of_bodies(hit: Hit) -> set[str]:
    bodies = [o for o in hit.organisations if o.kind != MEDIA]
    return {code for o in bodies for code in o.countries} - NON_STATE


def from_context(phrase: Phrase, sector: Told | None, near: Collection[str]) -> Told | None:
    """The country that the words around a phrase name, if it is the only one and the phrase names someone who acts."""
    kind = sector is not None or any(h.roles for h in phrase.hits)
    if len(near) == 1 and (kind or any(w.capital for w in phrase.words)):
        code = next(iter(near))
        return Told(code, f"{code} is the only country named around it", inferred=True)
    return None
