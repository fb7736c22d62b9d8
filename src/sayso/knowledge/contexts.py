"""Words that show what an event is about: PLOVER's contexts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.knowledge.language import Language
from sayso.knowledge.ontology import plover
from sayso.knowledge.table import rows

Contexts = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By the first lemma of a term: the lemmas of the term, and its context."""


@cache
def contexts(language: Language) -> Contexts:
    """The terms of a language.

    Raises:
        BadKnowledge: a context is none of PLOVER's, or a term stands twice under one; the message names file, line
        and column.
    """
    allowed = {"term": None, "context": set(plover().contexts), "source": None}
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows(language.folder / "contexts.csv", allowed, ("term", "context")):
        words = tuple(row["term"].split())
        out.setdefault(words[0], []).append((words, row["context"]))
    return {first: tuple(terms) for first, terms in out.items()}
