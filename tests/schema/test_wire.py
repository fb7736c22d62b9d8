"""Readings as JSON: the same when they come back, and held to the schema."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

import sayso
from sayso.schema.reading import Provenance

READING = sayso.Reading(
    document=sayso.Document(id="d", text="Talks failed, Lee said.", outlet="The Daily", offsets=((0, 0, 23),)),
    provenance=Provenance(sayso="0", parser="p", models="m", knowledge="k", options=(("confidence", "0.5"),)),
    actors=(sayso.Actor(id="x1", name="Lee", mentions=(sayso.Span(14, 17),)),),
    attributions=(
        sayso.Attribution(
            id="a1",
            kind="indirect",
            source=(sayso.Span(14, 17),),
            cue=(sayso.Span(18, 22),),
            content=(sayso.Span(0, 12),),
            speaker="x1",
        ),
    ),
    labels=(sayso.Label(span=sayso.Span(0, 5), kind="loaded"),),
)


def test_a_reading_comes_back_the_same() -> None:
    assert sayso.from_json(sayso.to_json(READING)) == READING


def test_spans_are_pairs_and_the_schema_comes_first() -> None:
    value = json.loads(sayso.to_json(READING))
    assert next(iter(value)) == "schema"
    assert value["attributions"][0]["cue"] == [[18, 22]]


def test_a_reading_fits_the_published_schema() -> None:
    jsonschema.validate(json.loads(sayso.to_json(READING)), sayso.json_schema())


@pytest.mark.parametrize(("field", "value"), [("stance", "shouts"), ("kind", "whispered"), ("cue", [[1]])])
def test_a_wrong_value_fits_neither_schema_nor_reader(field: str, value: object) -> None:
    wrong = json.loads(sayso.to_json(READING))
    wrong["attributions"][0][field] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, sayso.json_schema())
    with pytest.raises(sayso.BadInput, match=field):
        sayso.from_json(json.dumps(wrong))


def test_an_unread_document_is_a_line_too() -> None:
    line = json.loads(sayso.to_json(sayso.Unread(id="d", reason="the text is empty")))
    assert line == {"schema": "sayso/1", "unread": {"id": "d", "reason": "the text is empty"}}


def test_the_chain_goes_outward_from_the_innermost_voice() -> None:
    (said,) = READING.attributions
    relay = replace(said, id="a2", parent=None)
    reading = replace(READING, attributions=(replace(said, parent="a2"), relay))
    assert [a.id for a in reading.chain(reading.attributions[0])] == ["a1", "a2"]
