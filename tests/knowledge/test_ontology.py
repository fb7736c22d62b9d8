"""Ontologies: PLOVER as it is, another one made of it, and mistakes named with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import BadKnowledge, BadOptions
from sayso.knowledge.ontology import load_ontology, plover


def test_plover_has_its_types_modes_and_contexts() -> None:
    assert len(plover().types) == 16
    assert len(plover().contexts) == 37
    assert plover().types["ASSAULT"].quad == 4
    assert "aerial" in plover().types["ASSAULT"].modes


def test_every_event_keeps_its_own_code_in_plover() -> None:
    assert plover().code("AID", None, set(), set()) == ("AID", None)


def test_acled_is_made_of_types_modes_and_sectors() -> None:
    acled = load_ontology("acled")
    assert acled.code("ASSAULT", "aerial", set(), set()) == ("Explosions/Remote violence", "aerial")
    assert acled.code("ASSAULT", None, {"MIL"}, {"REB"}) == ("Battles", None)
    assert acled.code("ASSAULT", None, {"MIL"}, {"CVL"}) == ("Violence against civilians", None)
    assert acled.code("PROTEST", "riot", set(), set()) == ("Riots", "riot")
    assert acled.code("CONSULT", "visit", set(), set()) is None


def test_an_ontology_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(BadOptions, match="one of: acled, plover"):
        load_ontology("nonsense")


HEAD = "name: mine\ntitle: Mine\ntypes:\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD + "  Strike:\n    quad: 4\n    score: 1\n    from: [ASAULT]\n", "line 7.*'ASAULT' is no type of PLOVER"),
        (HEAD + "  Strike:\n    quad: 9\n    score: 1\n    from: [ASSAULT]\n", "line 5, field 'quad': 9 is no quad"),
        (HEAD + "  Strike:\n    quad: 4\n    from: [ASSAULT]\n", "line 4, field 'score': is missing"),
        (HEAD + "  Strike:\n    quad: 4\n    score: 1\n", "'Strike' needs 'from'"),
        (HEAD + "  Strike:\n    quad: 4\n    score: 1\n    form: [ASSAULT]\n", "line 7, field 'form'"),
        (
            HEAD + "  Strike:\n    quad: 4\n    score: 1\n    from:\n      - {type: ASSAULT, modes: [arial]}\n",
            "'arial' is no mode of ASSAULT",
        ),
        ("name: [", "line 1: is no YAML"),
        ("- a\n- b\n", "line 1: an ontology is a mapping"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadKnowledge, match=r"mine\.yaml.*") as caught:
        load_ontology(str(file))
    assert caught.match(says)
