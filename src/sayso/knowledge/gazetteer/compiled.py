"""Looks names up in the compiled gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from sayso.errors import MissingKnowledge
from sayso.knowledge.gazetteer.entry import FORMS, KINDS, Entry, Match
from sayso.knowledge.gazetteer.keys import alike, key, sound

COMPILED = Path(__file__).parent.parent / "compiled" / "gazetteer.sqlite"
REMEMBERED = 50_000
"""Names kept in memory: news repeats them."""
COLUMNS = (
    "p.number, p.id, p.name, p.kind, p.level, p.country, a.id, d.id, p.lat, p.lon, p.population, s.name"
    " FROM place p LEFT JOIN place a ON a.number = p.admin1 LEFT JOIN place d ON d.number = p.admin2"
    " JOIN source s ON s.number = p.source"
)


class Gazetteer(Protocol):
    """What a step needs of a gazetteer."""

    @property
    def version(self) -> str:
        """A short checksum."""

    def named(self, name: str) -> tuple[Match, ...]:
        """The places that a name may mean, in any order; matched without case, accents and marks."""

    def short(self, written: str) -> tuple[Match, ...]:
        """The places that a short form means exactly as it is written ("Ga.", "US")."""

    def sounding(self, name: str) -> tuple[Match, ...]:
        """The places whose names sound like a name: other transliterations."""

    def entry(self, id_: str) -> Entry | None:
        """The place of an id."""


class CompiledGazetteer:
    """The gazetteer that ``make knowledge`` compiles; read-only, and safe to open in every worker.

    Raises:
        MissingKnowledge: the file is not there.
    """

    def __init__(self, path: Path = COMPILED) -> None:
        if not path.is_file():
            raise MissingKnowledge(f"the gazetteer {path.name} is missing ({path}); run: make knowledge")
        self._path = path
        self._file = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.named = lru_cache(REMEMBERED)(self._named)
        self.sounding = lru_cache(REMEMBERED)(self._sounding)
        self.entry = lru_cache(REMEMBERED)(self._entry)

    @cached_property
    def version(self) -> str:
        """A short checksum of the file."""
        return sha256(self._path.read_bytes()).hexdigest()[:12]

    @cached_property
    def _shorts(self) -> dict[str, tuple[Match, ...]]:
        written = [w for (w,) in self._file.execute("SELECT DISTINCT written FROM short")]
        question = f"SELECT n.form, {COLUMNS} JOIN short n ON n.place = p.number WHERE n.written = ? ORDER BY 2"
        return {w: tuple(self._matches(question, w)) for w in written}

    def short(self, written: str) -> tuple[Match, ...]:
        """The places that a short form means exactly as it is written."""
        return self._shorts.get(written, ())

    def _named(self, name: str) -> tuple[Match, ...]:
        question = f"SELECT n.form, {COLUMNS} JOIN name n ON n.place = p.number WHERE n.key = ? ORDER BY 2"
        return tuple(self._matches(question, key(name)))

    def _sounding(self, name: str) -> tuple[Match, ...]:
        heard = sound(name)
        near = {
            n for n, k in self._file.execute("SELECT place, key FROM sound WHERE sound = ?", (heard,)) if alike(name, k)
        }
        question = f"SELECT 2, {COLUMNS} WHERE p.number = ?"
        return tuple(match for number in sorted(near) for match in self._matches(question, number))

    def _entry(self, id_: str) -> Entry | None:
        question = f"SELECT 0, {COLUMNS} WHERE p.number = (SELECT min(number) FROM place WHERE id = ?)"
        return next((m.entry for m in self._matches(question, id_)), None)

    def _matches(self, question: str, value: str | int) -> Iterator[Match]:
        for form, _, id_, name, kind, level, country, admin1, admin2, lat, lon, people, source in self._file.execute(
            question, (value,)
        ):
            entry = Entry(
                id=id_,
                name=name,
                kind=KINDS[kind],
                level=level,
                country=country,
                admin1=admin1,
                admin2=admin2,
                lat=lat,
                lon=lon,
                population=people,
                source=source,
            )
            yield Match(entry, FORMS[form])
