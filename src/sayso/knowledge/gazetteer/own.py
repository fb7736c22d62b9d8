"""A user's own places: a table or a GeoJSON file, checked; where it knows a name, its place is meant."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from sayso.errors import BadKnowledge, BadOptions
from sayso.knowledge.gazetteer.compiled import CompiledGazetteer, Gazetteer
from sayso.knowledge.gazetteer.curated import named
from sayso.knowledge.gazetteer.entry import KINDS, Entry, Match
from sayso.knowledge.gazetteer.keys import alike, key, sound
from sayso.knowledge.gazetteer.sources import Named
from sayso.knowledge.table import Row, rows

COLUMNS = ("name", "lat", "lon", "country", "kind", "names")
GEOJSON = frozenset({".geojson", ".json"})
UNTOLD = "site"
"""The kind of a place whose kind is left empty."""


class MemoryGazetteer:
    """A gazetteer of places that are at hand."""

    def __init__(self, places: Iterable[Named]) -> None:
        self._keys: dict[str, list[Match]] = {}
        self._shorts: dict[str, list[Match]] = {}
        self._sounds: dict[str, list[Match]] = {}
        self._entries: dict[str, Entry] = {}
        digest = sha256()
        for entry, names in places:
            digest.update(repr((entry, names)).encode())
            self._entries[entry.id] = entry
            for name, form in names:
                table = self._shorts if form == "abbreviation" else self._keys
                table.setdefault(name if form == "abbreviation" else key(name), []).append(Match(entry, form))
            heard = sound(entry.name)
            if heard:
                self._sounds.setdefault(heard, []).append(Match(entry, "alternate"))
        self.version = digest.hexdigest()[:12]

    def named(self, name: str) -> tuple[Match, ...]:
        """The places that a name may mean."""
        return tuple(self._keys.get(key(name), ()))

    def short(self, written: str) -> tuple[Match, ...]:
        """The places that a short form means exactly as it is written."""
        return tuple(self._shorts.get(written, ()))

    def sounding(self, name: str) -> tuple[Match, ...]:
        """The places whose names sound like a name."""
        heard = self._sounds.get(sound(name) or "", ())
        return tuple(m for m in heard if alike(name, m.entry.name))

    def entry(self, id_: str) -> Entry | None:
        """The place of an id."""
        return self._entries.get(id_)


class JoinedGazetteer:
    """A user's gazetteer before the compiled one: of a name that it knows, only its places are meant."""

    def __init__(self, own: Gazetteer, base: Gazetteer) -> None:
        self.own, self.base = own, base
        self.version = f"{own.version}-{base.version}"

    def named(self, name: str) -> tuple[Match, ...]:
        """The places that a name may mean."""
        return self.own.named(name) or self.base.named(name)

    def short(self, written: str) -> tuple[Match, ...]:
        """The places that a short form means exactly as it is written."""
        return () if self.own.named(written) else self.base.short(written)

    def sounding(self, name: str) -> tuple[Match, ...]:
        """The places whose names sound like a name."""
        return self.own.sounding(name) or self.base.sounding(name)

    def entry(self, id_: str) -> Entry | None:
        """The place of an id."""
        return self.own.entry(id_) or self.base.entry(id_)


def load_gazetteer(own: str | None = None) -> Gazetteer:
    """The compiled gazetteer, with a user's own before it.

    Args:
        own: a CSV file with the columns name, lat, lon, country, kind, names (further names parted by ``|``), or a
            GeoJSON file of points whose properties have the same names.

    Raises:
        MissingKnowledge: the gazetteer was not compiled.
        BadOptions: there is no such file.
        BadKnowledge: the file has a mistake; the message names line and column.
    """
    base = CompiledGazetteer()
    return JoinedGazetteer(MemoryGazetteer(read_own(Path(own))), base) if own else base


def read_own(path: Path) -> Iterator[Named]:
    """The places of a user's file.

    Raises:
        BadOptions: there is no such file.
        BadKnowledge: the file has a mistake; the message names line and column, or feature and property.
    """
    if not path.is_file():
        raise BadOptions(f"there is no gazetteer {path}; give a CSV or GeoJSON file")
    read = _features(path) if path.suffix.lower() in GEOJSON else rows(path, _allowed(), ("name", "lat", "lon"))
    for number, row in enumerate(read, 1):
        values = {**row.values, "kind": row["kind"] or UNTOLD}
        yield named(Row(row.file, row.line, values), f"own:{path.stem}-{number}", path.name)


def _allowed() -> Mapping[str, tuple[str, ...] | None]:
    return dict.fromkeys(COLUMNS) | {"kind": (*KINDS, "")}


def _features(path: Path) -> Iterator[Row]:
    try:
        collection = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise BadKnowledge(
            f"{path.name}, line {error.lineno}, column {error.colno}: is no JSON: {error.msg}"
        ) from error
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        raise BadKnowledge(f"{path.name}, line 1: is no GeoJSON FeatureCollection: 'features' is missing")
    for number, feature in enumerate(features, 1):
        yield _row(path.name, number, feature)


def _row(file: str, number: int, feature: Any) -> Row:
    """A feature as a row; its number stands for the line."""
    where = f"{file}, feature {number}"
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") != "Point":
        raise BadKnowledge(f"{where}, 'geometry': is no Point")
    point = geometry.get("coordinates")
    if not isinstance(point, list) or len(point) < len(("lon", "lat")):
        raise BadKnowledge(f"{where}, 'coordinates': must be [longitude, latitude]")
    told = feature.get("properties") or {}
    values = {column: str(told.get(column) or "").strip() for column in COLUMNS}
    if not values["name"]:
        raise BadKnowledge(f"{where}, 'name': is empty")
    if values["kind"] not in (*KINDS, ""):
        raise BadKnowledge(f"{where}, 'kind': {values['kind']!r} is none of {', '.join(KINDS)}")
    return Row(where, number, values | {"lon": str(point[0]), "lat": str(point[1])})
