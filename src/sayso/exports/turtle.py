"""Readings as RDF in Turtle."""

from __future__ import annotations

from itertools import groupby
from typing import BinaryIO

from sayso.exports.lines import Text
from sayso.exports.ntriples import quoted
from sayso.exports.triples import PREFIXES, Literal, triples
from sayso.schema.reading import Reading


class Turtle(Text):
    """RDF in Turtle, the same triples as N-Triples, for reading."""

    def __init__(self, out: BinaryIO) -> None:
        super().__init__(out)
        self.put("".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in PREFIXES.items()))

    def write(self, reading: Reading) -> None:
        """The triples of a reading, those of one subject together."""
        for subject, group in groupby(triples(reading), key=lambda triple: triple.subject):
            facts = [f"{name(predicate)} {_object(value)}" for _, predicate, value in group]
            self.put(f"\n{name(subject)}\n  " + " ;\n  ".join(facts) + " .\n")


def name(iri: str) -> str:
    """A name with a known prefix as it is, any other IRI in brackets."""
    return iri if iri.partition(":")[0] in PREFIXES else f"<{iri}>"


def _object(value: str | Literal) -> str:
    if isinstance(value, str):
        return name(value)
    return quoted(value.text) + ("" if value.datatype == "xsd:string" else f"^^{value.datatype}")
