"""The command line as a person meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import sayso
from sayso.cli.main import COMMANDS
from sayso.cli.main import sayso as command

SAYSO = [sys.executable, "-c", "from sayso.cli.main import main; main()"]


def run(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*SAYSO, *arguments], input=stdin, capture_output=True, text=True, check=False, timeout=120)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_has_help(name: str) -> None:
    result = CliRunner().invoke(command, [name, "--help"])
    assert result.exit_code == 0
    loaded = command.get_command(None, name)  # type: ignore[arg-type]
    assert loaded is not None
    assert loaded.help
    assert all(getattr(p, "help", None) for p in loaded.params if p.param_type_name == "option")


def test_explain_says_what_a_label_means() -> None:
    result = CliRunner().invoke(command, ["explain", "Cue"])
    assert result.exit_code == 0
    assert result.output.startswith("cue (")


def test_explain_proposes_words_that_are_near() -> None:
    result = CliRunner().invoke(command, ["explain", "stanse"])
    assert result.exit_code == 1
    assert "stance" in result.output


def test_explain_lists_all_words() -> None:
    assert "alleges" in CliRunner().invoke(command, ["explain"]).output


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(shell: str) -> None:
    assert "_SAYSO_COMPLETE" in CliRunner().invoke(command, ["completion", shell]).output


def test_the_schema_is_a_schema() -> None:
    schema = json.loads(CliRunner().invoke(command, ["schema"]).output)
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.model
def test_bad_documents_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks failed, the minister said.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02")
    result = run("read", str(tmp_path), str(tmp_path / "gone.txt"), "--format", "json", "--outlet", "The Daily")
    assert result.returncode == 3
    reading, binary, gone = map(json.loads, result.stdout.splitlines())
    assert reading["document"]["outlet"] == "The Daily"
    assert "binary" in binary["unread"]["reason"]
    assert gone["unread"]["id"].endswith("gone.txt")
    assert result.stderr.count("sayso: not read:") == 2
    jsonschema.validate(reading, sayso.json_schema())


@pytest.mark.model
def test_a_table_is_read_by_the_columns_that_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("n;body;day\n1;Talks failed, the minister said.;2016-08-23\n", encoding="utf-8")
    result = run("read", str(tmp_path / "a.csv"), "--map", "text=body,published=day", "--format", "json")
    assert result.returncode == 0
    document = json.loads(result.stdout)["document"]
    assert (document["published"], document["meta"]) == ("2016-08-23", {"n": "1"})


def test_a_mapping_that_makes_no_sense_is_refused() -> None:
    result = CliRunner().invoke(command, ["read", "a.csv", "--map", "words=body"])
    assert result.exit_code == 2
    assert "there is no field 'words'" in result.output


@pytest.mark.model
def test_standard_input_is_read_and_shown_plain() -> None:
    result = run("read", "-", stdin="Talks failed, Interior Minister Olga Lee said on Monday.")
    assert result.returncode == 0
    assert "‹¹Interior Minister Olga Lee› |¹said|" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("read", "x.txt", "--published", "soon"), "soon"),
        (("read", "x.txt", "--format", "xml"), "xml"),
        (("reed",), "reed"),
        (("read",), "PATH"),
    ],
)
def test_a_wrong_call_is_explained(arguments: tuple[str, ...], says: str) -> None:
    result = run(*arguments)
    assert result.returncode == 2
    assert says in result.stderr


@pytest.mark.model
def test_a_missing_pipeline_is_one_message_and_no_traceback() -> None:
    result = run("read", "-", "--pipeline", "no_such", stdin="Talks failed.")
    assert result.returncode == 1
    assert "no_such" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_actor_is_coded_with_reasons_and_without_a_parser() -> None:
    result = CliRunner().invoke(command, ["actor", "a former French minister"])
    assert result.exit_code == 0
    assert "country      FRA\nsector       ELI\n" in result.output
    assert "“French” (demonym) is FRA" in result.output
    code = (
        "import sys\nfrom sayso.cli.main import sayso\n"
        "try: sayso(['actor', 'French police'])\nexcept SystemExit: print('spacy' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.endswith("False\n")


def test_an_actor_on_a_day_that_is_no_day_is_refused() -> None:
    assert CliRunner().invoke(command, ["actor", "France", "--on", "yesterday"]).exit_code == 2


def test_an_actor_that_nobody_knows_has_dashes() -> None:
    result = CliRunner().invoke(command, ["actor", "Zandry Mubb"])
    assert result.output == "country      -\nsector       -\nknown        -\naffiliation  -\n"
