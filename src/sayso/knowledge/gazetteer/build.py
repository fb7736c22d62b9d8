"""Compiles the gazetteer: installed packages and our own tables become one read-only SQLite file.

    python -m sayso.knowledge.gazetteer.build [FILE]

The same packages and tables give the same bytes.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from sayso.knowledge.gazetteer.compiled import COMPILED
from sayso.knowledge.gazetteer.curated import curated, spellings, toponyms
from sayso.knowledge.gazetteer.entry import FORMS, KINDS, Entry
from sayso.knowledge.gazetteer.keys import key, sound
from sayso.knowledge.gazetteer.sources import Named, codes, domains, places

SCHEMA = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT, kind INTEGER, level INTEGER, country TEXT,
    admin1 INTEGER, admin2 INTEGER, lat REAL, lon REAL, population INTEGER, source INTEGER);
CREATE INDEX place_id ON place (id);
CREATE TABLE source (number INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE name (key TEXT, place INTEGER, form INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE short (written TEXT, place INTEGER, form INTEGER, PRIMARY KEY (written, place)) WITHOUT ROWID;
CREATE TABLE sound (sound TEXT, place INTEGER, key TEXT, PRIMARY KEY (sound, place, key)) WITHOUT ROWID;
"""
LANGUAGES = ("en",)
SOUNDED = 5_000
"""People that a city must have to be found by its sound; sites and provinces are always found so."""


def build(path: Path) -> None:
    """Writes the gazetteer.

    Raises:
        BadKnowledge: one of our own tables has a mistake.
    """
    all_places = list(_merged([*places(), *curated()]))
    number = {entry.id: n for n, (entry, _) in enumerate(all_places, 1)}
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as file:
        file.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;" + SCHEMA)
        file.execute("BEGIN")
        _write(file, all_places, number)
        file.execute("COMMIT")
        file.execute("VACUUM")
    fresh.replace(path)


def _merged(all_places: Iterable[Named]) -> Iterator[Named]:
    """One place an id: who comes later adds only names."""
    by_id: dict[str, Named] = {}
    for entry, names in all_places:
        first, known = by_id.get(entry.id, (entry, ()))
        by_id[entry.id] = first, (*known, *names)
    yield from by_id.values()


def _write(file: sqlite3.Connection, all_places: list[Named], number: dict[str, int]) -> None:
    sources = sorted({entry.source for entry, _ in all_places})
    file.executemany("INSERT INTO source VALUES (?, ?)", enumerate(sources))
    file.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((n, *_columns(e, number), sources.index(e.source)) for n, (e, _) in enumerate(all_places, 1)),
    )
    meant = codes() | {id_: id_ for id_ in number}
    own = [
        *spellings(meant),
        *domains(),
        *(t for code in LANGUAGES for t in toponyms(files("sayso.knowledge") / code, meant)),
    ]
    names = {(key(name), n): FORMS.index(form) for n, name, form in reversed(list(_long(all_places, own, number)))}
    file.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted((k, n, f) for (k, n), f in names.items() if k))
    short = {(name, number[id_], FORMS.index(form)) for name, form, id_ in own if form == "abbreviation"}
    file.executemany("INSERT INTO short VALUES (?, ?, ?)", sorted(short))
    file.executemany("INSERT INTO sound VALUES (?, ?, ?)", sorted(_sounds(all_places, own, number)))


def _columns(e: Entry, number: dict[str, int]) -> tuple[str | int | float | None, ...]:
    areas = number.get(e.admin1 or ""), number.get(e.admin2 or "")
    return e.id, e.name, KINDS.index(e.kind), e.level, e.country, *areas, e.lat, e.lon, e.population


def _long(
    all_places: Iterable[Named], own: Iterable[tuple[str, str, str]], number: dict[str, int]
) -> Iterator[tuple[int, str, str]]:
    """All names but abbreviations, the weightiest form of each first."""
    every = [(number[e.id], name, form) for e, names in all_places for name, form in names]
    every += [(number[id_], name, form) for name, form, id_ in own if form != "abbreviation"]
    return iter(sorted(every, key=lambda row: FORMS.index(row[2])))


def _sounds(
    all_places: Iterable[Named], own: Iterable[tuple[str, str, str]], number: dict[str, int]
) -> set[tuple[str, int, str]]:
    names = [(e.name, e.id) for e, _ in all_places if _is_sounded(e)]
    names += [(name, id_) for name, form, id_ in own if form == "variant"]
    return {(heard, number[id_], key(name)) for name, id_ in names if (heard := sound(name))}


def _is_sounded(entry: Entry) -> bool:
    return entry.population >= SOUNDED if entry.kind == "city" else entry.level == 1 or entry.id.startswith("sayso:")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else COMPILED)
