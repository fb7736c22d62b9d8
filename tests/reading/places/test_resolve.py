"""Which of the places of one name is meant."""

from __future__ import annotations

import pytest

from sayso.reading.places.resolve import Named, resolve
from tests.reading.places.world import BASE, LARGE, SMALL, WORLD


def named(name: str, **more: frozenset[str]) -> Named:
    return Named(matches=WORLD.short(name) or WORLD.named(name), weight=1.0, **more)


def first(*names: Named) -> list[str]:
    return [choices[0].entry.id for choices in resolve(names)]


def test_alone_the_larger_place_is_meant() -> None:
    assert first(named("Hollin")) == [LARGE.id]


def test_what_follows_the_comma_decides() -> None:
    assert first(named("Hollin", within=frozenset({"t:ostmark"}))) == [SMALL.id]


@pytest.mark.parametrize("others", [("Brask", "Ostmark"), ("Brask", "Norvia", "Larnby")])
def test_other_places_in_the_text_decide(others: tuple[str, ...]) -> None:
    assert first(named("Hollin"), *map(named, others))[0] == SMALL.id


def test_the_other_country_decides_for_the_other_place() -> None:
    assert first(named("Hollin"), named("Sudria"), named("Vesk"))[0] == LARGE.id


def test_the_runner_up_is_kept_with_a_lower_score() -> None:
    (choices,) = resolve([named("Hollin")])
    assert [c.entry.id for c in choices] == [LARGE.id, SMALL.id]
    assert choices[0].score > choices[1].score


def test_the_reasons_are_told() -> None:
    choices = resolve([named("Hollin"), named("Brask"), named("Ostmark")])[0]
    assert any("near by" in why for why in choices[0].why)
    assert choices[0].support > 0.5


def test_a_name_without_places_stays_without() -> None:
    assert resolve([Named(matches=(), weight=1.0)]) == ((),)
    assert resolve([Named(matches=(), weight=1.0), named("Brask Air Base")])[1][0].entry == BASE


def test_no_names_no_choices() -> None:
    assert resolve([]) == ()
