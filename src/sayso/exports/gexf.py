"""The network as GEXF 1.3, for Gephi."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO
from xml.etree.ElementTree import Element

from sayso.exports.markup import child, write_xml
from sayso.exports.network import EDGE_FIELDS, NODE_FIELDS, Edge, Network, Value
from sayso.schema.reading import Reading

NAMESPACE = "http://gexf.net/1.3"


class Gexf:
    """GEXF 1.3, a signed network of who is said to act on whom, month by month, for Gephi."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.network = Network()

    def write(self, reading: Reading) -> None:
        """Counts the events of a reading."""
        self.network.add(reading)

    def finish(self) -> None:
        """The whole network."""
        root = Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
        child(child(root, "meta"), "creator", "sayso")
        how = {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date"}
        graph = child(root, "graph", timerepresentation="interval", **how)
        _declare(graph, "node", NODE_FIELDS)
        _declare(graph, "edge", EDGE_FIELDS)
        nodes, edges = child(graph, "nodes"), child(graph, "edges")
        for id_, label, values in self.network.nodes():
            _fill(child(nodes, "node", id=id_, label=label), values)
        for number, edge in enumerate(self.network.edges()):
            _add(edges, number, edge)
        write_xml(root, self.out)


def _declare(graph: Element, of: str, names: Mapping[str, str]) -> None:
    attributes = child(graph, "attributes", class_=of)
    for name, kind in names.items():
        child(attributes, "attribute", id=name, title=name, type=kind)


def _add(edges: Element, number: int, edge: Edge) -> None:
    """An edge; its kind keeps edges of other quad classes and months between the same two apart."""
    start, end = edge.period or (None, None)
    kind = f"{edge.quad} {edge.month}".strip()
    ends = {"source": edge.source, "target": edge.target}
    element = child(edges, "edge", id=f"e{number}", **ends, kind=kind, weight=float(edge.weight), start=start, end=end)
    _fill(element, edge.values())


def _fill(element: Element, values: Mapping[str, Value]) -> None:
    if values:
        attvalues = child(element, "attvalues")
        for name, value in values.items():
            child(attvalues, "attvalue", for_=name, value=value)
