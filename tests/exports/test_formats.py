"""What holds of every format."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.exports.exporter import exporter, formats, names
from tests.conftest import ROOT
from tests.exports.hand import OTHER, READING, VOICES, exported

NAMES = (
    *("csv", "ftm", "gdelt", "geojson", "gexf", "graphml", "html", "jsonl", "ntriples", "parquet", "polecat"),
    *("schemaorg", "turtle", "webannotation"),
)


def opened(name: str, *readings: sayso.Reading) -> str:
    """The text in a file, out of its packing."""
    raw = exported(name, *readings)
    if name == "gdelt":
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            return "".join(file.read(member).decode() for member in file.namelist())
    if name == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
        return json.dumps(parquet.read_table(io.BytesIO(raw)).to_pylist(), ensure_ascii=False)
    return raw.decode("utf-8")


def test_every_format_is_installed_and_described_in_a_line() -> None:
    assert set(NAMES) <= set(names())
    assert all(formats()[name].endswith(".") for name in NAMES)


def test_a_format_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(sayso.BadOptions, match="no format 'xls'; there are: csv, ftm"):
        exporter("xls", io.BytesIO())


@pytest.mark.parametrize("name", NAMES)
def test_no_format_loses_a_voice_or_a_stance(name: str) -> None:
    found = opened(name, READING).replace("&lt;", "<").replace("&gt;", ">")
    assert [voice for voice in VOICES if voice not in found] == []
    assert "denies" in found


@pytest.mark.parametrize("name", NAMES)
def test_the_same_readings_make_the_same_bytes(name: str) -> None:
    assert exported(name, READING, OTHER) == exported(name, READING, OTHER)


@pytest.mark.parametrize("name", NAMES)
def test_no_readings_make_a_file_that_is_whole(name: str) -> None:
    opened(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_of_which_nothing_is_known_is_written_too(name: str) -> None:
    bare = sayso.Reading(document=sayso.Document(id="", text=""), provenance=READING.provenance)
    opened(name, bare)


@pytest.mark.parametrize("name", NAMES)
@given(outlet=st.text(st.characters(exclude_categories=["Cs"])))
def test_no_outlet_breaks_a_format(name: str, outlet: str) -> None:
    opened(name, replace(READING, document=replace(READING.document, outlet=outlet)))


def test_every_format_is_documented() -> None:
    page = (ROOT / "docs/exports.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"| `{name}` |" not in page] == []
