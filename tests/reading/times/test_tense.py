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


def test_tokens_of_the_parse_come_with_the_span() -> None:
    (time,) = find_times(parse(PAST), "2013-03-22", language("en"))
    assert time.tokens == (4,)
