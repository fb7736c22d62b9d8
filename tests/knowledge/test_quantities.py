"""The words of quantities: complete, and mistakes in them are named."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import BadKnowledge
from sayso.knowledge.language import Language
from sayso.knowledge.quantities import quantity_words
from sayso.schema.event import KINDS

FILES = ("numbers.csv", "counted.csv", "people.csv", "tolls.csv")


def test_every_kind_can_be_told(language: Language) -> None:
    words = quantity_words(language)
    assert {c.kind for c in words.counted.values()} | set(words.tolls.values()) == set(KINDS)


def test_vague_words_allow_a_range(language: Language) -> None:
    numbers = quantity_words(language).numbers
    assert all(n.low <= n.high for n in numbers.values())
    assert (numbers["dozens",].low, numbers["dozens",].high) == (24, 99)
    assert numbers["tens", "of", "thousands"].high == 99_999


def test_a_unit_may_be_several_of_another(language: Language) -> None:
    fortnight = quantity_words(language).counted["fortnight",]
    assert (fortnight.unit, fortnight.each) == ("day", 14)


def test_measures_go_before_the_list_of_persons(language: Language) -> None:
    assert quantity_words(language).counted["tanker",].kind == "other"
    assert quantity_words(language).counted["welder",].kind == "people"


@pytest.mark.parametrize(
    ("file", "row", "says"),
    [
        ("numbers.csv", "umpteen,vage,13,99,recalled", "column 'kind': 'vage'"),
        ("numbers.csv", "umpteen,vague,many,99,recalled", "column 'low': 'many' is no number"),
        ("counted.csv", "kopeck,cash,RUB,,recalled", "column 'kind': 'cash'"),
        ("counted.csv", "kopeck,money,RUB,few,recalled", "column 'each': 'few' is no number"),
        ("people.csv", "welder,recalled", "column 'term': 'welder' stands in line"),
        ("tolls.csv", "smite,patient,killed,recalled", "column 'role': 'patient'"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, language: Language, file: str, row: str, says: str) -> None:
    for name in FILES:
        shutil.copy(str(language.folder / name), tmp_path / name)
    with (tmp_path / file).open("a", encoding="utf-8") as facts:
        facts.write(row + "\n")
    with pytest.raises(BadKnowledge, match=rf"{file}, line \d+, {says}"):
        quantity_words(replace(language, folder=tmp_path))
