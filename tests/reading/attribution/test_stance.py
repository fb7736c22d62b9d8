"""What cues commit their speakers to."""

from __future__ import annotations

import pytest

from sayso.knowledge.language import Language
from sayso.reading.attribution.stance import find_stance
from tests.hand import parse, tokens

DENIED = """
He PRP nsubj 1
denied VBD ROOT - deny
it PRP dobj 1
"""
NOT_DENIED = """
He PRP nsubj 3
did VBD aux 3 do
not RB neg 3
deny VB ROOT -
it PRP dobj 3
"""
CALLED = """
He PRP nsubj 1
called VBD ROOT - call
for IN prep 1
peace NN pobj 2
"""
NOT_KNOWN = """
He PRP nsubj 3
did VBD aux 3 do
not RB neg 3
know VB ROOT -
"""


@pytest.mark.parametrize(
    ("rows", "cue", "stance"),
    [
        (DENIED, "denied", "denies"),
        (NOT_DENIED, "did not deny", "confirms"),
        (CALLED, "called", "demands"),
        (NOT_KNOWN, "did not know", "doubts"),
    ],
)
def test_a_stance_follows_the_longest_entry_and_its_negation(
    rows: str, cue: str, stance: str, language: Language
) -> None:
    parsed = parse(rows)
    assert find_stance(parsed, tokens(parsed, cue), language) == stance


def test_an_unknown_cue_states(language: Language) -> None:
    parsed = parse("He PRP nsubj 1\nzigzagged VBD ROOT - zigzag")
    assert find_stance(parsed, (1,), language) == "states"
