"""Claims: every attribution yields one, with its voice."""

from __future__ import annotations

from dataclasses import replace

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
