"""Codes a phrase that names an actor: its country, its PLOVER sector, and what decided.

Order of evidence (PLOVER manual 0.8, chapter on actors; CAMEO 1.1b3, chapter 2): a nationality or a country's name in
the phrase's core, an organisation of the dictionary, an office holder on the day, then what follows "of", a comma,
and at last "in". Evaluative words ("terrorists") decide nothing. What nothing decides stays None.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.knowledge.actors.facts import ANY_DAY, FORMER, NON_STATE, OFFICE, Organisation
from sayso.reading.grounding.hits import Hit, Link, Part, Phrase, read_phrase
from sayso.reading.grounding.people import Identified, identify_person

ORDER: tuple[Link, ...] = ("core", "belonging", "aside", "located")
"""The parts of a phrase by how much they say of the actor."""
SEATS, TOWNS = frozenset({"capital", "metonym"}), frozenset({"town", "city"})
TOWN_SECTOR, SEAT_SECTOR, BREAKAWAY_SECTOR, GENERIC = "CVL", "GOV", "PRE", "GOV"
MEDIA = "media"
PRIVATE = frozenset({"NGO", "MNC", "IMG", "ISM"})
"""Codes of bodies whose officials are no officials of a state or of states."""
MEMBER, EVALUATIVE = "person", "evaluative"
"""Kinds of roles."""
UNDATED = (None, ANY_DAY)
USUAL = {"armed": "REB", "party": "PTY"}
"""Who a town stands for that is acted upon, who a capital; partially recognised states; "official", "leader"."""


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


@dataclass(frozen=True, slots=True)
class Told:
    """A value and why."""

    value: str | None
    why: str
    known: str | None = None
    inferred: bool = False


def code_phrase(
    text: str,
    dictionary: Dictionary,
    *,
    day: str | None = None,
    context: str = "",
    without: frozenset[str] = frozenset(),
) -> Coded:
    """The coding of a phrase alone.

    Args:
        text: the words that name the actor.
        dictionary: what is known of actors.
        day: ``YYYY-MM-DD``; decides who is in office.
        context: words around the phrase; a country is taken from them only if they name no other.
        without: keys of words that are a person's name, and so name no country.
    """
    phrase = read_phrase(text, dictionary, without)
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


def countries_in(text: str, dictionary: Dictionary) -> tuple[str, ...]:
    """The countries that a text names, or bodies of one country, in their order, each once.

    A name that two countries share ("Tripoli") tells nothing here.
    """
    if not text:
        return ()
    phrase = read_phrase(text, dictionary)
    hits = (h for h in phrase.hits if not _is_other_party(phrase, h, dictionary))
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


def country_told(phrase: Phrase, dictionary: Dictionary, day: str | None, near: Collection[str]) -> Told | None:
    """The country that a phrase and the dictionary give."""
    for part in _ordered(phrase, dictionary):
        told = (
            _named_country(phrase, part, dictionary, near)
            or _organisation_country(phrase, part, day, near)
            or _person_country(identify_person(phrase, part, dictionary, day, near), day)
        )
        if told is not None:
            return told
    return _misspelt(phrase, dictionary)


def _misspelt(phrase: Phrase, dictionary: Dictionary) -> Told | None:
    for part in phrase.parts[:1]:
        for word in (phrase.words[i] for i in phrase.unknown(part)):
            if (found := dictionary.misspelt_country(word)) is not None:
                name, fact = found
                return Told(fact.code, f"“{word.text}” is read as “{name}”, {fact.code}", inferred=True)
    return None


def _ordered(phrase: Phrase, dictionary: Dictionary) -> Iterator[Part]:
    """The parts that can say where an actor belongs; what follows "to" or "against" tells of others."""
    reach = []
    for part in phrase.parts:
        if part.link == "elsewhere" and not _speaks_for(phrase, part, dictionary):
            break
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


def _named_country(phrase: Phrase, part: Part, dictionary: Dictionary, near: Collection[str]) -> Told | None:
    for hit in part.hits:
        if hit.countries and not _is_other_party(phrase, hit, dictionary):
            fact = next((c for c in hit.countries if c.code in near), hit.countries[0])
            return Told(fact.code, f"“{phrase.written(hit)}” ({fact.kind}) is {fact.code}")
    return None


def _is_other_party(phrase: Phrase, hit: Hit, dictionary: Dictionary) -> bool:
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


def organisation_on(hit: Hit, day: str | None, near: Collection[str]) -> Organisation | None:
    """The organisation of a name on a day: of several one of a country named near by, else the first.

    Without a day an armed group counts as one and a party as one, whatever offices they held for a time.
    """
    bodies = [o for o in hit.organisations if o.exists(day)] or list(hit.organisations)
    usual = [o for o in bodies if day in UNDATED and o.sector == USUAL.get(o.kind)]
    close = [o for o in bodies if set(o.countries) & set(near)]
    return next(iter([o for o in close if o in usual] or close or usual or bodies), None)


def _person_country(found: Identified | None, day: str | None) -> Told | None:
    if found is None:
        return None
    return Told(found.term.country, found.why(day), found.person.id)


def sector_told(phrase: Phrase, dictionary: Dictionary, day: str | None, near: Collection[str]) -> Told | None:
    """The sector that a phrase and the dictionary give."""
    for part in _ordered(phrase, dictionary):
        if part.link == "located":
            break
        found = identify_person(phrase, part, dictionary, day, near)
        told = _sector_of_words(phrase, part, dictionary, day, near) or _sector_of_person(found, day)
        if told is not None:
            return _left_office(phrase, part, told, dictionary)
    return _sector_of_place(phrase)


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
    hits = [h for p in _ordered(phrase, dictionary) for h in p.hits]
    private = any(PRIVATE.intersection(o.countries) for h in hits for o in h.organisations)
    beside = not private and any(h.countries or h.organisations for h in hits)
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
    sector = found.person.sector_on(day) if found else None
    return Told(sector, found.why(day), found.person.id) if found and sector else None


def _left_office(phrase: Phrase, part: Part, told: Told, dictionary: Dictionary) -> Told:
    """Former officials are ELI."""
    words = phrase.words[part.first : part.end]
    former = next((w for w in words if w.key in dictionary.language.actor_words("former")), None)
    if former is None or told.value not in OFFICE:
        return told
    return Told(FORMER, f"{told.why}; “{former.text}”: {FORMER}", told.known)


def _sector_of_place(phrase: Phrase) -> Told | None:
    """A capital that is named as an actor is its government, a town its people, a breakaway state PRE."""
    core = phrase.parts[0] if phrase.parts else None
    if core is None or len(core.hits) != 1 or not core.hits[0].countries:
        return None
    others = [i for i in phrase.unknown(core) if phrase.words[i].capital and i > core.first]
    kind, words = core.hits[0].countries[0].kind, phrase.written(core.hits[0])
    if others or core.hits[0].end < core.end:
        return None
    if kind in SEATS:
        return Told(SEAT_SECTOR, f"“{words}” ({kind}) stands for its government")
    if kind in TOWNS:
        return Told(TOWN_SECTOR, f"“{words}” (town) stands for its people")
    return Told(BREAKAWAY_SECTOR, f"“{words}” is partially recognised") if kind == "breakaway" else None


def compound(phrase: Phrase, dictionary: Dictionary) -> tuple[str, ...]:
    """The countries of a phrase whose parts joined by "and" each name one; empty where fewer than two do."""
    codes: dict[str, None] = {}
    for part in phrase.parts:
        told = _named_country(phrase, part, dictionary, ())
        if codes and not part.joined:
            break
        if told is not None and told.value is not None:
            codes[told.value] = None
    return tuple(codes) if len(codes) > 1 else ()


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
    if found is not None:
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
