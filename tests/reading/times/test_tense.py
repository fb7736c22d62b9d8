"""The tense that puts a weekday before or after its anchor."""

from __future__ import annotations

import pytest

from sayso.knowledge.language import language
from sayso.reading.times.find import find_times
from tests.hand import parse

PAST = """
The DT det 1
envoy NN nsubj 2
left VBD ROOT - leave
on IN prep 2
Monday NNP pobj 3
. . punct 2
"""
FUTURE = """
The DT det 1
envoy NN nsubj 3
will MD aux 3
leave VB ROOT -
on IN prep 3
Monday NNP pobj 4
. . punct 3
"""
SCHEDULED = """
Talks NNS nsubj 1
begin VBP ROOT -
on IN prep 1
Monday NNP pobj 2
. . punct 1
"""
ANNOUNCED = """
He PRP nsubj 1
spoke VBD ROOT - speak
ahead RB advmod 1
of IN prep 2
Monday NNP poss 6
's POS case 4
vote NN pobj 3
. . punct 1
"""
OVER = """
They PRP nsubj 2
had VBD aux 2
met VBN ROOT - meet
in IN prep 2
June NNP pobj 3
. . punct 2
"""
AHEAD = """
They PRP nsubj 2
will MD aux 2
meet VB ROOT -
in IN prep 2
February NNP pobj 3
. . punct 2
"""


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        (PAST, "2013-03-18"),
        (FUTURE, "2013-03-25"),
        (SCHEDULED, "2013-03-25"),
        (ANNOUNCED, "2013-03-25"),
        (OVER, "2012-06"),
        (AHEAD, "2014-02"),
    ],
)
def test_the_governing_verb_says_which_side_of_the_anchor(rows: str, value: str) -> None:
    assert [t.value for t in find_times(parse(rows), "2013-03-22", language("en"))] == [value]


ATTRIBUTIVE = """
A DT det 2
March NNP compound 2
vote NN nsubj 3
failed VBD ROOT - fail
. . punct 3
"""
NAME = """
The DT det 1
May NNP nsubj 2
sank VBD ROOT - sink
. . punct 2
"""


def test_a_month_that_is_also_a_word_counts_before_a_noun() -> None:
    assert [t.value for t in find_times(parse(ATTRIBUTIVE), "2013-03-22", language("en"))] == ["2013-03"]
    assert find_times(parse(NAME), "2013-03-22", language("en")) == ()


RATE = """
It PRP nsubj 1
costs VBZ ROOT - cost
5 CD nummod 3
dollars NNS dobj 1
a DT det 5
day NN npadvmod 3
. . punct 1
"""
LENGTH = """
He PRP nsubj 1
came VBD ROOT - come
a DT det 3
day NN npadvmod 4
after IN prep 1
it PRP pobj 4
. . punct 1
"""


@pytest.mark.parametrize(("rows", "type_"), [(RATE, "SET"), (LENGTH, "DURATION")])
def test_a_day_after_an_amount_is_a_rate(rows: str, type_: str) -> None:
    assert [t.type for t in find_times(parse(rows), "2013-03-22", language("en"))] == [type_]


def test_tokens_of_the_parse_come_with_the_span() -> None:
    (time,) = find_times(parse(PAST), "2013-03-22", language("en"))
    assert time.tokens == (4,)
