"""A text that was published, and where it came from."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.schema.span import Span


@dataclass(frozen=True, kw_only=True)
class Document:
    """A text as it is read, after cleaning, with the facts of its publication."""

    id: str
    text: str
    """What is read; it begins with the title, once, where there is one."""
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """``YYYY-MM-DD`` or ``YYYY-MM-DDThh:mm:ssZ``; None when unknown, never guessed."""
    language: str = "en"
    offsets: tuple[tuple[int, int, int], ...] = ()
    """Runs that the text shares with the text as given: start here, start there, length."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Whatever else came with the document (a note, a licence); shown wherever the document is."""

    def given(self, span: Span) -> Span | None:
        """The same words in the text as given; None when cleaning put them there (a title set before the text)."""
        pieces = [
            (max(span.start, here), min(span.end, here + length), there - here)
            for here, there, length in self._offsets_from(span.start)
            if here < span.end and here + length > span.start
        ]
        if not pieces:
            return None
        return Span(pieces[0][0] + pieces[0][2], pieces[-1][1] + pieces[-1][2])

    def _offsets_from(self, start: int) -> tuple[tuple[int, int, int], ...]:
        if not self.offsets:
            return ((0, 0, len(self.text)),)
        first = bisect_right(self.offsets, start, key=lambda run: run[0]) - 1
        return self.offsets[max(first, 0) :]


def identify(text: str, outlet: str | None, url: str | None) -> str:
    """A stable id for a document that came without one: a hash of outlet, address and text."""
    return hashlib.sha256("\x1f".join((outlet or "", url or "", text)).encode("utf-8", "replace")).hexdigest()[:16]
