"""The command that writes readings in other formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso
from sayso.cli.main import sayso as command
from tests.exports.hand import OTHER, READING


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    file = tmp_path / "readings.jsonl"
    unread = sayso.Unread(id="u", reason="empty")
    file.write_text("".join(f"{sayso.to_json(r)}\n" for r in (READING, unread, OTHER)), encoding="utf-8")
    return file


def test_readings_are_written_to_a_file(readings: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.geojson"
    result = CliRunner().invoke(command, ["export", str(readings), "--format", "geojson", "-o", str(out)])
    assert result.exit_code == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["features"]) == 8
    assert "line 2: a document that was not read" in result.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["claims.geojson", "readings.jsonl"]


@pytest.mark.parametrize("form", ["csv", "gdelt", "parquet"])
def test_standard_input_goes_to_standard_output(form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    result = CliRunner().invoke(command, ["export", "-", "-f", form], input=sayso.to_json(READING))
    assert result.exit_code == 0
    assert result.stdout_bytes


def test_the_formats_are_listed_in_a_line_each() -> None:
    lines = CliRunner().invoke(command, ["export", "--list"]).output.splitlines()
    assert any(line.startswith("gexf             GEXF 1.3") for line in lines)


def test_a_line_that_is_no_reading_is_named_and_leaves_no_file(readings: Path, tmp_path: Path) -> None:
    readings.write_text(f"{sayso.to_json(READING)}\n" + "{}\n", encoding="utf-8")
    result = CliRunner().invoke(command, ["export", str(readings), "-f", "csv", "-o", str(tmp_path / "out.csv")])
    assert isinstance(result.exception, sayso.BadInput)
    assert f"{readings}, line 2: not a reading: document" in str(result.exception)
    assert [p.name for p in tmp_path.iterdir()] == ["readings.jsonl"]


@pytest.mark.parametrize("arguments", [["export"], ["export", "x.jsonl"], ["export", "-f", "csv"]])
def test_a_call_without_format_or_readings_is_explained(arguments: list[str]) -> None:
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 2
    assert "--list" in result.output


def test_a_format_that_there_is_not_is_refused_and_a_missing_file_is_named(tmp_path: Path) -> None:
    runner = CliRunner()
    assert "no format 'xls'" in str(runner.invoke(command, ["export", "-", "-f", "xls"], input="").exception)
    gone = runner.invoke(command, ["export", str(tmp_path / "gone.jsonl"), "-f", "csv"])
    assert "gone.jsonl: cannot be read" in str(gone.exception)
