"""Readings written by hand, with every thing that a format has to carry, and what a format makes of them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import sayso
from sayso.exports.exporter import exporter
from sayso.schema.reading import Provenance

TEXT = (
    "“Flood” 🌊 news\n\n"
    "Norvik bombed <Sarmia> in Brakke on 3 March 2021, spokesman Osei Damptey said, Harbour Radio reported.\n\n"
    "Olga Lee denied that Norvik had arrested Sarmia's envoys. Norvik praised Sarmia\tin Norvik.\n\n"
    "Talks are “over”, a source said."
)


def at(words: str, nth: int = 0) -> sayso.Span:
    """Where words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return sayso.Span(start, start + len(words))


READING = sayso.Reading(
    document=sayso.Document(
        id="d 1",
        text=TEXT,
        title="“Flood” 🌊 news",
        url="https://daily.example/a?b=1&c=2",
        outlet="The <Daily>",
        published="2021-03-04T05:06:07Z",
    ),
    provenance=Provenance(sayso="0", parser="p", models="m", knowledge="k"),
    actors=(
        sayso.Actor(id="x1", name="Norvik", country="IRN", sector="MIL", mentions=(at("Norvik"), at("Norvik", 1))),
        sayso.Actor(id="x2", name="Sarmia", country="SRB", mentions=(at("Sarmia"),)),
        sayso.Actor(id="x3", name="Osei Damptey", role="spokesman", mentions=(at("Osei Damptey"),)),
        sayso.Actor(id="x4", name="Harbour Radio", sector="JRN", known="media.harbour-radio"),
        sayso.Actor(id="x5", name="=Olga Lee", role="minister", mentions=(at("Olga Lee"),)),
    ),
    places=(
        sayso.Place(
            id="p1",
            name="Brakke",
            kind="city",
            country="IRN",
            lat=35.5,
            lon=-51.25,
            gazetteer="geonames:7",
            precision="city",
            mentions=(at("Brakke"),),
        ),
        sayso.Place(id="p2", name="Norvik", kind="country", country="IRN", lat=32.0, lon=53.0, precision="country"),
    ),
    times=(
        sayso.When(id="t1", type="DATE", value="2021-03-03", start="2021-03-03", end="2021-03-03"),
        sayso.When(id="t2", type="DATE", value="2021-02", start="2021-02-01", end="2021-02-28"),
    ),
    attributions=(
        sayso.Attribution(
            id="a1",
            kind="indirect",
            source=(at("spokesman Osei Damptey"),),
            cue=(at("said"),),
            content=(at("Norvik bombed <Sarmia> in Brakke on 3 March 2021"),),
            speaker="x3",
            parent="a2",
            confidence=0.9,
        ),
        sayso.Attribution(
            id="a2",
            kind="indirect",
            source=(at("Harbour Radio"),),
            cue=(at("reported"),),
            content=(sayso.Span(at("Norvik bombed").start, at("Damptey said").end),),
            speaker="x4",
        ),
        sayso.Attribution(
            id="a3",
            kind="indirect",
            source=(at("Olga Lee"),),
            cue=(at("denied"),),
            content=(at("that Norvik had arrested Sarmia's envoys"),),
            speaker="x5",
            stance="denies",
        ),
        sayso.Attribution(
            id="a4",
            kind="mixed",
            source=(at("a source"),),
            cue=(at("said", 1),),
            content=(at("Talks are"), at("“over”")),
        ),
    ),
    events=(
        sayso.Event(
            id="e1",
            type="ASSAULT",
            mode="aerial",
            contexts=("military", "cyber"),
            trigger=(at("bombed"),),
            actors=("x1",),
            recipients=("x2",),
            places=("p1",),
            time="t1",
            attribution="a1",
            confidence=0.74,
        ),
        sayso.Event(
            id="e2",
            type="COERCE",
            mode="arrest",
            trigger=(at("arrested"),),
            actors=("x1",),
            recipients=("x2",),
            time="t2",
            attribution="a3",
        ),
        sayso.Event(
            id="e3", type="SUPPORT", trigger=(at("praised"),), actors=("x1",), recipients=("x2",), places=("p2",)
        ),
    ),
    sentences=(
        at("“Flood” 🌊 news"),
        sayso.Span(at("Norvik bombed").start, at("reported.").end),
        sayso.Span(at("Olga Lee").start, at("envoys.").end),
        sayso.Span(at("Norvik praised").start, at("in Norvik.").end),
        sayso.Span(at("Talks are").start, len(TEXT)),
    ),
)
OTHER = replace(READING, document=replace(READING.document, id="d2", outlet="The Weekly", url=None))
VOICES = ("Osei Damptey", "=Olga Lee", "The <Daily>")


def exported(form: str, *readings: sayso.Reading) -> bytes:
    """What a format makes of readings."""
    out = io.BytesIO()
    writer = exporter(form, out)
    for reading in readings:
        writer.write(reading)
    writer.finish()
    return out.getvalue()


def text_of(form: str, *readings: sayso.Reading) -> str:
    """The same as text."""
    return exported(form, *readings).decode("utf-8")


def json_of(form: str, *readings: sayso.Reading) -> Any:
    """The same as one value of JSON."""
    return json.loads(exported(form, *readings))
