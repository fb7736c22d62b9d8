"""The network as GraphML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO
from xml.etree.ElementTree import Element

from sayso.exports.markup import child, write_xml
from sayso.exports.network import EDGE_FIELDS, NODE_FIELDS, Network, Value
from sayso.schema.reading import Reading

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
TYPES = {"string": "string", "integer": "int", "double": "double"}
OF_NODES = {"label": "string", **NODE_FIELDS}
OF_EDGES = {"weight": "double", "start": "string", "end": "string", **EDGE_FIELDS}


class GraphMl:
    """GraphML, the same network as GEXF, for igraph, networkx, Cytoscape and yEd."""

    def __init__(self, out: BinaryIO) -> None:
        self.out = out
        self.network = Network()

    def write(self, reading: Reading) -> None:
        """Counts the events of a reading."""
        self.network.add(reading)

    def finish(self) -> None:
        """The whole network."""
        root = Element("graphml", {"xmlns": NAMESPACE})
        for of, names in (("node", OF_NODES), ("edge", OF_EDGES)):
            for name, kind in names.items():
                key = {"id": f"{of}.{name}", "for": of, "attr.name": name, "attr.type": TYPES[kind]}
                child(root, "key", **key)
        graph = child(root, "graph", id="claims", edgedefault="directed")
        for id_, label, values in self.network.nodes():
            _fill(child(graph, "node", id=id_), "node", {"label": label, **values})
        for number, edge in enumerate(self.network.edges()):
            start, end = edge.period or ("", "")
            times = {"start": start, "end": end} if start else {}
            element = child(graph, "edge", id=f"e{number}", source=edge.source, target=edge.target)
            _fill(element, "edge", {"weight": float(edge.weight), **times, **edge.values()})
        write_xml(root, self.out)


def _fill(element: Element, of: str, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        child(element, "data", value, key=f"{of}.{name}")
