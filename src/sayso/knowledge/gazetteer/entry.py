"""A place as the gazetteer knows it."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("country", "admin", "city", "site", "region", "water")
PRECISION = {"country": "country", "admin": "admin", "city": "city", "site": "site", "region": "none", "water": "none"}
"""How exact a kind of place is; a region or a sea is a wide stretch, so its point says little."""
FORMS = ("name", "variant", "alternate", "abbreviation", "demonym")
"""How a name stands to its place: its name, a usual variant of it, any other name, a short form, who comes from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place of the gazetteer."""

    id: str
    """Where it comes from and its number there: ``geonames:170063``, ``icao:OIHS``, ``sayso:…``, ``own:…``."""
    name: str
    kind: str
    level: int = 0
    """Of an admin: 1 or 2. Of a city: 0 where it is a country's capital, else 3."""
    country: str | None = None
    """ISO 3166-1 alpha-3."""
    admin1: str | None = None
    """The id of the province or state that it lies in, or is."""
    admin2: str | None = None
    """The id of the county or district that it lies in, or is."""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    source: str = ""

    @property
    def precision(self) -> str:
        """How exact the place is: site, city, admin, country, none."""
        return PRECISION[self.kind] if self.lat is not None or self.kind == "country" else "none"


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean, and how the name stands to it."""

    entry: Entry
    form: str
