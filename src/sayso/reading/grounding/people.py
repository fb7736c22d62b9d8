"""Which known person a phrase names: by full name, or by a surname that a role, the day or the context makes plain."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.knowledge.actors.facts import UNDATED, Person, Status, Term
from sayso.knowledge.actors.spelling import key
from sayso.reading.grounding.hits import Part, Phrase

PERSON = "person"
SMALL = 3
"""Letters up to which a word of a role ("of", "and") tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """A known person, and how sure that is."""

    person: Person
    term: Term
    status: Status
    words: str
    by_surname: bool = False
    owner: bool = False
    """Whether the actor is not the person but only belongs to them ("Damptey's spokesman")."""

    def why(self, day: str | None) -> str:
        """What the dictionary says of the person on the day."""
        since = f"{self.term.start or '?'} to {self.term.end or 'now'}"
        said = {
            "in office": f"in office on {day}",
            "after": f"no longer in office on {day}",
            "before": f"not yet in office on {day}",
            "latest": "no date was given, so the most recent office counts",
        }[self.status]
        by = ", known by surname" if self.by_surname else ""
        return f"“{self.words}” is {self.person.name}{by}: {self.term.role or 'listed'}, {since}; {said}"


def identify_person(
    phrase: Phrase, part: Part, dictionary: Dictionary, day: str | None, countries: Collection[str]
) -> Identified | None:
    """The known person that a part of a phrase names; None if it names none, or more than one fit."""
    for hit in part.hits:
        if hit.persons:
            words = phrase.words[hit.first : hit.end]
            other = bool(phrase.name) and not phrase.name.intersection(w.key for w in words)
            found = _choose(hit.persons, phrase.written(hit), day, countries)
            return found and replace(found, owner=other or words[-1].possessive)
    return _by_surname(phrase, part, dictionary, day, countries)


def _by_surname(
    phrase: Phrase, part: Part, dictionary: Dictionary, day: str | None, countries: Collection[str]
) -> Identified | None:
    """A name of one word, alone or after a role ("President Obama"); with a given name it would be someone else."""
    names = [i for i in phrase.unknown(part) if phrase.words[i].capital]
    if len(names) != 1:
        return None
    word = phrase.words[names[0]]
    roles = " ".join(r.term for h in part.hits for r in h.roles)
    named = [c.code for h in part.hits for c in h.countries]
    owner = word.possessive or any(r.kind != PERSON for h in part.hits for r in h.roles)
    if owner:  # "the Damptey government"
        fits = [] if named else _owners(word.key, roles, dictionary)
    elif roles:
        fits = [p for p in dictionary.surnames.get(word.key, ()) if _has_role(p, roles)]
        fits = [p for p in fits if not named or any(t.country in named for t in p.terms)]
    elif not part.hits:
        fits = list(dictionary.short_names.get(word.key, ())) or _head_in_office(word.key, dictionary, day)
    else:
        fits = []
    found = _choose(fits, word.text, day, [*named, *countries])
    return found and replace(found, owner=owner, by_surname=True)


def _owners(surname: str, roles: str, dictionary: Dictionary) -> list[Person]:
    """Whom a surname before a word means: someone known by it, or rulers where it is a government or an army."""
    ruled = not dictionary.language.actor_words("ruled").isdisjoint(roles.split())
    heads = dictionary.language.actor_words("heads")
    rulers = [p for p in dictionary.surnames.get(surname, ()) if any(t.role.lower() in heads for t in p.terms)]
    return list(dictionary.short_names.get(surname, ())) or (rulers if ruled else [])


def _head_in_office(surname: str, dictionary: Dictionary, day: str | None) -> list[Person]:
    """Heads of state or government with a surname, if they are in office on the day: known without a given name."""
    if day in UNDATED or day is None or surname in dictionary.language.given_names:
        return []
    return [p for p in dictionary.surnames.get(surname, ()) if _leads_on(p, day, dictionary)]


def _leads_on(person: Person, day: str, dictionary: Dictionary) -> bool:
    term, status = person.on(day)
    return status == "in office" and term.role.lower() in dictionary.language.actor_words("heads")


def _has_role(person: Person, roles: str) -> bool:
    wanted = {key(w) for w in roles.split() if len(w) > SMALL}
    return any(wanted & {key(w) for w in term.role.split()} for term in person.terms)


def _choose(persons: Sequence[Person], words: str, day: str | None, countries: Collection[str]) -> Identified | None:
    """The only person that fits; of several, the only one in office on the day, or of a country that is named."""
    left = list(persons)
    if len(left) > 1:
        left = [p for p in left if p.on(day)[1] == "in office"] or left
    if len(left) > 1:
        left = [p for p in left if any(t.country in countries for t in p.terms)] or left
    if len(left) > 1:
        last = max(p.on(day)[0].start for p in left)
        same = len({p.on(day)[0].country for p in left}) == 1
        left = [p for p in left if p.on(day)[0].start == last] if same else []
    if len(left) != 1:
        return None
    term, status = left[0].on(day)
    return Identified(person=left[0], term=term, status=status, words=words)
