"""What an outlet's name and address give away."""

from __future__ import annotations

import pytest

from sayso.knowledge.language import Language
from sayso.reading.places.home import clues_of
from tests.reading.places.world import WORLD


@pytest.mark.parametrize(
    ("outlet", "url", "towns"),
    [
        ("The Brask Gazette", None, ["Brask"]),
        (None, "https://www.braskgazette.example/news/1", ["Brask"]),
        (None, "https://www.gazette.example/brask", []),
        ("Brask", "https://braskdaily.example", ["Brask"]),
        (None, None, []),
        ("Ostmark", None, ["Ostmark"]),
    ],
)
def test_towns_in_names_and_addresses(
    outlet: str | None, url: str | None, towns: list[str], language: Language
) -> None:
    found = clues_of(outlet, url, WORLD, language)
    assert [name.matches[0].entry.name for name in found] == towns
