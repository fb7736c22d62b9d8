"""Plain text: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.intake.source import Source
from sayso.schema.document import Document
from sayso.schema.reading import Unread


def read(source: Source) -> Iterator[Document | Unread]:
    """The text of a source as one document.

    Raises:
        BadInput: it is no text, too large, or in an encoding that cannot be told.
    """
    decoded = source.decoded()
    yield source.document(decoded.text, url=source.url, meta={"path": source.name, **decoded.meta})
