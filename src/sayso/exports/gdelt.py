"""Events and mentions in the shape of GDELT 2.0, two tables in one ZIP file.

The event table of GDELT has no place for who says so. So it never goes without the table of mentions, whose last column
holds speaker, stance and chain of every event.
"""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from itertools import product
from tempfile import TemporaryFile
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sayso.exports.cells import tsv_line
from sayso.exports.lines import dump
from sayso.exports.records import recorded
from sayso.exports.told import Told
from sayso.knowledge.actors.facts import NON_STATE
from sayso.knowledge.cameo import CameoCode, cameo_of
from sayso.knowledge.country_codes import codes_of
from sayso.schema.actor import Actor
from sayso.schema.event import Event
from sayso.schema.place import Place
from sayso.schema.reading import Reading

ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENTS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{n}{name}" for n in (1, 2) for name in ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass"),
    *("GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in GEO),
    *("DATEADDED", "SOURCEURL"),
)
"""The 61 columns; files have no header."""
MENTIONS = (
    *("GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier"),
    *("SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence"),
    *("MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras"),
)
"""The 16 columns; files have no header."""
WEB, CITATION = 1, 2
"""Types of mention: by address, or by a citation alone."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of both members, so that the same readings make the same file."""

Cell = str | int | float | None
Row = dict[str, Cell]


class Gdelt:
    """GDELT 2.0's tables of events (61 columns) and mentions (16), one ZIP; Extras of mentions holds the voice."""

    def __init__(self, out: BinaryIO) -> None:
        self.file = ZipFile(out, "w", ZIP_DEFLATED)
        self.events: BinaryIO = TemporaryFile()  # noqa: SIM115 - closed when both are in the file
        self.mentions: BinaryIO = TemporaryFile()  # noqa: SIM115

    def write(self, reading: Reading) -> None:
        """One row in each table for each actor and recipient of an event that CAMEO has a code for."""
        for each, event, record in recorded(reading):
            code = cameo_of(record.type, record.mode, {a.sector for a in each.actors if a.sector})
            for actor, recipient in product(each.actors or (None,), each.recipients or (None,)):
                if code:
                    id_ = _number(each, actor, recipient)
                    self._line(self.events, EVENTS, _event_row(id_, each, event, code, (actor, recipient)))
                    self._line(self.mentions, MENTIONS, _mention_row(id_, each, event, (actor, recipient)))

    def finish(self) -> None:
        """Puts both tables into the file."""
        for name, table in (("export.CSV", self.events), ("mentions.CSV", self.mentions)):
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            table.seek(0)
            with self.file.open(info, "w", force_zip64=True) as member:
                shutil.copyfileobj(table, member)
            table.close()
        self.file.close()

    def _line(self, table: BinaryIO, columns: tuple[str, ...], row: Row) -> None:
        table.write(tsv_line([row.get(name) for name in columns]).encode("utf-8"))


Parties = tuple[Actor | None, Actor | None]


def _event_row(id_: int, each: Told, event: Event, code: CameoCode, parties: Parties) -> Row:
    row: Row = {"GLOBALEVENTID": id_, **_date(each)}
    for number, actor in enumerate(parties, 1):
        row |= _actor(f"Actor{number}", actor) if actor else {}
    row |= {
        "IsRootEvent": int(event.within is None and not event.background),
        "EventCode": code.code,
        "EventBaseCode": code.base,
        "EventRootCode": code.root,
        "QuadClass": code.quad,
        "GoldsteinScale": code.goldstein,
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        "DATEADDED": _added(each),
        "SOURCEURL": each.claim.url or each.claim.document,
    }
    return row | (_geo(each.place) if each.place else {})


