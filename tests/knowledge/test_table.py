"""Files of facts: mistakes are named with file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import BadKnowledge
from sayso.knowledge.table import rows

COLUMNS = {"term": None, "kind": {"a", "b"}, "source": None}


def read(folder: Path, text: str) -> list[str]:
    (folder / "facts.csv").write_text(text, encoding="utf-8")
    return [row["term"] for row in rows(folder / "facts.csv", COLUMNS, ("term",))]


def test_rows_come_in_order(tmp_path: Path) -> None:
    assert read(tmp_path, "term,kind,source\nx,a,recalled\ny,b,recalled\n") == ["x", "y"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("term,source\n", "line 1: the column 'kind' is missing"),
        ("term,kind,source\nx,c,recalled\n", "line 2, column 'kind': 'c' is none of a, b"),
        ("term,kind,source\nx,a,\n", "line 2, column 'source'"),
        ("term,kind,source\n x,a,recalled\n", "line 2, column 'term': ' x' has a space"),
        ("term,kind,source\nx,a,recalled\nx,b,recalled\n", "line 3, column 'term': 'x' stands in line 2"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadKnowledge, match=r"facts\.csv") as error:
        read(tmp_path, text)
    assert says in str(error.value)
