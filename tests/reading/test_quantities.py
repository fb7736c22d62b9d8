"""Quantities of whole readings: their kind and range, their event, and the voice they stand in."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso

pytestmark = pytest.mark.model


def read(reader: sayso.Reader, text: str) -> sayso.Reading:
    return reader(sayso.make_document(text))


def told(reading: sayso.Reading) -> list[tuple[str, float | None, float | None, str, str | None]]:
    return [(reading.words((q.span,)), q.low, q.high, q.kind, q.unit) for q in reading.quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast in Hamsi left five dead.", ("five dead", 5, 5, "killed", None)),
        ("The death toll rose to 57 on Friday.", ("57", 57, 57, "killed", None)),
        ("The raid claimed the lives of 14 soldiers.", ("14 soldiers", 14, 14, "killed", None)),
        ("Nine men lost their lives in the riot.", ("Nine men", 9, 9, "killed", None)),
        ("Between 50 and 60 people are feared dead.", ("Between 50 and 60 people", 50, 60, "killed", None)),
        ("Police in Hamsi made 23 arrests.", ("23 arrests", 23, 23, "detained", None)),
        ("As many as 500 marchers were detained.", ("As many as 500 marchers", None, 500, "detained", None)),
        ("More than 2,000 people fled their homes.", ("More than 2,000 people", 2000, None, "displaced", None)),
        ("Varland pledged a further $15 million.", ("a further $15 million", 15e6, 15e6, "money", "USD")),
        ("Tens of thousands of students marched.", ("Tens of thousands of students", 2e4, 99999, "people", None)),
        ("The rebels declared a ten-day truce.", ("ten-day", 10, 10, "duration", "day")),
        ("Varland deployed 40 tanks.", ("40 tanks", 40, 40, "weapons", None)),
    ],
)
def test_what_a_sentence_states(
    reader: sayso.Reader, text: str, expected: tuple[str, float | None, float | None, str, str | None]
) -> None:
    assert told(read(reader, text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "A soldier was arrested under Article 176.",
        "The council passed Resolution 2231 on 4 March 2016.",
        "Ruta Velmonaite, 45, was freed at 9 p.m.",
        "The two sides met in 2014.",
        "Three diplomats said so.",
    ],
)
def test_numbers_that_are_no_quantities(reader: sayso.Reader, text: str) -> None:
    assert told(read(reader, text)) == []


def test_a_quantity_stands_in_the_voice_of_its_event(reader: sayso.Reader) -> None:
    reading = read(reader, "Kestoria said on Monday that Varland had killed at least 12 soldiers.")
    (quantity,) = reading.quantities
    killed = next(e for e in reading.events if reading.words(e.trigger) == "killed")
    assert (quantity.event, quantity.attribution) == (killed.id, killed.attribution)
    assert quantity.attribution is not None


VOICES = ("{}", "Kestoria said that {}", 'General Odo Maas told reporters: "{}"', "{}, a Norvik spokesman said")
DEEDS = (
    "rebels killed at least 12 soldiers and wounded dozens",
    "police arrested between 30 and 40 marchers in Hamsi",
    "Varland gave $40 million to Oruma for six months",
    "thousands of people fled after shelling that left nine dead",
)


@given(st.lists(st.tuples(st.sampled_from(VOICES), st.sampled_from(DEEDS)), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_quantity_loses_its_voice(reader: sayso.Reader, parts: list[tuple[str, str]]) -> None:
    reading = read(reader, " ".join(voice.format(deed) + "." for voice, deed in parts))
    assert len(reading.quantities) >= len(parts)
    events = {e.id: e for e in reading.events}
    for quantity in reading.quantities:
        assert 0 <= quantity.span.start < quantity.span.end <= len(reading.document.text)
        place = sayso.Span(quantity.span.start, quantity.span.start + 1)
        around = {a.id for a in reading.attributions if any(s.holds(place) for s in a.content)}
        own = quantity.attribution in around if around else quantity.attribution is None
        assert own or (quantity.event is not None and quantity.attribution == events[quantity.event].attribution)
        assert quantity.event is None or quantity.event in events
