"""A text as words without a tree, for expressions that stand alone."""

from __future__ import annotations

from sayso.reading.parsed import Parsed
from sayso.reading.times.lexicon import WORD


def plain(text: str) -> Parsed:
    """The words of a text, each its own head and of no part of speech: what can be known without the parser."""
    spans = [match.span() for match in WORD.finditer(text) if match.lastgroup != "blank"]
    words = tuple(text[start:end] for start, end in spans)
    nothing = ("",) * len(words)
    return Parsed(
        text=text,
        starts=tuple(start for start, _ in spans),
        ends=tuple(end for _, end in spans),
        words=words,
        lemmas=tuple(word.lower() for word in words),
        tags=nothing,
        deps=nothing,
        heads=tuple(range(len(words))),
        entities=nothing,
        entity_starts=(False,) * len(words),
        sentences=((0, len(words)),) if words else (),
    )
