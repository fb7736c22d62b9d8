"""GeoJSON, Web Annotation, RDF, schema.org, FollowTheMoney: shapes and exact words."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sayso
from sayso.exports.told import told
from sayso.exports.triples import PREFIXES, epistemic
from tests.exports.hand import OTHER, READING, TEXT, json_of, text_of

AIDA, RDF, TERMS = PREFIXES["aida"], PREFIXES["rdf"], PREFIXES["sayso"]


def test_geojson_puts_longitude_first_and_no_country_on_the_map() -> None:
    found = json_of("geojson", READING)
    assert set(found) == {"type", "features"}
    assert found["type"] == "FeatureCollection"
    for feature in found["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"
    city, unplaced, country, statement = found["features"]
    assert city["geometry"] == {"type": "Point", "coordinates": [-51.25, 35.5]}
    assert (city["properties"]["place_precision"], city["properties"]["point_is"]) == ("city", "place")
    assert unplaced["geometry"] is statement["geometry"] is None
    assert country["geometry"] is None
    assert country["properties"]["centroid"] == [53.0, 32.0]
    assert (city["properties"]["voice"], statement["properties"]["voice"]) == ("Osei Damptey", "?")


def test_a_province_is_a_point_that_says_it_is_a_centroid() -> None:
    places = (replace(READING.places[0], precision="admin"),)
    (feature, *_) = json_of("geojson", replace(READING, places=places))["features"]
    assert feature["geometry"]["coordinates"] == [-51.25, 35.5]
    assert feature["properties"]["point_is"] == "centroid"


def targets(annotation: dict[str, Any]) -> list[dict[str, Any]]:
    target = annotation["target"]
    return target if isinstance(target, list) else [target]


def test_web_annotations_cut_the_exact_words_from_the_text() -> None:
    found = json_of("webannotation", READING, OTHER)
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert found["first"]["partOf"] == found["id"]
    items = found["first"]["items"]
    assert found["total"] == len(items) == len({item["id"] for item in items}) == 2 * (4 * 3 + 3)
    for item in items:
        assert (item["type"], item["motivation"]) == ("Annotation", "identifying")
        for target in targets(item):
            position, quote = target["selector"]
            assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            start, end = position["start"], position["end"]
            assert TEXT[start:end] == quote["exact"]
            assert TEXT[:start].endswith(quote["prefix"])
            assert TEXT[end:].startswith(quote["suffix"])
            assert (len(quote["prefix"]), len(quote["suffix"])) == (min(32, start), min(32, len(TEXT) - end))
            assert target["textSha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


def test_each_annotation_tells_its_role_and_its_voice() -> None:
    items = json_of("webannotation", READING)["first"]["items"]
    said = {item["id"].rsplit(":", 1)[1]: [b["value"] for b in item["body"]] for item in items}
    assert said["a1.cue"] == ["cue", "The <Daily> > Harbour Radio > Osei Damptey states"]
    assert said["e2.trigger"] == ["trigger", "The <Daily> > =Olga Lee denies: COERCE arrest, affirmed, actual"]
    assert said["e3.trigger"][1].startswith("The <Daily> in its own voice: SUPPORT")
    split = next(item for item in items if item["id"].endswith("a4.content"))
    assert [t["selector"][1]["exact"] for t in targets(split)] == ["Talks are", "“over”"]


def test_the_source_of_an_annotation_is_the_address_or_else_a_name() -> None:
    sources = {t["source"] for i in json_of("webannotation", READING, OTHER)["first"]["items"] for t in targets(i)}
    assert sources == {"https://daily.example/a?b=1&c=2", "urn:sayso:document:d2"}


IRI = r'<([A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*)>'
STRING = r'"((?:[^"\\\n\r]|\\[tbnrf"\'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*)"'
TRIPLE = re.compile(rf"{IRI} {IRI} (?:{IRI}|{STRING}(?:\^\^{IRI})?) \.")
Triples = set[tuple[str, str, str]]


def parsed(*readings: sayso.Reading) -> Triples:
    """The triples of a file of N-Triples, read by its grammar (W3C RDF 1.1 N-Triples, without language tags)."""
    out = set()
    for line in text_of("ntriples", *readings).removesuffix("\n").split("\n"):
        found = TRIPLE.fullmatch(line)
        assert found, line
        subject, predicate, iri, literal, _ = found.groups()
        words = literal if iri is None else iri
        unescaped = re.sub(r"\\(.)", lambda m: {"n": "\n", "r": "\r", "t": "\t"}.get(m[1], m[1]), words)
        out.add((subject, predicate, iri or unescaped))
    return out


@given(words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_words_come_back_from_n_triples(words: str) -> None:
    triples = parsed(replace(READING, document=replace(READING.document, id=words, outlet=words, url=words)))
    assert words in {o for s, p, o in triples if p == TERMS + "outlet"}


def one(triples: Triples, subject: str, predicate: str) -> str:
    (found,) = (o for s, p, o in triples if (s, p) == (subject, predicate))
    return found


def test_a_claim_in_rdf_has_claimer_status_and_voices() -> None:
    triples = parsed(READING)
    claim = "urn:sayso:claim:d%201:e1"
    assert one(triples, claim, RDF + "type") == AIDA + "Claim"
    assert one(triples, claim, AIDA + "claimer") == "urn:sayso:actor:d%201:x3"
    assert one(triples, claim, AIDA + "epistemic") == AIDA + "EpistemicTrueCertain"
    assert one(triples, claim, TERMS + "stance") == "states"
    voices = sorted(o for s, p, o in triples if (s, p) == (claim, TERMS + "voice"))
    labels = [one(triples, voice, PREFIXES["rdfs"] + "label") for voice in voices]
    assert labels == ["The <Daily>", "Harbour Radio", "Osei Damptey"]


def test_every_event_and_claim_in_rdf_has_a_voice() -> None:
    triples = parsed(READING, OTHER)
    claims = {s for s, p, o in triples if (p, o) == (RDF + "type", AIDA + "Claim")}
    events = {s for s, p, o in triples if (p, o) == (RDF + "type", AIDA + "Event")}
    assert (len(claims), len(events)) == (8, 6)
    assert all(one(triples, event, TERMS + "claimedBy") in claims for event in events)
    subjects = {s for s, _, _ in triples}
    assert all(one(triples, claim, AIDA + "claimer") in subjects for claim in claims)


def test_offsets_of_aida_include_the_last_character() -> None:
    triples = parsed(READING)
    where = "urn:sayso:justification:d%201:e1"
    start, end = (int(one(triples, where, AIDA + name)) for name in ("startOffset", "endOffsetInclusive"))
    assert TEXT[start : end + 1] == one(triples, where, TERMS + "exact") == "bombed"


@pytest.mark.parametrize(
    ("stance", "polarity", "modality", "status"),
    [
        ("states", "affirmed", "actual", "TrueCertain"),
        ("states", "negated", "actual", "FalseCertain"),
        ("denies", "affirmed", "actual", "FalseCertain"),
        ("denies", "negated", "actual", "TrueCertain"),
        ("doubts", "affirmed", "actual", "FalseUncertain"),
        ("believes", "affirmed", "actual", "TrueUncertain"),
        ("states", "affirmed", "possible", "TrueUncertain"),
        ("states", "affirmed", "planned", "Unknown"),
        ("demands", "affirmed", "actual", "Unknown"),
    ],
)
def test_what_a_claimer_holds(stance: Any, polarity: str, modality: str, status: str) -> None:
    reading = replace(
        READING,
        attributions=(replace(READING.attributions[2], stance=stance),),
        events=(replace(READING.events[1], polarity=polarity, modality=modality),),
    )
    (each,) = told(reading)
    assert epistemic(each) == f"Epistemic{status}"


def test_turtle_says_the_same_as_n_triples() -> None:
    text = text_of("turtle", READING)
    for prefix, space in PREFIXES.items():
        assert f"@prefix {prefix}: <{space}> ." in text
    term = rf"(?:[a-z]+:\w+|{IRI})"
    value = rf"(?:{term}|{STRING}(?:\^\^[a-z]+:\w+)?)"
    block = re.compile(rf"{term}\n(?:  {term} {value} ;\n)*  {term} {value} \.")
    blocks = text.split("\n\n")[1:]
    assert all(block.fullmatch(b.removesuffix("\n")) for b in blocks)
    assert sum(len(b.strip().split("\n")) - 1 for b in blocks) == len(text_of("ntriples", READING).splitlines())


def test_schema_org_has_claims_and_no_reviews() -> None:
    text = text_of("schemaorg", READING)
    found = json.loads(text)
    assert found["@context"] == ["https://schema.org", {"sayso": TERMS}]
    assert "ClaimReview" not in text
    event, denied, own, statement = found["@graph"]
    assert {claim["@type"] for claim in found["@graph"]} == {"Claim"}
    assert event["author"] == {"@type": "Person", "name": "Osei Damptey", "jobTitle": "spokesman"}
    assert event["text"] == "Norvik bombed <Sarmia> in Brakke on 3 March 2021"
    assert event["appearance"]["url"] == READING.document.url
    assert own["author"] == {"@type": "Organization", "name": "The <Daily>"}
    assert "author" not in statement
    assert statement["sayso:voice"] == "?"
    assert "author" not in denied, "who denies something is not the author of the claim"
    assert (denied["sayso:voice"], denied["sayso:stance"]) == ("=Olga Lee", "denies")


SCHEMATA = {
    "Article": {"title", "publishedAt", "sourceUrl", "publisher"},
    "Person": {"name", "country", "position"},
    "Organization": {"name", "country"},
    "LegalEntity": {"name", "country"},
    "Mention": {"document", "name", "resolved"},
    "Event": {
        *("name", "summary", "startDate", "endDate", "location", "country", "involved", "sourceUrl", "publisher"),
    },
}


def test_entities_of_followthemoney_have_their_properties_as_lists_of_text() -> None:
    entities = [json.loads(line) for line in text_of("ftm", READING, OTHER).splitlines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= SCHEMATA[entity["schema"]]
        for values in entity["properties"].values():
            assert values
            assert all(isinstance(v, str) and v for v in values)
        for name in ("document", "resolved", "involved"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_an_event_of_followthemoney_is_named_by_its_voice() -> None:
    entities = [json.loads(line) for line in text_of("ftm", READING).splitlines()]
    events = [e["properties"] for e in entities if e["schema"] == "Event"]
    assert events[1]["name"] == ["=Olga Lee denies: that Norvik had arrested Sarmia's envoys"]
    assert events[0]["summary"][0].startswith("The <Daily> > Harbour Radio > Osei Damptey states [ASSAULT, aerial")
    assert events[0]["country"] == ["ir"]
    kinds = {e["properties"]["name"][0]: e["schema"] for e in entities if e["schema"] in ("LegalEntity", "Person")}
    assert (kinds["Norvik"], kinds["Osei Damptey"]) == ("LegalEntity", "Person")


def test_json_lines_come_back_the_same() -> None:
    first, second = text_of("jsonl", READING, OTHER).splitlines()
    assert (sayso.from_json(first), sayso.from_json(second)) == (READING, OTHER)