def _mention_row(id_: int, each: Told, event: Event, parties: Parties) -> Row:
    claim = each.claim
    offsets = [_offset(each, actor) for actor in parties]
    return {
        "GLOBALEVENTID": id_,
        "EventTimeDate": _added(each),
        "MentionTimeDate": _added(each),
        "MentionType": WEB if claim.url else CITATION,
        "MentionSourceName": claim.outlet,
        "MentionIdentifier": claim.url or claim.document,
        "SentenceID": sum(s.start <= event.trigger[0].start for s in each.reading.sentences) or 1,
        "Actor1CharOffset": offsets[0],
        "Actor2CharOffset": offsets[1],
        "ActionCharOffset": event.trigger[0].start,
        "InRawText": 1,
        "Confidence": max(10, round(claim.confidence * 10) * 10),
        "MentionDocLen": len(each.reading.document.text),
        "Extras": dump(_extras(each)),
    }


def _extras(each: Told) -> dict[str, str | None]:
    """Who says so and how, and what CAMEO has no word for."""
    claim = each.claim
    voice = {"speaker": claim.speaker, "stance": claim.stance, "chain": claim.chain, "quote": claim.kind}
    deed = {"type": claim.event_type, "mode": claim.event_mode, "polarity": claim.polarity, "modality": claim.modality}
    return {**voice, **deed, "claim": claim.claim_id}


def _date(each: Told) -> Row:
    """The parts of the event's date that are known; a month alone gets no day."""
    start, end = each.claim.date_from, each.claim.date_to
    row: Row = {}
    if not start or not end:
        return row
    if start[:4] == end[:4]:
        row["Year"] = start[:4]
    if start[:7] == end[:7]:
        row["MonthYear"] = start[:4] + start[5:7]
    if start[:10] == end[:10]:
        day = date.fromisoformat(start[:10])
        row |= {"SQLDATE": f"{day:%Y%m%d}", "FractionDate": f"{day.year + _fraction(day):.4f}"}
    return row


def _fraction(day: date) -> float:
    """The codebook's share of a year gone: (months before × 30 + days) / 365."""
    return ((day.month - 1) * 30 + day.day) / 365


def _added(each: Told) -> str | None:
    """The time of publication in 14 figures; midnight where only the day is known."""
    figures = "".join(c for c in each.claim.published or "" if c.isdigit())
    return f"{figures:0<14}" if figures else None


def _actor(prefix: str, actor: Actor) -> Row:
    """Country and sector; a code in place of a country's ("IGO") is a type."""
    country = actor.country if actor.country not in NON_STATE else None
    kinds = list(dict.fromkeys(filter(None, (actor.sector, actor.country if not country else None))))
    types: Row = {f"{prefix}Type{n}Code": kind for n, kind in enumerate(kinds, 1)}
    code = "".join(filter(None, (country, *kinds)))
    return {f"{prefix}Code": code, f"{prefix}Name": actor.name.upper(), f"{prefix}CountryCode": country, **types}


def _geo(place: Place) -> Row:
    """The place of the deed; a region or a sea has no type in GDELT and is left out."""
    kind = _geo_type(place)
    if kind is None:
        return {}
    codes = codes_of(place.country)
    values = (kind, place.name, codes.fips if codes else None, None, None, place.lat, place.lon, place.gazetteer)
    return {f"ActionGeo_{name}": value for name, value in zip(GEO, values, strict=True)}


def _geo_type(place: Place) -> int | None:
    american = place.country == "USA"
    if place.precision == "country":
        return 1
    if place.precision == "admin":
        return 2 if american else 5
    return (3 if american else 4) if place.precision in ("city", "site") else None


def _offset(each: Told, actor: Actor | None) -> int | None:
    """Where an actor is named: within the event's sentence, or else last before its trigger."""
    if actor is None or each.event is None:
        return None
    trigger = each.event.trigger[0].start
    inside = next((s for s in reversed(each.reading.sentences) if s.start <= trigger), None)
    starts = sorted(span.start for span in actor.mentions)
    here = [start for start in starts if inside and inside.start <= start < inside.end]
    before = [start for start in starts if start < trigger]
    return here[0] if here else before[-1] if before else None


def _number(each: Told, *parties: Actor | None) -> int:
    """A number for an event of a claim and its two parties, below 2**53, the same in every run."""
    key = "\x1f".join((each.claim.claim_id, *(p.id if p else "" for p in parties)))
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:8], "big") >> 11
