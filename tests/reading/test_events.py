"""Events of whole readings, and what must always hold of them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso
from tests.golden.test_golden import TEXTS

pytestmark = pytest.mark.model
COUNTRIES = ("Varland", "Kestoria", "Talveria", "Norrmark", "Drovnia", "Pelagia")
"""Names that the parser, which is a statistical one, reads alike."""
DEEDS = (
    ("{a} attacked {b}.", "{a} did not attack {b}."),
    ("{a} has expelled diplomats of {b}.", "{a} has not expelled diplomats of {b}."),
    ("{a} accused {b} of spying.", "{a} never accused {b} of spying."),
    ("{a} sent aid to {b}.", "{a} did not send aid to {b}."),
    ("Troops of {a} withdrew from {b}.", "Troops of {a} never withdrew from {b}."),
)


def read(reader: sayso.Reader, text: str) -> sayso.Reading:
    return reader(sayso.make_document(text))


def names(reading: sayso.Reading, ids: tuple[str, ...]) -> list[str]:
    return [actor.name for name in ids if (actor := reading.actor(name))]


def event(reading: sayso.Reading, trigger: str) -> sayso.Event:
    return next(e for e in reading.events if reading.words(e.trigger) == trigger)


def test_an_event_stands_in_the_voice_that_asserts_it(reader: sayso.Reader) -> None:
    reading = read(reader, "Kestoria said on Monday that Varland had bombed the port of Kyma.")
    bombed = event(reading, "bombed")
    assert (bombed.type, bombed.mode, bombed.attribution) == ("ASSAULT", "aerial", "a1")
    assert names(reading, bombed.actors) == ["Varland"]


def test_what_nobody_else_says_the_outlet_says(reader: sayso.Reader) -> None:
    assert event(read(reader, "Varland bombed the port of Kyma."), "bombed").attribution is None


def test_a_bare_said_is_no_event(reader: sayso.Reader) -> None:
    assert read(reader, "The minister said the harvest was good.").events == ()


def test_an_actor_that_the_text_does_not_name_is_not_invented(reader: sayso.Reader) -> None:
    arrested = event(read(reader, "Forty students were arrested on Sunday."), "arrested")
    assert arrested.actors == ()
    assert arrested.recipients != ()


def test_the_first_person_in_a_quotation_is_the_speaker(reader: sayso.Reader) -> None:
    reading = read(reader, '"We attacked the convoy," General Odo Maas told reporters.')
    attacked = event(reading, "attacked")
    speaker = next(a.speaker for a in reading.attributions if a.id == attacked.attribution)
    assert attacked.actors == (speaker,)


def test_those_joined_act_jointly(reader: sayso.Reader) -> None:
    reading = read(reader, "Varland, Oruma and Kestoria attacked the rebels.")
    assert names(reading, event(reading, "attacked").actors) == ["Varland", "Oruma", "Kestoria"]


def test_what_is_refused_stands_inside_the_refusal_negated(reader: sayso.Reader) -> None:
    reading = read(reader, "Varland refused to free the prisoners.")
    refused, freed = event(reading, "refused"), event(reading, "free")
    assert (refused.type, refused.polarity) == ("REJECT", "affirmed")
    assert (freed.type, freed.mode, freed.polarity, freed.within) == ("RETREAT", "release", "negated", refused.id)
    assert [(reading.words((m.span,)), m.value) for m in freed.modifiers] == [("refused", "negated")]


def test_another_ontology_has_its_own_types() -> None:
    acled = sayso.Reader(sayso.Options(ontology="acled"))
    reading = read(acled, "Warplanes of Varland bombed the port. The two ministers met in Kyma.")
    assert {e.type for e in reading.events} == {"Explosions/Remote violence"}


def test_events_below_the_threshold_are_left_out() -> None:
    strict = sayso.Reader(sayso.Options(event_confidence=1.0))
    assert read(strict, "Varland attacked Kestoria.").events == ()


@pytest.mark.parametrize(("plain", "denied"), DEEDS)
@given(pair=st.permutations(COUNTRIES))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_negation_changes_polarity_and_nothing_else(
    reader: sayso.Reader, plain: str, denied: str, pair: list[str]
) -> None:
    a, b = pair[:2]
    one, other = (read(reader, form.format(a=a, b=b)) for form in (plain, denied))
    assert [_told(one, e) for e in one.events] == [_told(other, e) for e in other.events]
    assert {e.polarity for e in one.events if e.within is None} == {"affirmed"}
    assert {e.polarity for e in other.events if e.within is None} == {"negated"}


@pytest.mark.parametrize("form", [form for forms in DEEDS for form in forms])
@given(pair=st.permutations(COUNTRIES))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_another_name_changes_that_actor_only(reader: sayso.Reader, form: str, pair: list[str]) -> None:
    a, b, c = pair[:3]
    one, other = (read(reader, form.format(a=a, b=name)) for name in (b, c))
    swapped = [tuple(str(part).replace(b, c) for part in _told(one, e)) for e in one.events]
    assert swapped == [tuple(map(str, _told(other, e))) for e in other.events]
    assert [e.polarity for e in one.events] == [e.polarity for e in other.events]


def _told(reading: sayso.Reading, event: sayso.Event) -> tuple[object, ...]:
    return event.type, event.mode, event.modality, names(reading, event.actors), names(reading, event.recipients)


def test_a_trigger_lies_in_the_content_of_its_attribution(reader: sayso.Reader) -> None:
    for outcome in reader.stream(sayso.documents([str(TEXTS)])):
        assert isinstance(outcome, sayso.Reading)
        contents = {a.id: a.content for a in outcome.attributions}
        for found in outcome.events:
            trigger = found.trigger[0]
            inside = [name for name, spans in contents.items() if any(span.holds(trigger) for span in spans)]
            assert (found.attribution in inside) if found.attribution else inside == []


def test_every_attribution_has_a_claim_and_every_claim_a_voice(reader: sayso.Reader) -> None:
    for outcome in reader.stream(sayso.documents([str(TEXTS)])):
        assert isinstance(outcome, sayso.Reading)
        claims = list(sayso.claims_of(outcome))
        assert all(claim.chain for claim in claims)
        told = {spans for claim in claims for spans in (claim.cue_spans,)}
        chains = [a for e in outcome.events for a in _voices(outcome, e.attribution)]
        assert all(a.cue in told or a.id in chains for a in outcome.attributions)


def _voices(reading: sayso.Reading, name: str | None) -> list[str]:
    attribution = next((a for a in reading.attributions if a.id == name), None)
    return [a.id for a in reading.chain(attribution)] if attribution else []
