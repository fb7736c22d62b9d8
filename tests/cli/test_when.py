"""The command that says what a time stands for."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from sayso.cli.main import sayso as command

SHOWN = """last Tuesday
  type    DATE
  value   2016-08-16
  days    2016-08-16
  anchor  published
  why     the one before the day of publication
"""


def test_a_time_is_said_with_its_anchor_and_reason() -> None:
    result = CliRunner().invoke(command, ["when", "last Tuesday", "--published", "2016-08-23"])
    assert (result.exit_code, result.output) == (0, SHOWN)


def test_without_publication_there_are_no_days() -> None:
    result = CliRunner().invoke(command, ["when", "last Tuesday"])
    assert "value   XXXX-WXX-2\n  days    unknown\n  anchor  none" in result.output


@pytest.mark.parametrize("day", ["soon", "2016-02-30", "20160823"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    result = CliRunner().invoke(command, ["when", "today", "--published", day])
    assert result.exit_code == 2
    assert day in result.output


def test_words_without_a_time_are_refused() -> None:
    code = "import sys; sys.argv[1:] = ['when', 'a cat']; from sayso.cli.main import main; main()"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, "sayso: there is no expression of time in 'a cat'\n")


def test_the_parser_is_not_loaded() -> None:
    code = (
        "import sys\nfrom sayso.cli.main import sayso\n"
        "try: sayso(['when', 'last week'])\nexcept SystemExit: pass\n"
        "print([m for m in ('spacy', 'numpy') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.endswith("[]\n")
