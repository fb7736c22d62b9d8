"""The files of facts behind events: complete, and mistakes in them are named."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import BadKnowledge
from sayso.knowledge.contexts import contexts
from sayso.knowledge.factuality import modifiers
from sayso.knowledge.folding import folding
from sayso.knowledge.language import Language
from sayso.knowledge.ontology import plover
from sayso.knowledge.triggers import triggers


def test_every_type_has_triggers(language: Language) -> None:
    assert {sense.type for senses in triggers(language).values() for sense in senses} == set(plover().types)


def test_an_object_decides_between_senses(language: Language) -> None:
    senses = triggers(language)["verb", ("lift",)]
    assert {s.type for s in senses if ("curfew",) in s.objects} == {"CONCEDE"}


def test_every_context_has_terms(language: Language) -> None:
    assert {context for terms in contexts(language).values() for _, context in terms} == set(plover().contexts)


def test_what_is_refused_is_rejected_and_what_is_demanded_requested() -> None:
    table = folding()
    assert table["AID", "negated", "actual"] == "REJECT"
    assert table["AID", "affirmed", "demanded"] == "REQUEST"
    assert table["CONSULT", "affirmed", "planned"] == "AGREE"
    assert table["ASSAULT", "negated", "actual"] is None


@pytest.mark.parametrize(
    ("file", "row", "says"),
    [
        ("triggers.csv", "smite,verb,,ASAULT,,recalled", "column 'type': 'ASAULT'"),
        ("triggers.csv", "smite,verb,,ASSAULT,arial,recalled", "column 'mode': 'arial' is no mode of ASSAULT"),
        ("modifiers.csv", "smite,beneath,negated,no,recalled", "column 'where': 'beneath'"),
        ("modifiers.csv", "smite,beside,denied,no,recalled", "column 'value': 'denied'"),
        ("contexts.csv", "smiting,smithery,recalled", "column 'context': 'smithery'"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, language: Language, file: str, row: str, says: str) -> None:
    for name in ("triggers.csv", "modifiers.csv", "contexts.csv"):
        shutil.copy(str(language.folder / name), tmp_path / name)
    with (tmp_path / file).open("a", encoding="utf-8") as facts:
        facts.write(row + "\n")
    mine = replace(language, folder=tmp_path)
    load = {"triggers.csv": triggers, "modifiers.csv": modifiers, "contexts.csv": contexts}[file]
    with pytest.raises(BadKnowledge, match=rf"{file}, line \d+, {says}"):
        load(mine)
