"""Addressee, channel and time of saying."""

from __future__ import annotations

from sayso.knowledge.language import Language
from sayso.reading.attribution.circumstances import find_circumstances
from sayso.reading.drafts import Draft
from tests.hand import parse, tokens, words

TOLD = """
Lee NNP nsubj 1
told VBD ROOT - tell
the DT det 3
agency NN dobj 1
on IN prep 1
Monday NNP pobj 4
that IN mark 8
talks NNS nsubj 8 talk
failed VBD ccomp 1 fail
"""
STATEMENT = """
Lee NNP nsubj 1
said VBD ROOT - say
in IN prep 1
a DT det 4
statement NN pobj 2
on IN prep 4
Tuesday NNP pobj 5
talks NNS nsubj 8 talk
failed VBD ccomp 1 fail
"""
BRIEFING = """
Lee NNP nsubj 1
told VBD ROOT - tell
a DT det 3
briefing NN dobj 1
talks NNS nsubj 5 talk
failed VBD ccomp 1 fail
"""
URGED = """
Lee NNP nsubj 1
urged VBD ROOT - urge
the DT det 3
families NNS nsubj 5 family
to TO aux 5
leave VB ccomp 1
"""
SHOWED = """
Lee NNP nsubj 1
showed VBD ROOT - show
pictures NNS dobj 1 picture
of IN prep 2
ships NNS pobj 3 ship
"""


def test_who_was_told_and_when_are_no_part_of_the_content(language: Language) -> None:
    parsed = parse(TOLD)
    draft = Draft(source=(0,), cue=(1,), content=tokens(parsed, "that talks failed"))
    done = find_circumstances(parsed, draft, language)
    assert words(parsed, done.addressee) == "the agency"
    assert words(parsed, done.when) == "Monday"
    assert done.content == draft.content


def test_a_channel_gives_up_its_day_and_the_cue_its_channel(language: Language) -> None:
    parsed = parse(STATEMENT)
    draft = Draft(source=(0,), cue=tokens(parsed, "said in a statement"), content=tokens(parsed, "talks failed"))
    done = find_circumstances(parsed, draft, language)
    assert words(parsed, done.channel) == "a statement"
    assert words(parsed, done.when) == "Tuesday"
    assert words(parsed, done.cue) == "said"


def test_an_occasion_that_is_told_is_a_channel(language: Language) -> None:
    parsed = parse(BRIEFING)
    done = find_circumstances(parsed, Draft(source=(0,), cue=(1,), content=tokens(parsed, "talks failed")), language)
    assert words(parsed, done.channel) == "a briefing"
    assert done.addressee == ()


def test_whoever_is_urged_is_addressed_though_in_the_content(language: Language) -> None:
    parsed = parse(URGED)
    draft = Draft(source=(0,), cue=(1,), content=tokens(parsed, "the families to leave"))
    done = find_circumstances(parsed, draft, language)
    assert words(parsed, done.addressee) == "the families"
    assert done.content == draft.content


def test_pictures_are_not_addressed(language: Language) -> None:
    parsed = parse(SHOWED)
    draft = Draft(source=(0,), cue=(1,), content=tokens(parsed, "pictures of ships"))
    assert find_circumstances(parsed, draft, language).addressee == ()
