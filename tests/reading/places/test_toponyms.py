"""Phrases that may name places."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.language import Language
from sayso.knowledge.language import language as language_of
from sayso.reading.places.toponyms import find_toponyms, is_inside
from tests.hand import parse
from tests.reading.places.world import WORLD

FLED = """
They PRP nsubj 1
fled VBD ROOT - flee
Hollin NNP dobj 1
, , punct 2
Ostm. NNP appos 2
, , punct 1
for IN prep 1
Brask NNP compound 9
Air NNP compound 9
Base NNP pobj 6
. . punct 1
"""
LOWER = """
A DT det 1
brask NN nsubj 2
fell VBD ROOT - fall
near IN prep 2
the DT det 6
March NNP compound 6
gate NN pobj 3
. . punct 2
"""
TOWN = """
The DT det 1
town NN nsubj 4
of IN prep 1
Brask NNP pobj 2
fell VBD ROOT - fall
. . punct 4
"""


def found(rows: str, language: Language) -> list[str]:
    parsed = parse(rows)
    return [parsed.text[t.span.start : t.span.end] for t in find_toponyms(parsed, WORLD, language)]


def test_the_longest_name_is_taken(language: Language) -> None:
    assert found(FLED, language) == ["Hollin", "Ostm.", "Brask Air Base"]


def test_a_province_after_the_comma_holds_the_town(language: Language) -> None:
    town, province, _ = find_toponyms(parse(FLED), WORLD, language)
    assert is_inside(town, province)
    assert not is_inside(province, town)


def test_small_letters_name_no_place(language: Language) -> None:
    assert found(LOWER, language) == []


def test_the_words_the_town_of_make_sure(language: Language) -> None:
    (toponym,) = find_toponyms(parse(TOWN), WORLD, language)
    assert toponym.sure


def test_a_dateline_is_read_though_it_is_not_parsed(language: Language) -> None:
    text = "LARNBY (AP) — " + parse(TOWN).text
    parsed = parse(TOWN)
    moved = len(text) - len(parsed.text)
    shifted = type(parsed)(
        **{f: getattr(parsed, f) for f in ("words", "lemmas", "tags", "deps", "heads", "entities", "entity_starts")},
        text=text,
        starts=tuple(s + moved for s in parsed.starts),
        ends=tuple(e + moved for e in parsed.ends),
        sentences=parsed.sentences,
    )
    first = find_toponyms(shifted, WORLD, language)[0]
    assert (text[first.span.start : first.span.end], first.tokens, first.sure) == ("LARNBY", (), True)


@given(st.lists(st.sampled_from(["Hollin", "in", "Brask", "Air", "Base", "the", "-", "N.V.", "Al", ","]), min_size=1))
def test_toponyms_lie_in_the_text_and_never_overlap(some: list[str]) -> None:
    rows = "\n".join(
        f"{word} {'NNP' if word[0].isupper() else 'IN'} dep {max(0, n - 1)}" for n, word in enumerate(some)
    )
    parsed = parse(rows)
    spans = [t.span for t in find_toponyms(parsed, WORLD, language_of("en"))]
    assert all(0 <= s.start < s.end <= len(parsed.text) for s in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
