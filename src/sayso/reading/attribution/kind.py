"""Whether words are quoted, paraphrased, or both."""

from __future__ import annotations

from sayso.reading.drafts import Tokens
from sayso.reading.parsed import Parsed
from sayso.schema.attribution import Kind

SCARE = 1
"""Words between marks that are taken for scare quotes, not for the speaker's own words, in a longer paraphrase."""


def find_kind(parsed: Parsed, content: Tokens) -> Kind:
    """Direct when every word stands in quotation marks, indirect when none does, mixed otherwise."""
    words = [i for i in content if parsed.words[i][0].isalnum()]
    quoted = [i for i in words if parsed.quotation_of[i] >= 0]
    if not quoted:
        return "indirect"
    if len(quoted) == len(words):
        return "direct"
    counts = {q: sum(parsed.quotation_of[i] == q for i in quoted) for q in {parsed.quotation_of[i] for i in quoted}}
    return "mixed" if max(counts.values()) > SCARE else "indirect"
