"""Phrases, and what the language's word lists say of their heads."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.knowledge.language import Language, Term
from sayso.reading.drafts import Tokens
from sayso.reading.parsed import Parsed

LONGEST = 4
"""Most words that a term of the lists has."""


def phrase(parsed: Parsed, top: int, language: Language) -> Tokens:
    """What hangs on a token and stands beside it, without relative clauses, asides and closing punctuation."""
    clauses = language.deps("relative_clause") | language.deps("adverbial_clause") | language.deps("complement")
    out, queue = [], [top]
    while queue:
        i = queue.pop()
        out.append(i)
        queue += [k for k in parsed.children[i] if parsed.deps[k] not in clauses]
    tokens = sorted(out)
    while tokens[-1] != top and parsed.deps[tokens[-1]] in language.deps("punctuation"):
        tokens.pop()
    return tuple(_touching(parsed, tokens, top))


def _touching(parsed: Parsed, tokens: list[int], top: int) -> list[int]:
    """The run of neighbours that holds the top; it never leaves the paragraph, whatever the parser makes of a
    heading.
    """
    tokens = [i for i in tokens if parsed.paragraph_of[i] == parsed.paragraph_of[top]]
    at = tokens.index(top)
    low = high = at
    while low > 0 and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1:
        high += 1
    return tokens[low : high + 1]


def term_ending(parsed: Parsed, last: int, terms: Mapping[tuple[str, ...], Term]) -> tuple[Term, int] | None:
    """The longest term whose last word is a token, in its own form or its lemma, and the token it begins at."""
    for length in range(LONGEST, 0, -1):
        first = last - length + 1
        if first < 0:
            continue
        before = parsed.lowers[first:last]
        for word in (parsed.lowers[last], parsed.lemmas[last]):
            term = terms.get((*before, word))
            if term is not None:
                return term, first
    return None


def kind_of_institution(parsed: Parsed, head: int, language: Language) -> str | None:
    """What kind of institution, document or occasion a noun names; None when it names none of them."""
    found = term_ending(parsed, head, language.institutions)
    return found[0].kind if found else None


def role_ending(parsed: Parsed, last: int, language: Language) -> Term | None:
    """The word for a person that ends at a token ("prime minister"); None when there is none."""
    found = term_ending(parsed, last, language.persons)
    return found[0] if found else None
