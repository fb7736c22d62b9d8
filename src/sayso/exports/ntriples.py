"""Readings as RDF in N-Triples."""

from __future__ import annotations

from sayso.exports.lines import Text
from sayso.exports.triples import PREFIXES, Literal, triples
from sayso.schema.reading import Reading

ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


class NTriples(Text):
    """RDF in N-Triples, with AIDA's claims and sayso's own terms, for large sets."""

    def write(self, reading: Reading) -> None:
        """The triples of a reading, one a line."""
        for subject, predicate, value in triples(reading):
            self.put(f"{iri(subject)} {iri(predicate)} {_object(value)} .\n")


def iri(name: str) -> str:
    """An IRI in brackets, its prefix written out."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>" if prefix in PREFIXES else f"<{name}>"


def quoted(text: str) -> str:
    """A literal in quotation marks, escaped."""
    return f'"{text.translate(ESCAPES)}"'


def _object(value: str | Literal) -> str:
    if isinstance(value, str):
        return iri(value)
    plain = value.datatype == "xsd:string"
    return quoted(value.text) + ("" if plain else f"^^{iri(value.datatype)}")
