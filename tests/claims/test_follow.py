"""Claims: every attribution yields one, with its voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

import sayso
from tests.schema.test_wire import READING


def test_a_claim_carries_its_voice_and_its_words() -> None:
    (claim,) = sayso.claims_of(READING)
    assert (claim.chain, claim.speaker, claim.content, claim.stance) == (
        "The Daily > Lee",
        "Lee",
        "Talks failed",
        "states",
    )


def test_an_unknown_voice_shows_as_such() -> None:
    reading = replace(READING, attributions=(replace(READING.attributions[0], speaker=None),))
    (claim,) = sayso.claims_of(reading)
    assert claim.speaker is None
    assert claim.chain == "The Daily > ?"


def test_the_same_assertion_elsewhere_has_the_same_key_and_another_id() -> None:
    elsewhere = replace(READING, document=replace(READING.document, id="e", outlet="The Weekly"))
    (one,), (other,) = sayso.claims_of(READING), sayso.claims_of(elsewhere)
    assert one.claim_key == other.claim_key
    assert one.claim_id != other.claim_id


def test_another_stance_is_another_assertion() -> None:
    denied = replace(READING, attributions=(replace(READING.attributions[0], stance="denies"),))
    (one,), (other,) = sayso.claims_of(READING), sayso.claims_of(denied)
    assert one.claim_key != other.claim_key


def dated(start: str | None, end: str | None) -> sayso.Claim:
    event = sayso.Event(id="e1", type="CONSULT", trigger=(sayso.Span(0, 5),), places=("p1", "p2"), time="t1")
    places = (
        sayso.Place(id="p1", name="Varland", kind="country", precision="country"),
        sayso.Place(id="p2", name="Hamsi", kind="city", precision="city", lat=1.0, lon=2.0),
    )
    time = sayso.When(id="t1", type="DATE", value="?", start=start, end=end)
    reading = replace(READING, events=(event,), places=places, times=(time,))
    return next(c for c in sayso.claims_of(reading) if c.claim_kind == "event")


def test_a_claim_has_the_most_precise_place() -> None:
    claim = dated(None, None)
    assert (claim.place, claim.place_precision, claim.lat, claim.lon) == ("Hamsi", "city", 1.0, 2.0)


@pytest.mark.parametrize(
    ("start", "end", "precision"),
    [
        ("2016-08-22", "2016-08-22", "day"),
        ("2016-02-01", "2016-02-29", "month"),
        ("2016-01-01", "2016-12-31", "year"),
        ("2016-08-22", "2016-08-28", "range"),
        ("2016-01-01", "2017-12-31", "range"),
        (None, None, "none"),
    ],
)
def test_a_claim_says_how_exact_its_date_is(start: str | None, end: str | None, precision: str) -> None:
    claim = dated(start, end)
    assert (claim.date_from, claim.date_to, claim.date_precision) == (start, end, precision)
