"""Bootstrap intervals."""

from __future__ import annotations

from evaluation.intervals import intervals


def test_articles_that_are_all_alike_leave_no_doubt() -> None:
    alike = [{"x": {"n": 1, "predicted": 2, "gold": 2}}] * 20
    assert intervals(alike, "x") == (0.5, 0.5, 0.5)


def test_articles_that_differ_make_an_interval_around_the_figure() -> None:
    mixed = [{"x": {"n": k % 2, "predicted": 1, "gold": 1}} for k in range(40)]
    f1, low, high = intervals(mixed, "x")
    assert low < f1 == 0.5 < high
