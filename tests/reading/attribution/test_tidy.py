"""Ragged roles made whole."""

from __future__ import annotations

from sayso.knowledge.language import Language
from sayso.reading.attribution.tidy import one_phrase, tidy
from sayso.reading.drafts import Draft
from tests.hand import parse, words

QUOTED = """
Talks NNS nsubj 2 talk
will MD aux 2
fail VB ccomp 7
, , punct 7
Ruta NNP compound 5
Lee NNP nsubjpass 7
was VBD auxpass 7 be
quoted VBN ROOT - quote
as IN prep 7
saying VBG pcomp 8 say
. . punct 7
"""


OF_MINISTRY = """
No DT det 1
talks NNS ccomp 7 talk
Olga NNP compound 3
Lee NNP nsubj 7
of IN prep 3
the DT det 6
ministry NN pobj 4
said VBD ROOT - say
"""


def test_a_piece_of_a_source_beyond_the_content_is_dropped() -> None:
    assert one_phrase((0, 8, 9), (10,), (3, 4, 5)) == (8, 9)


def test_pieces_with_no_content_between_them_stay() -> None:
    assert one_phrase((0, 8, 9), (10,), (12, 13)) == (0, 8, 9)


def test_the_whole_passive_is_the_cue(language: Language) -> None:
    parsed = parse(QUOTED)
    done = tidy(parsed, Draft(source=(), cue=(7,), content=(0, 1, 2, 4, 5, 9)), language)
    assert words(parsed, done.source) == "Ruta Lee"
    assert words(parsed, done.cue) == "was quoted as saying"
    assert words(parsed, done.content) == "Talks will fail"


def test_a_name_that_the_source_describes_belongs_to_it(language: Language) -> None:
    parsed = parse(OF_MINISTRY)
    done = tidy(parsed, Draft(source=(5, 6), cue=(7,), content=(0, 1, 2, 3, 4)), language)
    assert words(parsed, done.source) == "Olga Lee of the ministry"
    assert words(parsed, done.content) == "No talks"


def test_an_article_left_to_the_content_is_taken_back(language: Language) -> None:
    parsed = parse(OF_MINISTRY)
    done = tidy(parsed, Draft(source=(6,), cue=(7,), content=(0, 1, 5)), language)
    assert words(parsed, done.source) == "the ministry"
    assert words(parsed, done.content) == "No talks"
