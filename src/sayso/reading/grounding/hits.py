"""The known names and words in a phrase, and the parts that a phrase falls into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.knowledge.actors.facts import CountryName, Organisation, Person, Role
from sayso.knowledge.actors.spelling import Word, words_of

Link = Literal["core", "joining", "belonging", "located", "elsewhere", "aside"]
"""How a part hangs on the phrase: its core, after "of", after "in", after another word, behind a comma; a part that
"and" joins hangs as the one before it does."""


PEOPLES = frozenset({"demonym", "people", "minority"})
METONYM, PERSON, CITY = "metonym", "person", "city"
MINOR = frozenset({"region", "town", "city"})
"""Kinds of names that count after a country's own or its capital's."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name or word in a phrase; its facts are rows that share the name."""

    first: int
    end: int
    countries: tuple[CountryName, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    persons: tuple[Person, ...] = ()
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a phrase, with the hits in it."""

    link: Link
    first: int
    end: int
    hits: tuple[Hit, ...]
    joined: bool = False
    """Whether "and" joins it to the part before."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase cut into parts."""

    text: str
    words: tuple[Word, ...]
    parts: tuple[Part, ...]
    name: frozenset[str] = frozenset()
    """The keys of the words of the person's name, where it is known to be one's."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits in the order of the text."""
        return tuple(hit for part in self.parts for hit in part.hits)

    def written(self, hit: Hit) -> str:
        """The words of a hit as they stand."""
        return (
            self.text[self.words[hit.first].start : self.words[hit.end - 1].end].removesuffix("'s").removesuffix("’s")
        )

    def unknown(self, part: Part) -> list[int]:
        """The words of a part that no hit covers."""
        known = {i for hit in part.hits for i in range(hit.first, hit.end)}
        return [i for i in range(part.first, part.end) if i not in known and not self.words[i].mark]


def read_phrase(text: str, dictionary: Dictionary, name: frozenset[str] = frozenset()) -> Phrase:
    """A phrase with its hits and parts.

    Args:
        text: the words.
        dictionary: what is known of actors.
        name: keys of the words that are a person's name, and so name no country, town or outlet.
    """
    words = words_of(text)
    hits = [h for h in find_hits(words, dictionary) if not _only_a_name(h, words, name, dictionary)]
    return Phrase(text, words, tuple(_parts(words, hits, dictionary)), name)


def find_hits(words: Sequence[Word], dictionary: Dictionary) -> Iterator[Hit]:
    """Known names from left to right, the longest first; none overlaps another."""
    i = 0
    while i < len(words):
        hit = _hit(words, i, dictionary)
        if hit is not None:
            yield hit
        i = hit.end if hit is not None else i + 1


def _hit(words: Sequence[Word], i: int, dictionary: Dictionary) -> Hit | None:
    """The longest name at a word; of equals an organisation, then a person, a country, a role, a city."""
    n_org, organisations = dictionary.organisations.at(words, i)
    n_per, persons = dictionary.persons.at(words, i)
    n_cou, countries = dictionary.countries.at(words, i)
    n_rol, roles = dictionary.roles.at(words, i)
    city = all(c.kind == "city" for c in countries)
    seat = bool(n_org) and all(o.kind == METONYM for o in organisations)
    if (n_cou and not city) or seat:  # "White House official": the seat says more than the role that its words begin
        n_rol = 0
    longest = max(n_org, n_per, n_cou, n_rol)
    if not longest:
        return None
    if n_org == longest:
        return Hit(i, i + longest, organisations=organisations)
    if n_per == longest:
        return Hit(i, i + longest, persons=persons)
    if n_cou == longest and not (city and n_rol == longest):
        return Hit(i, i + longest, countries=tuple(sorted(countries, key=lambda c: c.kind in MINOR)))
    return Hit(i, i + longest, roles=roles)


def _only_a_name(hit: Hit, words: Sequence[Word], name: frozenset[str], dictionary: Dictionary) -> bool:
    """Whether what is also a country, town or role is part of a person's name ("Jordan Vesterby", "President Bush")."""
    inside = {word.key for word in words[hit.first : hit.end]}
    if inside <= name and len(inside) < max(len(name), 2) and not hit.persons:
        return True
    if not hit.countries or hit.end - hit.first > 1:
        return False
    word, before = words[hit.first], words[hit.first - 1] if hit.first else None
    if word.possessive or before is None or before.possessive:
        return False
    given = before.capital and before.key in dictionary.language.given_names
    if hit.countries[0].kind in PEOPLES:
        return given and hit.end == len(words)
    role = dictionary.roles.at(words, hit.first - 1)[1]
    titled = hit.countries[0].kind == CITY and bool(role) and role[0].kind == PERSON
    return titled or given


def _parts(words: Sequence[Word], hits: Sequence[Hit], dictionary: Dictionary) -> Iterator[Part]:
    covered = {i for hit in hits for i in range(hit.first, hit.end)}
    links = {i: link for i in range(len(words)) if i not in covered and (link := _link(words, i, dictionary))}
    starts: list[tuple[int, Link]] = [(0, "core"), *((i + 1, link) for i, link in links.items())]
    hangs: Link = "core"
    for (first, link), (after, _) in pairwise([*starts, (len(words) + 1, "core")]):
        hangs = hangs if link == "joining" else link
        yield Part(hangs, first, after - 1, tuple(h for h in hits if first <= h.first < after), link == "joining")


def _link(words: Sequence[Word], i: int, dictionary: Dictionary) -> Link | None:
    """What a word begins, if it is no part of a measure ("at least 20", "more than a dozen")."""
    word, language = words[i], dictionary.language
    if word.mark:
        return "aside"
    after = words[i + 1] if i + 1 < len(words) else None
    measured = after is not None and (after.text[0].isdigit() or after.key in language.actor_words("measures"))
    if word.glued or i == 0 or measured:
        return None
    kinds: tuple[Link, ...] = ("joining", "belonging", "located", "elsewhere")
    return next((kind for kind in kinds if word.key in language.actor_words(kind)), None)
