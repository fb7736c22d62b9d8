"""Events in the shape of POLECAT, a table parted by tabs.

POLECAT has no column for who says so: ``Source`` holds the whole chain of voices, which begins with the outlet, and the
stance of the innermost.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from sayso.exports.cells import cell, one_line, tsv_line
from sayso.exports.lines import Text
from sayso.exports.records import QUADS, Record, recorded
from sayso.exports.told import Told, kind_of
from sayso.schema.actor import Actor
from sayso.schema.reading import Reading

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title"),
    *("Actor Name Raw", "Wikipedia Actor ID"),
    *("Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type"),
    *("Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)
"""The 40 columns."""
GEONAMES = "geonames:"

Row = dict[str, object]


class Polecat(Text):
    """POLECAT's 40 columns (TSV), events as PLOVER's coders record them; Source holds the voices and the stance."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out)
        self.put(tsv_line(list(COLUMNS)))

    def write(self, reading: Reading) -> None:
        """One row for each event that a coder would record."""
        story = _story(reading)
        for each, _, record in recorded(reading):
            row = {**_event(each, record), **_party("Actor", each, each.actors)}
            row |= {**_party("Recipient", each, each.recipients), **_place(each), **story, "Source": _source(each)}
            self.put(tsv_line([cell(one_line(row.get(name))) for name in COLUMNS]))


def _event(each: Told, record: Record) -> Row:
    claim = each.claim
    return {
        "Event ID": claim.claim_id,
        "Event Date": claim.date_from if claim.date_precision == "day" else None,
        "Event Type": record.type,
        "Event Mode": record.mode,
        "Intensity": record.score,
        "Quad Code": QUADS.get(record.quad),
        "Contexts": _joined(claim.contexts),
    }


def _source(each: Told) -> str:
    return f"{each.claim.chain}: {each.claim.stance}"


def _party(prefix: str, each: Told, actors: tuple[Actor, ...]) -> Row:
    """The columns of one side."""
    sectors = [a.sector for a in actors if a.sector]
    return {
        f"{prefix} Name": _joined(a.name for a in actors),
        f"{prefix} Country": _joined(a.country for a in actors),
        f"Primary {prefix} Sector": sectors[0] if sectors else None,
        f"{prefix} Sectors": _joined(dict.fromkeys(sectors)),
        f"{prefix} Title": _joined(a.role for a in actors),
        f"{prefix} Name Raw": _joined(each.reading.words(a.mentions[:1]) for a in actors),
    }


def _place(each: Told) -> Row:
    place = each.place
    if place is None:
        return {}
    number = (place.gazetteer or "").removeprefix(GEONAMES)
    return {
        "Placename": place.name,
        "City": place.name if place.kind == "city" else None,
        "Province": place.name if place.kind == "admin" else None,
        "Country": place.country,
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": number if number.isdecimal() else None,
        "Raw Placename": each.reading.words(place.mentions[:1]) or None,
        "Feature Type": place.kind,
    }


def _story(reading: Reading) -> Row:
    document = reading.document
    kinds = [(kind_of(actor), actor.name) for actor in reading.actors]
    return {
        "Publication Date": (document.published or "")[:10] or None,
        "Story People": _joined(name for kind, name in kinds if kind == "person"),
        "Story Organizations": _joined(name for kind, name in kinds if kind == "organisation"),
        "Story Locations": _joined(place.name for place in reading.places),
        "Language": document.language,
        "Version": f"sayso {reading.provenance.sayso}",
    }


def _joined(values: Iterable[str | None]) -> str | None:
    return "; ".join(value for value in values if value) or None
