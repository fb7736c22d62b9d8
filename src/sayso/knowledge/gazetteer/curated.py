"""Our own tables of places: regions, waters and sites, further spellings, and a language's short forms and demonyms."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from sayso.knowledge.gazetteer.entry import FORMS, KINDS, Entry
from sayso.knowledge.gazetteer.sources import Named
from sayso.knowledge.table import Row, rows

HERE = files("sayso.knowledge.gazetteer")
NORTH, EAST = 90.0, 180.0


def curated() -> Iterator[Named]:
    """The places of ``curated.csv``.

    Raises:
        BadKnowledge: a value is not allowed.
    """
    for row in rows(HERE / "curated.csv", dict.fromkeys(PLACE_COLUMNS) | {"kind": KINDS}, ("id",)):
        yield named(row, row["id"], row["source"])


PLACE_COLUMNS = ("id", "name", "kind", "country", "lat", "lon", "names", "source")


def named(row: Row, id_: str, source: str) -> Named:
    """The place that a row of a table is, with its names.

    Raises:
        BadKnowledge: a coordinate is no number or lies off the globe, or only one of the two is there.
    """
    lat, lon = _degrees(row, "lat", NORTH), _degrees(row, "lon", EAST)
    if (lat is None) != (lon is None):
        raise row.wrong("lat" if lat is None else "lon", "is empty while the other coordinate is not")
    country = row["country"]
    if country and not (len(country) == len("IRN") and country.isalpha() and country.isupper()):
        raise row.wrong("country", f"{country!r} is no ISO 3166 alpha-3 code such as IRN")
    entry = Entry(
        id=id_,
        name=row["name"],
        kind=row["kind"],
        level={"city": 3, "admin": 1}.get(row["kind"], 0),
        country=country or None,
        lat=lat,
        lon=lon,
        source=source,
    )
    return entry, ((row["name"], "name"), *((n.strip(), "variant") for n in row["names"].split("|") if n.strip()))


def _degrees(row: Row, column: str, most: float) -> float | None:
    if not row[column]:
        return None
    try:
        value = float(row[column])
    except ValueError as error:
        raise row.wrong(column, f"{row[column]!r} is no number of degrees") from error
    if not -most <= value <= most:
        raise row.wrong(column, f"{value} does not lie between -{most:g} and {most:g} degrees")
    return value


def spellings(meant: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Further names of places: name, form, id.

    Raises:
        BadKnowledge: a row names a place that there is not.
    """
    for row in rows(HERE / "spellings.csv", {"name": None, "place": None, "source": None}, ("name", "place")):
        yield row["name"], "variant", _place(row, meant)


def toponyms(folder: Traversable, meant: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """A language's usual names, short forms and demonyms: name, form, id.

    Raises:
        BadKnowledge: a row names a place that there is not.
    """
    allowed: dict[str, Container[str] | None] = {"name": None, "form": FORMS, "place": None, "source": None}
    for row in rows(folder / "toponyms.csv", allowed, ("name", "form", "place")):  # type: ignore[arg-type]
        yield row["name"], row["form"], _place(row, meant)


def _place(row: Row, meant: Mapping[str, str]) -> str:
    if row["place"] not in meant:
        raise row.wrong("place", f"{row['place']!r} is no alpha-3 code, ISO 3166-2 code or id of the gazetteer")
    return meant[row["place"]]
