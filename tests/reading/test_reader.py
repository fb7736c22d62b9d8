"""A reading of whole texts, with the parser and the trained weights."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso
from sayso.reading import reader as reader_module

pytestmark = pytest.mark.model

TEXT = (
    "KALVERIN — Talks with the rebels will go on, Interior Minister Ruta Velmonaite told reporters on Monday. "
    '"We have lost nothing but time," she said.\n\n'
    "The rebels denied that a truce had been agreed, according to the Norvik news agency."
)


def words(reading: sayso.Reading, spans: tuple[sayso.Span, ...]) -> str:
    return reading.words(spans)


def test_a_reading_holds_each_voice_with_its_words(reader: sayso.Reader) -> None:
    reading = reader(sayso.make_document(TEXT))
    first, second = reading.attributions[:2]
    assert words(reading, first.source) == "Interior Minister Ruta Velmonaite"
    assert words(reading, first.content) == "Talks with the rebels will go on"
    assert words(reading, first.addressee) == "reporters"
    assert words(reading, first.when) == "Monday"
    assert second.kind == "direct"
    assert second.speaker == first.speaker


def test_a_speaker_has_name_and_role(reader: sayso.Reader) -> None:
    reading = reader(sayso.make_document(TEXT))
    actor = reading.actor(reading.attributions[0].speaker)
    assert actor is not None
    assert (actor.name, actor.role) == ("Ruta Velmonaite", "Interior Minister")


def test_a_relayed_denial_stands_inside_the_voice_that_relays_it(reader: sayso.Reader) -> None:
    reading = reader(sayso.make_document(TEXT))
    denial = next(a for a in reading.attributions if a.stance == "denies")
    chain = [reading.actor(a.speaker) for a in reading.chain(denial)]
    assert [actor.name if actor else None for actor in chain][-1] == "Norvik news agency"


def test_reading_twice_gives_the_same_bytes(reader: sayso.Reader) -> None:
    document = sayso.make_document(TEXT)
    assert sayso.to_json(reader(document)) == sayso.to_json(sayso.Reader()(document))


def test_a_stream_gives_the_same_bytes_with_one_worker_and_with_two(reader: sayso.Reader) -> None:
    documents = [sayso.make_document(TEXT * (1 + n % 3), id=str(n)) for n in range(7)]
    alone = [sayso.to_json(o) for o in reader.stream(documents)]
    assert [sayso.to_json(o) for o in reader.stream(documents, workers=2)] == alone


def test_a_stream_reads_only_a_few_documents_ahead(reader: sayso.Reader) -> None:
    taken = []

    def documents() -> Iterator[sayso.Document]:
        for n in range(100):
            taken.append(n)
            yield sayso.make_document(TEXT, id=str(n))

    assert isinstance(next(reader.stream(documents())), sayso.Reading)
    assert len(taken) == 1


def test_a_document_that_cannot_be_read_does_not_end_the_stream(reader: sayso.Reader) -> None:
    given: list[sayso.Document | sayso.Unread] = [
        sayso.make_document(TEXT, id="good"),
        sayso.Document(id="empty", text="  \n "),
        sayso.Unread(id="lost", reason="there is no such file"),
        sayso.make_document(TEXT, id="good too"),
    ]
    outcomes = list(reader.stream(given))
    assert [type(o).__name__ for o in outcomes] == ["Reading", "Unread", "Unread", "Reading"]
    assert isinstance(outcomes[1], sayso.Unread)
    assert outcomes[1].id == "empty"
    assert "empty" in outcomes[1].reason


def test_a_text_in_another_language_is_unread_and_says_so(reader: sayso.Reader) -> None:
    french = (
        "Le ministre de l’Intérieur a déclaré lundi que les pourparlers avec les rebelles allaient se poursuivre. " * 5
    )
    outcome = reader.attempt(sayso.make_document(french, id="fr"))
    assert isinstance(outcome, sayso.Unread)
    assert "'fr'" in outcome.reason


def test_an_unread_text_file_is_named(reader: sayso.Reader) -> None:
    outcome = reader.attempt(sayso.Document(id="d", text=" ", meta={"path": "folder/a.txt"}))
    assert isinstance(outcome, sayso.Unread)
    assert "folder/a.txt" in outcome.reason


def test_a_text_over_the_limit_is_unread_and_says_what_to_do() -> None:
    reader = sayso.Reader(sayso.Options(longest=50))
    outcome = reader.attempt(sayso.make_document(TEXT))
    assert isinstance(outcome, sayso.Unread)
    assert "longest" in outcome.reason


def test_attributions_below_the_asked_confidence_are_left_out(reader: sayso.Reader) -> None:
    sure = sayso.Reader(sayso.Options(confidence=0.999))(sayso.make_document(TEXT))
    assert len(sure.attributions) < len(reader(sayso.make_document(TEXT)).attributions)
    assert sure.provenance.options == (("confidence", "0.999"),)


def test_an_unknown_pipeline_is_named_in_the_error() -> None:
    with pytest.raises(sayso.MissingModel, match="no_such_pipeline"):
        sayso.Reader(sayso.Options(pipeline="no_such_pipeline"))


def test_an_unknown_language_is_named_in_the_error() -> None:
    with pytest.raises(sayso.BadOptions, match="xx"):
        sayso.Reader(sayso.Options(language="xx"))


def _die(self: sayso.Reader, document: sayso.Document) -> sayso.Reading:
    if document.id == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return _read(self, document)


_read = sayso.Reader.__call__


def test_a_worker_that_is_killed_costs_one_document_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sayso.Reader, "__call__", _die)
    monkeypatch.setattr(reader_module, "get_context", lambda _: __import__("multiprocessing").get_context("fork"))
    documents = [sayso.make_document(TEXT, id="deadly" if n == 3 else str(n)) for n in range(9)]
    outcomes = list(sayso.Reader().stream(documents, workers=2))
    unread = [o for o in outcomes if isinstance(o, sayso.Unread)]
    assert [o.id for o in unread] == ["deadly"]
    assert "killed" in unread[0].reason
    assert len(outcomes) == len(documents)


ALPHABET = st.sampled_from(
    [*"abc .,:;!?\"'“”‘’«»()[]…-—\n\t", "said ", "the minister ", "He denied ", "according to ", "\u200b"]
)


@given(st.lists(ALPHABET, max_size=80).map("".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_text_every_span_lies_in_it_and_every_parent_exists(reader: sayso.Reader, text: str) -> None:
    outcome = reader.attempt(sayso.make_document(text))
    if isinstance(outcome, sayso.Unread):
        assert "report" not in outcome.reason, outcome.reason
        return
    size, ids = len(outcome.document.text), {a.id for a in outcome.attributions}
    for a in outcome.attributions:
        assert a.cue
        assert a.content
        assert a.parent is None or a.parent in ids
        for role in (a.source, a.cue, a.content, a.addressee, a.channel, a.when):
            assert all(0 <= start < end <= size for start, end in role)
            assert list(role) == sorted(role)
    assert len(list(sayso.claims_of(outcome))) == len(outcome.attributions)
    assert sayso.from_json(sayso.to_json(outcome)) == outcome


@pytest.mark.parametrize(
    "text",
    ['"' * 30_000, "[" * 20_000, "a said b " * 4_000, "x" * 50_000],
    ids=["quotes", "brackets", "endless", "word"],
)
def test_odd_texts_are_read_or_refused_in_good_time(reader: sayso.Reader, text: str) -> None:
    outcome = reader.attempt(sayso.make_document(text))
    assert isinstance(outcome, sayso.Reading) or "report" not in outcome.reason
