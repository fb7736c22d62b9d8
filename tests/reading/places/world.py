"""A small invented world: two countries, a province, a name that both countries have, an air base."""

from __future__ import annotations

from sayso.knowledge.gazetteer.entry import Entry
from sayso.knowledge.gazetteer.own import MemoryGazetteer

NORVIA = Entry(id="t:norvia", name="Norvia", kind="country", country="NVA", lat=50.0, lon=10.0, population=9_000_000)
SUDRIA = Entry(id="t:sudria", name="Sudria", kind="country", country="SDA", lat=-10.0, lon=60.0, population=30_000_000)
OSTMARK = Entry(
    id="t:ostmark", name="Ostmark", kind="admin", level=1, country="NVA", admin1="t:ostmark", lat=51.0, lon=12.0,
    population=400_000,
)  # fmt: skip
LARNBY = Entry(
    id="t:larnby", name="Larnby", kind="city", level=0, country="NVA", lat=50.1, lon=10.2, population=800_000
)
VESK = Entry(id="t:vesk", name="Vesk", kind="city", level=0, country="SDA", lat=-10.2, lon=60.4, population=2_000_000)
SMALL = Entry(
    id="t:hollin-ostmark", name="Hollin", kind="city", level=3, country="NVA", admin1="t:ostmark", lat=51.2, lon=12.1,
    population=40_000,
)  # fmt: skip
LARGE = Entry(
    id="t:hollin-sudria", name="Hollin", kind="city", level=3, country="SDA", lat=-11.0, lon=61.0, population=900_000
)
BRASK = Entry(
    id="t:brask", name="Brask", kind="city", level=3, country="NVA", admin1="t:ostmark", lat=51.3, lon=12.3,
    population=60_000,
)  # fmt: skip
BASE = Entry(id="t:base", name="Brask Air Base", kind="site", country="NVA", lat=51.35, lon=12.35)

WORLD = MemoryGazetteer(
    [
        (NORVIA, (("Norvia", "name"), ("Norvian", "demonym"), ("N.V.", "abbreviation"))),
        (SUDRIA, (("Sudria", "name"), ("Sudrian", "demonym"))),
        (OSTMARK, (("Ostmark", "name"), ("Ostm.", "abbreviation"))),
        (LARNBY, (("Larnby", "name"),)),
        (VESK, (("Vesk", "name"),)),
        (SMALL, (("Hollin", "name"),)),
        (LARGE, (("Hollin", "name"),)),
        (BRASK, (("Brask", "name"), ("Al-Brask", "alternate"))),
        (BASE, (("Brask Air Base", "name"),)),
    ]
)
