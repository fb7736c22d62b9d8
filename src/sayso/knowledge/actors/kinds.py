"""Which entries of the dictionary are persons and which are organisations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from sayso.knowledge.table import rows

ActorKind = Literal["person", "organisation"]
MEDIA = "media."
"""How the ids of outlets begin."""


def kind_of_known(known: str | None) -> ActorKind | None:
    """What an id of the dictionary stands for; None for a country, or for no id."""
    return "organisation" if (known or "").startswith(MEDIA) else _kinds().get(known or "")


@cache
def _kinds() -> Mapping[str, ActorKind]:
    folder = files("sayso.knowledge") / "actors"
    persons = rows(folder / "persons.csv", {"id": None}, ("id", "role", "from", "country"))
    organisations = rows(folder / "organisations.csv", {"id": None}, ("id", "from", "country"))
    out: dict[str, ActorKind] = {row["id"]: "organisation" for row in organisations}
    return {**out, **{row["id"]: "person" for row in persons}}
