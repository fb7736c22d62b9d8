"""Finds the dateline of a report: the place, date and agency set before its first sentence."""

from __future__ import annotations

import re

from sayso.schema.span import Span

PARAGRAPH = re.compile(r"[^\n]+")
FIRST = 2
"""Paragraphs in which a dateline may stand: the title and the first of the body."""


def find_dateline(text: str, pattern: re.Pattern[str]) -> Span | None:
    """Where the dateline stands, its dash or colon included; None where there is none.

    In a transcript every turn opens with a name in capitals and a colon, so what stands more than once is no dateline.
    """
    opened = [found for p in PARAGRAPH.finditer(text) if (found := pattern.match(text, p.start(), p.end()))]
    if len(opened) != 1 or text.count("\n", 0, opened[0].start()) > 2 * (FIRST - 1):
        return None
    return Span(*opened[0].span())


def without(text: str, span: Span | None) -> str:
    """A text of the same length with a stretch of it blanked out, so that a parser does not stumble over it."""
    if span is None:
        return text
    return text[: span.start] + " " * (span.end - span.start) + text[span.end :]
