"""What a place's name stands for."""

from __future__ import annotations

import pytest

from sayso.knowledge.language import Language
from sayso.reading.places.toponyms import find_toponyms
from sayso.reading.places.uses import use_of
from tests.hand import parse, tokens
from tests.reading.places.world import WORLD

BACK = """
Norvia NNP nsubj 1
backs VBZ ROOT - back
the DT det 3
plan NN dobj 1
with IN prep 1
Sudria NNP pobj 4
. . punct 1
"""
FELL = """
Rockets NNS nsubj 1
fell VBD ROOT - fall
in IN prep 1
Norvia NNP pobj 2
and CC cc 3
near IN prep 1
Larnby NNP pobj 5
. . punct 1
"""
SAYS = """
Brask NNP nsubj 1
says VBZ ROOT - say
no UH dobj 1
to IN prep 1
the DT det 6
Norvian JJ amod 6
fleet NN pobj 3
. . punct 1
"""
PART = """
The DT det 3
Brask NNP compound 3
City NNP compound 3
Council NNP nsubj 4
met VBD ROOT - meet
in IN prep 4
the DT det 7
north NN pobj 5
of IN prep 7
Sudria NNP pobj 8
. . punct 4
"""
CAPITALS = """
Both CC det 1
Larnby NNP dobj 5
and CC cc 1
Vesk NNP conj 1
back RB prep 5
said VBD ROOT - say
. . punct 5
"""


@pytest.mark.parametrize(
    ("rows", "name", "use"),
    [
        (BACK, "Norvia", "metonym"),
        (BACK, "Sudria", "metonym"),
        (FELL, "Norvia", "literal"),
        (FELL, "Larnby", "literal"),
        (SAYS, "Brask", "metonym"),
        (SAYS, "Norvian", "demonym"),
        (PART, "Brask", "part"),
        (PART, "Sudria", "literal"),
        (CAPITALS, "Larnby", "metonym"),
        (CAPITALS, "Vesk", "metonym"),
    ],
)
def test_the_grammar_tells_what_a_name_stands_for(rows: str, name: str, use: str, language: Language) -> None:
    parsed = parse(rows)
    capitals = frozenset(i for n in ("Larnby", "Vesk") if n in parsed.text for i in tokens(parsed, n))
    toponym = next(t for t in find_toponyms(parsed, WORLD, language) if t.tokens == tokens(parsed, name))
    assert use_of(parsed, toponym, toponym.matches[0].entry, language, capitals) == use
