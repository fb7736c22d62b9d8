"""GEXF and GraphML: declared attributes, directed edges, months, voices."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import sayso
from tests.exports.hand import OTHER, READING, exported

GEXF = "{http://gexf.net/1.3}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
Row = dict[str, str]


def gexf(*readings: sayso.Reading) -> tuple[list[Row], list[Row]]:
    """Nodes and edges, with their values, after the rules of the format have been held."""
    root = ET.fromstring(exported("gexf", *readings))
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    assert graph.attrib == {
        "mode": "dynamic",
        "defaultedgetype": "directed",
        "timeformat": "date",
        "timerepresentation": "interval",
    }
    out = []
    for of in ("node", "edge"):
        declared = {a.get("id"): a for a in graph.findall(f"{GEXF}attributes[@class='{of}']/{GEXF}attribute")}
        assert all(a.get("title") and a.get("type") in ("string", "integer", "double") for a in declared.values())
        rows = []
        for element in graph.findall(f"{GEXF}{of}s/{GEXF}{of}"):
            values = {v.attrib["for"]: v.attrib["value"] for v in element.findall(f"{GEXF}attvalues/{GEXF}attvalue")}
            assert set(values) <= set(declared)
            rows.append({**element.attrib, **values})
        out.append(rows)
    nodes, edges = out
    assert {end for edge in edges for end in (edge["source"], edge["target"])} <= {node["id"] for node in nodes}
    assert len({edge["id"] for edge in edges}) == len(edges)
    kinds = [(edge["source"], edge["target"], edge["kind"]) for edge in edges]
    assert len(set(kinds)) == len(kinds)
    return nodes, edges


def test_an_edge_has_weight_sign_month_and_voices() -> None:
    nodes, edges = gexf(READING)
    assert [(n["label"], n.get("country"), n.get("sector")) for n in nodes] == [
        ("Norvik", "IRN", "MIL"),
        ("Sarmia", "SRB", None),
    ]
    by_type = {edge["types"]: edge for edge in edges}
    assault = by_type["ASSAULT 1"]
    expected = {"weight": "1.0", "quad": "4", "score": "-9.5", "sign": "-1", "dated_by": "event"}
    assert {name: assault[name] for name in expected} == expected
    assert (assault["start"], assault["end"]) == ("2021-03-01", "2021-03-31")
    assert assault["voices"] == "Osei Damptey states"
    assert assault["chains"] == "The <Daily> > Harbour Radio > Osei Damptey states"
    assert (by_type["SUPPORT 1"]["sign"], by_type["SUPPORT 1"]["dated_by"]) == ("1", "publication")


def test_what_is_denied_has_neither_weight_nor_sign() -> None:
    (denied,) = (edge for edge in gexf(READING)[1] if edge["types"] == "COERCE 1")
    assert (denied["weight"], denied["denied"], denied["claims"], denied["sign"]) == ("0.0", "1", "1", "0")
    assert "score" not in denied
    assert denied["voices"] == "=Olga Lee denies"
    assert (denied["start"], denied["end"]) == ("2021-02-01", "2021-02-28")


def test_claims_of_two_outlets_make_one_edge() -> None:
    (assault,) = (edge for edge in gexf(READING, OTHER)[1] if edge["types"].startswith("ASSAULT"))
    assert (assault["weight"], assault["outlets"], assault["claims"]) == ("2.0", "2", "2")
    assert assault["chains"].count("Osei Damptey") == 2


def test_an_event_without_recipient_or_of_one_party_makes_no_edge() -> None:
    first = READING.events[0]
    alone = replace(READING, events=(replace(first, recipients=()), replace(first, id="e9", recipients=("x1",))))
    assert gexf(alone) == ([], [])


def test_an_undated_edge_has_no_time() -> None:
    undated = replace(READING, document=replace(READING.document, published=None), events=READING.events[2:])
    (edge,) = gexf(undated)[1]
    assert "start" not in edge
    assert "dated_by" not in edge


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    odd = replace(READING, actors=(replace(READING.actors[0], name="a\x00\x0b<&\uffff"), *READING.actors[1:]))
    assert gexf(odd)[0][0]["label"] == "a\ufffd\ufffd<&\ufffd"


def test_graphml_declares_its_keys_and_says_the_same() -> None:
    root = ET.fromstring(exported("graphml", READING, OTHER))
    keys = {k.attrib["id"]: k.attrib for k in root.findall(f"{GRAPHML}key")}
    assert {k["attr.type"] for k in keys.values()} <= {"boolean", "int", "long", "float", "double", "string"}
    (graph,) = root.findall(f"{GRAPHML}graph")
    assert graph.get("edgedefault") == "directed"
    found: dict[str, list[Row]] = {"node": [], "edge": []}
    for of, rows in found.items():
        for element in graph.findall(f"{GRAPHML}{of}"):
            data = {d.attrib["key"]: d.text or "" for d in element.findall(f"{GRAPHML}data")}
            assert all(keys[key]["for"] == of for key in data)
            rows.append({**element.attrib, **{keys[key]["attr.name"]: value for key, value in data.items()}})
    nodes, edges = gexf(READING, OTHER)
    assert found["node"] == nodes
    assert found["edge"] == [{name: v for name, v in edge.items() if name != "kind"} for edge in edges]
