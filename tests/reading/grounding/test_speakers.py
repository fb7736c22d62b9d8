"""Who speaks: names, roles, pronouns, institutions, and when nobody can tell."""

from __future__ import annotations

import pytest

from sayso.knowledge.language import Language
from sayso.reading.drafts import Draft
from sayso.reading.grounding.cast import Figure, is_acronym
from sayso.reading.grounding.speakers import ground
from sayso.reading.parsed import Parsed
from tests.hand import parse, tokens


def said(parsed: Parsed, *sources: str) -> list[Draft]:
    """One draft for each source, in order of the text; its cue is the next "said"."""
    drafts, after = [], -1
    for source in sources:
        found = next(t for n in range(9) if (t := tokens(parsed, source, n))[0] > after)
        cue = next(i for i in range(found[-1], len(parsed)) if parsed.words[i] == "said")
        drafts.append(Draft(source=found, cue=(cue,), content=(cue + 1,)))
        after = found[-1]
    return drafts


def names(parsed: Parsed, language: Language, *sources: str) -> list[str | None]:
    return [name(f) for f in ground(parsed, said(parsed, *sources), (), language).speakers]


def name(figure: Figure | None) -> str | None:
    return " ".join(figure.name) if figure else None


NAME_THEN_PRONOUN = """
Minister NNP compound 2 minister
Olga NNP compound 2
Lee NNP nsubj 3
said VBD ROOT - say
no UH dobj 3
. . punct 3

She PRP nsubj 7
said VBD ROOT - say
yes UH dobj 7
. . punct 7

The DT det 11
minister NN nsubj 12
said VBD ROOT - say
maybe RB dobj 12
. . punct 12

Lee NNP nsubj 16
said VBD ROOT - say
so RB dobj 16
. . punct 16
"""


def test_pronoun_role_and_surname_are_the_person_named(language: Language) -> None:
    parsed = parse(NAME_THEN_PRONOUN)
    found = names(parsed, language, "Minister Olga Lee", "She", "The minister", "Lee")
    assert found == ["Olga Lee"] * 4


def test_a_pronoun_of_the_other_gender_is_not_the_person_named(language: Language) -> None:
    parsed = parse(NAME_THEN_PRONOUN.replace("She", "He"))
    assert names(parsed, language, "Minister Olga Lee", "He") == ["Olga Lee", None]


MINISTRIES = """
The DT det 3
Russian NNP compound 3
Defense NNP compound 3
Ministry NNP nsubj 4
said VBD ROOT - say
no UH dobj 4
. . punct 4

Russia NNP poss 9
's POS case 7
Ministry NNP nsubj 12
of IN prep 9
Defence NNP pobj 10
said VBD ROOT - say
yes UH dobj 12
. . punct 12

The DT det 16
ministry NN nsubj 17
said VBD ROOT - say
so RB dobj 17
. . punct 17
"""


def test_an_institution_is_one_in_two_spellings_and_in_short(language: Language) -> None:
    parsed = parse(MINISTRIES)
    drafts = said(parsed, "The Russian Defense Ministry", "Russia's Ministry of Defence", "The ministry")
    found = ground(parsed, drafts, (), language).speakers
    assert found[0] is found[1] is found[2]


UNNAMED = """
A DT det 3
senior JJ amod 3
security NN compound 3
official NN nsubj 4
said VBD ROOT - say
no UH dobj 4
. . punct 4
¶
{council} NNP compound 9
Secretary NNP compound 9 secretary
Boris NNP compound 9
Lee NNP nsubj 10
said VBD ROOT - say
yes UH dobj 10
. . punct 10
"""


@pytest.mark.parametrize(("council", "wanted"), [("Security", "Boris Lee"), ("Press", "senior security official")])
def test_an_unnamed_official_is_named_later_only_when_the_text_supports_it(
    council: str, wanted: str, language: Language
) -> None:
    rows = UNNAMED.format(council=council)
    rows = (
        rows.replace("compound 9", "compound 10")
        .replace("nsubj 10", "nsubj 11")
        .replace("ROOT - say\nyes UH dobj 10", "ROOT - say\nyes UH dobj 11")
        .replace("punct 10", "punct 11")
    )
    parsed = parse(rows)
    assert names(parsed, language, "A senior security official", f"{council} Secretary Boris Lee")[0] == wanted


def test_no_source_and_no_clause_to_take_it_from_leaves_the_speaker_unknown(language: Language) -> None:
    parsed = parse("Reportedly RB advmod 2\ntalks NNS nsubj 2 talk\nfailed VBD ROOT - fail")
    draft = Draft(source=(), cue=(0,), content=(1, 2))
    assert ground(parsed, [draft], (), language).speakers == (None,)


def test_a_first_person_inside_a_voice_is_that_voice(language: Language) -> None:
    parsed = parse(NAME_THEN_PRONOUN.replace("She", "I"))
    outer, inner = said(parsed, "Minister Olga Lee", "I")
    inner = Draft(source=inner.source, cue=inner.cue, content=inner.content, parent=outer)
    found = ground(parsed, [outer, inner], (), language).speakers
    assert found[0] is found[1]


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("IS", "Islamic State", True),
        ("UN", "United Nations", True),
        ("AO", "Islamic State", False),
        ("Is", "Islamic State", False),
    ],
)
def test_capitals_stand_for_what_they_begin(short: str, long: str, same: bool) -> None:
    assert is_acronym((short,), tuple(long.split())) is same
