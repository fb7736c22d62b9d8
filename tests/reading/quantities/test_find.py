"""Quantities of sentences written by hand, without a model: what is counted, what befell it, whose it is."""

from __future__ import annotations

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import quantity_words
from sayso.reading.drafts import EventDraft, QuantityDraft
from sayso.reading.parsed import Parsed
from sayso.reading.quantities.find import find_quantities
from tests.hand import parse, words

PASSIVE = """
At RB advmod 1
least RBS advmod 2
12 CD nummod 3
people NNS nsubjpass 5
were VBD auxpass 5 be
killed VBN - - kill
and CC cc 5
30 CD nsubjpass 8
injured VBN conj 5 injure
"""
TOLL = """
The DT det 1
toll NN nsubj 2
rose VBD - - rise
to IN prep 2
57 CD pobj 3
"""
LEFT = """
Clashes NNS nsubj 1 clash
left VBD - - leave
eight CD nummod 3
riflemen NNS dobj 1 rifleman
dead JJ oprd 1
"""
LIVES = """
It PRP nsubj 1
claimed VBD - - claim
the DT det 3
lives NNS dobj 1 life
of IN prep 3
two CD nummod 6
nuns NNS pobj 4 nun
"""
LONG = """
Warships NNS nsubj 1 warship
began VBD - - begin
five CD nummod 3
days NNS dobj 1 day
of IN prep 3
exercises NNS pobj 4 exercise
"""
MARKED = """
Varland NNP nsubj 1
lent VBD - - lend
$ $ quantmod 4
40 CD compound 4
million CD dobj 1
for IN prep 1
6 CD nummod 8
- HYPH punct 8
year NN compound 9
loans NNS pobj 5 loan
"""
ENDED = """
Police NNS nsubj 1
shelled VBD - - shell
it PRP dobj 1
after IN mark 5
rebels NNS nsubj 5 rebel
killed VBD advcl 1 kill
two CD nummod 7
nuns NNS dobj 5 nun
"""


def found(language: Language, parsed: Parsed, *triggers: int) -> tuple[QuantityDraft, ...]:
    events = [EventDraft(trigger=(t,), head=t, type="ASSAULT") for t in triggers]
    return find_quantities(parsed, events, quantity_words(language), language)


def told(language: Language, rows: str) -> list[tuple[str, float | None, float | None, str, str | None]]:
    parsed = parse(rows)
    return [(words(parsed, q.tokens), q.low, q.high, q.kind, q.unit) for q in found(language, parsed)]


def test_people_done_to_take_the_kind_of_the_deed(language: Language) -> None:
    assert told(language, PASSIVE) == [
        ("At least 12 people", 12, None, "killed", None),
        ("30", 30, 30, "injured", None),
    ]


def test_a_toll_counts_without_a_noun(language: Language) -> None:
    assert told(language, TOLL) == [("57", 57, 57, "killed", None)]


def test_a_state_behind_the_noun_tells_the_kind(language: Language) -> None:
    assert told(language, LEFT) == [("eight riflemen", 8, 8, "killed", None)]


def test_lives_claimed_are_people_killed(language: Language) -> None:
    assert told(language, LIVES) == [("two nuns", 2, 2, "killed", None)]


def test_people_who_do_something_are_people(language: Language) -> None:
    active = LEFT.replace("left VBD - - leave", "met VBD - -").replace("dead JJ oprd 1", "again RB advmod 1")
    assert told(language, active) == [("eight riflemen", 8, 8, "people", None)]


def test_money_and_time_have_units(language: Language) -> None:
    assert told(language, MARKED) == [
        ("$ 40 million", 40_000_000, 40_000_000, "money", "USD"),
        ("6 - year", 6, 6, "duration", "year"),
    ]


def test_the_event_is_found_by_the_tree_and_not_by_nearness(language: Language) -> None:
    parsed = parse(ENDED)
    (quantity,) = found(language, parsed, 1, 5)
    assert quantity.event is not None
    assert quantity.event.head == 5
    (quantity,) = found(language, parsed, 1)
    assert quantity.event is not None
    assert quantity.event.head == 1


def test_a_subject_and_what_it_is_an_amount_of_are_events_of_a_quantity(language: Language) -> None:
    for rows, trigger in ((LEFT, 0), (LONG, 5)):
        (quantity,) = found(language, parse(rows), trigger)
        assert quantity.event is not None
        assert quantity.event.head == trigger
    (quantity,) = found(language, parse(LEFT))
    assert quantity.event is None


def test_a_known_number_states_nothing_new(language: Language) -> None:
    rows = """
    The DT det 2
    two CD nummod 2
    sides NNS nsubj 3 side
    met VBD - - meet
    """
    assert told(language, rows) == []
    assert told(language, rows.replace("The DT det 2", "All DT det 2")) != []


def test_an_article_counts_a_span_of_time_only(language: Language) -> None:
    rows = """
    Police NNS nsubj 1
    held VBD - - hold
    {} DT det 3
    {} NN dobj 1
    for IN prep 1
    a DT det 6
    week NN pobj 4
    """
    assert told(language, rows.format("a", "soldier")) == [("a week", 1, 1, "duration", "week")]
    assert told(language, rows.format("one", "soldier"))[0] == ("one soldier", 1, 1, "detained", None)


def test_dates_ages_times_and_names_are_no_quantities(language: Language) -> None:
    for rows in (
        "under IN - -\nArticle NNP pobj 0\n176 CD nummod 1",
        "on IN - -\n4 CD nummod 2\nMarch NNP pobj 0",
        "in IN - -\n2016 CD pobj 0",
        "at IN - -\n9 CD nummod 2\np.m. NN pobj 0",
        "two CD nummod 1\ndays NNS npadvmod 2 day\nago RB - -",
        "a DT det 6\n12 CD nummod 3\n- HYPH punct 3\nyear NN npadvmod 5\n- HYPH punct 5\nold JJ amod 6\nboy NN - -",
        "Maas NNP nsubj 3\n, , punct 0\n45 CD appos 0\nleft VBD - - leave",
        "the DT det 1\nHall NNP - -\nof IN prep 1\nTen NNP compound 4\nPines NNPS pobj 2 pine",
        "three CD nummod 1\nenvoys NNS nsubj 2 envoy\nsaid VBD - - say",
    ):
        assert told(language, rows) == [], rows


def test_a_particle_of_the_deed_is_no_bound(language: Language) -> None:
    rows = "They PRP nsubj 1\nhanded VBD - - hand\nover RB advmod 3\nthree CD nummod 4\nspies NNS dobj 1 spy"
    parsed = parse(rows)
    event = EventDraft(trigger=(1, 2), head=1, type="RETREAT")
    with_event = find_quantities(parsed, [event], quantity_words(language), language)
    assert [(q.low, q.high) for q in with_event] == [(3, 3)]
    assert [(q.low, q.high) for q in found(language, parsed)] == [(3, None)]
