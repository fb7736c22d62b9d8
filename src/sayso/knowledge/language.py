"""All that sayso knows beforehand of a language: one folder of files a language, loaded once.

`language.toml` has the parser's name, quotation marks, and the names of grammatical relations; the CSV tables have
cues, words for persons and institutions, media, given names, loaded words, boiler-plate, and the glossary.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, cast

from sayso.errors import BadKnowledge, BadOptions
from sayso.knowledge.table import rows
from sayso.schema.attribution import STANCES, Stance

Gender = Literal["m", "f", "-"]
PARTS = frozenset({"verb", "noun", "preposition", "adverb", "adjective", "phrase", "mark"})
SENSES = frozenset({"say", "show", "believe", "ask", "act"})
PERSON_KINDS = frozenset({"title", "role", "kin", "group"})
INSTITUTION_KINDS = frozenset({"organisation", "metonym", "media", "document", "occasion"})
PLACE_KINDS = frozenset({"country", "admin", "city", "site", "region", "water"})
MEDIA_KINDS = frozenset({"agency", "newspaper", "broadcaster", "site"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """A pair of quotation marks."""

    open: str
    close: str
    apostrophe: bool = False
    """Whether the closing mark is also an apostrophe, so that a letter after it means it closes nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a cue commits its speaker to."""

    words: tuple[str, ...]
    """Lemmas, in the order of the text."""
    part: str
    stance: Stance
    sense: str
    """``say``, ``show`` (a document or picture), ``believe``, ``ask``, or ``act`` (a speech act that is a deed)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase with its kind."""

    words: tuple[str, ...]
    kind: str
    note: str = ""
    gender: Gender = "-"


@dataclass(frozen=True, eq=False)
class Language:
    """The facts of one language; every table is read when it is first asked for."""

    folder: Traversable
    settings: Mapping[str, Any]

    @property
    def code(self) -> str:
        """Two letters, after ISO 639-1."""
        return str(self.settings["code"])

    @property
    def pipeline(self) -> str:
        """The spaCy pipeline that reads the language, unless the user names another."""
        return str(self.settings["pipeline"])

    @cached_property
    def checksums(self) -> Mapping[str, str]:
        """SHA-256 sums of the files of the language's own pipeline, which a third party uploaded."""
        lines = (self.folder / "parser.sha256").read_text(encoding="utf-8").splitlines()
        return {file: digest for digest, file in (line.split(maxsplit=1) for line in lines if line.strip())}

    @cached_property
    def marks(self) -> tuple[Marks, ...]:
        """Quotation marks."""
        return tuple(Marks(**m) for m in self.settings["marks"])

    @cached_property
    def dateline(self) -> re.Pattern[str]:
        """What may stand before the first sentence of a report: place, date, agency."""
        return re.compile("|".join(f"(?:{form})" for form in self.settings["dateline"]))

    def deps(self, relation: str) -> frozenset[str]:
        """The parser's labels for a grammatical relation ("subject")."""
        return self._names("dependencies", relation)

    def tags(self, part: str) -> frozenset[str]:
        """The parser's tags for a part of speech ("proper")."""
        return self._names("tags", part)

    def entities(self, kind: str) -> frozenset[str]:
        """The parser's types for a kind of named entity ("person")."""
        return self._names("entities", kind)

    def pronouns(self, kind: str) -> frozenset[str]:
        """Pronouns of a kind ("masculine")."""
        return self._names("pronouns", kind)

    def words(self, kind: str) -> frozenset[str]:
        """Small words by what they do ("definite")."""
        return self._names("words", kind)

    def actor_words(self, kind: str) -> frozenset[str]:
        """Small words by what they do in a phrase that names an actor ("former")."""
        return self._names("actors", kind)

    def usual_sector(self, term: str, beside_a_body: bool) -> str | None:
        """The sector that a word without one of its own means, by itself or beside a country or a body."""
        lists = [self.settings["actors"]["usually"]] if beside_a_body else []
        lists.append(self.settings["actors"]["always"])
        return next((str(sector) for each in lists for sector, terms in each.items() if term in terms), None)

    def plural(self, term: str) -> str:
        """The plural of a term by its last word's ending; of a word that has none, some word that nobody writes."""
        pairs = self.settings["inflection"]["plural"]
        return next(term.removesuffix(end) + str(plural) for end, plural in pairs if term.endswith(end))

    def spellings(self, term: str) -> tuple[str, ...]:
        """A term in each spelling that it has ("defence minister", "defense minister")."""
        pairs = self.settings["inflection"]["spellings"]
        other = {to: term.replace(one, to) for pair in pairs for one, to in (pair, pair[::-1]) if one in term}
        return (term, *dict.fromkeys(other.values()))

    def _names(self, section: str, name: str) -> frozenset[str]:
        return _frozen(self.settings[section][name])

    @cached_property
    def boilerplate(self) -> tuple[re.Pattern[str], ...]:
        """Lines that belong to a page and not to its article."""
        table = rows(self.folder / "boilerplate.csv", {"pattern": None, "source": None}, ("pattern",))
        return tuple(_pattern(row["pattern"], row.wrong) for row in table)

    @cached_property
    def cues(self) -> Mapping[tuple[str, ...], Cue]:
        """The lexicon of cues by their lemmas; of two parts of speech with the same lemmas the verb."""
        allowed = {"cue": None, "part": PARTS, "stance": STANCES, "sense": SENSES, "source": None}
        out: dict[tuple[str, ...], Cue] = {}
        for row in rows(self.folder / "cues.csv", allowed, ("cue", "part")):
            words = tuple(row["cue"].split())
            cue = Cue(words=words, part=row["part"], stance=cast(Stance, row["stance"]), sense=row["sense"])
            if words not in out or cue.part == "verb":
                out[words] = cue
        return out

    @cached_property
    def persons(self) -> Mapping[tuple[str, ...], Term]:
        """Titles, roles, kin and groups, in lower case."""
        allowed = {"term": None, "kind": PERSON_KINDS, "gender": {"m", "f", "-"}, "source": None}
        table = rows(self.folder / "persons.csv", allowed, ("term", "kind"))
        return _terms(
            Term(words=_lower(row["term"]), kind=row["kind"], gender=cast(Gender, row["gender"])) for row in table
        )

    @cached_property
    def institutions(self) -> Mapping[tuple[str, ...], Term]:
        """Institutions, media, documents and occasions, in lower case."""
        table = rows(
            self.folder / "institutions.csv", {"term": None, "kind": INSTITUTION_KINDS, "source": None}, ("term",)
        )
        return _terms(Term(words=_lower(row["term"]), kind=row["kind"]) for row in table)

    @cached_property
    def media(self) -> Mapping[tuple[str, ...], Term]:
        """News agencies and outlets by every name they go by, in lower case."""
        allowed = {"name": None, "kind": MEDIA_KINDS, "country": None, "aliases": None, "source": None}
        return _terms(
            Term(words=_lower(name), kind=row["kind"], note=row["name"])
            for row in rows(self.folder / "media.csv", allowed, ("name",))
            for name in (row["name"], *filter(None, row["aliases"].split("|")))
        )

    @cached_property
    def given_names(self) -> Mapping[str, Gender]:
        """Given names, in lower case, with their gender."""
        table = rows(self.folder / "given_names.csv", {"name": None, "gender": {"m", "f"}, "source": None}, ("name",))
        return {row["name"].lower(): cast(Gender, row["gender"]) for row in table}

    @cached_property
    def place_nouns(self) -> Mapping[tuple[str, ...], Term]:
        """Nouns for places by their kind, in lower case; the note has what the gazetteer calls such places."""
        allowed = {"term": None, "kind": PLACE_KINDS, "names": None, "source": None}
        table = rows(self.folder / "place_nouns.csv", allowed, ("term",))
        return _terms(Term(words=_lower(row["term"]), kind=row["kind"], note=row["names"]) for row in table)

    @cached_property
    def labels(self) -> tuple[Term, ...]:
        """Words that distance or judge; ``*`` stands for any one word."""
        allowed = {"term": None, "kind": {"distancing", "loaded"}, "note": None, "source": None}
        table = rows(self.folder / "labels.csv", allowed, ("term",))
        return tuple(Term(words=_lower(row["term"]), kind=row["kind"], note=row["note"]) for row in table)

    @cached_property
    def glossary(self) -> Mapping[str, tuple[str, str]]:
        """What every label that sayso prints means: kind of label, and meaning."""
        table = rows(self.folder / "glossary.csv", {"term": None, "kind": None, "meaning": None}, ("term",))
        return {row["term"]: (row["kind"], row["meaning"]) for row in table}

    @cached_property
    def version(self) -> str:
        """A short checksum over all files of the language."""
        digest = hashlib.sha256()
        for file in sorted(self.folder.iterdir(), key=lambda f: f.name):
            if file.is_file():
                digest.update(file.name.encode() + b"\x00" + file.read_bytes())
        return digest.hexdigest()[:12]


@cache
def language(code: str) -> Language:
    """The facts of a language.

    Raises:
        BadOptions: there is no folder for it yet.
    """
    folder = files("sayso.knowledge") / code
    if not code.isalpha() or not (folder / "language.toml").is_file():
        raise BadOptions(f"sayso cannot read the language {code!r} yet; it reads: en")
    return Language(folder, tomllib.loads((folder / "language.toml").read_text(encoding="utf-8")))


@cache
def _frozen_tuple(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)


def _frozen(names: list[str]) -> frozenset[str]:
    return _frozen_tuple(tuple(names))


def _lower(words: str) -> tuple[str, ...]:
    return tuple(words.lower().split())


def _terms(terms: Iterable[Term]) -> Mapping[tuple[str, ...], Term]:
    out: dict[tuple[str, ...], Term] = {}
    for term in terms:
        out.setdefault(term.words, term)
    return out


def _pattern(pattern: str, wrong: Any) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise cast(BadKnowledge, wrong("pattern", f"is no regular expression: {error}")) from error
