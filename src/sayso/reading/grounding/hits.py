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
"""How a part hangs on the phrase: its core, one joined to it by "and", after "of", after "in", after another word,
behind a comma."""


METONYM = "metonym"
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


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase cut into parts."""

    text: str
    words: tuple[Word, ...]
    parts: tuple[Part, ...]

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits in the order of the text."""
        return tuple(hit for part in self.parts for hit in part.hits)

    def written(self, hit: Hit) -> str:
        """The words of a hit as they stand."""
        return self.text[self.words[hit.first].start : self.words[hit.end - 1].end].removesuffix("'s").removesuffix("’s")

    def unknown(self, part: Part) -> list[int]:
        """The words of a part that no hit covers."""
        known = {i for hit in part.hits for i in range(hit.first, hit.end)}
        return [i for i in range(part.first, part.end) if i not in known and not self.words[i].mark]


def read_phrase(text: str, dictionary: Dictionary, without: frozenset[str] = frozenset()) -> Phrase:
    """A phrase with its hits and parts.

    Args:
        text: the words.
        dictionary: what is known of actors.
        without: keys of words that are a person's name, and so name no country ("Jordan").
    """
    words = words_of(text)
    hits = [h for h in find_hits(words, dictionary) if not _only_a_name(h, words, without, dictionary)]
    return Phrase(text, words, tuple(_parts(words, hits, dictionary)))


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


def _only_a_name(hit: Hit, words: Sequence[Word], without: frozenset[str], dictionary: Dictionary) -> bool:
    """Whether a country's name is part of a person's ("Jordan Vesterby")."""
    if not hit.countries or hit.end - hit.first > 1 or hit.countries[0].kind in ("demonym", "people"):
        return False
    if words[hit.first].key in without:
        return True
    given = dictionary.language.given_names
    before = words[hit.first - 1] if hit.first else None
    after_given = before is not None and before.capital and before.key in given and not before.possessive
    return after_given and not words[hit.first].possessive


def _parts(words: Sequence[Word], hits: Sequence[Hit], dictionary: Dictionary) -> Iterator[Part]:
    covered = {i for hit in hits for i in range(hit.first, hit.end)}
    links = {i: link for i, word in enumerate(words) if i not in covered and (link := _link(word, dictionary))}
    starts: list[tuple[int, Link]] = [(0, "core"), *((i + 1, link) for i, link in links.items()), (len(words) + 1, "core")]
    for (first, link), (after, _) in pairwise(starts):
        inside = tuple(h for h in hits if first <= h.first < after)
        yield Part(link, first, after - 1, inside)


def _link(word: Word, dictionary: Dictionary) -> Link | None:
    if word.mark:
        return "aside"
    kinds: tuple[Link, ...] = ("joining", "belonging", "located", "elsewhere")
    return next((kind for kind in kinds if word.key in dictionary.language.actor_words(kind) and not word.glued), None)
