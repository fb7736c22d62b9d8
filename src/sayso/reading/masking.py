"""Hides from the parser what is no prose and would make it stumble: a dateline, and runs of characters without a space.

The text keeps its length, so that every offset stays right; what is hidden stays in the document, unparsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.schema.span import Span

PARAGRAPH = re.compile(r"[^\n]+")
UNBROKEN = re.compile(r"\S{1000,}")
"""Longer than any word or address; spaCy's tokenizer takes time in the square of its length for such a run of marks."""
FIRST = 2
"""Paragraphs in which a dateline may stand: the title and the first of the body."""


def masked(text: str, dateline: re.Pattern[str]) -> str:
    """The text with blanks in place of what the parser should not see."""
    found = find_dateline(text, dateline)
    hidden = [Span(*m.span()) for m in UNBROKEN.finditer(text)]
    return blank(text, [*([found] if found else []), *hidden])


def find_dateline(text: str, pattern: re.Pattern[str]) -> Span | None:
    """Where the place, date and agency stand before the first sentence, dash or colon included; None without one.

    In a transcript every turn opens with a name in capitals and a colon, so what stands more than once is no dateline.
    """
    opened = [found for p in PARAGRAPH.finditer(text) if (found := pattern.match(text, p.start(), p.end()))]
    if len(opened) != 1 or text.count("\n", 0, opened[0].start()) > 2 * (FIRST - 1):
        return None
    return Span(*opened[0].span())


def blank(text: str, spans: Iterable[Span]) -> str:
    """A text of the same length with some stretches made of spaces."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
