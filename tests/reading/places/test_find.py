"""From a parse to places, and what a reading keeps of them."""

from __future__ import annotations

import pytest

from sayso.knowledge.gazetteer.own import JoinedGazetteer, MemoryGazetteer
from sayso.knowledge.language import Language
from sayso.reading.parsed import Parsed
from sayso.reading.places.bind import bind_places
from sayso.reading.places.find import PlaceFinder
from sayso.reading.places.recognise import Recogniser, load_recogniser
from sayso.schema.place import Place
from tests.hand import parse
from tests.reading.places.world import BRASK, WORLD

BASES = """
Jets NNS nsubj 1
left VBD ROOT - leave
the DT det 5
Brask NNP compound 5
air NN compound 5
base NN dobj 1
in IN prep 1
Norvia NNP pobj 6
. . punct 1

The DT det 10
base NN nsubjpass 12
was VBD auxpass 12
closed VBN ROOT - close
. . punct 12

A DT det 16
Sudrian JJ amod 16
prison NN nsubj 17
burned VBD ROOT - burn
north RB advmod 17
of IN prep 18
Hollin NNP pobj 19
, , punct 20
Ostmark NNP appos 20
. . punct 17
"""
AGAIN = """
They PRP nsubj 1
left VBD ROOT - leave
Brask NNP dobj 1
. . punct 1

The DT det 5
city NN nsubj 6
fell VBD ROOT - fall
to IN prep 6
Norvia NNP pobj 7
. . punct 6
"""
UNKNOWN = """
Fire NN nsubj 1
hit VBD ROOT - hit
the DT det 5
Quorl NNP compound 5
air NN compound 5
base NN dobj 1
. . punct 1
"""


def places(parsed: Parsed, language: Language, gazetteer: object = WORLD) -> dict[str, Place]:
    everything = Recogniser({"bias": 2.0})
    finder = PlaceFinder(gazetteer, language, everything)  # type: ignore[arg-type]
    return {place.name: place for place in bind_places(finder(parsed))}


def words(parsed: Parsed, place: Place) -> list[str]:
    return [parsed.text[start:end] for start, end in place.mentions]


def test_a_name_and_a_noun_are_the_site_that_is_called_so(language: Language) -> None:
    parsed = parse(BASES)
    base = places(parsed, language)["Brask air base"]
    assert (base.gazetteer, base.kind, base.precision) == ("t:base", "site", "site")
    assert words(parsed, base) == ["Brask air base", "The base"]


def test_a_place_in_a_country_is_as_exact_as_the_country(language: Language) -> None:
    prison = places(parse(BASES), language)["Sudrian prison"]
    assert (prison.country, prison.precision, prison.gazetteer, prison.lat) == ("SDA", "country", None, -10.0)


def test_a_direction_is_less_exact_than_the_city(language: Language) -> None:
    north = places(parse(BASES), language)["north of Hollin"]
    assert (north.precision, north.country, north.lat) == ("admin", "NVA", 51.2)


def test_a_noun_points_back(language: Language) -> None:
    parsed = parse(AGAIN)
    brask = places(parsed, language)["Brask"]
    assert words(parsed, brask) == ["Brask", "The city"]
    assert brask.gazetteer == BRASK.id


def test_a_site_that_no_gazetteer_has_is_left_without_a_point(language: Language) -> None:
    quorl = places(parse(UNKNOWN), language)["Quorl air base"]
    assert (quorl.lat, quorl.lon, quorl.gazetteer, quorl.precision) == (None, None, None, "none")


def test_ones_own_gazetteer_decides(language: Language) -> None:
    from dataclasses import replace

    own = MemoryGazetteer([(replace(BRASK, id="own:1", lat=1.0, lon=2.0), (("Brask", "name"),))])
    brask = places(parse(AGAIN), language, JoinedGazetteer(own, WORLD))["Brask"]
    assert (brask.gazetteer, brask.lat) == ("own:1", 1.0)


def test_what_is_unlikely_to_name_a_place_is_left_out(language: Language) -> None:
    finder = PlaceFinder(WORLD, language, Recogniser({"bias": -3.0}))
    assert finder(parse(UNKNOWN))[0].gazetteer is None
    assert [d.name for d in finder(parse(AGAIN))] == []


def test_every_mention_lies_in_the_text_and_ids_count_up(language: Language) -> None:
    parsed = parse(BASES)
    found = list(places(parsed, language).values())
    assert [p.id for p in found] == [f"p{n}" for n in range(1, len(found) + 1)]
    assert all(0 <= start < end <= len(parsed.text) for p in found for start, end in p.mentions)


@pytest.mark.parametrize(("rows", "likely"), [(AGAIN, True), (UNKNOWN, False)])
def test_the_shipped_weights_are_a_table_of_features(rows: str, likely: bool, language: Language) -> None:
    recogniser = load_recogniser("en")
    assert "bias" in recogniser.weights
    assert all(abs(weight) < 10 for weight in recogniser.weights.values())
    found = PlaceFinder(WORLD, language, recogniser)(parse(rows))
    assert any(d.gazetteer for d in found) == likely
