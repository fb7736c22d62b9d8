"""What a cue commits its speaker to, looked up in the language's lexicon of cues."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.knowledge.language import Cue, Language
from sayso.reading.drafts import Tokens
from sayso.reading.parsed import Parsed
from sayso.schema.attribution import Stance

LONGEST = 6
"""Most lemmas that one entry of the lexicon has."""
SOFTENED: dict[Stance, Stance] = {"denies": "states", "confirms": "states", "believes": "doubts", "doubts": "states"}
"""What is left of a stance under a negation ("did not deny"); the others stay as they are."""


def find_stance(parsed: Parsed, cue: Tokens, language: Language) -> Stance:
    """The stance of a cue; ``states`` where the lexicon knows none."""
    entry = look_up(parsed, cue, language)
    if entry is None:
        return "states"
    if is_negated(parsed, cue, language) and not any(w in language.words("negations") for w in entry.words):
        return SOFTENED.get(entry.stance, entry.stance)
    return entry.stance


def look_up(parsed: Parsed, cue: Tokens, language: Language) -> Cue | None:
    """The entry of the lexicon for a cue: the longest run of its lemmas, of equals the one that stands last."""
    found = list(_entries(parsed, cue, language))
    return max(found, key=lambda item: (len(item[1].words), item[0]), default=(0, None))[1]


def is_negated(parsed: Parsed, cue: Tokens, language: Language) -> bool:
    """Whether a negation stands in the cue or hangs on it ("did not say")."""
    negation = language.deps("negation")
    return any(parsed.deps[i] in negation for token in cue for i in (token, *parsed.children[token]))


def _entries(parsed: Parsed, cue: Tokens, language: Language) -> Iterator[tuple[int, Cue]]:
    """Entries that begin in the cue; particles and prepositions right after it count too ("called" + "for")."""
    inside = frozenset(cue)
    for first in cue:
        for written in (parsed.lemmas, parsed.lowers):
            for end in range(first + 1, min(first + LONGEST, len(parsed)) + 1):
                entry = language.cues.get(written[first:end])
                if entry is not None and (len(entry.words) > 1 or end - 1 in inside):
                    yield first, entry
