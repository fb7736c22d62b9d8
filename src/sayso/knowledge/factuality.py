"""The words that bear on whether an event is said to have happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.language import Language
from sayso.knowledge.table import rows
from sayso.schema.event import MODALITIES

WHERE = (
    "beside",
    "reported",
    "refused",
    "marker",
    "marker-present",
    "inverted",
    "governor",
    "infinitive",
    "purpose",
    "carrier",
    "carrier-subject",
    "noun",
    "preposition",
    "adjunct",
)
"""Where a modifier stands: beside the verb, or beside it in a clause that a past verb reports ("said it
would close": planned), or beside it and a negation in narration ("would not close": not done); opening its clause, or
only where the clause is not in the past, or before its subject; governing it (or a noun, over a preposition), or an
infinitive only; being the verb of a purpose; as the verb that carries a noun, as its object or its subject; beside
the noun; as a preposition before a gerund; as a preposition before a noun that nothing above bears on."""
VALUES = {"negated", "cancelled", "stop", *MODALITIES}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a modifier makes of the events in its scope."""

    value: str
    """``negated``, a modality, ``cancelled`` (planned and negated), or ``stop``: nothing, and nothing above it
    counts.
    """
    passes: bool
    """Whether what bears on the modifier itself bears on them too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifiers:
    """All modifiers of a language."""

    rules: Mapping[tuple[str, str], Rule]
    nobody: frozenset[str]
    """Words for none of those there are."""
    alternatives: frozenset[str]
    """Conjunctions over which a negation reaches."""

    def get(self, where: str, *words: str) -> Rule | None:
        """The rule of the first of some words that has one in a place."""
        return next((rule for word in words if (rule := self.rules.get((where, word)))), None)


@cache
def modifiers(language: Language) -> Modifiers:
    """The modifiers of a language.

    Raises:
        BadKnowledge: a row has a mistake; the message names file, line and column.
    """
    allowed = {"word": None, "where": WHERE, "value": VALUES, "passes": ("yes", "no"), "source": None}
    table = rows(language.folder / "modifiers.csv", allowed, ("word", "where"))
    return Modifiers(
        rules={(row["where"], row["word"]): Rule(row["value"], row["passes"] == "yes") for row in table},
        nobody=language.words("nobody"),
        alternatives=language.words("alternatives"),
    )
