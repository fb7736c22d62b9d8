"""What expressions of time stand for, without a parse: the past is supposed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.language import language
from sayso.reading.drafts import TimeDraft
from sayso.reading.times.find import find_times
from sayso.reading.times.plain import plain

ENGLISH = language("en")
FRIDAY = "2013-03-22"


def times(text: str, published: str | None = FRIDAY) -> tuple[TimeDraft, ...]:
    return find_times(plain(text), published, ENGLISH)


def found(text: str, published: str | None = FRIDAY) -> list[tuple[str, str, str]]:
    return [(text[t.span.start : t.span.end], t.type, t.value) for t in times(text, published)]


@pytest.mark.parametrize(
    ("words", "type_", "value"),
    [
        ("5 May 1789", "DATE", "1789-05-05"),
        ("Friday, June 3rd, 1988", "DATE", "1988-06-03"),
        ("the 25th of August 1917", "DATE", "1917-08-25"),
        ("early March 2011", "DATE", "2011-03"),
        ("Sept. 30, 2014", "DATE", "2014-09-30"),
        ("2016-08-23", "DATE", "2016-08-23"),
        ("31/12/2016", "DATE", "2016-12-31"),
        ("480 BC", "DATE", "BC0480"),
        ("the late 1980s", "DATE", "198"),
        ("the '60s", "DATE", "196"),
        ("the 19th century", "DATE", "18"),
        ("the summer of 2010", "DATE", "2010-SU"),
        ("the third quarter of 1998", "DATE", "1998-Q3"),
        ("the second half of 2008", "DATE", "2008-H2"),
        ("fiscal 1998", "DATE", "FY1998"),
        ("Christmas 1963", "DATE", "1963-12-25"),
        ("9/11", "DATE", "2001-09-11"),
        ("10:30 p.m. on May 2, 2011", "TIME", "2011-05-02T22:30"),
        ("the night of 10 August 1792", "TIME", "1792-08-10TNI"),
        ("last Tuesday", "DATE", "2013-03-19"),
        ("next Friday", "DATE", "2013-03-29"),
        ("Monday", "DATE", "2013-03-18"),
        ("Friday", "DATE", "2013-03-22"),
        ("Thursday night", "TIME", "2013-03-21TNI"),
        ("yesterday", "DATE", "2013-03-21"),
        ("last night", "TIME", "2013-03-21TNI"),
        ("this morning", "TIME", "2013-03-22TMO"),
        ("last week", "DATE", "2013-W11"),
        ("this weekend", "DATE", "2013-W12-WE"),
        ("late last year", "DATE", "2012"),
        ("earlier this month", "DATE", "2013-03"),
        ("next month", "DATE", "2013-04"),
        ("last quarter", "DATE", "2012-Q4"),
        ("two weeks ago", "DATE", "2013-W10"),
        ("ten days ago", "DATE", "2013-03-12"),
        ("six months ago", "DATE", "2012-09"),
        ("a year earlier", "DATE", "2012"),
        ("several years ago", "DATE", "PAST_REF"),
        ("last September", "DATE", "2012-09"),
        ("two years", "DURATION", "P2Y"),
        ("a ten-day truce", "DURATION", "P10D"),
        ("two and a half hours", "DURATION", "PT2.5H"),
        ("half an hour", "DURATION", "PT30M"),
        ("more than twenty-five years", "DURATION", "P25Y"),
        ("several months", "DURATION", "PXM"),
        ("the past three years", "DURATION", "P3Y"),
        ("the next few weeks", "DURATION", "PXW"),
        ("two decades", "DURATION", "P2DE"),
        ("three bloody weeks", "DURATION", "P3W"),
        ("every day", "SET", "P1D"),
        ("every two weeks", "SET", "P2W"),
        ("each Monday", "SET", "XXXX-WXX-1"),
        ("weekly", "SET", "P1W"),
        ("Saturdays", "SET", "XXXX-WXX-6"),
        ("recently", "DATE", "PAST_REF"),
        ("recent years", "DATE", "PAST_REF"),
        ("now", "DATE", "PRESENT_REF"),
        ("the near future", "DATE", "FUTURE_REF"),
    ],
)
def test_an_expression_has_a_type_and_a_value(words: str, type_: str, value: str) -> None:
    assert [(t, v) for _, t, v in found(f"Troops left {words}.")] == [(type_, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He may march. They march.",
        "A second man came second.",
        "The sun sat high.",
        "Some 2000 people fled.",
        "It cost $1999.",
        "She is 43 years old, and her 10-year-old son fell.",
        "The B-1900 crashed.",
        "Prices fall and spring back.",
        "The Daily Herald was sold.",
        "There were 1,500 of them.",
        "He is in his 40s.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_two_dates_share_what_one_of_them_leaves_out() -> None:
    assert [v for *_, v in found("from May 3–9, 1918 and 5 and 6 June 1919")] == [
        "1918-05-03",
        "1918-05-09",
        "1919-06-05",
        "1919-06-06",
    ]
    assert [v for *_, v in found("the war (1914–18)")] == ["1914", "1918"]


def test_the_year_across_a_turn_belongs_to_the_second_month() -> None:
    assert [v for *_, v in found("between November and February 1943")] == ["1942-11", "1943-02"]


def test_the_same_day_is_the_last_day_named() -> None:
    first, second = times("The minister spoke on Tuesday. On the same day, the envoy left.")
    assert (second.value, second.anchor) == (first.value, "text")


def test_a_later_year_counts_from_one_named_before() -> None:
    assert [v for *_, v in found("The plant opened in 2008. Two years later it shut.")] == ["2008", "2010"]


def test_a_month_beside_a_dated_one_takes_its_year() -> None:
    assert [v for *_, v in found("It ran from January 2009 to October.")] == ["2009-01", "2009-10"]


def test_a_dateline_is_the_anchor() -> None:
    text = "KARVELA, August 20 — Troops left on Friday, the ministry said."
    assert [(t.value, t.anchor) for t in times(text, "2016-08-23")] == [
        ("2016-08-20", "dateline"),
        ("2016-08-19", "dateline"),
    ]


def test_a_dateline_with_its_year_needs_no_publication() -> None:
    text = "KARVELA, August 20, 2016 — Troops left on Friday, the ministry said."
    assert [t.start for t in times(text, None)] == ["2016-08-20", "2016-08-19"]


HISTORY = (
    "War broke out on 3 May 1702. In June the port fell. On 4 July a fleet came. In 1703 it left. "
    "In April 1704 talks began. They ended in May, and in 1705 again. Peace came in March 1706. "
    "The next year the king died."
)


def test_a_history_counts_from_its_own_dates() -> None:
    values = [t.value for t in times(HISTORY)]
    assert values == [
        "1702-05-03",
        "1702-06",
        "1702-07-04",
        "1703",
        "1704-04",
        "1704-05",
        "1705",
        "1706-03",
        "1707",
    ]
    assert {t.anchor for t in times(HISTORY)} == {None, "narrative"}


def test_days_are_given_where_the_value_says_them() -> None:
    for words, start, end in [
        ("in February 2012", "2012-02-01", "2012-02-29"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("last week", "2013-03-11", "2013-03-17"),
        ("last weekend", "2013-03-16", "2013-03-17"),
        ("the fourth quarter of 2012", "2012-10-01", "2012-12-31"),
        ("the past three years", "2010-03-22", "2013-03-22"),
    ]:
        assert [(t.start, t.end) for t in times(words)] == [(start, end)]


def test_seasons_and_fiscal_years_have_no_days() -> None:
    assert [t.start for t in times("the summer of 2010 and fiscal 2012")] == [None, None]


def test_a_date_that_can_be_read_in_two_orders_keeps_its_year() -> None:
    assert found("on 03/04/2012") == [("03/04/2012", "DATE", "2012")]


def test_an_hour_is_of_the_last_day_named() -> None:
    assert [t.value for t in times("He came on Monday. At 9:15 a.m. he spoke.")] == ["2013-03-18", "2013-03-18T09:15"]
    assert [t.value for t in times("At 9:15 a.m. he spoke.", None)] == ["XXXX-XX-XXT09:15"]


def test_a_glance_at_another_year_does_not_move_a_history() -> None:
    text = HISTORY.replace("Peace came", "In 1688 it was worse. Peace came in May. It was signed")
    assert "1705-05" in [t.value for t in times(text)]


RELATIVE = [
    "yesterday", "today", "tomorrow", "last week", "this month", "next year", "Monday", "last Tuesday", "in June",
    "on 5 May", "two years ago", "three days later", "the past six months", "tonight", "this weekend", "last summer",
    "the third quarter", "recently", "every day", "four weeks", "that day", "the next morning", "10 a.m.", "last March",
]  # fmt: skip


@given(st.lists(st.sampled_from(RELATIVE), min_size=1, max_size=12))
def test_without_an_anchor_what_is_relative_has_no_days(words: list[str]) -> None:
    for time in times("They left " + ". They left ".join(words) + ".", None):
        assert (time.start, time.end, time.anchor) == (None, None, None)
        assert not re.search(r"\d{4}-\d\d", time.value)


ANYTHING = st.lists(
    st.sampled_from(
        [
            *RELATIVE, "1999", "2016", "May", "March 3", "12", "of", "the", "and", ",", "-", "a", "early", "BC", "24",
            "first", "quarter", "half", "century", "every", "last", "31", "February", "99/99/99", "\n", "(", "’90s",
        ]
    ),
    max_size=25,
)  # fmt: skip


@given(ANYTHING, st.sampled_from([None, "2016-02-29", "0001-01-01", "9999-12-31T23:59:59Z"]))
def test_whatever_the_words_spans_stand_in_order_in_the_text_and_days_are_days(
    words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    drafts = times(text, published)
    assert drafts == times(text, published)
    ends = [0, *(t.span.end for t in drafts)]
    for time, before in zip(drafts, ends, strict=False):
        assert before <= time.span.start < time.span.end <= len(text)
        assert text[time.span.start : time.span.end].strip() == text[time.span.start : time.span.end]
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or time.start <= time.end


@pytest.mark.parametrize(
    "text",
    ["1" * 30_000, "two " + "1" * 30_000, "one " + "thousand " * 9_000 + "years", "٣ days", "99999999999 years ago"],
)
def test_numbers_beyond_the_calendar_do_no_harm(text: str) -> None:
    assert all(time.start is None for time in times(text))


@given(st.text(max_size=200))
def test_any_text_can_be_scanned(text: str) -> None:
    for time in times(text):
        assert 0 <= time.span.start < time.span.end <= len(text)
