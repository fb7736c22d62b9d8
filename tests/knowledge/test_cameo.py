"""CAMEO codes, country codes and kinds of actors for exports."""

from __future__ import annotations

import pytest

from sayso.knowledge.actors.kinds import kind_of_known
from sayso.knowledge.cameo import cameo_of
from sayso.knowledge.country_codes import codes_of
from sayso.knowledge.ontology import plover


@pytest.mark.parametrize("name", sorted(plover().types))
def test_every_type_and_mode_has_a_code_of_three_figures_or_more(name: str) -> None:
    for mode in (None, *plover().types[name].modes):
        code = cameo_of(name, mode)
        assert code is not None
        assert len(code.code) in (3, 4)


@pytest.mark.parametrize(
    ("type_", "mode", "sectors", "code", "quad"),
    [
        ("AGREE", None, (), "030", 1),
        ("AID", None, (), "070", 2),
        ("ACCUSE", "investigate", (), "090", 3),
        ("ASSAULT", None, (), "180", 4),
        ("ASSAULT", None, ("MIL",), "190", 4),
        ("ASSAULT", "destroy", (), "1712", 4),
        ("COERCE", "unheard-of", (), "170", 4),
    ],
)
def test_codes_by_type_mode_and_sector(type_: str, mode: str, sectors: tuple[str, ...], code: str, quad: int) -> None:
    found = cameo_of(type_, mode, sectors)
    assert found is not None
    assert (found.code, found.quad) == (code, quad)


def test_a_code_has_base_root_and_goldstein_score() -> None:
    code = cameo_of("ASSAULT", "torture")
    assert code is not None
    assert (code.code, code.base, code.root, code.goldstein) == ("1822", "182", "18", -9.0)


def test_a_type_of_another_ontology_has_none() -> None:
    assert cameo_of("Battles", None) is None


def test_countries_have_other_codes_and_non_states_none() -> None:
    serbia = codes_of("SRB")
    assert serbia is not None
    assert (serbia.alpha2, serbia.fips) == ("rs", "RI")
    assert codes_of("IGO") is codes_of(None) is None


def test_kinds_of_known_actors() -> None:
    assert kind_of_known("afg.abdullah") == "person"
    assert kind_of_known("afg.armed.haqqani-1995") == "organisation"
    assert kind_of_known("media.any") == "organisation"
    assert kind_of_known(None) is kind_of_known("zzz.nobody") is None
