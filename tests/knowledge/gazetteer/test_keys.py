"""Spellings that are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.gazetteer.keys import alike, is_latin, key, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zürich", "ZURICH"), ("Ain al-Asad", "Ain al Asad"), ("St Albans", "Saint Albans"), ("Łódź", "Lodz")],
)
def test_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_transliterations_sound_the_same_but_other_names_do_not() -> None:
    assert sound("Qazvin") == sound("Kazbin")
    assert sound("Qazvin") != sound("Tabriz")
    assert alike("Hmeimim", "Hmeymim")


def test_letters_of_other_scripts_are_no_latin() -> None:
    assert is_latin("Ḩalab")
    assert not is_latin("حلب")


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)
