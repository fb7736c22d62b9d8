"""The dictionary of actors: loads and checks its tables, and looks names up in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from sayso.knowledge.actors.facts import NON_STATE, CountryName, Organisation, Person, Role, Term
from sayso.knowledge.actors.index import Index
from sayso.knowledge.actors.spelling import Word, key, one_slip_apart
from sayso.knowledge.language import Language
from sayso.knowledge.table import Row, rows

TABLES = ("cities.csv", "countries.csv", "organisations.csv", "persons.csv")
COUNTRY_KINDS = frozenset(
    {"name", "demonym", "people", "minority", "dependency", "capital", "metonym", "region", "breakaway", "town", "city"}
)
ORGANISATION_KINDS = frozenset(
    {
        "armed",
        "bank",
        "church",
        "company",
        "court",
        "criminal",
        "force",
        "igo",
        "institution",
        "legislature",
        "media",
        "metonym",
        "ngo",
        "org",
        "party",
        "police",
        "service",
        "union",
        "university",
    }
)
ROLE_KINDS = frozenset({"person", "group", "institution", "equipment", "evaluative"})
SECTORS = frozenset(
    {
        "AGR",
        "BUS",
        "COP",
        "CRM",
        "CVL",
        "EDU",
        "ELI",
        "GOV",
        "HLH",
        "JRN",
        "JUD",
        "LAB",
        "LEG",
        "MED",
        "MIL",
        "OPP",
        "PRE",
        "PRM",
        "PTY",
        "REB",
        "REF",
        "REL",
        "SOC",
        "SPY",
        "UAF",
        "UNK",
    }
)
DAY = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)?")
MEDIA_SECTOR = "JRN"
DEPENDENCY = "dependency"
PLAIN = frozenset({"name", "demonym", "people"})
LONG = 6
"""Letters from which on a word is read as a misspelt name."""


@dataclass(frozen=True, eq=False)
class Dictionary:
    """All that is known of actors; every table is read when it is first asked for."""

    folder: Traversable
    language: Language

    def load(self) -> None:
        """Reads and checks every table now, and not when it is first asked for."""
        _ = (self.countries, self.organisations, self.persons, self.surnames, self.short_names, self.roles)

    @cached_property
    def version(self) -> str:
        """A short checksum over the tables of names."""
        digest = hashlib.sha256()
        for name in TABLES:
            digest.update(name.encode() + b"\x00" + (self.folder / name).read_bytes())
        return digest.hexdigest()[:12]

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Every code that a table may give an actor, and the code it is counted under: a dependency under its state."""
        facts = list(self._country_rows())
        own = {fact.code: fact.code for _, fact in facts}
        return {**{c: c for c in NON_STATE}, **own, **{n: f.code for n, f in facts if f.kind == DEPENDENCY}}

    @cached_property
    def countries(self) -> Index[CountryName]:
        """Names of countries, their peoples, capitals and cities."""
        return Index(self._country_names())

    def misspelt_country(self, word: Word) -> tuple[str, CountryName] | None:
        """The name or demonym that a long capitalised word is one slip away from, if they are all of one country."""
        if not word.capital or word.upper or len(word.key) < LONG or word.key in self.language.given_names:
            return None
        near = {n: f for n, f in self._plain_names.get(word.key[0], ()) if one_slip_apart(n, word.key)}
        return next(iter(near.items())) if len({f.code for f in near.values()}) == 1 else None

    @cached_property
    def _plain_names(self) -> Mapping[str, tuple[tuple[str, CountryName], ...]]:
        """Names of one word that countries and their peoples have, by first letter."""
        out: dict[str, list[tuple[str, CountryName]]] = {}
        for name, fact in self._country_names():
            if fact.kind in PLAIN and name.isalpha():
                out.setdefault(key(name)[0], []).append((key(name), fact))
        return {letter: tuple(names) for letter, names in out.items()}

    @cached_property
    def organisations(self) -> Index[Organisation]:
        """Named bodies, news media among them."""
        return Index(self._organisation_names(), by_sound=True)

    @cached_property
    def persons(self) -> Index[Person]:
        """Persons by their full names."""
        return Index(((n, p) for n, p in self._persons_by_name if " " in n or n == p.name), by_sound=True)

    @cached_property
    def surnames(self) -> Mapping[str, tuple[Person, ...]]:
        """Persons by the last word of their names, and by every short name that the table has."""
        out: dict[str, list[Person]] = {}
        for name, person in self._persons_by_name:
            out.setdefault(key(name.split()[-1].split("-")[-1]), []).append(person)
        return {word: tuple(dict.fromkeys(persons)) for word, persons in out.items()}

    @cached_property
    def short_names(self) -> Mapping[str, tuple[Person, ...]]:
        """Persons by the names of one word that the table has for them ("Merkel")."""
        out: dict[str, list[Person]] = {}
        for name, person in self._persons_by_name:
            if name.isalpha():
                out.setdefault(key(name), []).append(person)
        return {word: tuple(dict.fromkeys(persons)) for word, persons in out.items()}

    @cached_property
    def roles(self) -> Index[Role]:
        """Words for what people and bodies are, singular and plural."""
        return Index(self._role_words())

    @cached_property
    def outlets(self) -> Mapping[str, str]:
        """The country of a news outlet by its names, in lower case."""
        return {name.lower(): fact.countries[0] for name, fact in self._media_names()}

    def _country_names(self) -> Iterator[tuple[str, CountryName]]:
        return ((name, fact) for name, fact in self._country_rows() if fact.kind != DEPENDENCY)

    def _country_rows(self) -> Iterator[tuple[str, CountryName]]:
        for file in ("countries.csv", "cities.csv"):
            allowed = {"code": None, "kind": COUNTRY_KINDS, "names": None, "source": None}
            for row in rows(self.folder / file, allowed, ("code", "kind")):
                if not re.fullmatch(r"[A-Z]{3}", row["code"]):
                    raise row.wrong("code", f"{row['code']!r} is no code of three letters")
                yield from ((name, CountryName(row["code"], row["kind"])) for name in _names(row))

    def _organisation_names(self) -> Iterator[tuple[str, Organisation]]:
        columns = ("names", "country", "from", "to", "note", "source")
        allowed = {"id": None, "kind": ORGANISATION_KINDS, "sector": SECTORS | {""}, **dict.fromkeys(columns)}
        for row in rows(self.folder / "organisations.csv", allowed, ("id", "from", "country")):
            countries = tuple(self._code(row, code) for code in row["country"].split("|") if code)
            body = Organisation(
                row["id"],
                row["kind"],
                _names(row)[0],
                countries,
                row["sector"] or None,
                _day(row, "from"),
                _day(row, "to"),
            )
            yield from ((name, body) for name in _names(row))
        yield from self._media_names()

    def _media_names(self) -> Iterator[tuple[str, Organisation]]:
        columns = ("name", "kind", "country", "aliases", "source")
        for row in rows(self.language.folder / "media.csv", dict.fromkeys(columns), ("name",)):
            id_ = "media." + re.sub(r"[^a-z0-9]+", "-", key(row["name"])).strip("-")
            body = Organisation(id_, "media", row["name"], (row["country"],), MEDIA_SECTOR)
            if row["country"]:
                yield from ((name, body) for name in (row["name"], *filter(None, row["aliases"].split("|"))))

    @cached_property
    def _persons_by_name(self) -> tuple[tuple[str, Person], ...]:
        return tuple(self._person_names())

    def _person_names(self) -> Iterator[tuple[str, Person]]:
        names: dict[str, dict[str, None]] = {}
        terms: dict[str, list[Term]] = {}
        columns = ("id", "names", "role", "from", "to", "wikidata", "source", "country")
        allowed = {"sector": SECTORS | {""}, **dict.fromkeys(columns)}
        for row in rows(self.folder / "persons.csv", allowed, ("id", "role", "from", "country")):
            term = Term(
                self._code(row, row["country"]), row["sector"] or None, row["role"], _day(row, "from"), _day(row, "to")
            )
            names.setdefault(row["id"], {}).update(dict.fromkeys(_names(row)))
            terms.setdefault(row["id"], []).append(term)
        for id_, known in names.items():
            ordered = tuple(sorted(terms[id_], key=lambda t: (t.start, t.end or "9")))
            person = Person(id_, next(iter(known)), ordered)
            yield from ((name, person) for name in known)

    def _role_words(self) -> Iterator[tuple[str, Role]]:
        allowed = {"term": None, "sector": SECTORS | {""}, "kind": ROLE_KINDS, "source": None}
        for row in rows(self.language.folder / "roles.csv", allowed, ("term",)):
            role = Role(row["term"], row["sector"] or None, row["kind"])
            for term in self.language.spellings(row["term"]):
                yield term, role
                yield self.language.plural(term), role

    def _code(self, row: Row, code: str) -> str:
        if code not in self.codes:
            raise row.wrong("country", f"{code!r} is no country of countries.csv and no non-state code")
        return self.codes[code]


@cache
def dictionary(language: Language) -> Dictionary:
    """The dictionary of actors, with the words of a language for their roles.

    Raises:
        BadKnowledge: when a table is first asked for and has a mistake; the message names file, line and column.
    """
    return Dictionary(files("sayso.knowledge") / "actors", language)


def _names(row: Row) -> list[str]:
    names = [name.strip() for name in row["names"].split("|") if name.strip()]
    if not names:
        raise row.wrong("names", "is empty")
    return names


def _day(row: Row, column: str) -> str:
    if not DAY.fullmatch(row[column]):
        raise row.wrong(column, f"{row[column]!r} is no date (2016, 2016-08 or 2016-08-23)")
    return row[column]
