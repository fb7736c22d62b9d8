"""Which of the places that share a name is meant: all names of a document are decided together.

Each candidate has a prior (kind, people, how usual the name is for it) and gains by what else the text names: the
province or country that follows its comma, the provinces and countries that it lies in, places near to it. The names
support each other over a few rounds, each candidate by as much as it is believed; a name has one sense in a document
unless commas tell two apart. (After Leidner 2007, *Toponym Resolution in Text*, and Lieberman et al. 2010 on local
papers; the weights are set by hand.)
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.knowledge.gazetteer.entry import Entry, Match

Floats = NDArray[np.float64]
ROUNDS = 4
MOST = 40
"""Candidates of a name that are weighed; the likeliest by themselves, and those in places that the text names."""
NEAR, EARTH = 120.0, 6371.0
"""Kilometres over which the pull of a place falls to a third; radius of the earth."""
QUALIFIED = 8.0
"""What it counts to lie in what follows the comma."""
IN_COUNTRY, IN_ADMIN, BESIDE = 3.0, 3.0, 3.0
"""What it counts, at most, that the text names the country, the province, and places near by."""
HALF_COUNTRY, HALF_ADMIN, HALF_BESIDE = 1.0, 0.7, 0.7
"""How much evidence makes half of that."""
HOLDS = 0.4
"""What a country or province counts as a witness, beside a city in it."""
PRIOR = {"country": 9.5, "region": 8.0, "water": 7.0, "site": 4.6}
PEOPLED, PROVINCE = 0.4, 4.2
"""What the logarithm of a province's people counts, and being one."""
COUNTY, BARE_COUNTY = 4.2, 2.2
"""What a county counts by its full name, and by a name without the word."""
CAPITAL = 1.5
NAMESAKE, LARGE = 2.0, 0.15
"""What a province loses that is called after its city, and the share of its people that the city must have."""
FORM = {"name": 0.0, "variant": -0.2, "alternate": -1.6, "abbreviation": 0.0, "demonym": 0.0}
SHARPNESS = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name as a document uses it, with how much its mentions count as evidence."""

    matches: tuple[Match, ...]
    weight: float
    within: frozenset[str] = frozenset()
    """The ids of places and alpha-3 codes of countries that follow its comma."""
    before: frozenset[str] = frozenset()
    """The ids and codes of what lies before its own comma: what it may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A place that a name may mean in this document."""

    entry: Entry
    score: float
    why: tuple[str, ...]
    support: float = 0.0
    """How much of the score the rest of the text gives, 0 to 1."""


def resolve(names: Sequence[Named]) -> tuple[tuple[Choice, ...], ...]:
    """For each name its places, the likeliest first."""
    if not any(name.matches for name in names):
        return tuple(() for _ in names)
    return _Board(names).settle()


def prior(match: Match) -> float:
    """How likely a place is before the text is looked at, about the logarithm of its people."""
    entry = match.entry
    people = math.log10(entry.population + 100)
    kind = PRIOR.get(entry.kind, 0.0)
    if entry.kind == "admin":
        kind = people * PEOPLED + PROVINCE if entry.level == 1 else COUNTY if match.form == "name" else BARE_COUNTY
    elif entry.kind == "city":
        kind = people + (CAPITAL if entry.level == 0 else 0.0)
    return kind + FORM[match.form]


class _Board:
    """All candidates of all names as columns."""

    def __init__(self, names: Sequence[Named]) -> None:
        self.names = names
        told = frozenset(_place_codes(names))
        self.matches: list[Match] = []
        self.owner: list[int] = []
        for number, name in enumerate(names):
            kept = _likeliest(name.matches, told)
            self.matches += kept
            self.owner += [number] * len(kept)
        entries = [m.entry for m in self.matches]
        self.of = np.array(self.owner)
        namesakes = _namesakes(self.matches, self.owner)
        self.base = np.array(
            [
                prior(m) + self._comma(m, names[n]) - (NAMESAKE if m.entry.id in namesakes else 0.0)
                for m, n in zip(self.matches, self.owner, strict=True)
            ]
        )
        self.weight = np.array([n.weight for n in names])
        self.country = _numbers([e.country for e in entries])
        self.admin = _numbers([e.admin1 for e in entries])
        self.county = _numbers([e.admin2 for e in entries])
        self.witness = np.array([HOLDS if e.kind in ("country", "region", "water") else 1.0 for e in entries])
        self.closeness = self._closeness(entries)

    @staticmethod
    def _comma(match: Match, name: Named) -> float:
        entry = match.entry
        inside = {entry.country, entry.admin1, entry.admin2} - {None, entry.id}
        if entry.kind == "country":
            inside = set()
        held = {entry.id, entry.country if entry.kind == "country" else None} - {None}
        return QUALIFIED * (bool(inside & name.within) + 0.7 * bool(held & name.before))

    def _closeness(self, entries: Sequence[Entry]) -> Floats:
        """How near candidates of different names are, 0 to 1; countries and seas are near to nothing."""
        points = np.array([_point(e) for e in entries])
        there = points.any(axis=1)
        angles = np.arccos(np.clip(points @ points.T, -1, 1))
        near = np.exp(-angles * EARTH / NEAR) * np.outer(there, there)
        near[self.of[:, None] == self.of[None, :]] = 0
        return np.asarray(near)

    def settle(self) -> tuple[tuple[Choice, ...], ...]:
        """Lets the names support each other, and ranks the candidates of each."""
        score = self.base
        parts = self._support(score)
        for _ in range(ROUNDS - 1):
            score = self.base + sum(parts)
            parts = self._support(score)
        score = self.base + sum(parts)
        return tuple(tuple(self._ranked(n, score, parts)) for n in range(len(self.names)))

    def _belief(self, score: Floats) -> Floats:
        """The share of each candidate in its name."""
        top = np.full(len(self.names), -np.inf)
        np.maximum.at(top, self.of, score)
        share = np.exp(SHARPNESS * (score - top[self.of]))
        return np.asarray(share / np.bincount(self.of, share, len(self.names))[self.of])

    def _support(self, score: Floats) -> tuple[Floats, Floats, Floats]:
        """What the other names give to each candidate: by country, by province and county, by distance."""
        belief = self._belief(score) * self.weight[self.of]
        witness = belief * self.witness
        country = self._shared(self.country, witness)
        admin = self._shared(self.admin, witness) + self._shared(self.county, witness)
        beside = self.closeness @ belief
        return (
            IN_COUNTRY * country / (country + HALF_COUNTRY),
            IN_ADMIN * admin / (admin + HALF_ADMIN),
            BESIDE * beside / (beside + HALF_BESIDE),
        )

    def _shared(self, area: NDArray[np.intp], belief: Floats) -> Floats:
        """The belief in other names' candidates that lie in the same area; nothing shares no area (number 0)."""
        size = int(area.max()) + 1
        table = np.zeros((len(self.names), size))
        np.add.at(table, (self.of, area), belief)
        shared = table.sum(axis=0)[area] - table[self.of, area]
        return np.where(area > 0, np.maximum(shared, 0), 0)

    def _ranked(self, name: int, score: Floats, parts: tuple[Floats, Floats, Floats]) -> list[Choice]:
        mine = np.flatnonzero(self.of == name)
        order = sorted(mine, key=lambda i: (-round(float(score[i]), 6), self.matches[i].entry.id))
        return [self._choice(int(i), score, parts) for i in order]

    def _choice(self, i: int, score: Floats, parts: tuple[Floats, Floats, Floats]) -> Choice:
        match, entry = self.matches[i], self.matches[i].entry
        country, admin, beside = (float(p[i]) for p in parts)
        comma = self._comma(match, self.names[self.owner[i]])
        reasons = [
            (comma, "a province or country stands after its comma, or a place of its own before it"),
            (admin, "the text names its province or other places in it"),
            (beside, "the text names places near by"),
            (country, "the text names its country or other places in it"),
        ]
        told = [why for value, why in sorted(reasons, key=lambda r: -r[0]) if value > 1]
        own = f"{entry.name}: {entry.kind}" + (f", {entry.population:,} people" if entry.population else "")
        return Choice(
            entry=entry,
            score=round(float(score[i]), 3),
            why=(own, f"matched as {match.form}", *told),
            support=(admin + beside + comma + country / 2) / (IN_ADMIN + BESIDE),
        )


