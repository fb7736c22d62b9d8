"""How speakers are compared with those of the gold."""

from __future__ import annotations

import pytest

import sayso
from evaluation.nesting import same_speaker

LEE = sayso.Actor(id="x1", name="Ann Lee", mentions=(sayso.Span(0, 2),))


@pytest.mark.parametrize(
    ("wanted", "actor", "same"),
    [("Ann Lee", LEE, True), ("Bo Kim", LEE, False), (None, None, True), (None, LEE, False), ("Ann Lee", None, False)],
)
def test_a_speaker_is_the_same_by_the_last_word_of_the_name(
    wanted: str | None, actor: sayso.Actor | None, same: bool
) -> None:
    assert same_speaker(wanted, actor, "He said no.") is same
