"""When and where events happened: by syntax, then by scope, never the nearest."""

from __future__ import annotations

from dataclasses import replace

from sayso.knowledge.language import Language
from sayso.reading.drafts import Draft, EventDraft
from sayso.reading.grounding.parties import innermost_voices
from sayso.reading.grounding.scenes import Scenes
from sayso.reading.parsed import Parsed
from tests.hand import parse, tokens

SHELLED_AND_SEIZED = """
On IN prep 3
Monday NNP pobj 0
troops NNS nsubj 3 troop
shelled VBD ROOT - shell
Hamsi NNP dobj 3
and CC cc 3
seized VBD conj 3 seize
bridges NNS dobj 6 bridge
"""
TOLD_OF_AN_ATTACK = """
She PRP nsubj 1
told VBD ROOT - tell
us PRP dobj 1
in IN prep 1
Kyma NNP pobj 3
on IN prep 1
Tuesday NNP pobj 5
that IN mark 9
rebels NNS nsubj 9 rebel
attacked VBD ccomp 1 attack
the DT det 11
base NN dobj 9
in IN prep 9
Torgul NNP pobj 12
"""
KILLED_WHEN = """
People NNS nsubjpass 2 people
were VBD auxpass 2 be
killed VBN ROOT - kill
when WRB advmod 6
a DT det 5
bomb NN nsubj 6
exploded VBD advcl 2 explode
in IN prep 6
Hamsi NNP pobj 7
"""
WHO_SHELLED = """
Rebels NNS nsubj 5 rebel
who WP nsubj 2
shelled VBD relcl 0 shell
the DT det 4
town NN dobj 2
fled VBD ROOT - flee
on IN prep 5
Friday NNP pobj 6
"""
NOMINAL = """
The DT det 1
operation NN nsubj 6
against IN prep 1
militants NNS pobj 2 militant
in IN prep 3
Hamsi NNP pobj 4
failed VBD ROOT - fail
"""


def event(parsed: Parsed, word: str) -> EventDraft:
    (head,) = tokens(parsed, word)
    return EventDraft(trigger=(head,), head=head, verb=head if parsed.tags[head][0] == "V" else None, type="ASSAULT")


def owned(
    parsed: Parsed, language: Language, triggers: tuple[str, ...], expressions: tuple[str, ...], *said: Draft
) -> list[list[str]]:
    events = [event(parsed, t) for t in triggers]
    found = Scenes(parsed, said, events, innermost_voices(said), language).times(
        [tokens(parsed, e) for e in expressions]
    )
    return [[expressions[n] for n in numbers] for numbers in found]


def test_what_hangs_on_a_deed_is_its_own_and_reaches_what_is_joined_to_it(language: Language) -> None:
    found = owned(parse(SHELLED_AND_SEIZED), language, ("shelled", "seized"), ("Monday", "Hamsi"))
    assert found == [["Monday", "Hamsi"], ["Monday", "Hamsi"]]


def test_what_hangs_on_the_words_of_saying_is_not_the_deeds(language: Language) -> None:
    parsed = parse(TOLD_OF_AN_ATTACK)
    said = Draft(cue=tokens(parsed, "told"), content=tuple(range(7, 14)), when=tokens(parsed, "Tuesday"))
    assert owned(parsed, language, ("attacked",), ("Kyma", "Tuesday", "Torgul"), said) == [["Torgul"]]


def test_the_time_of_saying_is_among_the_words_for_it(language: Language) -> None:
    parsed = parse(TOLD_OF_AN_ATTACK)
    said = Draft(cue=tokens(parsed, "told"), content=tuple(range(7, 14)), when=tokens(parsed, "on Tuesday"))
    found = Scenes(parsed, (said,), (), innermost_voices((said,)), language)
    assert found.of_saying([tokens(parsed, "Kyma"), tokens(parsed, "Tuesday")], said) == 1
    assert found.of_saying([tokens(parsed, "Kyma")], said) is None


def test_a_deed_happened_where_the_clause_of_its_moment_did(language: Language) -> None:
    assert owned(parse(KILLED_WHEN), language, ("killed", "exploded"), ("Hamsi",)) == [["Hamsi"], ["Hamsi"]]


def test_a_relative_clause_does_not_share_the_time_of_the_main_clause(language: Language) -> None:
    assert owned(parse(WHO_SHELLED), language, ("shelled", "fled"), ("Friday",)) == [[], ["Friday"]]


def test_a_place_reaches_a_noun_through_the_phrases_between(language: Language) -> None:
    assert owned(parse(NOMINAL), language, ("operation", "failed"), ("Hamsi",)) == [["Hamsi"], ["Hamsi"]]


OPERATION = """
Troops NNS nsubj 1 troop
began VBD ROOT - begin
an DT det 3
operation NN dobj 1
to TO aux 5
retake VB acl 3
Hamsi NNP dobj 5
"""


def placed(language: Language, type_: str) -> list[tuple[int, ...]]:
    parsed = parse(OPERATION)
    inner = replace(event(parsed, "retake"), within=tokens(parsed, "operation")[0])
    events = [replace(event(parsed, "operation"), type=type_), inner]
    return list(Scenes(parsed, (), events, {}, language).places([tokens(parsed, "Hamsi")], {"ASSAULT"}))


def test_a_deed_happens_where_what_it_consists_of_does(language: Language) -> None:
    assert placed(language, "ASSAULT") == [(0,), (0,)]


def test_words_are_not_spoken_where_their_object_happens(language: Language) -> None:
    assert placed(language, "REQUEST") == [(), (0,)]


PURPOSE = """
Troops NNS nsubj 1 troop
advanced VBD ROOT - advance
to TO aux 3
retake VB advcl 1
Hamsi NNP dobj 3
"""


def test_a_deed_happens_where_what_it_is_done_for_does(language: Language) -> None:
    parsed = parse(PURPOSE)
    events = [event(parsed, "advanced"), event(parsed, "retake")]
    found = Scenes(parsed, (), events, {}, language).places([tokens(parsed, "Hamsi")], {"ASSAULT"})
    assert found == ((0,), (0,))
