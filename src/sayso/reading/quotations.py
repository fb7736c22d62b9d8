"""Finds the quotations of a text: where words stand between quotation marks.

Only the outermost marks count. A quotation ends at its closing mark or with its paragraph; when a paragraph opens with
the same mark while the quotation before it was never closed, the two are parts of one quotation in running paragraphs
(the convention of newspapers), and share a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.knowledge.language import Marks
from sayso.schema.span import Span

PARAGRAPH = re.compile(r"[^\n]+")
DECADE = re.compile(r"\d\ds?\b")
"""What follows the apostrophe of "the ’90s"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between marks; `span` includes the marks."""

    span: Span
    run: int
    """Parts of one quotation in running paragraphs have the same number."""
    closed: bool


def find_quotations(text: str, marks: Sequence[Marks]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order."""
    found: list[Quotation] = []
    opening = re.compile("|".join(sorted({re.escape(m.open) for m in marks}, key=len, reverse=True)) or r"(?!)")
    for paragraph in PARAGRAPH.finditer(text):
        for span, pair, closed in _in_paragraph(text, Span(*paragraph.span()), marks, opening):
            before = found[-1] if found else None
            opens = not text[paragraph.start() : span.start].strip()
            goes_on = (
                before is not None
                and not before.closed
                and opens
                and text.startswith(pair.open, before.span.start)
                and not text[before.span.end : span.start].strip()
            )
            run = before.run if before and goes_on else (before.run + 1 if before else 0)
            found.append(Quotation(span=span, run=run, closed=closed))
    return tuple(found)


def _in_paragraph(
    text: str, paragraph: Span, marks: Sequence[Marks], opening: re.Pattern[str]
) -> Iterator[tuple[Span, Marks, bool]]:
    at, end = paragraph
    while (mark := opening.search(text, at, end)) is not None:
        at = mark.start()
        pair = next((m for m in marks if _opens(text, at, end, m)), None)
        if pair is None:
            at += 1
            continue
        close = _closing(text, at + len(pair.open), end, pair)
        if close is None and pair.apostrophe:  # a lone apostrophe is no quotation
            at += 1
            continue
        stop = end if close is None else close + len(pair.close)
        yield Span(at, stop), pair, close is not None
        at = stop


def _opens(text: str, at: int, end: int, pair: Marks) -> bool:
    if not text.startswith(pair.open, at):
        return False
    after = at + len(pair.open)
    before = text[at - 1] if at else " "
    if after >= end or text[after].isspace():
        return False
    if pair.apostrophe and DECADE.match(text, after):
        return False
    if pair.open != pair.close:
        return not pair.apostrophe or not before.isalnum()
    return not before.isalnum() and (not pair.apostrophe or text[after].isalnum() or text[after] in "[(.…$£€")


def _closing(text: str, at: int, end: int, pair: Marks) -> int | None:
    """Where the closing mark stands; a mark that also opens or is an apostrophe must not be followed by a letter."""
    while (at := text.find(pair.close, at, end)) >= 0:
        after = text[at + len(pair.close)] if at + len(pair.close) < end else " "
        spaced = text[at - 1].isspace()
        if pair.apostrophe:
            if not after.isalnum() and not spaced and not _possessive(text, at, end, pair):
                return at
        elif pair.open != pair.close or not (spaced and after.isalnum()):
            return at
        at += len(pair.close)
    return None


def _possessive(text: str, at: int, end: int, pair: Marks) -> bool:
    """A plural's apostrophe ("the workers' union") when a better closing mark still follows in the sentence."""
    if text[at - 1].lower() != "s" or not text[at + 1 : at + 2].isspace():
        return False
    later = re.compile(r"[.,?!]" + re.escape(pair.close) + r"(?!\w)").search(text, at + 1, end)
    opened = re.compile(r"(?<!\w)" + re.escape(pair.open) + r"\w").search(text, at + 1, end)
    return later is not None and (opened is None or later.start() < opened.start())
