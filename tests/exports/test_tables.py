"""CSV, Parquet, GDELT, POLECAT: columns, types, and cells."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from dataclasses import fields, replace

import pytest

import sayso
from sayso.exports.gdelt import EVENTS, MENTIONS
from sayso.exports.polecat import COLUMNS
from tests.exports.hand import READING, at, exported, text_of


def test_csv_has_a_row_for_each_claim_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(text_of("csv", READING))))
    assert list(rows[0]) == [f.name for f in fields(sayso.Claim)]
    assert [row["claim_id"] for row in rows] == ["d 1#e1", "d 1#e2", "d 1#e3", "d 1#a4"]
    assert rows[1]["speaker"] == "'=Olga Lee"
    assert float(rows[0]["lon"]) == -51.25


def test_parquet_keeps_lists_spans_numbers_and_what_is_unknown() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(exported("parquet", READING)))
    first = table.to_pylist()[0]
    trigger = at("bombed")
    assert (first["contexts"], first["lat"], first["addressee"]) == (["military", "cyber"], 35.5, None)
    assert first["trigger_spans"] == [{"start": trigger.start, "end": trigger.end}]
    assert table.column_names == [f.name for f in fields(sayso.Claim)]


def test_parquet_without_its_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(sayso.SaysoError, match=r"pip install 'sayso\[corpora\]'"):
        exported("parquet")


def gdelt(*readings: sayso.Reading) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(exported("gdelt", *readings))) as file:
        tables = [file.read(name).decode() for name in ("export.CSV", "mentions.CSV")]
    lines = [[line.split("\t") for line in table.splitlines()] for table in tables]
    assert {len(row) for row in lines[0]} <= {61}
    assert {len(row) for row in lines[1]} <= {16}
    events, mentions = (
        [dict(zip(names, row, strict=True)) for row in rows]
        for names, rows in zip((EVENTS, MENTIONS), lines, strict=True)
    )
    return events, mentions


def test_gdelt_has_its_columns_in_its_order() -> None:
    assert (len(EVENTS), len(MENTIONS)) == (61, 16)
    places = {1: "GLOBALEVENTID", 6: "Actor1Code", 16: "Actor2Code", 26: "IsRootEvent", 31: "GoldsteinScale"}
    places |= {36: "Actor1Geo_Type", 44: "Actor2Geo_Type", 52: "ActionGeo_Type", 60: "DATEADDED", 61: "SOURCEURL"}
    assert {n: EVENTS[n - 1] for n in places} == places


def test_an_event_of_gdelt_is_coded_by_cameo_and_dated() -> None:
    event = gdelt(READING)[0][0]
    expected = {
        "SQLDATE": "20210303",
        "MonthYear": "202103",
        "FractionDate": "2021.1726",
        "Actor1Code": "IRNMIL",
        "Actor1CountryCode": "IRN",
        "Actor1Type1Code": "MIL",
        "Actor2Code": "SRB",
        "EventCode": "195",
        "EventBaseCode": "195",
        "EventRootCode": "19",
        "QuadClass": "4",
        "GoldsteinScale": "-10.0",
        "ActionGeo_Type": "4",
        "ActionGeo_CountryCode": "IR",
        "ActionGeo_Lat": "35.5",
        "ActionGeo_Long": "-51.25",
        "AvgTone": "",
        "DATEADDED": "20210304050607",
        "SOURCEURL": "https://daily.example/a?b=1&c=2",
    }
    assert {name: event[name] for name in expected} == expected
    assert 0 <= int(event["GLOBALEVENTID"]) < 2**53


def test_a_month_gets_no_day_and_a_country_has_type_1() -> None:
    events, _ = gdelt(READING)
    assert [events[1][n] for n in ("SQLDATE", "MonthYear", "Year")] == ["", "202102", "2021"]
    assert [events[2][n] for n in ("ActionGeo_Type", "EventCode", "SQLDATE", "Year")] == ["1", "050", "", ""]


@pytest.mark.parametrize(
    ("country", "precision", "kind"),
    [("USA", "city", "3"), ("USA", "admin", "2"), ("SRB", "admin", "5"), ("SRB", "site", "4"), ("SRB", "none", "")],
)
def test_types_of_places_are_gdelts(country: str, precision: str, kind: str) -> None:
    place = replace(READING.places[0], country=country, precision=precision)
    assert gdelt(replace(READING, places=(place,)))[0][0]["ActionGeo_Type"] == kind


def test_every_event_has_a_mention_that_says_who_says_so() -> None:
    events, mentions = gdelt(READING)
    assert [e["GLOBALEVENTID"] for e in events] == [m["GLOBALEVENTID"] for m in mentions]
    voices = [json.loads(m["Extras"]) for m in mentions]
    assert [(v["speaker"], v["stance"]) for v in voices] == [
        ("Osei Damptey", "states"),
        ("=Olga Lee", "denies"),
        ("The <Daily>", "states"),
    ]
    assert voices[0]["chain"] == "The <Daily> > Harbour Radio > Osei Damptey"


def test_offsets_of_mentions_are_points_in_the_text() -> None:
    mention = gdelt(READING)[1][0]
    assert int(mention["ActionCharOffset"]) == at("bombed").start
    assert int(mention["Actor1CharOffset"]) == at("Norvik").start
    assert (mention["SentenceID"], mention["Confidence"], mention["MentionType"]) == ("2", "70", "1")


def test_what_is_said_not_to_have_happened_is_no_event_of_gdelt_and_what_is_planned_is_a_threat() -> None:
    first = READING.events[0]
    assert gdelt(replace(READING, events=(replace(first, polarity="negated"),)))[0] == []
    events, mentions = gdelt(replace(READING, events=(replace(first, modality="planned"),)))
    assert (events[0]["EventCode"], events[0]["QuadClass"]) == ("130", "3")
    assert json.loads(mentions[0]["Extras"])["modality"] == "planned"


def polecat(*readings: sayso.Reading) -> list[dict[str, str]]:
    head, *lines = [line.split("\t") for line in text_of("polecat", *readings).splitlines()]
    assert tuple(head) == COLUMNS
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_polecat_has_its_40_columns() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 40
    assert [COLUMNS[n] for n in (0, 7, 15, 23, 33, 39)] == [
        "Event ID",
        "Actor Name",
        "Recipient Name",
        "Placename",
        "Source",
        "Version",
    ]


def test_an_event_of_polecat_has_its_voice_in_source() -> None:
    first, second, third = polecat(READING)
    expected = {
        "Event Date": "2021-03-03",
        "Event Type": "ASSAULT",
        "Event Mode": "aerial",
        "Intensity": "-9.5",
        "Quad Code": "MATERIAL CONFLICT",
        "Contexts": "military; cyber",
        "Actor Name": "Norvik",
        "Primary Actor Sector": "MIL",
        "City": "Brakke",
        "Longitude": "-51.25",
        "GeoNames ID": "7",
        "Publication Date": "2021-03-04",
        "Source": "The <Daily> > Harbour Radio > Osei Damptey: states",
        "Story People": "Osei Damptey; =Olga Lee",
        "Story Organizations": "Harbour Radio",
    }
    assert {name: first[name] for name in expected} == expected
    assert (second["Source"], second["Event Date"]) == ("The <Daily> > =Olga Lee: denies", "")
    assert third["Source"] == "The <Daily>: states"


@pytest.mark.parametrize("name", ["=1+1", " \t=1+1", "@x", "\n-1"])
def test_no_cell_of_polecat_is_a_formula(name: str) -> None:
    actors = (replace(READING.actors[0], name=name), *READING.actors[1:])
    assert polecat(replace(READING, actors=actors))[0]["Actor Name"].startswith("'")
