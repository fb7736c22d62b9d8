"""What a reader of one format is given, and what it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO, Protocol

from sayso.errors import BadInput
from sayso.intake.charset import Decoded, decode
from sayso.intake.columns import Columns
from sayso.intake.make import make_document
from sayso.intake.streams import Budget, read_whole
from sayso.schema.document import Document
from sayso.schema.reading import Unread


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """What is said of every document that does not say it itself."""

    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, kw_only=True)
class Source:
    """Bytes that hold documents, and what is known of them from outside."""

    name: str
    """What people know it by: its path, its address, or its path inside an archive."""
    stream: BinaryIO
    defaults: Defaults = field(default_factory=Defaults)
    columns: Columns = field(default_factory=Columns)
    url: str | None = None
    charset: str | None = None
    """The encoding that whoever sent the bytes declares."""
    depth: int = 0
    """Archives that it is inside of."""
    budget: Budget | None = None

    def decoded(self, declared: str | None = None) -> Decoded:
        """All of it as text.

        Raises:
            BadInput: it is too large for one document, or no text.
        """
        return decode(read_whole(self.stream), self.charset or declared)

    def document(
        self, text: str, *, here: str | None = None, meta: Mapping[str, Any], **about: str | date | None
    ) -> Document | Unread:
        """A document of a text and what is known about it.

        Args:
            text: the text as given.
            here: what people know the document by where it has no id; the name of the source by default.
            meta: whatever else is known, as JSON has it.
            **about: `id`, `title`, `url`, `outlet` and `published`.
        """
        about = {k: v for k, v in about.items() if v}
        name = str(about.get("id") or here or self.name)
        about = {k: v for k, v in vars(self.defaults).items() if v} | about
        try:
            made = make_document(text, meta=meta, **about)  # type: ignore[arg-type]
        except BadInput as error:
            return Unread(id=name, reason=str(error))
        if text.strip() and made.text:
            return made
        return Unread(id=name, reason="the text is empty; nothing is there to be read")


class ReadSource(Protocol):
    """A reader of a format: an entry point of the group ``sayso.intake``, named after a suffix without its dot."""

    def __call__(self, source: Source, /) -> Iterator[Document | Unread]:
        """The documents of a source, one by one, and an `Unread` in place of each that cannot be read.

        Raises:
            BadInput: nothing more of the source can be read; what came before stands.
        """
