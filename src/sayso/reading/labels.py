"""Wording to notice: scare quotes, distancing and loaded words, insertions and ellipses inside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.knowledge.language import Language, Term
from sayso.reading.parsed import Parsed
from sayso.schema.label import Label
from sayso.schema.span import Span

INSERTION = re.compile(r"\[[^\[\]\n]{1,200}\]|\((?=[a-z])[^()\n]{1,60}\)")
ELLIPSIS = re.compile(r"…|\[\s*\.{3}\s*\]|(?<!\.)\.\s?\.\s?\.(?!\.)")
SCARE = 2
"""Most words of a quotation that can be scare quotes."""


def find_labels(parsed: Parsed, direct: Iterable[Span], language: Language) -> tuple[Label, ...]:
    """The labels of a text, in order.

    Args:
        parsed: the text.
        direct: contents that are quotations as a whole, whose marks are therefore no scare quotes.
        language: the lists of words.
    """
    found = {
        *_in_quotations(parsed),
        *_scare_quotes(parsed, tuple(direct)),
        *_terms(parsed, language),
    }
    return tuple(sorted(found, key=lambda label: (label.span, label.kind)))


def _in_quotations(parsed: Parsed) -> Iterator[Label]:
    for quotation in parsed.quotations:
        start, end = quotation.span
        for match in INSERTION.finditer(parsed.text, start, end):
            if not ELLIPSIS.fullmatch(match[0]):
                yield Label(span=Span(*match.span()), kind="editorial-insertion")
        for match in ELLIPSIS.finditer(parsed.text, start, end):
            yield Label(span=Span(*match.span()), kind="ellipsis")


def _scare_quotes(parsed: Parsed, direct: tuple[Span, ...]) -> Iterator[Label]:
    """One or two words between marks, in lower case and inside a sentence, that are no quotation of their own."""
    for quotation in parsed.quotations:
        first, end = parsed.tokens_of(quotation.span)
        words = [i for i in range(first, end) if parsed.words[i][0].isalnum()]
        if not 0 < len(words) <= SCARE or not quotation.closed:
            continue
        plain = all(parsed.words[i][0].islower() for i in words)
        if plain and not any(span == quotation.span or quotation.span.holds(span) for span in direct):
            yield Label(span=quotation.span, kind="scare-quote")


def _terms(parsed: Parsed, language: Language) -> Iterator[Label]:
    """The longest term of the list at each place; a term matches words as written or their lemmas."""
    by_first: dict[str, list[Term]] = {}
    for term in language.labels:
        by_first.setdefault(term.words[0], []).append(term)
    at = 0
    while at < len(parsed):
        candidates = {t for w in (parsed.lowers[at], parsed.lemmas[at]) for t in by_first.get(w, ())}
        fitting = [t for t in candidates if _fits(parsed, at, t.words)]
        if not fitting:
            at += 1
            continue
        term = max(fitting, key=lambda t: (len(t.words), t.words))
        yield Label(
            span=parsed.span_of(at, at + len(term.words)), kind="distancing" if term.kind == "distancing" else "loaded"
        )
        at += len(term.words)


def _fits(parsed: Parsed, at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > len(parsed):
        return False
    return all(
        word == "*" or word in (parsed.lowers[i], parsed.lemmas[i])
        for i, word in zip(range(at, at + len(words)), words, strict=True)
    )
