"""Whether the sentence speaks of what was or of what will be, at a word that stands for a time."""

from __future__ import annotations

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
        tense = _tense_of(parsed, token, language)
        if tense is not None and not (tense == "copula" and token > first):
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
    group = frozenset(parsed.lowers[i] for i in parsed.children[token] if parsed.deps[i] in language.deps("auxiliary"))
    if group & language.words("future"):
        return None if "have" in group else "past" if _is_refusal(parsed, token, group, language) else "future"
    if tag in language.tags("past_form") or group & language.words("past_auxiliary"):
        return "past"
    if tag in language.tags("infinitive"):
        return "future" if parsed.lemmas[parsed.heads[token]] in language.words("planning") else None
    if tag in language.tags("participle") and not group:  # "a report released Monday"
        return "future" if parsed.lemmas[token] in language.words("planning") else "past"
    if tag in language.tags("present") or group & language.words("progressive_auxiliary"):
        if parsed.lemmas[token] in language.words("copula"):
            return "copula"
        return "future" if parsed.lemmas[token] in language.words("scheduled") else "present"
    return None


def _is_refusal(parsed: Parsed, token: int, group: frozenset[str], language: Language) -> bool:
    """Whether someone was asked and did not say: "could not confirm on Friday"."""
    denied = any(parsed.deps[i] in language.deps("negation") for i in parsed.children[token])
    return denied and bool(group & language.words("reported_modals")) and (parsed.lemmas[token],) in language.cues
