"""Frames: who hangs on a trigger, by syntax."""

from __future__ import annotations

from sayso.knowledge.language import Language
from sayso.reading.events.frames import Grammar
from tests.hand import parse, tokens


def slots(rows: str, trigger: str, language: Language) -> dict[str, str]:
    parsed = parse(rows)
    frame = Grammar(parsed, language).frame(tokens(parsed, trigger)[0])
    return {parsed.words[token]: slot for slot, token in frame.slots}


PASSIVE = """
Rebels NNS nsubjpass 2 rebel
were VBD auxpass 2 be
shelled VBN ROOT - shell
by IN agent 2
the DT det 5
army NN pobj 3
. . punct 2
"""

CONTROL = """
Varland NNP nsubj 1
agreed VBD ROOT - agree
to TO aux 3
free VB xcomp 1
the DT det 5
sailors NNS dobj 3 sailor
. . punct 1
"""

ORDERED = """
Varland NNP nsubj 1
urged VBD ROOT - urge
Kestoria NNP dobj 1
to TO aux 4
leave VB xcomp 1
. . punct 1
"""

RELATIVE = """
Rebels NNS nsubj 5 rebel
who WP nsubj 2
shelled VBD relcl 0 shell
the DT det 4
town NN dobj 2
fled VBD ROOT - flee
. . punct 5
"""

JOINT = """
Varland NNP nsubj 5
, , punct 0
Oruma NNP conj 0
and CC cc 2
Kyma NNP conj 2
met VBD ROOT - meet
. . punct 5
"""

NOUN = """
Varland NNP poss 2
's POS case 0
attack NN nsubj 6
on IN prep 2
the DT det 5
rebels NNS pobj 3 rebel
failed VBD ROOT - fail
. . punct 6
"""

CARRIED = """
Varland NNP nsubj 1
launched VBD ROOT - launch
strikes NNS dobj 1 strike
against IN prep 1
rebels NNS pobj 3 rebel
. . punct 1
"""


def test_a_passive_has_its_object_as_subject(language: Language) -> None:
    assert slots(PASSIVE, "shelled", language) == {"Rebels": "subj-pass", "army": "by"}


def test_who_agrees_to_do_it_does_it(language: Language) -> None:
    assert slots(CONTROL, "free", language) == {"Varland": "subj~xcomp", "sailors": "obj"}


def test_who_is_urged_to_do_it_does_it(language: Language) -> None:
    found = slots(ORDERED, "leave", language)
    assert "Kestoria" in found
    assert "Varland" not in found


def test_a_relative_pronoun_stands_for_its_noun(language: Language) -> None:
    assert slots(RELATIVE, "shelled", language) == {"Rebels": "subj", "town": "obj"}


def test_those_joined_take_part_together(language: Language) -> None:
    assert slots(JOINT, "met", language) == {"Varland": "subj", "Oruma": "subj", "Kyma": "subj"}


def test_a_noun_has_its_owner_and_its_object(language: Language) -> None:
    found = slots(NOUN, "attack", language)
    assert found["Varland"] == "poss"
    assert found["rebels"] == "prep:on"


def test_a_noun_has_the_parties_of_the_verb_that_carries_it(language: Language) -> None:
    parsed = parse(CARRIED)
    frame = Grammar(parsed, language).frame(2)
    assert frame.carried == "obj"
    assert ("lv.subj", 0) in frame.slots
    assert frame.first("lv.prep:against") == 4
