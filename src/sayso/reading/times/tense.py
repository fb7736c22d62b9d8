"""Whether the sentence speaks of what was or of what will be, at a word that stands for a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal

from sayso.knowledge.language import Language
from sayso.reading.parsed import Parsed
from sayso.schema.span import Span

Tense = Literal["past", "present", "copula", "future"]
"""``copula``: "the vote is Monday" tells of what is to come, "it is up from May" does not."""


def tense_at(parsed: Parsed, span: Span, language: Language) -> Tense | None:
    """The tense of the nearest verb above an expression; None where there is none, or nothing was parsed."""
    first, end = parsed.tokens_of(span)
    if first >= end:
        return None
    if _is_announced(parsed, first, language):
        return "future"
    head = next((i for i in range(first, end) if not first <= parsed.heads[i] < end), first)
    for token in chain((head,), parsed.ancestors(head)):
        if (tense := _tense_of(parsed, token, language)) is not None:
            return tense
    return None


def _is_announced(parsed: Parsed, first: int, language: Language) -> bool:
    """Whether words just before say that the time is still to come: "ahead of Sunday", "scheduled for May"."""
    before = parsed.lowers[max(0, first - 3) : first]
    texts = (" ".join(before[-n:]) for n in (1, 2, 3))
    return bool(language.words("announcing").intersection(texts))


def _tense_of(parsed: Parsed, token: int, language: Language) -> Tense | None:
    tag = parsed.tags[token]
    if tag not in language.tags("verb"):
        return None
    group = [parsed.lowers[i] for i in _group(parsed, token, language)]
    if any(word in language.words("future") for word in group):
        return None if "have" in group else "future"
    if tag in language.tags("past_form") or any(word in language.words("past_auxiliary") for word in group):
        return "past"
    if tag in language.tags("infinitive"):
        return "future" if parsed.lemmas[parsed.heads[token]] in language.words("planning") else None
    if tag in language.tags("present"):
        if parsed.lemmas[token] in language.words("copula"):
            return "copula"
        return "future" if parsed.lemmas[token] in language.words("scheduled") else "present"
    return None


def _group(parsed: Parsed, token: int, language: Language) -> Iterator[int]:
    """The auxiliaries of a verb."""
    return (i for i in parsed.children[token] if parsed.deps[i] in language.deps("auxiliary"))
