"""Which entries of the dictionary are persons and which are organisations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from sayso.knowledge.table import rows

ActorKind = Literal["person", "organisation"]


@cache
def kinds() -> Mapping[str, ActorKind]:
    """The kind of every id of the tables of persons and organisations."""
    folder = files("sayso.knowledge") / "actors"
    persons = rows(folder / "persons.csv", {"id": None}, ("id", "from", "role", "country"))
    organisations = rows(folder / "organisations.csv", {"id": None}, ("id", "kind"))
    out: dict[str, ActorKind] = {row["id"]: "organisation" for row in organisations}
    return out | {row["id"]: "person" for row in persons}
