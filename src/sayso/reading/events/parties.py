"""What a noun phrase is by its head, apart from its name: a state, a person, a group, a thing."""

from __future__ import annotations

from sayso.knowledge.language import Language
from sayso.reading.drafts import Tokens
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import kind_of_institution, phrase, role_ending

Class = str
"""``pronoun``, ``proper``, ``adjective``, ``role``, ``group``, ``organisation``, ``document`` …, ``number``, or
``noun``.
"""
PARTIES = frozenset({"pronoun", "first", "proper", "adjective", "role", "group", "organisation", "metonym", "media"})
"""Classes of those who can act."""


def class_of(parsed: Parsed, token: int, language: Language) -> Class:
    """The class of a phrase's head. Names are never looked at, so that one name weighs as much as another."""
    tag = parsed.tags[token]
    if tag in language.tags("pronoun"):
        return "first" if parsed.lowers[token] in language.pronouns("first") else "pronoun"
    if institution := kind_of_institution(parsed, token, language):
        return institution
    if term := role_ending(parsed, token, language):
        return "group" if term.kind == "group" else "role"
    if tag in language.tags("proper"):
        return "proper"
    if tag in language.tags("adjective"):
        return "adjective" if parsed.words[token][:1].isupper() else "quality"
    if tag in language.tags("number"):
        return "number"
    return "noun"


def party(parsed: Parsed, token: int, language: Language) -> Tokens:
    """The words that name a party: its phrase without articles, without those joined to it and without asides."""
    if parsed.tags[token] in language.tags("adjective"):
        return (token,)
    apart = language.deps("conjunct") | language.deps("apposition") | language.deps("relative_clause")
    whole = set(phrase(parsed, token, language))
    for k in parsed.children[token]:
        if parsed.deps[k] in apart:
            whole.difference_update(parsed.subtree(k))
    tokens = sorted(whole)
    at = tokens.index(token)
    low = high = at
    while low and tokens[low - 1] == tokens[low] - 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1] == tokens[high] + 1:
        high += 1
    tokens = tokens[low : high + 1]
    return _trimmed(parsed, tokens, token, language)


def _trimmed(parsed: Parsed, tokens: list[int], head: int, language: Language) -> Tokens:
    """Without articles before, and small words and marks after, the words that count."""
    first, last = 0, len(tokens) - 1
    while tokens[first] < head and parsed.lowers[tokens[first]] in language.words("articles"):
        first += 1
    while tokens[last] > head and not parsed.words[tokens[last]][0].isalnum():
        last -= 1
    while tokens[last] > head and parsed.deps[tokens[last]] in ("cc", "punct", "case"):
        last -= 1
    return tuple(tokens[first : last + 1])
