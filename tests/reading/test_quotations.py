"""Where quotations begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.language import language
from sayso.reading.quotations import find_quotations

MARKS = language("en").marks


def found(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in find_quotations(text, MARKS)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“No,” he said.", ["“No,”"]),
        ('"No," he said. "Never."', ['"No,"', '"Never."']),
        ("''No,'' he said.", ["''No,''"]),
        ("``No,'' he said.", ["``No,''"]),
        ("«No», he said, „never“.", ["«No»", "„never“"]),
        ("‘No,’ he said. It’s over.", ["‘No,’"]),
        ("'No,' he said. It's the workers' turn.", ["'No,'"]),
        ("‘The workers’ union won,’ she said.", ["‘The workers’ union won,’"]),
        ("“He told us ‘no’ twice,” she said.", ["“He told us ‘no’ twice,”"]),
        ("The '90s and the players' bus.", []),
        ('A 5" pipe', []),
        ("He said: “It is", ["“It is"]),
    ],
)
def test_the_outermost_marks_count(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


def test_a_quotation_ends_with_its_paragraph() -> None:
    assert found("“One.\n\nTwo.") == ["“One."]


def test_running_paragraphs_are_parts_of_one_quotation() -> None:
    one, two, three = find_quotations("“One.\n\n“Two.”\n\n“Three.”", MARKS)
    assert one.run == two.run != three.run
    assert (one.closed, two.closed) == (False, True)


@given(st.text(alphabet=st.sampled_from("ab s.,\n\"'“”‘’«»„`"), max_size=100))
def test_quotations_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for q in find_quotations(text, MARKS):
        assert end <= q.span.start < q.span.end <= len(text)
        assert "\n" not in text[q.span.start : q.span.end]
        end = q.span.end
