"""Arithmetic of the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.times.moments import Moment, of_date, range_of, unit_value, week_value


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2016", ("2016-01-01", "2016-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2016-W53-WE", None),
        ("2015-W53", ("2015-12-28", "2016-01-03")),
        ("2016-Q1", ("2016-01-01", "2016-03-31")),
        ("2016-H2", ("2016-07-01", "2016-12-31")),
        ("201", ("2010-01-01", "2019-12-31")),
        ("20", ("2000-01-01", "2099-12-31")),
        ("2016-08-23TNI", ("2016-08-23", "2016-08-23")),
        ("2016-13", None),
        ("2016-SU", None),
        ("XXXX-08-23", None),
        ("BC0480", None),
        ("PAST_REF", None),
    ],
)
def test_a_value_stands_for_its_days(value: str, days: tuple[str, str] | None) -> None:
    assert range_of(value) == days


def test_there_is_no_year_0() -> None:
    assert Moment(year=-1).shifted("Y", 1) == Moment(year=1)
    assert Moment(year=1).shifted("Y", -1) == Moment(year=-1)


def test_what_is_not_known_is_not_counted_from() -> None:
    assert Moment(year=1918, month=3).shifted("D", 2) is None
    assert unit_value(Moment(year=1918, month=3), "D") == "1918-03-XX"
    assert Moment(year=9999).shifted("Y", 1) is None


@given(st.dates(), st.integers(-4000, 4000))
def test_days_there_and_back_are_the_same_day(day: date, count: int) -> None:
    moved = of_date(day).shifted("D", count)
    if moved is not None:
        assert moved.shifted("D", -count) == of_date(day)


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20)))
def test_a_day_lies_in_its_week(day: date) -> None:
    days = range_of(week_value(day))
    assert days is not None
    assert days[0] <= day.isoformat() <= days[1]
