"""What stands around an event: the one it is an argument of, whether it is told in passing, and what it is about."""

from __future__ import annotations

from sayso.knowledge.contexts import contexts
from sayso.knowledge.language import Language
from sayso.reading.events.frames import Grammar
from sayso.reading.events.surroundings import Topics, is_background, outer_event
from tests.hand import parse
from tests.reading.events.test_frames import CARRIED, CONTROL, RELATIVE


def test_what_is_agreed_stands_in_the_agreement(language: Language) -> None:
    assert outer_event(parse(CONTROL), 3, {1, 3}, language) == 1


def test_a_relative_clause_stands_in_no_event(language: Language) -> None:
    assert outer_event(parse(RELATIVE), 2, {2, 5}, language) is None


def test_a_relative_clause_tells_in_passing(language: Language) -> None:
    parsed = parse(RELATIVE)
    grammar = Grammar(parsed, language)
    assert is_background(parsed, grammar.frame(2), language)
    assert not is_background(parsed, grammar.frame(5), language)


def test_a_noun_that_its_verb_carries_is_told_in_the_first_place(language: Language) -> None:
    parsed = parse(CARRIED)
    assert not is_background(parsed, Grammar(parsed, language).frame(2), language)


def test_contexts_come_from_the_sentence(language: Language) -> None:
    parsed = parse(
        "The DT det 1\nambassador NN nsubj 2\nleft VBD ROOT - leave\n\nFloods NNS nsubj 4 flood\ncame VBD ROOT - come"
    )
    topics = Topics(parsed, contexts(language))
    assert topics.of(2) == ("diplomatic",)
    assert topics.of(4) == ("disasters",)
