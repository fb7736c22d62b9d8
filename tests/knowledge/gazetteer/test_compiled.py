"""The compiled gazetteer as it ships."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from sayso.errors import MissingKnowledge
from sayso.knowledge.gazetteer.compiled import COMPILED, CompiledGazetteer
from sayso.knowledge.gazetteer.curated import curated
from sayso.knowledge.gazetteer.own import load_gazetteer

LARGEST, SLOWEST = 60_000_000, 0.5


def test_a_missing_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(MissingKnowledge, match="run: make knowledge"):
        CompiledGazetteer(tmp_path / "gazetteer.sqlite")


def test_our_own_tables_are_without_mistakes() -> None:
    assert len({entry.id for entry, _ in curated()}) > 200


@pytest.mark.knowledge
def test_the_file_is_small_and_opens_fast() -> None:
    start = perf_counter()
    CompiledGazetteer().named("Cairo")
    assert perf_counter() - start < SLOWEST
    assert COMPILED.stat().st_size < LARGEST


@pytest.mark.knowledge
@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Hamedan", "city", "IRN"),
        ("Nojeh Air Base", "site", "IRN"),
        ("Kyiv", "city", "UKR"),
        ("Texas", "admin", "USA"),
        ("Burma", "country", "MMR"),
        ("Kurdish", "region", None),
        ("Peruvians", "country", "PER"),
    ],
)
def test_names_are_known(name: str, kind: str, country: str | None) -> None:
    found = {(m.entry.kind, m.entry.country) for m in load_gazetteer().named(name)}
    assert (kind, country) in found


@pytest.mark.knowledge
def test_short_forms_are_matched_as_they_are_written() -> None:
    gazetteer = load_gazetteer()
    assert [m.entry.country for m in gazetteer.short("US")] == ["USA"]
    assert gazetteer.short("us") == ()
    assert {m.entry.name for m in gazetteer.short("Ga.")} == {"Georgia"}


@pytest.mark.knowledge
def test_a_city_knows_what_it_lies_in() -> None:
    gazetteer = load_gazetteer()
    aleppo = next(m.entry for m in gazetteer.named("Aleppo") if m.entry.kind == "city")
    province = gazetteer.entry(aleppo.admin1 or "")
    assert province is not None
    assert (province.kind, province.country) == ("admin", "SYR")


@pytest.mark.knowledge
def test_another_transliteration_is_found_by_its_sound() -> None:
    assert {m.entry.name for m in load_gazetteer().sounding("Noujeh")} == {"Hamadan Air Base"}
