"""In which language a text is, as far as that can be told."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 3_000
"""Characters that are looked at, from the beginning."""
SHORTEST = 200
"""Characters below which the language is not told: names and numbers decide too much there."""
NO_LANGUAGE = "zxx"
"""The code of ISO 639-2 for text with no words of any language, such as a table of numbers."""
SURE = 0.8
"""Probability below which the language stays untold."""


def identify_language(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where the text is too short or the guess is unsure."""
    sample = text[:SAMPLE]
    if len(sample) < SHORTEST and sample.isascii():
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= SURE and code != NO_LANGUAGE else None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
