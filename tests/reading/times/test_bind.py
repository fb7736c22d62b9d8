"""Mentions that become one time."""

from __future__ import annotations

from sayso.knowledge.language import language
from sayso.reading.times.bind import bind_times
from sayso.reading.times.find import find_times
from sayso.reading.times.plain import plain
from sayso.schema.when import When


def times(text: str, published: str | None) -> tuple[When, ...]:
    return bind_times(find_times(plain(text), published, language("en")))


def test_mentions_of_the_same_day_are_one_time() -> None:
    first, second = times("He left on Monday. In 2012 he came. On Monday, March 18, he left.", "2013-03-22")
    assert (first.id, first.value, len(first.mentions)) == ("t1", "2013-03-18", 2)
    assert (second.id, second.start, second.end) == ("t2", "2012-01-01", "2012-12-31")


def test_open_dates_stay_apart() -> None:
    assert [len(t.mentions) for t in times("He left that day. She left that day.", None)] == [1, 1]


def test_a_modifier_stays_only_where_all_mentions_have_it() -> None:
    assert [t.modifier for t in times("in early 2012", None)] == ["START"]
    assert [t.modifier for t in times("in early 2012 and late 2012", None)] == [None]
