"""Figures of quantities: what counts as right."""

from __future__ import annotations

from dataclasses import replace

from evaluation.deeds import Amount
from evaluation.quantities import Score, is_right
from sayso.reading.drafts import QuantityDraft

MARKED = Amount(span=(0, 9), low=12, high=None, kind="killed", unit=None, trigger=None)
FOUND = QuantityDraft(tokens=(0, 1), low=12, high=None, kind="killed", unit=None)


def test_kind_and_both_bounds_make_it_right() -> None:
    assert is_right(MARKED, FOUND)
    assert not is_right(MARKED, replace(FOUND, kind="injured"))
    assert not is_right(MARKED, replace(FOUND, high=12))
    assert not is_right(MARKED, None)
    assert not is_right(None, FOUND)


def test_f1_is_the_harmonic_mean() -> None:
    assert "precision 0.500 recall 0.250 F1 0.333" in str(Score(marked=4, found=2, right=1))
