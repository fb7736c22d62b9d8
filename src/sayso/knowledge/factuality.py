"""The words that bear on whether an event is said to have happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.knowledge.language import Language
from sayso.knowledge.table import rows
from sayso.schema.event import MODALITIES

WHERE = ("beside", "marker", "governor", "carrier", "carrier-subject", "noun", "preposition")
"""Where a modifier stands: beside the verb; opening its clause; governing it (or a noun, over a preposition); as the
verb that carries a noun, as its object or its subject; beside the noun; as a preposition before a gerund."""
VALUES = {"negated", "stop", *MODALITIES}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a modifier makes of the events in its scope."""

    value: str
    """``negated``, a modality, or ``stop``: nothing, and nothing above it counts."""
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

    def get(self, where: str, word: str) -> Rule | None:
        """The rule of a word in a place."""
        return self.rules.get((where, word))


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