def _likeliest(matches: Sequence[Match], told: frozenset[str]) -> list[Match]:
    """The candidates worth weighing: the likeliest, and those that lie in a place that the text names."""
    best: dict[str, Match] = {}
    for match in sorted(matches, key=lambda m: (-prior(m), m.entry.id)):
        best.setdefault(match.entry.id, match)
    ranked = list(best.values())
    return ranked[:MOST] + [m for m in ranked[MOST:] if m.entry.admin1 in told][:MOST]


def _namesakes(matches: Sequence[Match], owner: Sequence[int]) -> set[str]:
    """The ids of provinces that bear the name of a city which holds much of their people."""
    provinces = {(n, m.entry.id): m.entry for m, n in zip(matches, owner, strict=True) if m.entry.kind == "admin"}
    named = ((n, m.entry) for m, n in zip(matches, owner, strict=True) if m.entry.kind == "city")
    return {
        area
        for n, city in named
        for area in (city.admin1, city.admin2)
        if area and (n, area) in provinces and city.population >= LARGE * provinces[n, area].population
    }


def _place_codes(names: Sequence[Named]) -> set[str]:
    """The ids of provinces and the codes of countries that some name may mean."""
    return {m.entry.id for n in names for m in n.matches if m.entry.kind == "admin" and m.entry.level == 1}


def _numbers(values: Sequence[str | None]) -> NDArray[np.intp]:
    seen: dict[str, int] = {}
    return np.array([0 if v is None else seen.setdefault(v, len(seen) + 1) for v in values], np.intp)


def _point(entry: Entry) -> tuple[float, float, float]:
    """The point on the unit sphere; the origin for what is too wide to be near anything."""
    wide = entry.kind in ("country", "region", "water") or (entry.kind == "admin" and entry.level == 1)
    if wide or entry.lat is None or entry.lon is None:
        return 0.0, 0.0, 0.0
    lat, lon = math.radians(entry.lat), math.radians(entry.lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
