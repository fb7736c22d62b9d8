"""Other codes of a country than ISO 3166 alpha-3, which sayso uses: those that some formats of exchange ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.ontology import FOLDER
from sayso.knowledge.table import rows


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """A country's codes; empty where the list has none."""

    alpha2: str
    """ISO 3166 alpha-2, in small letters."""
    fips: str
    """FIPS 10-4."""


def codes_of(alpha3: str | None) -> CountryCodes | None:
    """The other codes of a country; None for a non-state code or an unknown one."""
    return _table().get(alpha3 or "")


@cache
def _table() -> Mapping[str, CountryCodes]:
    columns = dict.fromkeys(("alpha3", "alpha2", "fips", "source"))
    table = rows(FOLDER / "country_codes.csv", columns, ("alpha3",))
    return {row["alpha3"]: CountryCodes(row["alpha2"], row["fips"]) for row in table}
