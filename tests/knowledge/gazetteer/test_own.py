"""A user's own places, and the mistakes in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.errors import BadKnowledge, BadOptions
from sayso.knowledge.gazetteer.own import MemoryGazetteer, read_own

HEADER = "name,lat,lon,country,kind,names\n"


def test_a_table_of_places(tmp_path: Path) -> None:
    file = tmp_path / "sites.csv"
    file.write_text(HEADER + "Quorl depot,1.5,-2.25,NVA,,Old depot|Quorl\n", encoding="utf-8")
    gazetteer = MemoryGazetteer(read_own(file))
    (match,) = gazetteer.named("the QUORL")
    assert (match.entry.name, match.entry.kind, match.entry.lat, match.entry.country) == (
        "Quorl depot",
        "site",
        1.5,
        "NVA",
    )
    assert match.entry.id == "own:sites-1"


def test_geojson_points(tmp_path: Path) -> None:
    file = tmp_path / "sites.geojson"
    feature = {"geometry": {"type": "Point", "coordinates": [-2.25, 1.5]}, "properties": {"name": "Quorl"}}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    ((entry, names),) = read_own(file)
    assert (entry.lat, entry.lon, names) == (1.5, -2.25, (("Quorl", "name"),))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Quorl,91,0,NVA,site,\n", "own.csv, line 2, column 'lat': 91.0 does not lie between"),
        ("Quorl,1,x,NVA,site,\n", "own.csv, line 2, column 'lon': 'x' is no number"),
        ("Quorl,1,,NVA,site,\n", "own.csv, line 2, column 'lon': is empty"),
        ("Quorl,1,1,Norvia,site,\n", "own.csv, line 2, column 'country': 'Norvia' is no ISO"),
        ("Quorl,1,1,NVA,depot,\n", "own.csv, line 2, column 'kind': 'depot' is none of"),
        (",1,1,NVA,site,\n", "own.csv, line 2, column 'name': is empty"),
    ],
)
def test_a_mistake_is_named_with_line_and_column(row: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(HEADER + row, encoding="utf-8")
    with pytest.raises(BadKnowledge) as error:
        list(read_own(file))
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "own.geojson, line 1, column 2: is no JSON"),
        ("[]", "'features' is missing"),
        ('{"features": [{"geometry": {"type": "LineString"}}]}', "feature 1, 'geometry': is no Point"),
        ('{"features": [{"geometry": {"type": "Point", "coordinates": [1, 1]}}]}', "feature 1, 'name': is empty"),
    ],
)
def test_a_mistake_in_geojson_is_named_with_its_feature(text: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "own.geojson"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadKnowledge) as error:
        list(read_own(file))
    assert says in str(error.value)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(BadOptions, match=r"nowhere\.csv"):
        list(read_own(Path("nowhere.csv")))
