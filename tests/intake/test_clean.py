"""Cleaning: what goes, what stays, and that every character kept is where the offsets say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.clean import Edit, apply, clean, compose, first_title
from sayso.knowledge.language import language
from sayso.schema.document import Document
from sayso.schema.span import Span

LINES = language("en").boilerplate


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Talks fail\n\nTalks fail Talks fail\n\nThe talks failed.", "Talks fail\n\nThe talks failed."),
        ("Talks fail\nTalks fail\nThe talks failed.", "Talks fail\nThe talks failed."),
        ("Talks at sea fail\n\nTalks at sea fail The talks failed.", "Talks at sea fail\n\nThe talks failed."),
        ("  Two\u00a0 words \t here ", "Two words here"),
        ("One.\r\nTwo.\r\rThree.", "One.\nTwo.\n\nThree."),
        ("One.\n\n\n\n\nTwo.", "One.\n\nTwo."),
        ("zero\u200bwidth soft\u00adhyphen \ufeffmark", "zerowidth softhyphen mark"),
        ("He said &quot;no&quot; &amp; left", 'He said "no" & left'),
        ("â€œNo,â€\u009d he said. Itâ€™s over.", "“No,” he said. It’s over."),
        ("First.\n\nRead more: \n\nAdvertisement\n\nLast.", "First.\n\nLast."),
        ("First.\n\nFollow Ann Lee on Twitter @annlee\n\nLast.", "First.\n\nLast."),
    ],
)
def test_what_is_no_body_text_goes(given: str, wanted: str) -> None:
    assert clean(given, boilerplate=LINES)[0] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Read more, the minister said, and you will understand the treaty.",
        "The advertisement was banned.\n\nSubscribe to nothing, he wrote.",
        "Talks on the border fail\n\nTalks on the border fail because of rain, he said.",
        "Talks\n\nTalks have failed, the ministry said.",
        "He said:\n\nNo.\n\nHe said:\n\nNo.",
    ],
)
def test_body_text_is_never_lost(text: str) -> None:
    assert clean(text, boilerplate=LINES)[0].split() == text.split()


def test_a_title_known_apart_is_set_before_the_text_once() -> None:
    assert clean("The talks failed.", "Talks  fail")[0] == "Talks fail\n\nThe talks failed."
    assert clean("Talks fail\n\nThe talks failed.", "Talks fail")[0] == "Talks fail\n\nThe talks failed."


def test_a_title_that_came_apart_has_no_place_in_the_text_as_given() -> None:
    text, offsets = clean("The talks failed.", "Talks fail")
    document = Document(id="d", text=text, offsets=offsets)
    assert document.given(Span(0, 10)) is None
    assert document.given(Span(12, 21)) == Span(0, 9)


def test_the_first_line_is_a_title_only_if_it_is_said_again() -> None:
    assert first_title("Talks fail\n\nTalks fail\n\nThey failed.") == "Talks fail"
    assert first_title("He came.\n\nHe went.") is None


def test_spans_map_back_over_what_was_cut_out() -> None:
    given = "Talks fail\n\nTalks fail\n\n“No,”\u00a0 said  Lee."
    text, offsets = clean(given)
    document = Document(id="d", text=text, offsets=offsets)
    at = text.index("No")
    span = document.given(Span(at, at + 2))
    assert span is not None
    assert given[span.start : span.end] == "No"


def test_edits_that_overlap_are_made_once() -> None:
    assert apply("abcdef", [Edit(1, 4, "X"), Edit(2, 3, "Y")])[0] == "aXef"


def test_runs_compose_through_a_text_in_between() -> None:
    middle, first = apply("abcdef", [Edit(0, 2)])
    last, second = apply(middle, [Edit(1, 2)])
    assert last == "cef"
    assert compose(second, first) == ((0, 2, 1), (1, 4, 2))


ODD = st.text(alphabet=st.sampled_from("ab .\n\r\t\u00a0\u200b\"“”'&;amp\u00ad-â€œÂ"), max_size=120)


@given(ODD)
def test_every_run_shows_the_same_characters_but_for_spaces(text: str) -> None:
    cleaned, offsets = clean(text)
    end_here = end_there = 0
    for here, there, length in offsets:
        assert here >= end_here
        assert there >= end_there
        end_here, end_there = here + length, there + length
        for a, b in zip(cleaned[here:end_here], text[there:end_there], strict=True):
            assert a == b or (a.isspace() and b.isspace()) or b in "â&Â"


@given(ODD)
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = clean(text)[0]
    if "&" not in once and "â" not in once and first_title(once) is None:
        assert clean(once)[0] == once
