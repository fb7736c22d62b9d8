"""Voices that relay other voices."""

from __future__ import annotations

from sayso.knowledge.language import Language
from sayso.reading.attribution.relays import nest_relays
from sayso.reading.drafts import Draft
from tests.hand import parse, tokens, words

ACCORDING = """
Talks NNS nsubj 1 talk
failed VBD ccomp 4 fail
, , punct 4
Lee NNP nsubj 4
said VBD ROOT - say
, , punct 4
according VBG prep 4
to IN prep 6
Norvik NNP pobj 7
. . punct 4
"""
CARRIED = """
Talks NNS nsubj 1 talk
failed VBD ccomp 4 fail
, , punct 4
Lee NNP nsubj 4
said VBD ROOT - say
in IN prep 4
a DT det 7
statement NN pobj 5
carried VBN acl 7 carry
by IN agent 8
Norvik NNP pobj 9
. . punct 4
"""


def test_according_to_is_the_outer_voice_of_what_is_said_beside_it(language: Language) -> None:
    parsed = parse(ACCORDING)
    said = Draft(source=(3,), cue=(4,), content=(0, 1))
    relay = Draft(source=(8,), cue=(6, 7), content=(0, 1))
    outer, inner = sorted(nest_relays(parsed, [said, relay], language), key=lambda d: d.parent is not None)
    assert inner.parent is outer
    assert words(parsed, outer.content) == "Talks failed Lee said"
    assert inner.source == (3,)


def test_a_relay_that_was_not_found_is_added_from_its_participle(language: Language) -> None:
    parsed = parse(CARRIED)
    said = Draft(source=(3,), cue=(4,), content=(0, 1), channel=tokens(parsed, "a statement"))
    outer, inner = sorted(nest_relays(parsed, [said], language), key=lambda d: d.parent is not None)
    assert words(parsed, outer.source) == "Norvik"
    assert words(parsed, outer.cue) == "carried by"
    assert inner.parent is outer


def test_a_voice_that_nobody_relays_stands_alone(language: Language) -> None:
    parsed = parse(ACCORDING)
    said = Draft(source=(3,), cue=(4,), content=(0, 1))
    assert nest_relays(parsed, [said], language) == (said,)
