"""HTML: one page, one document."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.intake.pages import read_page
from sayso.intake.source import Source
from sayso.intake.streams import read_whole
from sayso.schema.document import Document
from sayso.schema.reading import Unread


def read(source: Source) -> Iterator[Document | Unread]:
    """The article of a page.

    Raises:
        BadInput: it is too large.
        MissingExtra: what extracts articles is not installed.
    """
    data = read_whole(source.stream)
    yield read_page(source, data, here=source.name, url=source.url, charset=source.charset, meta={"path": source.name})
