"""The tables of times."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import BadKnowledge
from sayso.knowledge.language import Language, language
from sayso.knowledge.times import time_words
from sayso.reading.times.grammar import matches

ENGLISH = language("en")
PATTERNS = "reading,pattern,source\n"


def altered(folder: Path, **tables: str) -> Language:
    for name in ("times.csv", "time_patterns.csv", "numbers.csv", "counted.csv", "tolls.csv", "people.csv"):
        (folder / name).write_text((ENGLISH.folder / name).read_text(encoding="utf-8"), encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return Language(folder, ENGLISH.settings)


def test_a_word_can_be_of_several_kinds() -> None:
    assert {w.kind for w in time_words(ENGLISH).words[("second",)]} >= {"unit", "ordinal"}


def test_a_reading_that_there_is_not_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match=r"time_patterns.csv, line 2, column 'reading'"):
        time_words(altered(tmp_path, time_patterns=PATTERNS + "almanac,month,recalled\n"))


def test_a_kind_that_no_word_has_is_named(tmp_path: Path) -> None:
    broken = altered(tmp_path, time_patterns=PATTERNS + "calendar,mouth day,recalled\n")
    with pytest.raises(BadKnowledge, match=r"line 2, column 'pattern': no word is of the kind 'mouth'"):
        list(matches("in June", broken))


def test_an_item_that_is_none_is_named(tmp_path: Path) -> None:
    broken = altered(tmp_path, time_patterns=PATTERNS + "calendar,month*,recalled\n")
    with pytest.raises(BadKnowledge, match=r"'month\*' is no item"):
        list(matches("in June", broken))
