"""Names of things in linked data: the vocabulary of sayso and the addresses of what it says."""

from __future__ import annotations

import hashlib
from urllib.parse import quote

from sayso.schema.document import Document

TERMS = "urn:sayso:term:"
"""The one namespace of sayso's own terms: stance, chain, voice and the like, as `sayso explain` explains them."""


def urn(kind: str, *parts: str) -> str:
    """The name of a thing: ``urn:sayso:claim:<document>:e1``; parts are percent-encoded.

    >>> urn("claim", "a b", "e1")
    'urn:sayso:claim:a%20b:e1'
    """
    return ":".join(("urn:sayso", kind, *(quote(part, safe="") for part in parts)))


def is_address(url: str | None) -> bool:
    """Whether a text can stand as an IRI of the web as it is."""
    return bool(url) and str(url).startswith(("http://", "https://")) and not set(str(url)) & set(' <>"{}|\\^`\n\t')


def source_of(document: Document) -> str:
    """Where a document is: its address, or else a name for it."""
    return str(document.url) if is_address(document.url) else urn("document", document.id)


def text_hash(document: Document) -> str:
    """SHA-256 of the text that positions count in, in UTF-8."""
    return hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest()
